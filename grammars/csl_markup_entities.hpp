// Character references: what `amp`, `#233` and `#xE9` between `&` and `;` mean.
#pragma once

#include <string_view>

namespace ibid::grammars::csl_markup {

/// The character of a reference given without its delimiters; 0 if there is no such character or if it is a control.
char32_t character_of(std::string_view reference) noexcept;

}  // namespace ibid::grammars::csl_markup
