// Characters: ICU's classes.
#include "cite/characters.hpp"

#include "text/unicode.hpp"

#include <unicode/uchar.h>

namespace ibid::cite::characters {

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    auto const first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    text::CodePoint const found = text::first_code_point(text.substr(at));
    return {found.value, found.size};
}

void append_code_point(std::string& to, char32_t code) {
    char bytes[4];
    to.append(bytes, static_cast<std::size_t>(text::put_utf8(code, bytes) - bytes));
}

bool is_letter(char32_t code) noexcept { return u_isalpha(static_cast<UChar32>(code)) != 0; }

bool is_upper(char32_t code) noexcept {
    if (code < 0x80) return code >= U'A' && code <= U'Z';
    auto const type = u_charType(static_cast<UChar32>(code));
    return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_lower(char32_t code) noexcept {
    if (code < 0x80) return code >= U'a' && code <= U'z';
    return u_charType(static_cast<UChar32>(code)) == U_LOWERCASE_LETTER;
}

char32_t lower_of(char32_t code) noexcept { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))); }

char32_t upper_of(char32_t code) noexcept { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(code))); }

bool is_east_asian(char32_t code) noexcept {
    if (code < 0x1100) return false;
    return (code <= 0x11FF) || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xA960 && code <= 0xA97F) ||
           (code >= 0xAC00 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF66 && code <= 0xFFDC) || (code >= 0x20000 && code <= 0x3FFFF);
}

}  // namespace ibid::cite::characters
