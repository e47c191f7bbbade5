// Braces and formulas that say more in a .bib file than in the record.
#pragma once

#include "grammars/support/scan.hpp"
#include "mapping/sets.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::bibtex {

/// Takes the protection of letter case off `volume = {{30}}` and `publisher = {Elsevier {BV}}`: it is for what styles change
/// the case of, and says nothing elsewhere. The answer is the variables whose source says more than they do now.
mapping::VariableSet drop_shields(Record& record);

/// has_formula() of a value whose first `$` or `\` is at `at`.
bool has_formula_from(char const* first, char const* at, char const* last) noexcept;
/// Whether a value, a slice of the window or of an arena, holds a formula, `$...$` or `\(...\)`; the record may have its
/// characters alone.
inline bool has_formula(std::string_view value) noexcept {
    char const *const first = value.data(), *const last = first + value.size();
    char const* const at = grammars::support::scan_to<'$', '\\'>(first, last);
    return at != last && has_formula_from(first, at, last);
}

}  // namespace ibid::formats::bibtex
