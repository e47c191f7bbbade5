// Unicode as formatted citations need it: code points, letter case by language, collation keys, superscript characters.
// The only place that knows ICU. Not for lists of words or titles: see text_case.hpp.
#pragma once

#include "text/unicode.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace ibid::cite {

using text::CodePoint;

/// The code point that begins at a byte of a text; at its end {0, 0}. A byte that is no UTF-8 is U+FFFD of size 1.
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;
/// The code point that ends before a byte of a text; at its beginning {0, 0}.
CodePoint code_point_before(std::string_view text, std::size_t end) noexcept;
void append_utf8(std::string& to, char32_t code);

bool is_letter(char32_t code) noexcept;
bool is_letter_or_digit(char32_t code) noexcept;
bool is_upper(char32_t code) noexcept;
bool is_lower(char32_t code) noexcept;
/// Han, Kana, Hangul, Bopomofo, Yi: written without blanks between the parts of a name.
bool is_east_asian(char32_t code) noexcept;
/// White space, no-break spaces included.
bool is_space(char32_t code) noexcept;

/// One code point as the first of a word, or small; `language` is BCP 47 and matters for the i of Turkish.
char32_t to_title(char32_t code, std::string_view language) noexcept;
char32_t to_small(char32_t code, std::string_view language) noexcept;

/// The text in capital or in small letters as a language has them: Turkish i, Greek accents and final sigma, German ss.
std::string uppercase(std::string_view text, std::string_view language);
std::string lowercase(std::string_view text, std::string_view language);

/// Whether all is ASCII.
bool is_ascii(std::string_view text) noexcept;

/// What a raised character (`ª`, `²`, `™`) is a raised form of, appended to `to`; false if it is none.
bool append_unraised(std::string& to, char32_t code);

/// Orders texts as a language does.
class Collator {
public:
    /// `locale` is BCP 47; of one that is not known the root order is taken.
    explicit Collator(std::string_view locale);
    ~Collator();
    Collator(Collator&&) noexcept;
    Collator& operator=(Collator&&) noexcept;

    /// Bytes that compare as the texts do. Safe to call from several threads.
    [[nodiscard]] std::string key(std::string_view text) const;
    /// Negative, zero or positive.
    [[nodiscard]] int compare(std::string_view a, std::string_view b) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ibid::cite
