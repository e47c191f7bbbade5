// Preserving: an entry of which something has changed keeps the bytes of all that has not.
#pragma once

#include "ibid/record.hpp"

#include <string>
#include <string_view>

namespace ibid::formats::bibtex {

/// The entry `source` with the fields in the place of which a row of the mapping reads a changed variable taken from
/// `printed`, the whole record as the writer has it; the same for key and type. A new field stands behind the last one,
/// behind what stood between the last two. Empty if one of the two is no whole entry.
std::string merge_entry(std::string_view source, std::string_view printed, Record const& record);

}  // namespace ibid::formats::bibtex
