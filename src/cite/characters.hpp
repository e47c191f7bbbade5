// Characters: what names ask of characters: code points, letter classes, East Asian scripts. Letter case of texts and
// collation are in unicode.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid::cite::characters {

/// The code point at a place and its bytes; what is no UTF-8 counts as one byte.
struct CodePoint {
    char32_t code = 0;
    std::size_t size = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;
/// Adds a code point's bytes.
void append_code_point(std::string& to, char32_t code);

bool is_letter(char32_t code) noexcept;
bool is_upper(char32_t code) noexcept;  ///< upper or title case
bool is_lower(char32_t code) noexcept;
char32_t lower_of(char32_t code) noexcept;
char32_t upper_of(char32_t code) noexcept;
/// Han, Kana, Hangul, Bopomofo, Yi: written without blanks between the parts of a name.
bool is_east_asian(char32_t code) noexcept;

}  // namespace ibid::cite::characters
