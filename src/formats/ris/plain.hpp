// Values in the plainest form that they have, which is that of nearly every value of nearly every file: told by a look,
// read and written without what src/text does for all the others. A value that is not plain is nothing special; it
// takes the long way.
#pragma once

#include "ibid/date.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::formats::ris {

/// Whether a part of a name, in the window or in an arena, is words that begin with A to Z: no particle, nothing to fold
/// or escape.
bool is_capital_words(std::string_view part) noexcept;
/// Where the comma of `Family, Given`, in the window or in an arena, is, if both are such words; else 0.
std::size_t plain_person(std::string_view name) noexcept;

/// `1980`, `1980/10` or `1980/10/03`, slashes behind; not the days that some months lack.
bool read_plain_date(std::string_view value, Date& date) noexcept;

}  // namespace ibid::formats::ris
