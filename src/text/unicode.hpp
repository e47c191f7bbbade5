// Unicode, as much as rich text needs: code points in UTF-8, and composition to NFC (UAX #15, Unicode 14 by utf8proc).
// Called where accents are; plain text passes by.
#pragma once

#include "ibid/arena.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::text {

/// Writes a code point as UTF-8, up to four bytes; answers the end.
inline char* put_utf8(char32_t code, char* out) noexcept {
    auto const byte = [&out](char32_t bits) { *out++ = static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
    return out;
}

/// A code point and how many bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

/// The first code point of a text that is not empty; a byte that is no UTF-8 is U+FFFD of size 1.
CodePoint first_code_point(std::string_view text) noexcept;

/// Whether a character is written over, under or through the one before it: its combining class is not 0.
bool is_combining(char32_t code) noexcept;

/// Whether it stands above its letter: combining class 230.
bool is_above(char32_t code) noexcept;

/// The most bytes by which add_mark() makes a text longer.
inline constexpr std::size_t mark_size = 8;

/// Puts a combining character behind the first character of [first, last) and the marks that it has, and composes
/// them. A dotless i or j gets its dot back below a mark that replaces it. Answers the new end.
char* add_mark(char* first, char* last, char32_t mark);

/// The canonical decomposition of one character, at most `decomposed_size` code points; answers how many.
inline constexpr std::size_t decomposed_size = 8;
std::size_t decompose(char32_t code, char32_t (&to)[decomposed_size]) noexcept;

/// Whether there may be a letter with its accents behind it, a jamo or a kana with its mark in a text, which lives in an
/// arena: what programs write that decompose. A look at bytes.
bool may_be_decomposed(std::string_view text) noexcept;

/// The same in NFC: itself if may_be_decomposed() says no (or it is no valid UTF-8), else a copy in the arena.
std::string_view to_nfc(std::string_view text, Arena& arena);

}  // namespace ibid::text
