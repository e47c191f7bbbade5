// Residue: native fields that go back to a .bib file as they stood: macro expressions, and what no row claimed.
#pragma once

#include "formats/bibtex/types.hpp"
#include "grammars/support/scan.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::bibtex {

/// Whether an extra is a field of a .bib file that no variable holds.
inline bool is_residue(Extra const& x) noexcept {
    return (x.kind == ExtraKind::unclaimed || x.kind == ExtraKind::shadowed) && x.format == "bibtex";
}

/// A raw value whose braces balance: what does not is taken out. The value itself, or a copy in the arena.
std::string_view balanced(std::string_view value, Arena& arena);

/// Behind the string that begins at `at` with a quotation mark or a brace.
char const* skip_string(char const* at, char const* last) noexcept;

/// Calls visit(name) for each macro of an expression `a # "b" # {c}`, which lives in an arena.
template <class Visit>
void each_macro(std::string_view expression, Visit&& visit) {
    using grammars::support::skip_blank, grammars::support::scan_to_blank_or;
    char const* const last = expression.data() + expression.size();
    for (char const* at = expression.data(); (at = skip_blank(at, last)) < last;) {
        if (*at == '#') {
            ++at;
        } else if (*at == '{' || *at == '"') {
            at = skip_string(at, last);
        } else {
            char const* const end = scan_to_blank_or<'#'>(at, last);
            if (*at < '0' || *at > '9') visit(std::string_view(at, static_cast<std::size_t>(end - at)));
            at = end;
        }
    }
}

}  // namespace ibid::formats::bibtex
