// How residue is named and made safe.
#include "formats/bibtex/residue.hpp"

namespace ibid::formats::bibtex {

char const* skip_string(char const* at, char const* last) noexcept {
    char const open = *at;
    std::size_t depth = open == '{' ? 1 : 0;
    while ((at = grammars::support::scan_to<'{', '}', '"'>(at + 1, last)) < last) {
        if (*at == '{') ++depth;
        else if (*at == '}' && depth > 0) --depth;
        if (depth == 0 && *at == (open == '{' ? '}' : '"')) return at + 1;
    }
    return last;
}

std::string_view balanced(std::string_view value, Arena& arena) {
    if (value.find('{') == std::string_view::npos && value.find('}') == std::string_view::npos) return value;
    std::size_t depth = 0, unmatched = 0;
    bool stray = false;
    for (char const c : value) {
        if (c == '{') ++depth;
        else if (c == '}' && depth == 0) stray = true;
        else if (c == '}') --depth;
    }
    unmatched = depth;
    if (unmatched == 0 && !stray) return value;
    char* const begin = arena.reserve(value.size() + unmatched);
    char* to = begin;
    depth = 0;
    for (char const c : value) {
        if (c == '}' && depth == 0) continue;
        depth += c == '{';
        depth -= c == '}';
        *to++ = c;
    }
    for (; depth > 0; --depth) *to++ = '}';
    return arena.commit(to);
}

}  // namespace ibid::formats::bibtex
