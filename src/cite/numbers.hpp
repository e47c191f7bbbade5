// Numbers as items hold them: "12", "D2", "3-7, 12 & 15", "xi". What is numeric, what is plural, page ranges, roman
// numerals. It knows no style element; ordinals are the locale's business.
// Specification: CSL 1.0.2, "Number", "Label", "Page Ranges", "Choose" (is-numeric).
#pragma once

#include "cite/style.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// What stands between two numbers.
enum class NumberSeparator : std::uint8_t { none, hyphen, comma, ampersand, word, other };

/// One of the numbers of a value, with what stands before it.
struct NumberPart {
    std::string_view text{};       ///< without blanks around it
    NumberSeparator before{};
    std::string_view separator{};  ///< as it was written, without blanks around it
    bool range_end = false;        ///< ends a range that began with the part before: "7" of "3-7"
};

/// The numbers of a value. `and_word` is the locale's "and", which separates as a comma does.
std::vector<NumberPart> split_numbers(std::string_view value, std::string_view and_word);

/// Whether a value is numbers alone: each part has a digit and no blank. "2b", "D2", "2-4", "2 & 4"; not "second".
bool is_numeric(std::string_view value);
/// The same of parts.
bool is_numeric(std::vector<NumberPart> const& parts);

/// The whole number that a part is, if it is digits alone and small enough to have an ordinal.
std::optional<unsigned> whole_number(std::string_view part) noexcept;

/// Digits that sort by bytes as numbers do; other values as they are.
std::string sortable_number(std::string_view value);

/// Whether a value stands for more than one thing. `counts`: the value is a number of things ("2 volumes").
bool is_plural(std::string_view value, std::string_view and_word, bool counts);

/// Lower-case roman numerals up to 5000; beyond them digits.
std::string roman(unsigned number);

/// What numbers are joined by.
struct NumberWords {
    std::string_view range_delimiter{};  ///< page-range-delimiter
    std::string_view and_word{};         ///< term "and"
    std::string_view ampersand{};        ///< term "and", form symbol
};

/// A value with its ranges in the style's form and blanks put right: "142-145 & 235" to "142–45 & 235".
std::string format_ranges(std::string_view value, PageRangeFormat format, NumberWords const& words);
/// The end of a range in the style's form; `begin` and `end` are both without blanks.
std::string range_end(std::string_view begin, std::string_view end, PageRangeFormat format);

}  // namespace ibid::cite
