// How lines of names are taken apart, and what the citation says of a name.
#include "formats/article_page/persons.hpp"

#include "text/given_first.hpp"

#include <algorithm>

namespace ibid::formats::article_page {
namespace {

std::string_view trimmed(std::string_view text) noexcept {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// The cited family name, if the cited author may be the one of that name: its initial has to be the same.
std::string family_of(std::string_view name, CitedAuthor const* cited) {
    bool const may_be = cited != nullptr && !cited->initials.empty() && !name.empty() && name[0] == cited->initials[0];
    return may_be ? folded(cited->family) : std::string();
}

}  // namespace

std::vector<std::string> names_in(std::string_view line) {
    std::string const plain = folded(line);
    std::vector<std::string> names;
    bool persons = true;
    std::string_view const all = plain;
    std::size_t word = all.find(" and ");  // looked for again only once it is passed
    for (std::size_t at = 0; at < all.size();) {
        std::size_t const comma = all.find_first_of(",;", at);
        if (word != all.npos && word < at) word = all.find(" and ", at);
        std::size_t const end = std::min({comma, word, all.size()});
        std::string_view one = trimmed(all.substr(at, end - at));
        at = end + (end == word ? 5 : 1);
        if (one.starts_with("and ")) one.remove_prefix(4);
        if (one.empty()) continue;
        if (text::is_name_suffix(one) && !names.empty()) {
            names.back().append(", ").append(one);
            continue;
        }
        persons = persons && one.find(' ') != one.npos;
        names.emplace_back(one);
    }
    bool const one_group = plain.find_first_of(",;") == plain.npos && text::is_group_name(plain);
    if (names.size() < 2 || (persons && !one_group)) return names;
    return {std::string(trimmed(plain))};
}

bool read_name(std::string_view name, CitedAuthor const* cited, Arena& arena, Name& to) {
    return text::decode_given_first(name, family_of(name, cited), arena, to);
}

}  // namespace ibid::formats::article_page
