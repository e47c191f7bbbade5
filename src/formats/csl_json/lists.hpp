// Lists in CSL-JSON, which has one string for all of a list's texts: where they are cut, and how they are joined.
#pragma once

#include "formats/csl_json/mapping.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::csl_json {

/// The texts of a list's string, which lives in the arena. `complete` becomes false if something was left out:
/// "(electronic)" behind an ISSN.
List split(VariableId id, Text const& whole, Arena& arena, bool& complete);

/// What stands between the texts when they are written.
std::string_view delimiter(VariableId id, List list) noexcept;

/// Whether split() makes the same list of the texts joined by delimiter().
bool comes_back(VariableId id, List list);

}  // namespace ibid::formats::csl_json
