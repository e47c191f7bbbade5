// Text: plain UTF-8 and marks over it. The one rich-text model of the house: BibTeX braces, TeX math
// and the markup of CSL-JSON meet here. It knows no format; src/text turns native markup into it and back.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ibid {

/// What a mark says of its range. Marks nest and never cross.
enum class Style : std::uint8_t {
    italic,      ///< `\emph`, `\textit`, `<i>`
    bold,        ///< `\textbf`, `<b>`
    superscript, ///< `\textsuperscript`, `<sup>`
    subscript,   ///< `\textsubscript`, `<sub>`
    small_caps,  ///< `\textsc`, `<span style="font-variant:small-caps;">`
    nocase,      ///< letter case is protected: `{...}`, `<span class="nocase">`
    quoted,      ///< a quotation; its quotation marks stand in the plain text, inside the range
    math,        ///< TeX math; argument: its source without the `$`, of which the plain text is a reading; if it is
                 ///< empty, the plain text is the source. May be over nothing.
    tex,         ///< a TeX command that has no meaning here; argument: its source. If that leaves a brace open
                 ///< (`\foo[x]{`), the command is about the plain text, else (`\TeX`) the plain text is a reading of
                 ///< it. May be over nothing.
    verbatim,    ///< plain text to be left alone, as in a URL; argument: the command if it is not `\url`
    language,    ///< argument: a BCP 47 tag
    subtitle,    ///< the subtitle, its delimiter (": ") included
};

/// A style over the bytes [begin, end) of the plain text.
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Style style{};
    std::string_view argument{};  ///< see Style; empty where not said

    friend bool operator==(Mark const&, Mark const&) = default;
};

/// A view of plain UTF-8 (NFC is not implied) and its marks, sorted by begin, the outer of two before the inner.
/// The bytes live elsewhere, usually in a record's arena.
struct Text {
    std::string_view plain{};
    std::span<Mark const> marks{};

    constexpr Text() = default;
    constexpr Text(std::string_view plain_text) : plain(plain_text) {}
    constexpr Text(char const* plain_text) : plain(plain_text) {}
    constexpr Text(std::string_view plain_text, std::span<Mark const> over) : plain(plain_text), marks(over) {}

    [[nodiscard]] constexpr bool empty() const noexcept { return plain.empty(); }
    friend bool operator==(Text const& a, Text const& b) noexcept;
};

/// Several texts: keywords, publishers, ISBNs.
using List = std::span<Text const>;

/// The plain spelling of a style, as ibid-json writes it: `italic`, `small-caps` ...
std::string_view spelling(Style) noexcept;

}  // namespace ibid
