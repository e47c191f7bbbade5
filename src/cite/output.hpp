// Output: what a style makes of an item, as a tree of texts, before punctuation, quotes and letter case are settled;
// and the blocks of text with spans that it is flattened to. It knows no style and no record.
// Specification: CSL 1.0.2, "Formatting", "Affixes", "Delimiter", "Display", "Quotes", "Strip-periods", "Text-case".
#pragma once

#include "ibid/text.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

enum class FontStyle : std::uint8_t { unset, normal, italic, oblique };
enum class FontVariant : std::uint8_t { unset, normal, small_caps };
enum class FontWeight : std::uint8_t { unset, normal, bold, light };
enum class Decoration : std::uint8_t { unset, none, underline };
enum class VerticalAlign : std::uint8_t { unset, baseline, sup, sub };

/// What letters look like. Unset: as around them.
struct Formatting {
    FontStyle style{};
    FontVariant variant{};
    FontWeight weight{};
    Decoration decoration{};
    VerticalAlign align{};

    friend bool operator==(Formatting const&, Formatting const&) = default;
};

enum class Display : std::uint8_t { none, block, left_margin, right_inline, indent };
/// Titles change where the locale's language is English, with title_english in all locales.
enum class TextCase : std::uint8_t {
    none, lowercase, uppercase, capitalize_first, capitalize_all, sentence, title, title_english
};

/// What a node stands for, for those who take trees apart: collapsing, telling apart, substituting names.
enum class Role : std::uint8_t { none, names, list, person, year, year_suffix, citation_number, locator, term };

/// A node of the tree: a text, or children with a delimiter between those that are not empty. Formatting reaches over
/// text, children and delimiters, not over the affixes (CSL 1.0.2, "Affixes").
struct Output {
    std::string text{};                ///< plain UTF-8; empty in a group
    std::vector<Output> children{};
    std::string delimiter{};           ///< between children
    std::string prefix{}, suffix{};
    Formatting format{};
    TextCase text_case{};
    Display display{};
    Role role{};                       ///< does not matter to what is seen
    bool quotes = false;               ///< quoted by the style
    bool quoted = false;               ///< quoted in the item: a mark `quoted`
    bool single_quotes = false;        ///< quoted in the item by `‘’`, which stay if the locale has them as inner ones
    bool strip_periods = false;
    bool keeps_case = false;           ///< a mark `nocase`
    bool flips = false;                ///< formatting of the item itself, which flips where it stands in the same
    bool one_text = false;             ///< the children are parts of one text: where they meet, nothing is changed
    std::string link{};                ///< a URL that writers may attach
    std::string tex{};                 ///< what LaTeX has in its place: math of the item
    std::string_view language{};       ///< of the item (BCP 47), for letter case; empty: the locale's

    [[nodiscard]] bool is_group() const noexcept { return !children.empty(); }
    [[nodiscard]] bool empty() const noexcept;
};

/// An item's text as a tree: its marks become nodes. Of a subtitle mark nothing is seen.
Output output_of(Text const& text);
/// The same of a string that holds the markup of CSL-JSON (`<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`, `<span ...>`) and
/// quotation marks; what does not balance stays text.
Output output_of_markup(std::string_view markup);

/// What a locale says of punctuation.
struct Punctuation {
    std::string open_quote = "“", close_quote = "”", open_inner_quote = "‘", close_inner_quote = "’";
    bool in_quote = false;        ///< commas and full stops go into the quotes (style-options)
    std::string language = "en";  ///< BCP 47, for letter case: titles are capitalised in English only
};

/// What a span of flat text looks like where it differs from what is around it. Normal ones stand in a span of the
/// other kind, which they undo.
enum class Face : std::uint8_t {
    italic, oblique, upright,
    small_caps, normal_caps,
    bold, light, normal_weight,
    underline, no_underline,
    superscript, subscript, baseline,
    link,
    tex,  ///< LaTeX has a formula in its place, which is in Block::links as well
};

/// A face over the bytes [begin, end) of a block's text.
struct Span {
    std::uint32_t begin = 0, end = 0;
    Face face{};
    std::uint32_t link = 0;  ///< of Face::link and Face::tex: the index in Block::links

    friend bool operator==(Span const&, Span const&) = default;
};

/// Flat text of one display; most lists of blocks hold one, of Display::none. Spans nest, are sorted by begin, the
/// outer of two before the inner, and may be empty.
struct Block {
    Display display{};
    std::string text{};
    std::vector<Span> spans{};
    std::vector<std::string> links{};

    friend bool operator==(Block const&, Block const&) = default;
};

/// Settles letter case, quotes, flip-flopping, punctuation that meets, and where it goes beside closing quotes.
std::vector<Block> flatten(Output const& output, Punctuation const& punctuation);

/// The words of a flat text, for comparisons: no formatting at all.
std::string plain(std::span<Block const> blocks);

}  // namespace ibid::cite
