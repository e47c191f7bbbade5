// Library: search for styles and locales, dependent styles, and merging of locales. See library.hpp.
#include "cite/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace ibid::cite {
namespace {

namespace fs = std::filesystem;

/// No style or locale is larger; what is, is some other file.
constexpr std::uintmax_t max_size = 16U << 20U;

std::optional<std::string> read_file(fs::path const& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return {};
    if (auto const size = fs::file_size(path, error); error || size > max_size) return {};
    std::ifstream file(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    if (file.bad()) return {};
    return text;
}

std::string_view variable(char const* name) {
    char const* const value = std::getenv(name);
    return value ? value : std::string_view();
}

/// The folders of a list as in PATH.
void add_list(std::string_view list, std::string_view below, std::vector<fs::path>& to) {
    while (!list.empty()) {
        std::size_t const end = std::min(list.find(':'), list.size());
        if (end > 0) to.push_back(below.empty() ? fs::path(list.substr(0, end)) : fs::path(list.substr(0, end)) / below);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

std::string_view last_segment(std::string_view url) {
    while (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return url.substr(url.find_last_of('/') + 1);  // npos + 1 is 0
}

bool is_url(std::string_view name) { return name.find("://") != std::string_view::npos; }

void tell(std::vector<StyleProblem>& problems, std::string message, bool fatal) {
    problems.push_back({0, 0, std::move(message), fatal});
}

constexpr std::pair<std::string_view, std::string_view> dialects[] = {
    {"af", "af-ZA"}, {"bal", "bal-PK"}, {"bg", "bg-BG"}, {"brh", "brh-PK"}, {"ca", "ca-AD"}, {"cs", "cs-CZ"},
    {"cy", "cy-GB"}, {"da", "da-DK"}, {"de", "de-DE"}, {"el", "el-GR"}, {"en", "en-US"}, {"es", "es-ES"},
    {"et", "et-EE"}, {"fa", "fa-IR"}, {"fi", "fi-FI"}, {"fr", "fr-FR"}, {"gl", "gl-ES"}, {"he", "he-IL"},
    {"hi", "hi-IN"}, {"hr", "hr-HR"}, {"hu", "hu-HU"}, {"hy", "hy-AM"}, {"id", "id-ID"}, {"is", "is-IS"},
    {"it", "it-IT"}, {"ja", "ja-JP"}, {"km", "km-KH"}, {"ko", "ko-KR"}, {"lij", "lij-IT"}, {"lt", "lt-LT"},
    {"lv", "lv-LV"}, {"mn", "mn-MN"}, {"ms", "ms-MY"}, {"nb", "nb-NO"}, {"nl", "nl-NL"}, {"nn", "nn-NO"},
    {"no", "nb-NO"}, {"pa", "pa-PK"}, {"pl", "pl-PL"}, {"pt", "pt-PT"}, {"ro", "ro-RO"}, {"ru", "ru-RU"},
    {"sk", "sk-SK"}, {"sl", "sl-SI"}, {"sr", "sr-Latn-RS"}, {"sv", "sv-SE"}, {"th", "th-TH"}, {"tr", "tr-TR"},
    {"uk", "uk-UA"}, {"vi", "vi-VN"}, {"zh", "zh-CN"},
};

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string_view base_of(std::string_view tag) noexcept { return tag.substr(0, tag.find('-')); }

}  // namespace

std::string language_tag(std::string_view tag) {
    std::string result;
    std::size_t begin = 0;
    while (begin <= tag.size()) {
        std::size_t const end = std::min(tag.find_first_of("-_", begin), tag.size());
        std::string_view const part = tag.substr(begin, end - begin);
        if (begin > 0) result += '-';
        for (std::size_t i = 0; i < part.size(); ++i) {
            bool const capital = begin > 0 && (part.size() == 2 || (part.size() == 4 && i == 0));
            result += capital ? upper(part[i]) : lower(part[i]);
        }
        begin = end + 1;
    }
    return result;
}

std::string_view main_dialect(std::string_view language) noexcept {
    for (auto const& [base, dialect] : dialects)
        if (base == language) return dialect;
    return {};
}

LibraryFolders default_folders() {
    LibraryFolders folders;
    add_list(variable("IBID_STYLE_PATH"), {}, folders.styles);
    add_list(variable("IBID_LOCALE_PATH"), {}, folders.locales);
    fs::path user = variable("XDG_DATA_HOME");
    if (user.empty() && !variable("HOME").empty()) user = fs::path(variable("HOME")) / ".local/share";
    if (!user.empty()) {
        folders.styles.push_back(user / "ibid/styles");
        folders.locales.push_back(user / "ibid/locales");
    }
    std::string_view system = variable("XDG_DATA_DIRS");
    if (system.empty()) system = "/usr/local/share:/usr/share";
    add_list(system, "citation-style-language/styles", folders.styles);
    add_list(system, "citation-style-language/locales", folders.locales);
    return folders;
}

std::optional<std::string> Library::style_text(std::string_view name) const {
    if (!is_url(name) && (name.find('/') != std::string_view::npos || name.ends_with(".csl")))
        if (auto text = read_file(name)) return text;
    std::string_view bare = last_segment(name);
    if (bare.ends_with(".csl")) bare.remove_suffix(4);
    if (bare.empty()) return {};
    std::string const file = std::string(bare) + ".csl";
    for (fs::path const& folder : folders_.styles) {
        if (auto text = read_file(folder / file)) return text;
        if (auto text = read_file(folder / "dependent" / file)) return text;
    }
    for (OwnStyle const& own : own_styles())
        if (own.name == bare) return std::string(own.xml);
    return {};
}

std::optional<Style> Library::style(std::string_view name, std::vector<StyleProblem>& problems) const {
    auto text = style_text(name);
    if (!text) {
        tell(problems, "style '" + std::string(name) + "' not found", true);
        return {};
    }
    Style style = parse_style(*text, problems);
    // A parent is independent; one that is not is followed a little, for it may be a circle.
    for (int step = 0; !style.parent.empty(); ++step) {
        auto const parent_text = step < 4 ? style_text(last_segment(style.parent)) : std::nullopt;
        if (!parent_text) {
            tell(problems, "style '" + style.parent + "', which '" + std::string(name) + "' depends on, not found", true);
            return {};
        }
        Style parent = parse_style(*parent_text, problems);
        parent.title = std::move(style.title);
        parent.id = std::move(style.id);
        if (!style.default_locale.empty()) parent.default_locale = std::move(style.default_locale);
        style = std::move(parent);
    }
    return style;
}

bool Library::add_file(Locale& locale, std::string_view language, std::vector<StyleProblem>& problems) const {
    std::string const file = "locales-" + std::string(language) + ".xml";
    for (fs::path const& folder : folders_.locales) {
        auto const text = read_file(folder / file);
        if (!text) continue;
        locale.add(parse_locale(*text, problems));
        return true;
    }
    return false;
}

Locale Library::locale(Style const& style, std::string_view language, std::vector<StyleProblem>& problems) const {
    if (language.empty()) language = style.default_locale;
    std::string const tag = language.empty() ? "en-US" : language_tag(language);
    std::string_view const base = base_of(tag), dialect = main_dialect(base);
    Locale locale(tag);
    if (!add_file(locale, "en-US", problems)) locale.add(builtin_english());
    bool found = base == "en";
    if (!dialect.empty() && dialect != "en-US") found |= add_file(locale, dialect, problems);
    if (tag != dialect && tag.find('/') == std::string::npos) found |= add_file(locale, tag, problems);
    if (!found) tell(problems, "no locale for '" + tag + "' found; American English stands in", false);
    // The style's own: for all languages, for the language, for the very dialect.
    auto const add_own = [&](std::string_view wanted) {
        for (LocalePatch const& patch : style.locales)
            if (language_tag(patch.language) == wanted) locale.add(patch);
    };
    add_own({});
    add_own(base);
    if (tag != base) add_own(tag);
    return locale;
}

std::vector<std::string> Library::style_names(bool dependent) const {
    std::set<std::string> names;
    for (OwnStyle const& own : own_styles()) names.emplace(own.name);
    auto const add = [&](fs::path const& folder) {
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".csl") names.insert(it->path().stem().string());
    };
    for (fs::path const& folder : folders_.styles) {
        add(folder);
        if (dependent) add(folder / "dependent");
    }
    return {names.begin(), names.end()};
}

}  // namespace ibid::cite
