// The rule sets of the styles as plain functions, for the grammar of formatted citations.
#pragma once

#include "grammars/citation.hpp"

namespace ibid::grammars::citation {

/// Whether all of a line has the form of a style; if so `reference` is what it says, and its names are in the batch.
bool read_as(Style style, std::string_view line, Batch& batch, Reference& reference);

/// Of a line that has no style's form: how far the style came that came furthest, and what it would have taken there.
void find_fault(std::string_view line, Batch& batch, Problem& problem);

}  // namespace ibid::grammars::citation
