// How names are taken apart: by the citation where it agrees; else the last word is the family name, with the words in
// small letters before it as particles.
#include "formats/article_page/persons.hpp"

#include "text/names.hpp"

#include <algorithm>
#include <array>

namespace ibid::formats::article_page {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find(' ', at), text.size());
        if (end != at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_suffix(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> suffixes{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
    return std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end();
}

/// Words that no person is called by.
bool is_group(std::string_view name) {
    constexpr std::array<std::string_view, 22> signs{
        "academy", "association", "center", "centre", "collaboration", "collaborators", "committee", "consortium", "council", "department", "foundation",
        "group", "initiative", "institute", "investigators", "network", "organization", "project", "society", "taskforce", "team", "university"};
    for (std::string_view const word : words_of(name)) {
        std::string lower(word);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        while (!lower.empty() && (lower.back() == ',' || lower.back() == ';')) lower.pop_back();
        if (std::find(signs.begin(), signs.end(), lower) != signs.end()) return true;
    }
    return name.starts_with("on behalf of ") || name.starts_with("for the ");
}

/// Whether a name ends in the cited family name, and begins as the first initial says.
bool agrees(std::string_view name, CitedAuthor const& cited) {
    std::string const family = folded(cited.family);
    if (cited.initials.empty() || family.empty() || name.size() < family.size() + 2) return false;
    return name.ends_with(family) && name[name.size() - family.size() - 1] == ' ' && name[0] == cited.initials[0];
}

/// Where the family name begins, its particles included: the words in small letters before it, unless the name begins
/// with one.
std::size_t family_begin(std::vector<std::string_view> const& words) noexcept {
    auto const is_small = [](std::string_view word) { return (word[0] >= 'a' && word[0] <= 'z') || word[0] == '\''; };
    std::size_t at = words.size() - 1;
    while (at > 1 && is_small(words[at - 1])) --at;
    return at;
}

std::string_view from(std::string_view text, std::string_view part) noexcept { return text.substr(static_cast<std::size_t>(part.data() - text.data())); }

}  // namespace

std::vector<std::string> names_in(std::string_view line) {
    std::string const text = folded(line);
    std::vector<std::string> names;
    bool persons = true;
    for (std::string_view rest = text; !rest.empty();) {
        std::size_t const comma = rest.find_first_of(",;"), word = rest.find(" and ");
        std::size_t const end = std::min({comma, word, rest.size()});
        std::string_view one = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == rest.size() ? end : end + (end == word ? 5 : 1));
        if (one.starts_with("and ")) one.remove_prefix(4);
        if (one.empty()) continue;
        if (is_suffix(one) && !names.empty()) {
            names.back().append(", ").append(one);
            continue;
        }
        persons = persons && one.find(' ') != one.npos;
        names.emplace_back(one);
    }
    bool const one_group = text.find_first_of(",;") == text.npos && is_group(text);
    if (names.size() < 2 || (persons && !one_group)) return names;
    return {std::string(trimmed(text))};
}

bool read_name(std::string_view name, CitedAuthor const* cited, Arena& arena, Name& to) {
    std::string_view const whole = name;
    auto const literal = [&] { to.literal = Text(arena.copy(whole)); };
    std::string_view suffix;
    if (std::size_t const comma = name.find(','); comma != name.npos) {
        suffix = trimmed(name.substr(comma + 1));
        name = trimmed(name.substr(0, comma));
        if (!is_suffix(suffix)) {
            literal();
            return is_group(whole);
        }
    }
    std::vector<std::string_view> words = words_of(name);
    if (words.size() < 2 || is_group(name)) {
        literal();
        return true;
    }
    if (suffix.empty() && words.size() > 2 && is_suffix(words.back())) {
        suffix = words.back();
        words.pop_back();
        name = trimmed(name.substr(0, static_cast<std::size_t>(suffix.data() - name.data())));
    }
    std::string_view const family = cited != nullptr && agrees(name, *cited) ? name.substr(name.size() - folded(cited->family).size())
                                                                             : from(name, words[family_begin(words)]);
    std::string inverted(family);
    inverted.append(", ").append(trimmed(name.substr(0, name.size() - family.size())));
    if (!suffix.empty()) inverted.append(", ").append(suffix);
    to = text::decode_ris_name(arena.copy(inverted), arena);
    return true;
}

}  // namespace ibid::formats::article_page
