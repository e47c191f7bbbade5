// Superscripts and subscripts that Unicode has characters for: digits, signs and some letters (blocks Latin-1,
// Spacing Modifier Letters, Phonetic Extensions, Superscripts and Subscripts, Latin Extended-C; Unicode 14).
#pragma once

#include <cstddef>
#include <cstdint>

namespace ibid::text {

enum class Script : std::uint8_t { none, superscript, subscript };

/// The character that shows `base` as a script, or 0.
char32_t scripted(char32_t base, Script script) noexcept;

/// From so many letters on a script is a word, to be marked as one.
inline constexpr std::size_t word_of_scripts = 3;
/// Whether the base of a script is a letter: no digit, sign or bracket.
constexpr bool is_script_letter(char32_t base) noexcept {
    return (base >= U'A' && base <= U'Z') || (base >= U'a' && base <= U'z') || (base >= 0xC0 && base < 0x2000);
}

/// What a character is a script of, and which.
struct Scripted {
    char32_t base = 0;
    Script script = Script::none;
};
Scripted script_base(char32_t code) noexcept;

}  // namespace ibid::text
