// Suggestions for mistyped words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ibid::tools {

/// How many letters have to be put in, taken out, replaced or swapped with their neighbour (Damerau's distance, each
/// place edited once).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that was probably meant, or an empty string.
std::string nearest(std::string_view word, std::span<std::string const> candidates);

/// "; did you mean 'candidate'?", or nothing.
std::string did_you_mean(std::string_view word, std::span<std::string const> candidates);

}  // namespace ibid::tools
