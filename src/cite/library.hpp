// Library: where styles and locales come from: files that are named, folders that are looked through, and what ibid
// has with it. It merges a locale of what it finds. It uses no network, and keeps nothing between calls.
// Specification: CSL 1.0.2, "Dependent Styles", "Locale Fallback"; XDG Base Directory Specification 0.8.
#pragma once

#include "cite/locale.hpp"
#include "cite/style.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// Folders with styles (NAME.csl, dependent/NAME.csl) and locales (locales-xx-YY.xml); the first go before the others.
struct LibraryFolders {
    std::vector<std::filesystem::path> styles{}, locales{};
};

/// The folders of IBID_STYLE_PATH and IBID_LOCALE_PATH, then ibid/styles and ibid/locales in the user's data folder, then
/// citation-style-language/styles and /locales in the system's data folders.
LibraryFolders default_folders();

/// Finds styles and locales.
class Library {
public:
    explicit Library(LibraryFolders folders = default_folders()) : folders_(std::move(folders)) {}

    [[nodiscard]] LibraryFolders const& folders() const noexcept { return folders_; }

    /// A style by its file's path, its name ("apa"), its id (a URL that ends in its name), or the name of one of ibid's
    /// own. A dependent style becomes its parent, under its own title, id and default locale. Nothing if a style or a
    /// parent cannot be found; `problems` says so.
    [[nodiscard]] std::optional<Style> style(std::string_view name, std::vector<StyleProblem>& problems) const;

    /// The locale of a language for a style: the style's own terms over the locale file of the language, over that of
    /// the main dialect, over American English. An empty language is the style's default, or en-US.
    [[nodiscard]] Locale locale(Style const& style, std::string_view language, std::vector<StyleProblem>& problems) const;

    /// The names of all styles that can be found, sorted; dependent ones too if asked for.
    [[nodiscard]] std::vector<std::string> style_names(bool dependent = false) const;

private:
    [[nodiscard]] std::optional<std::string> style_text(std::string_view name) const;
    [[nodiscard]] bool add_file(Locale& locale, std::string_view language, std::vector<StyleProblem>& problems) const;

    LibraryFolders folders_;
};

/// A language tag in its usual letter case: "EN_us" is "en-US", "sr-latn-rs" is "sr-Latn-RS".
std::string language_tag(std::string_view tag);
/// The dialect that stands for a language: "de" is "de-DE"; nothing if there is none.
std::string_view main_dialect(std::string_view language) noexcept;

/// A style that ibid has with it.
struct OwnStyle {
    std::string_view name, xml;
};
/// ibid's own styles.
std::span<OwnStyle const> own_styles() noexcept;

}  // namespace ibid::cite
