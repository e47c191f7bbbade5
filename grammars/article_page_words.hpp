// The words that the grammar of article pages is made of: labels in any letter case, whatever blanks and hyphens a
// browser has made of theirs.
#pragma once

#include <cstddef>
#include <string_view>

#include "grammars/article_page_blanks.hpp"
#include "grammars/support/primitives.hpp"

namespace ibid::grammars::article_page {

/// `gap`: blanks on this line, or nothing; never fails.
struct Gap : support::SilentPrimitive<Gap> {
    static char const* scan(char const* first, char const* last) noexcept {
        while (std::size_t const size = blank_size({first, static_cast<std::size_t>(last - first)})) first += size;
        return first;
    }
    static constexpr char const* what() noexcept { return ""; }
};
inline constexpr Gap gap{};

/// `words<"print issn">`: these letters in any case, given in lower case; a blank stands for one or more of any kind, a
/// hyphen for any.
template <support::Spelling Wanted>
struct Words : support::SilentPrimitive<Words<Wanted>> {
    static char const* scan(char const* first, char const* last) noexcept {
        for (std::size_t i = 0; i < Wanted.length; ++i) {
            std::string_view const rest{first, static_cast<std::size_t>(last - first)};
            if (Wanted.text[i] == ' ') {
                if (blank_size(rest) == 0) return nullptr;
                first = Gap::scan(first, last);
            } else if (Wanted.text[i] == '-') {
                if (hyphen_size(rest) == 0) return nullptr;
                first += hyphen_size(rest);
            } else {
                if (rest.empty()) return nullptr;
                char const folded = rest[0] >= 'A' && rest[0] <= 'Z' ? static_cast<char>(rest[0] + ('a' - 'A')) : rest[0];
                if (folded != Wanted.text[i]) return nullptr;
                ++first;
            }
        }
        return first;
    }
    static constexpr char const* what() noexcept { return Wanted.text; }
};
template <support::Spelling Wanted>
inline constexpr Words<Wanted> words{};

/// `hyphen`: one of any kind.
struct Hyphen : support::SilentPrimitive<Hyphen> {
    static char const* scan(char const* first, char const* last) noexcept {
        std::size_t const size = hyphen_size({first, static_cast<std::size_t>(last - first)});
        return size != 0 ? first + size : nullptr;
    }
    static constexpr char const* what() noexcept { return "a hyphen"; }
};
inline constexpr Hyphen hyphen{};

/// `bullet`: the mark of a list's item; one that could begin a word or a number has to stand off from what follows.
struct Bullet : support::SilentPrimitive<Bullet> {
    static char const* scan(char const* first, char const* last) noexcept {
        std::string_view const text{first, static_cast<std::size_t>(last - first)};
        for (std::string_view const mark : {"\u2022", "\u2023", "\u25E6", "\u25AA", "\u25CF", "\u25CB", "\u25A0", "\u00B7", "\u2219"})
            if (text.starts_with(mark)) return first + mark.size();
        std::size_t const size = text.starts_with('*') || text.starts_with('+') ? 1 : hyphen_size(text);
        return size != 0 && blank_size(text.substr(size)) != 0 ? first + size : nullptr;
    }
    static constexpr char const* what() noexcept { return "a bullet"; }
};
inline constexpr Bullet bullet{};

}  // namespace ibid::grammars::article_page
