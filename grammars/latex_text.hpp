// LaTeX text, as it stands in the values of .bib files: one flat row of tokens that are slices of the value.
// Not TeX: no macro is expanded, no catcode changes, and `%` is a character like others, for a value is no file.
// Follows The TeXbook (Knuth 1986), chapters 7 and 8, for words, symbols and blanks; chapters 2 and 9 for the dashes
// and quotation marks that fonts join; the manuals of url, hyperref and LaTeX for \url, \href and \verb.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::latex_text {

enum class Kind : std::uint8_t {
    text,       ///< characters that mean themselves, with single spaces between words
    blank,      ///< white space that is not one single space
    paragraph,  ///< white space with an empty line in it
    open,       ///< `{`
    close,      ///< `}`
    word,       ///< `\foo`, its optional argument and the white space behind it; value: `foo`
    symbol,     ///< `\'`; value: the character
    math,       ///< `$...$`, `$$...$$`, `\(...\)`, `\[...\]`; value: what is inside
    tie,        ///< `~`
    ligature,   ///< `--`, `---`, two backquotes, two apostrophes, a backquote behind `?` or `!`
    verbatim,   ///< `\url{...}`, `\path{...}`, `\nolinkurl{...}`, `\verb|...|`; value: what is inside
    link,       ///< `\href{...}`; value: the address; the text follows as a group
};

/// A token: where it stands, all of it, and what is left of it without its delimiters.
struct Token {
    Kind kind{};
    std::string_view source{};
    std::string_view value{};
};

/// The next token of [first, last), which is not empty; `first` moves behind it. Never fails: what is nothing else
/// is text. In a value whose braces balance() they balance between the tokens too, and all tokens together take
/// linear time.
Token next(char const*& first, char const* last) noexcept;

/// All tokens of a value; for tests and tools.
std::vector<Token> parse(std::string_view value);

/// The group that begins at `first`, if `*first` is `{`: the slice between its braces; else, or if the brace is
/// never closed, a slice whose data() is null.
std::string_view group(char const* first, char const* last) noexcept;

/// Where the first token that is not text begins, or `last`. Copies what is before it to `out`, where up to 16 bytes
/// more than the value has may be written over.
char const* copy_text(char const* first, char const* last, char* out) noexcept;

/// Whether every brace has its other half; `\{` and `\}` are no braces.
bool balance(std::string_view value) noexcept;

}  // namespace ibid::grammars::latex_text
