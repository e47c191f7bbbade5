// Folding: texts as people compare them, without letter case and accents; and numbers in texts by their value.
// For searching and sorting, not for display. Not collation: letters come in the order of their code points.
#pragma once

#include <string>
#include <string_view>

namespace ibid::text {

/// The text in small letters without accents: "Łukasz Émile" is "lukasz emile", "ß" is "ss". Any hyphen or dash is `-`,
/// any single quotation mark an apostrophe, runs of white space are one blank, and none stands at the ends. Compatibility
/// characters are what they stand for ("ﬁ" is "fi"; UAX #15, NFKD). Bytes that are no UTF-8 stay.
std::string folded(std::string_view plain);

/// The ASCII spelling of a small letter that does not decompose: "o" for "ø", "ss" for "ß"; empty: it has none.
std::string_view plain_letter(char32_t letter) noexcept;

/// Below, at or above 0 as `a` comes before, with or behind `b`, where a run of ASCII digits counts as its number: "no. 9"
/// before "no. 10". Equal only if the bytes are, or differ in leading zeros alone.
int compare_naturally(std::string_view a, std::string_view b) noexcept;

}  // namespace ibid::text
