// Numbers: editions as words, ordinals and digits. English words; the ordinal endings of other languages are taken off.
#pragma once

#include "ibid/arena.hpp"

#include <string_view>

namespace ibid::text {

/// The number of an edition: "Second", "2nd", "2nd ed.", "second edition", "2." are "2"; what is not understood
/// ("2nd revised ed.") is answered as it is. A slice of `plain` or a static text.
std::string_view decode_edition(std::string_view plain) noexcept;

/// What BibTeX styles want: "2" is "Second", up to Tenth; "11" is "11th"; the rest as it is.
std::string_view encode_bibtex_edition(std::string_view edition, Arena& arena);

/// Whether it is all ASCII digits (and not empty).
bool is_digits(std::string_view text) noexcept;
/// A number up to 999999999 from ASCII digits; -1 if it is none.
int to_number(std::string_view digits) noexcept;

}  // namespace ibid::text
