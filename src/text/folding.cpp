// Folding by utf8proc: a short way for ASCII, then decomposition, case folding and the loss of marks, letter by letter.
#include "text/folding.hpp"

#include "text/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace ibid::text {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Whether a character is an accent, not a part of its letter as the vowels of Thai and Devanagari and the voicing of
/// kana are: overlays, Hebrew and Arabic points, what stands over or under letters of other scripts (combining classes of
/// UAX #44).
bool is_accent(utf8proc_int32_t code) noexcept {
    auto const combining_class = utf8proc_get_property(code)->combining_class;
    return combining_class == 1 || (combining_class >= 10 && combining_class <= 36) || combining_class >= 200;
}

/// Appends what a character beyond ASCII is when folded.
void fold(char32_t code, std::string& to) {
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    auto const count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(code), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE), &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
        utf8proc_int32_t const part = parts[static_cast<std::size_t>(i)];
        if (is_accent(part)) continue;
        if (utf8proc_category(part) == UTF8PROC_CATEGORY_PD || part == 0x2212) {
            to += '-';
        } else if (part == 0x2018 || part == 0x2019 || part == 0x2BC) {
            to += '\'';
        } else if (auto const letters = plain_letter(static_cast<char32_t>(part)); !letters.empty()) {
            to += letters;
        } else {
            char bytes[4];
            to.append(bytes, static_cast<std::size_t>(put_utf8(static_cast<char32_t>(part), bytes) - bytes));
        }
    }
}

}  // namespace

std::string_view plain_letter(char32_t letter) noexcept {
    switch (letter) {
    case 0xDF: return "ss";
    case 0xE6: return "ae";
    case 0xF0: return "d";
    case 0xF8: return "o";
    case 0xFE: return "th";
    case 0x111: return "d";
    case 0x131: return "i";
    case 0x142: return "l";
    case 0x153: return "oe";
    default: return {};
    }
}

std::string folded(std::string_view plain) {
    std::string all;
    all.reserve(plain.size());
    while (!plain.empty()) {
        auto const byte = static_cast<unsigned char>(plain.front());
        std::size_t size = 1;
        if (byte >= 'A' && byte <= 'Z') {
            all += static_cast<char>(byte + 32);
        } else if (byte < 0x80) {
            all += byte <= ' ' ? ' ' : static_cast<char>(byte);
        } else {
            CodePoint const code = first_code_point(plain);
            size = code.size;
            if (size == 1) all += plain.front();
            else fold(code.value, all);
        }
        plain.remove_prefix(size);
    }
    auto const both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
    all.erase(std::unique(all.begin(), all.end(), both_blank), all.end());
    if (all.starts_with(' ')) all.erase(0, 1);
    if (all.ends_with(' ')) all.pop_back();
    return all;
}

int compare_naturally(std::string_view a, std::string_view b) noexcept {
    auto const number_at_front = [](std::string_view& text) {
        auto const end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
        std::string_view number = text.substr(0, end);
        text.remove_prefix(end);
        number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
        return number;
    };
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            std::string_view const m = number_at_front(a), n = number_at_front(b);
            if (m.size() != n.size()) return m.size() < n.size() ? -1 : 1;
            if (int const order = m.compare(n); order != 0) return order;
        } else {
            if (a.front() != b.front()) return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front()) ? -1 : 1;
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
    }
    return static_cast<int>(!a.empty()) - static_cast<int>(!b.empty());
}

}  // namespace ibid::text
