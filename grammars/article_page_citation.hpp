// The formatted citations of an article page, in the four styles of its box: what stands behind the title. Which journal
// it is, is known by what surrounds its name alone; there is no list of journals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid::grammars::article_page {

enum class Style : std::uint8_t { spandidos, apa, mla, chicago };
inline constexpr std::size_t style_count = 4;

/// The words behind the title. What is not said is empty.
struct Tail {
    std::string_view journal{};  ///< Spandidos style: its abbreviation; else its full name
    std::string_view volume{};
    std::string_view issue{};
    std::string_view pages{};    ///< or the number of the article
    std::string_view year{};
    bool in_press = false;
};

/// Reads what stands behind the title and its punctuation, to the end; false if it is not of the style. `text` has 64
/// readable bytes behind its end. Takes time with the square of the text's length at worst: a caller gives it a line.
bool parse_tail(std::string_view text, Style style, Tail& tail);

}  // namespace ibid::grammars::article_page
