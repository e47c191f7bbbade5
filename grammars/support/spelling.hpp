// Words as template arguments, and the comparison of bytes with them. No Boost.
#pragma once

#include <algorithm>
#include <cstddef>

#include "grammars/support/lane.hpp"

namespace ibid::grammars::support {

/// A string as a template argument.
template <std::size_t Size>
struct Spelling {
    char text[Size]{};
    static constexpr std::size_t length = Size - 1;
    // NOLINTNEXTLINE(google-explicit-constructor): "TY  - " is to be written as it stands
    constexpr Spelling(char const (&literal)[Size]) noexcept { std::copy_n(literal, Size, text); }
};

/// Does `text` spell `Word`, which is given in lower case, in any mixture of ASCII cases?
template <Spelling Word>
IBID_INLINE bool spells(char const* text) noexcept {
    for (std::size_t i = 0; i < Word.length; ++i) {
        char const folded = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
        if (folded != Word.text[i]) return false;
    }
    return true;
}

}  // namespace ibid::grammars::support
