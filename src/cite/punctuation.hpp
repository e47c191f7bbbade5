// Punctuation that meets where texts are joined. What stands within a text is never touched.
#pragma once

#include <cstdint>

namespace ibid::cite {

/// Which of two marks of punctuation stays.
enum class Meeting : std::uint8_t { both, left, right };

/// Whether a character is one of `. , : ; ! ?`.
constexpr bool is_punctuation(char c) noexcept {
    return c == '.' || c == ',' || c == ':' || c == ';' || c == '!' || c == '?';
}

/// What becomes of `left` at the end of a text and `right` at the beginning of the next; both if one of them is no
/// punctuation. A full stop gives way to anything that ends a sentence or a part of one but a comma; colons and
/// semicolons give way to exclamation and question marks.
constexpr Meeting meeting(char left, char right) noexcept {
    if (!is_punctuation(left) || !is_punctuation(right)) return Meeting::both;
    if (left == right) return Meeting::left;
    switch (right) {
    case '.': return left == ',' ? Meeting::both : Meeting::left;
    case ':': return left == '.' || left == ',' ? Meeting::both : Meeting::left;
    case '!':
    case '?': return left == ':' || left == ';' ? Meeting::right : Meeting::both;
    default: return Meeting::both;
    }
}

}  // namespace ibid::cite
