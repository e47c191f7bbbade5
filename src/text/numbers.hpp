// Numbers: editions as words, ordinals and digits. English words; the ordinal endings of other languages are taken off.
#pragma once

#include "ibid/arena.hpp"

#include <string_view>

namespace ibid::text {

/// The number of an edition: "Second", "2nd", "2." are "2". What says more, be it the noun ("2nd ed.", "3. Aufl."), is
/// answered as it is: BibTeX "btxdoc" 3.2 wants an ordinal and the style adds the noun, BibLaTeX 3.20 manual 2.2.2 takes
/// an integer or a literal. A slice of `plain` or a static text.
std::string_view decode_edition(std::string_view plain) noexcept;

/// What BibTeX styles want: "2" is "Second", up to Tenth; "11" is "11th"; the rest as it is.
std::string_view encode_bibtex_edition(std::string_view edition, Arena& arena);

/// Whether it is all ASCII digits (and not empty).
bool is_digits(std::string_view text) noexcept;
/// A number up to 999999999 from ASCII digits; -1 if it is none.
int to_number(std::string_view digits) noexcept;

}  // namespace ibid::text
