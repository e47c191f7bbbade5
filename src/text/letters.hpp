// Letters: what grammars and codecs ask of a character. Unicode 14 (utf8proc 2.8).
#pragma once

#include "grammars/person_name.hpp"

namespace ibid::text {

/// For grammars::person_name: whether a character is a letter, and a lower-case one.
grammars::person_name::Letter letter_of(char32_t character) noexcept;

}  // namespace ibid::text
