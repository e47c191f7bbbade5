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
        return word == "of" || word == "for" || word == "the" || word == "The";
    });
}

/// A name with commas for its ampersands: "Miller, D., & Firby, J." Nothing: there are none.
std::string_view without_ampersands(std::string_view name, Arena& arena) {
    std::string out;
    Parts const parts = split(name, [&](std::size_t i) {
        std::string_view const rest = name.substr(i);
        return rest.starts_with(" & ") ? 3 : rest.starts_with(" \\& ") ? 4 : std::size_t{0};
    });
    for (std::string_view part : parts) {
        if (part.ends_with(',')) part.remove_suffix(1);
        out.append(out.empty() ? "" : ", ").append(part);
    }
    return parts.size() > 1 ? arena.copy(out) : std::string_view{};  // scanners load past its end
}

/// A name without a comma; "Miller DA", the manner of medical journals, gets one.
std::string with_comma(std::string_view name) {
    std::size_t const blank = name.rfind(' ');
    bool const family_first = blank != std::string_view::npos && is_initials(name.substr(blank + 1)) &&
                              !is_initials(name.substr(0, name.find(' ')));
    std::string out(name);
    if (family_first) out.insert(trimmed(name.substr(0, blank)).size(), ",");
    return out;
}

/// Whether a part is a person with the given name in front of the family name: "D. Miller".
bool is_given_first(std::string_view part) {
    Parts const words = split_at(part, ' ');
    return words.size() > 1 && words.front().ends_with('.') && is_initials(words.front()) && !is_initials(words.back());
}

/// Whether a part is a person as medical journals have them: "Miller DA".
bool is_initials_last(std::string_view part) {
    Parts const words = split_at(part, ' ');
    bool const is_bare = !part.empty() && part.find('.') == std::string_view::npos;
    return words.size() > 1 && is_bare && is_initials(words.back()) && !is_initials(words.front());
}

/// The persons of a name that has more than two commas, `et al.` behind it or initials where none can be; none if it
/// cannot be told who they are. Two persons with given names in front are told by an `ampersand` alone: without one
/// "M. Halle, J. Bresnan" is what BibTeX takes for a family name and a given name.
std::vector<std::string> persons_by_commas(std::string_view name, bool ampersand = false) {
    Parts parts = split_at(name, ',');
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    bool const others = !parts.empty() && is_others(parts.back());
    if (others) parts.pop_back();
    bool const told = (parts.size() > (ampersand ? 1 : 2) && std::all_of(parts.begin(), parts.end(), is_given_first)) ||
                      (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), is_initials_last));
    if (!others && !told && parts.size() < 4) return {};

    std::vector<std::string> persons;
    auto const has_two_words = [](std::string_view part) { return part.find(' ') != std::string_view::npos; };
    bool pairs = parts.size() % 2 == 0;  // Miller, D., Firby, J.
    for (std::size_t i = 0; i < parts.size(); ++i) pairs = pairs && !parts[i].empty() && are_initials(parts[i]) == (i % 2 == 1);
    if (pairs) {
        for (std::size_t i = 0; i < parts.size(); i += 2) persons.push_back(std::string(parts[i]) + ", " + std::string(parts[i + 1]));
    } else if ((others && parts.size() == 1) || std::all_of(parts.begin(), parts.end(), has_two_words)) {  // David Miller, Miller D
        for (std::string_view const part : parts) persons.push_back(with_comma(part));
    } else if (others && parts.size() == 2) {  // Miller, David, et al.
        persons.push_back(std::string(parts[0]) + ", " + std::string(parts[1]));
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

bool is_others(std::string_view name) noexcept {
    if (name.ends_with(',')) name.remove_suffix(1);
    return name == "others" || name == "et al." || name == "et al";
}

bool take_others(std::string_view& name) noexcept {
    for (std::string_view const others : {" et al.", " et al"})
        if (name.size() > others.size() && name.ends_with(others)) {
            name = trimmed(name.substr(0, name.size() - others.size()));
            if (name.ends_with(',')) name.remove_suffix(1);
            return true;
        }
    return false;
}

bool is_list_in_one(std::string_view family, std::string_view suffix, std::string_view given) noexcept {
    auto const is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (family.size() < 4 || given.size() < 4) return false;
    if (family[1] == '.') return !suffix.empty() && is_capital(family[0]) && given[1] == '.';
    return is_capital(family.back()) && is_capital(given.back()) && family.find(' ') != std::string_view::npos &&
           given.find(' ') != std::string_view::npos;
}

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
            std::string_view const listed = without_ampersands(name, arena);
            if (semicolons && is_others(name)) {
                add("others");
            } else if (!listed.empty()) {
                std::vector<std::string> const persons = persons_by_commas(listed, true);
                if (persons.empty()) return {};  // an institution
                mended = true;
                for (std::string const& person : persons) add(person);
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
