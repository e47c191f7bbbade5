// Where the parts of a formatted citation may meet: functions for support::split<>, each with the join that a style
// prints there. They look at bytes, not at meaning; all are linear. No X3 here.
#pragma once

#include "grammars/support/cut.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::grammars::citation {

using support::Cut;

/// `21`, `e123`, `12–19`, `S1-S10`, `xii`, `21 (Suppl 1)`: what stands for a volume or pages.
bool is_number(std::string_view text) noexcept;
/// Like pages rather than a volume: a range, or a number with a letter before it.
bool is_pages(std::string_view number) noexcept;
/// `2021`, `2021a`, `999AD`, `2019–2020`, `in press`. `suffix`: the letters of one that the year alone is not.
bool is_year(std::string_view text, std::string_view& suffix) noexcept;
inline constexpr std::size_t longest_year = 24;

// Each finds a cut in [first, last), or the one behind the cut that it is given; see support::split.

/// The first ": "
bool at_colon(char const* first, char const* last, Cut& cut) noexcept;
/// The last " and "
bool at_last_and(char const* first, char const* last, Cut& cut) noexcept;
/// Each " and "
bool at_each_and(char const* first, char const* last, Cut& cut) noexcept;
/// The last ", & "
bool at_ampersand(char const* first, char const* last, Cut& cut) noexcept;
/// Before "et al." at the end, without a comma
bool at_et_al(char const* first, char const* last, Cut& cut) noexcept;
/// The same with a comma
bool at_comma_et_al(char const* first, char const* last, Cut& cut) noexcept;
/// The first ", "
bool at_comma(char const* first, char const* last, Cut& cut) noexcept;
/// The last ", "; a state stays with its city
bool at_last_comma(char const* first, char const* last, Cut& cut) noexcept;
/// The first `"`
bool at_quote(char const* first, char const* last, Cut& cut) noexcept;
/// The last `".`, with the blank behind it
bool at_end_of_quote(char const* first, char const* last, Cut& cut) noexcept;

/// The full stop that ends a line.
bool at_final_stop(char const* first, char const* last, Cut& cut) noexcept;
/// The same behind a digit.
bool at_stop_after_digit(char const* first, char const* last, Cut& cut) noexcept;
/// The nothing at the end of a line that ends with `?`, `!`, `:`, `;` or `..`, behind which a full stop gives way.
bool at_swallowed_stop(char const* first, char const* last, Cut& cut) noexcept;

/// Before the source of the work: the last end of a sentence, or one before it where what follows is abbreviated
/// (`Title. J. Med. Chem. 21: 24`). The full stop gives way to `?` and `!`, and goes into quotation marks.
bool at_end_of_title(char const* first, char const* last, Cut& cut) noexcept;
/// Each full stop before a blank, which is left out with it; and the same, the stop left in.
bool at_stop(char const* first, char const* last, Cut& cut) noexcept;
bool behind_stop(char const* first, char const* last, Cut& cut) noexcept;
/// The last end of a sentence.
bool at_last_sentence(char const* first, char const* last, Cut& cut) noexcept;
/// ", 2021"
bool before_year(char const* first, char const* last, Cut& cut) noexcept;
/// ". 2021"
bool at_sentence_before_year(char const* first, char const* last, Cut& cut) noexcept;
/// "21: 24"
bool at_colon_before_page(char const* first, char const* last, Cut& cut) noexcept;
/// "24, Springer", "12–19, 30, Springer"
bool behind_pages(char const* first, char const* last, Cut& cut) noexcept;
/// "Exp Ther Med 21"
bool before_volume(char const* first, char const* last, Cut& cut) noexcept;
/// "Journal, 21, 24"
bool before_numbers(char const* first, char const* last, Cut& cut) noexcept;
/// "21.1"
bool at_dot_in_number(char const* first, char const* last, Cut& cut) noexcept;
/// "21, no. 1"
bool at_issue(char const* first, char const* last, Cut& cut) noexcept;
/// "Journal no. 1", without a volume
bool at_issue_alone(char const* first, char const* last, Cut& cut) noexcept;
/// "21.1 24–30", of two numbers at the end
bool between_numbers(char const* first, char const* last, Cut& cut) noexcept;
/// "Journal 21 (2021)", before the last "("
bool at_parenthesis(char const* first, char const* last, Cut& cut) noexcept;
/// "(2021): 24"
bool at_colon_behind_year(char const* first, char const* last, Cut& cut) noexcept;
/// "(2021). ", each
bool behind_year(char const* first, char const* last, Cut& cut) noexcept;
/// " https://doi.org/"
bool before_doi(char const* first, char const* last, Cut& cut) noexcept;

}  // namespace ibid::grammars::citation
