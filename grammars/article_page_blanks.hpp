// Blanks and hyphens of web pages, in all their kinds, which people see no difference between. No grammar, no Boost.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid::grammars::article_page {

/// The size of the blank at the begin of a text, 0 if there is none: space, tab, no-break, figure, thin and narrow
/// spaces, and the marks of width zero that pages have in them.
constexpr std::size_t blank_size(std::string_view text) noexcept {
    if (text.empty()) return 0;
    if (text[0] == ' ' || text[0] == '\t' || text[0] == '\f' || text[0] == '\v') return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    if (text.starts_with("\xEF\xBB\xBF")) return 3;
    if (text.size() < 3 || !text.starts_with("\xE2\x80")) return 0;
    auto const third = static_cast<unsigned char>(text[2]);
    return third <= 0x8B || third == 0xAF ? 3 : 0;
}

/// The size of the hyphen or dash at the begin of a text, 0 if there is none: U+002D, U+2010 to U+2015, U+2212.
constexpr std::size_t hyphen_size(std::string_view text) noexcept {
    if (text.empty()) return 0;
    if (text[0] == '-') return 1;
    if (text.starts_with("\xE2\x88\x92")) return 3;
    return text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x90' && text[2] <= '\x95' ? 3 : 0;
}

/// The text without blanks around it.
constexpr std::string_view trimmed(std::string_view text) noexcept {
    while (std::size_t const size = blank_size(text)) text.remove_prefix(size);
    for (bool more = true; more && !text.empty();) {
        more = false;
        for (std::size_t size = 1; size <= 3 && size <= text.size() && !more; ++size)
            if (blank_size(text.substr(text.size() - size)) == size) text.remove_suffix(size), more = true;
    }
    return text;
}

}  // namespace ibid::grammars::article_page
