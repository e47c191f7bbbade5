// Citation labels: the variable citation-label of an item that has none: "Asth00", as of the styles "alpha" and DIN 1505.
// Specification: CSL 1.0.2, appendix IV ("citation-label"): authors' names and year.
#pragma once

#include "ibid/record.hpp"

#include <string>

namespace ibid::cite {

/// The label of a record: four letters of one family name, two and two of two, two, one and one of three, one each of the
/// first four of more; then the last two digits of the year. Without names, letters of the title.
std::string citation_label(Record const& record);

}  // namespace ibid::cite
