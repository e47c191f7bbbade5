// The parts of output_of(): an item's text with its marks, the tags that are still in it, and its quotation marks. All
// become ranges that nest; output.cpp makes a tree of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// What a range of a field says.
enum class FieldMark : std::uint8_t {
    italic, bold, superscript, subscript, small_caps,
    nocase,
    undecorated,  ///< `<span class="nodecor">`: nothing of what surrounds it
    literal,      ///< apostrophes and quotation marks in it are none
    quotation,    ///< the quotation marks are its first and last characters
    single_quotation,  ///< the same, by curved single marks
};

/// Bytes [begin, end) of a field; `inset` bytes at its beginning and `outset` at its end are not shown.
struct FieldRange {
    std::uint32_t begin = 0, end = 0;
    FieldMark mark{};
    std::uint8_t inset = 0, outset = 0;
    std::string_view tex{};  ///< what LaTeX has for it, if that is not the text
};

/// A string with markup: its plain text, and a range for each pair of tags. Tags without their other half stay text.
/// With `only_undecorated` no other tag is known. `ranges` that are there already are kept in step.
std::string take_tags(std::string_view markup, std::vector<FieldRange>& ranges, bool only_undecorated);

/// Adds a range for each pair of quotation marks. Of a pair both stand in the same ranges.
void find_quotations(std::string_view text, std::vector<FieldRange>& ranges);

/// Sorts ranges by begin, the outer before the inner.
void sort_ranges(std::vector<FieldRange>& ranges);

}  // namespace ibid::cite
