// Formatted citations: records as a CSL style prints them, the article page's four among them. The library for this is
// ibid::cite; what reads and converts is in ibid::ibid.
// Specification: Citation Style Language 1.0.2.
#pragma once

#include "ibid/record.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

/// What is wrong with a style or its locale, and where.
struct CitationProblem {
    std::size_t line = 0, column = 0;  ///< from 1; 0: of no place
    std::string message{};
    bool fatal = false;                ///< nothing can be formatted
};

/// Which style to format with, in which language, for whom.
struct CitationSettings {
    std::string style{};            ///< a name ("apa"), the path of a .csl file, or the id of a style
    std::string locale{};           ///< a BCP 47 tag; empty: the style's own, or en-US
    std::string target = "text";    ///< one of citation_targets()
    std::vector<std::string> style_folders{}, locale_folders{};  ///< looked through before the usual ones
};

/// An entry of a bibliography.
struct CitationEntry {
    std::size_t record = 0;  ///< its place among the records that were given
    std::string text{};
};

/// Formats records. Immutable, so that threads may share it.
class CitationFormatter {
public:
    /// Nothing if the style cannot be found or used, or if there is no such target; `problems` says why, and what of a
    /// style that can be used was not understood.
    static std::optional<CitationFormatter> open(CitationSettings const& settings, std::vector<CitationProblem>& problems);

    /// One record as an entry of a bibliography, on its own: number 1, and nothing to be told apart from.
    [[nodiscard]] std::string entry(Record const& record) const;
    /// Records as the entries of one bibliography: in the style's order, numbered and told apart. A record of which the
    /// style prints nothing has no entry. Ids need not differ. A style without a bibliography gives what it cites, each alone.
    [[nodiscard]] std::vector<CitationEntry> entries(std::span<Record const> records) const;
    /// The same entries as one document, with what the target has around a bibliography.
    /// `printed`: if not null, says afterwards which records have an entry.
    [[nodiscard]] std::string bibliography(std::span<Record const> records, std::vector<bool>* printed = nullptr) const;

    /// Whether the style is one that ibid has with it.
    [[nodiscard]] bool is_own_style() const noexcept;

    struct State;

private:
    explicit CitationFormatter(std::shared_ptr<State const> state) : state_(std::move(state)) {}
    std::shared_ptr<State const> state_;
};

/// What citations can be written as: text, html, latex, markdown, rtf, typst.
std::span<std::string_view const> citation_targets() noexcept;

/// The names of the styles that ibid has with it, in the order of the article page's box.
std::span<std::string_view const> own_citation_styles() noexcept;

/// The names of all styles that can be found, sorted; `folders` are looked through before the usual ones: those of
/// IBID_STYLE_PATH, the user's (XDG_DATA_HOME/ibid/styles), the system's (citation-style-language/styles).
std::vector<std::string> citation_styles(std::vector<std::string> const& folders = {}, bool dependent = false);

}  // namespace ibid
