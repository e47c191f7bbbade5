// Small questions about LaTeX source that decoding and encoding share.
#pragma once

#include "ibid/arena.hpp"

#include <cstdint>
#include <string_view>

namespace ibid::text {

constexpr bool is_blank(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Without white space at its ends.
constexpr std::string_view trim_blanks(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// A command's source without the white space that TeX skips behind it.
std::string_view trim_source(std::string_view source) noexcept;

/// The character that fonts make of two or three: of dashes, quotation marks, or a backquote behind `?` or `!`.
char32_t ligature(std::string_view source) noexcept;

char const* skip_blanks(char const* first, char const* last) noexcept;

/// Behind a length or a number: `-.1em`, `2pt plus 1fil`, `10000`.
char const* skip_length(char const* first, char const* last) noexcept;

/// A character given by a number as TeX reads it: `"5F`, `'137`, `95`, `` `\_ ``; `end` is null if there is none.
struct CharacterCode {
    char32_t code = 0;
    char const* end = nullptr;
};
CharacterCode read_code(char const* first, char const* last) noexcept;

/// Whether there are capitals in the name of a command: BibTeX would lower-case them outside of braces.
bool has_capital(std::string_view command) noexcept;

/// Whether a command stands in braces when it is written: `{\TeX}`, so that nothing behind it is skipped, and
/// `{\Foo{x}}`; but `\foo{x}`.
bool wants_braces(std::string_view command) noexcept;

/// The character with a number in the font Zapf Dingbats, `\ding{51}`, and back; 0: there is none.
char32_t dingbat(char32_t number) noexcept;
char32_t dingbat_number(char32_t code) noexcept;

/// The combining character of an accent in the encoding of Knuth's fonts (OT1); 0 if there is none at this number.
char32_t font_accent(char32_t number) noexcept;

/// How many braces a piece of source leaves open as TeX sees it; -1 if it closes one that it did not open, or if
/// BibTeX, to which `\{` is a brace, does not agree.
int open_braces(std::string_view source) noexcept;

/// The value with a backslash before each brace that has no other half.
std::string_view balance_braces(std::string_view value, Arena& arena);

/// Whether clean_verbatim() would change nothing.
bool is_clean_verbatim(std::string_view argument) noexcept;

/// Writes what is meant by an argument that TeX does not read as text; at most as many bytes as it has. Where it was
/// broken into lines it is joined.
char* clean_verbatim(std::string_view argument, char* out) noexcept;

}  // namespace ibid::text
