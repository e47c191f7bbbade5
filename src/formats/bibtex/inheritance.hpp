// Inheritance: which field of a parent becomes which field of a child that names it by `crossref`.
// Source: BibLaTeX 3.20 manual, appendix B (default inheritance setup).
#pragma once

#include <algorithm>
#include <string_view>

namespace ibid::formats::bibtex {

constexpr bool same_name(std::string_view a, std::string_view b) noexcept {
    constexpr auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// The name that a field of the parent has in the child; empty: it is not inherited.
std::string_view inherited_name(std::string_view parent_type, std::string_view child_type, std::string_view field) noexcept;

/// Calls visit(key) for each key of a list like `a, b`.
template <class Visit>
void each_key(std::string_view keys, Visit&& visit) {
    while (!keys.empty()) {
        std::size_t const comma = std::min(keys.find(','), keys.size());
        std::string_view key = keys.substr(0, comma);
        while (!key.empty() && static_cast<unsigned char>(key.front()) <= ' ') key.remove_prefix(1);
        while (!key.empty() && static_cast<unsigned char>(key.back()) <= ' ') key.remove_suffix(1);
        if (!key.empty()) visit(key);
        keys.remove_prefix(std::min(comma + 1, keys.size()));
    }
}

}  // namespace ibid::formats::bibtex
