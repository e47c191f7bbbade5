// Names, mending: lists that were not separated by `and`. Off the common way: a value comes here only if a semicolon
// stands in it or a name has too many commas.
#include "text/names.hpp"

#include "grammars/person_name_words.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid::text {
namespace {

namespace person_name = grammars::person_name;
using Parts = std::vector<std::string_view>;

std::string_view trimmed(std::string_view part) noexcept {
    while (!part.empty() && person_name::is_blank(part.front())) part.remove_prefix(1);
    while (!part.empty() && person_name::is_blank(part.back())) part.remove_suffix(1);
    return part;
}

/// Whether the semicolon at `at` ends an HTML entity: `&eacute;`, or `\&\#233;` where somebody escaped it.
bool ends_entity(std::string_view value, std::size_t at) noexcept {
    auto const is_inside = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '#' || c == '\\'; };
    std::size_t begin = at;
    while (begin > 0 && is_inside(value[begin - 1])) --begin;
    return begin < at && begin > 0 && value[begin - 1] == '&';
}

/// Splits outside of braces. `separator(rest)` answers the length of the separator that `value` has at an offset, or 0.
template <class Separator>
Parts split(std::string_view value, Separator&& separator) {
    Parts parts;
    char const* const last = value.data() + value.size();
    std::size_t begin = 0;
    for (std::size_t i = 0; i < value.size();) {
        if (value[i] == '\\') {
            i += 2;
        } else if (value[i] == '{') {
            char const* const end = person_name::end_of_group(value.data() + i, last);
            if (end == nullptr) break;  // it reaches to the end
            i = static_cast<std::size_t>(end - value.data());
        } else if (std::size_t const size = separator(i); size != 0) {
            parts.push_back(trimmed(value.substr(begin, i - begin)));
            begin = i += size;
        } else {
            ++i;
        }
    }
    parts.push_back(trimmed(value.substr(std::min(begin, value.size()))));
    return parts;
}

Parts split_at(std::string_view value, char separator) {
    return split(value, [&](std::size_t i) { return std::size_t{value[i] == separator}; });
}

/// Whether a word is initials: "J.", "J.-P.", "JP", "Yu.", "{\'E}.", "\u0141.".
bool is_initials(std::string_view word) noexcept {
    char const* at = word.data();
    char const* const last = at + word.size();
    std::size_t letters = 0;
    while (at < last) {
        if (*at == '.' || *at == '-') {
            ++at;
            continue;
        }
        if (*at == '{') {  // a special character: {\'E}
            char const* const end = person_name::end_of_group(at, last);
            if (end == nullptr || at[1] != '\\') return false;
            at = end;
        } else if (*at >= 'A' && *at <= 'Z') {
            ++at;
            bool const digraph = last - at >= 2 && *at >= 'a' && *at <= 'z' && at[1] == '.';
            if (digraph) ++at;
        } else if (static_cast<unsigned char>(*at) < 0x80 || letter_of(person_name::code_point(at, last)) != person_name::Letter::other) {
            return false;
        }
        ++letters;
    }
    return letters >= 1 && letters <= 3;
}

bool are_initials(std::string_view part) {
    Parts const words = split_at(part, ' ');
    return std::all_of(words.begin(), words.end(), [](std::string_view word) { return is_initials(word); });
}

/// Whether a word is there that no person is called by: "Department of Health".
bool names_an_institution(std::string_view value) {
    Parts const words = split_at(value, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word == "of" || word == "for" || word == "the" || word == "The" || word == "&" || word == "\\&";
    });
}

bool is_others(std::string_view name) noexcept { return name == "others" || name == "et al." || name == "et al"; }

/// A name without a comma; "Miller DA", the manner of medical journals, gets one.
std::string with_comma(std::string_view name) {
    std::size_t const blank = name.rfind(' ');
    bool const family_first = blank != std::string_view::npos && is_initials(name.substr(blank + 1)) &&
                              !is_initials(name.substr(0, name.find(' ')));
    std::string out(name);
    if (family_first) out.insert(trimmed(name.substr(0, blank)).size(), ",");
    return out;
}

/// The persons of a name that has more than two commas, or `et al.` behind one; none if it cannot be told who they are.
std::vector<std::string> persons_by_commas(std::string_view name) {
    Parts parts = split_at(name, ',');
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    bool const others = !parts.empty() && is_others(parts.back());
    if (others) parts.pop_back();
    if (!others && parts.size() < 4) return {};

    std::vector<std::string> persons;
    auto const has_two_words = [](std::string_view part) { return part.find(' ') != std::string_view::npos; };
    bool pairs = parts.size() % 2 == 0;  // Miller, D., Firby, J.
    for (std::size_t i = 0; i < parts.size(); ++i) pairs = pairs && !parts[i].empty() && are_initials(parts[i]) == (i % 2 == 1);
    if (pairs) {
        for (std::size_t i = 0; i < parts.size(); i += 2) persons.push_back(std::string(parts[i]) + ", " + std::string(parts[i + 1]));
    } else if ((others && parts.size() == 1) || std::all_of(parts.begin(), parts.end(), has_two_words)) {  // David Miller, Miller D
        for (std::string_view const part : parts) persons.push_back(with_comma(part));
    }
    if (others && !persons.empty()) persons.emplace_back("others");
    return persons;
}

Parts split_at_semicolons(std::string_view value) {
    return split(value, [&](std::size_t i) { return std::size_t{value[i] == ';' && !ends_entity(value, i)}; });
}

/// What semicolons separate. One before a comma is none: "Huberman;, Bernardo".
Parts lists_by_semicolons(std::string_view value, Arena& arena) {
    Parts const parts = split_at_semicolons(value);
    if (std::none_of(parts.begin(), parts.end(), [](std::string_view part) { return part.starts_with(','); })) return parts;
    std::string without;
    for (std::string_view const part : parts) {
        if (part.empty()) continue;
        if (!without.empty() && part.front() != ',') without += ';';
        without += part;
    }
    return split_at_semicolons(arena.copy(without));  // scanners load past its end
}

Parts names_by_and(std::string_view list) {
    char const* const begin = list.data();
    return split(list, [&](std::size_t i) { return person_name::is_and(begin + i, begin, begin + list.size()) ? std::size_t{3} : 0; });
}

}  // namespace

std::string_view mend_names(std::string_view value, Arena& arena) {
    if (value.find('=') != std::string_view::npos) return {};  // an extended name
    if (names_an_institution(value)) return {};
    Parts const lists = lists_by_semicolons(value, arena);
    bool const semicolons = lists.size() > 1;
    bool mended = semicolons || lists.front().size() < trimmed(value).size();
    std::string out;
    auto const add = [&](std::string_view name) {
        if (!out.empty()) out += " and ";
        out += name;
    };
    for (std::string_view const list : lists) {
        for (std::string_view const name : names_by_and(list)) {
            if (name.empty()) continue;
            if (semicolons && is_others(name)) {
                add("others");
            } else if (std::vector<std::string> const persons = persons_by_commas(name); !persons.empty()) {
                mended = true;
                for (std::string const& person : persons) add(person);
            } else if (semicolons && split_at(name, ',').size() == 1) {
                add(with_comma(name));
            } else {
                add(name);
            }
        }
    }
    return mended && !out.empty() ? arena.copy(out) : std::string_view{};
}

}  // namespace ibid::text
