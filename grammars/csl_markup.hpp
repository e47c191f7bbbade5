// The HTML-like markup inside the strings of CSL-JSON, and the character references that databases leave in plain ones.
// One flat row of tokens that are slices of the string. Whether tags pair up is not the business here, and a tag or
// reference that is not known is text: this is no HTML.
// Follows the CSL 1.0.2 specification, appendix "HTML-like Formatting Tags"; references as in HTML 4.01, section 24.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::csl_markup {

enum class Kind : std::uint8_t {
    text,
    open,       ///< `<i>`
    close,      ///< `</i>`
    reference,  ///< `&amp;`, `&#233;`, `&#xE9;`
};

enum class Tag : std::uint8_t {
    none,
    italic,       ///< `<i>`
    bold,         ///< `<b>`
    superscript,  ///< `<sup>`
    subscript,    ///< `<sub>`
    small_caps,   ///< `<sc>`
    span_small_caps,  ///< `<span style="font-variant:small-caps;">`
    span_nocase,      ///< `<span class="nocase">`
    span,         ///< `</span>`
};

struct Token {
    Kind kind{};
    Tag tag{};
    char32_t code = 0;  ///< the character that a reference means
    std::string_view source{};
};

/// The next token of [first, last), which is not empty; `first` moves behind it. Never fails.
Token next(char const*& first, char const* last) noexcept;

/// All tokens of a string; for tests and tools.
std::vector<Token> parse(std::string_view value);

/// Whether the text, which begins with `<` or `&`, begins with a tag or a reference.
bool begins_markup(std::string_view text) noexcept;

/// Whether the text behind an ampersand goes on like a reference, as in `&amp;eacute;`.
bool hides_reference(std::string_view text) noexcept;

/// Copies the string up to where the first `<` or `&` stands, or all of it, and answers where that is. Up to 16 bytes
/// more than the string has may be written over.
char const* copy_text(char const* first, char const* last, char* out) noexcept;

}  // namespace ibid::grammars::csl_markup
