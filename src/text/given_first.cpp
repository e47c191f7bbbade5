// How names with the given name in front are taken apart.
#include "text/given_first.hpp"

#include "text/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ibid::text {
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

/// Where the family name begins, its particles included, which never begin the name.
std::size_t family_begin(std::vector<std::string_view> const& words) noexcept {
    auto const is_small = [](std::string_view word) { return (word[0] >= 'a' && word[0] <= 'z') || word[0] == '\''; };
    std::size_t at = words.size() - 1;
    while (at > 1 && is_small(words[at - 1])) --at;
    return at;
}

/// "J", "JA": given names in the way of medical journals, which stand behind the family name.
bool is_bare_initials(std::string_view word) noexcept {
    constexpr std::size_t most = 3;
    return !word.empty() && word.size() <= most && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool is_degree(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 17> degrees{"PhD", "Ph.D.", "PhD.", "Ph.D", "MD", "M.D.", "DPhil", "DSc", "Dr.", "MSc", "M.Sc.",
                                                      "MA", "MPH", "MBBS", "BSc", "RN", "PharmD"};
    return std::find(degrees.begin(), degrees.end(), word) != degrees.end();
}

bool is_name_suffix(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 7> suffixes{"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
    return std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end();
}

bool is_group_name(std::string_view name) {
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

bool decode_given_first(std::string_view name, std::string_view family, Arena& arena, Name& to) {
    name = trimmed(name);
    std::string_view const whole = name;
    auto const literal = [&] { to.literal = Text(arena.copy(whole)); };
    std::string_view suffix;
    if (std::size_t const comma = name.find(','); comma != name.npos) {
        suffix = trimmed(name.substr(comma + 1));
        name = trimmed(name.substr(0, comma));
        if (!is_name_suffix(suffix) && !is_degree(suffix)) {
            literal();
            return is_group_name(whole);
        }
    }
    std::vector<std::string_view> words = words_of(name);
    if (words.size() < 2 || is_group_name(name)) {
        literal();
        return true;
    }
    if (suffix.empty() && words.size() > 2 && is_name_suffix(words.back())) {
        suffix = words.back();
        words.pop_back();
        name = trimmed(name.substr(0, static_cast<std::size_t>(suffix.data() - name.data())));
    }
    if (family.empty() && suffix.empty() && is_bare_initials(words.back()) && !is_bare_initials(words.front())) {  // "Smith J"
        std::string const inverted = std::string(trimmed(name.substr(0, name.size() - words.back().size()))) + ", " + std::string(words.back());
        to = decode_ris_name(arena.copy(inverted), arena);
        return true;
    }
    bool const hinted = !family.empty() && name.size() > family.size() + 1 && name.ends_with(family) && name[name.size() - family.size() - 1] == ' ';
    std::string_view const first = words[family_begin(words)];
    std::size_t const begin = hinted ? name.size() - family.size() : static_cast<std::size_t>(first.data() - name.data());
    std::string inverted(name.substr(begin));
    inverted.append(", ").append(trimmed(name.substr(0, begin)));
    if (!suffix.empty()) inverted.append(", ").append(suffix);
    to = decode_ris_name(arena.copy(inverted), arena);
    return true;
}

}  // namespace ibid::text
