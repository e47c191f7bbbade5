// How a RIS tag may be spelled: the six characters of the specification, and what exporters and editors make of
// them. It looks at one line only; which spellings a record may use is the grammar's business (ris.cpp).
#pragma once

#include <cstdint>
#include <string_view>

#include "grammars/ris.hpp"

namespace ibid::grammars::ris {

/// In what a spelling departs from `AU  - `: a set of these bits. Leading blanks are no departure.
enum Looseness : unsigned {
    exact = 0,
    lower_case = 1,   ///< `au  - `
    other_gap = 2,    ///< `AU - `, or a tab before the dash
    no_gap = 4,       ///< `AU- `
    other_dash = 8,   ///< an en dash, em dash, minus sign ... for the hyphen
    no_blank = 16,    ///< `AU  -Smith`
};

/// A line that could be a tag line.
struct Spelling {
    std::uint16_t tag = 0;  ///< in upper case
    unsigned looseness = exact;
    std::string_view rest;  ///< what stands behind the dash, up to the line break
};

/// Reads the tag at the front of a line (without its line break) in any spelling; false if there is none.
/// That alone does not make it a tag line: `T2-weighted images` has the looks of one.
bool spell(std::string_view line, Spelling& spelling) noexcept;

/// Is the tag one of those that the specifications of 2001 or 2011 list, or that exporters commonly add?
bool is_known(std::uint16_t tag) noexcept;

}  // namespace ibid::grammars::ris
