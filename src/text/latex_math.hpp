// TeX math -> plain text with marks, as far as plain text can say it: letters, symbols, scripts, accents, fractions
// that Unicode has. Not a formula language: what has no reading stays TeX.
#pragma once

#include "text/draft.hpp"

#include <cstdint>
#include <string_view>

namespace ibid::text {

/// How much of a formula its reading says.
enum class Formula : std::uint8_t {
    opaque,    ///< it has none; the draft is as it was
    readable,  ///< it can be read, but the source says more: variables are italic, words are spaced
    plain,     ///< all: `\alpha`, `_2`, `\leq 5`
};

/// Appends the reading of a formula, given without its delimiters.
Formula read_formula(std::string_view source, Draft& draft);

/// Appends the reading of a chemical formula, the argument of mhchem's `\ce`: `H2O`, `Fe^3+`, `A -> B`.
Formula read_chemistry(std::string_view source, Draft& draft);

}  // namespace ibid::text
