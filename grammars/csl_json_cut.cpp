// Where a document may be cut between two items, told by what stands there alone.
#include "grammars/csl_json.hpp"

#include <array>

namespace ibid::grammars::csl_json {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The members that a name of CSL 1.0.2 may begin with, and citeproc's additions to it. No item has them.
bool is_member_of_name(std::string_view member) noexcept {
    static constexpr std::array<std::string_view, 8> members{
        "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix", "static-ordering"};
    for (std::string_view const one : members)
        if (member == one) return true;
    return false;
}

/// Whether an object begins at `at` whose first member may be an item's.
bool begins_item(std::string_view window, std::size_t at) noexcept {
    std::size_t const name = window.find_first_not_of(blanks, at + 1);
    if (window[at] != '{' || name == std::string_view::npos || window[name] != '"') return false;
    std::size_t const end = window.find('"', name + 1);
    return end != std::string_view::npos && !is_member_of_name(window.substr(name + 1, end - name - 1));
}

}  // namespace

std::size_t find_item_of_array(std::string_view window, std::size_t from) noexcept {
    for (std::size_t at = from; (at = window.find('}', at)) != std::string_view::npos; ++at) {
        std::size_t const comma = window.find_first_not_of(blanks, at + 1);
        if (comma == std::string_view::npos || window[comma] != ',') continue;
        std::size_t const next = window.find_first_not_of(blanks, comma + 1);
        if (next != std::string_view::npos && begins_item(window, next)) return next;
    }
    return std::string_view::npos;
}

std::size_t find_item_line(std::string_view window, std::size_t from) noexcept {
    for (std::size_t at = from; (at = window.find("}\n{", at)) != std::string_view::npos; ++at)
        if (begins_item(window, at + 2)) return at + 2;
    return std::string_view::npos;
}

}  // namespace ibid::grammars::csl_json
