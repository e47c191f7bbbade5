// Texts taken apart and put together, their marks with them. Not parsing: what the marks mean is the business of
// latex.hpp and markup.hpp. A part shares the plain text of its whole; only marks are new, in the arena.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace ibid::text {

/// The bytes [begin, end) of a text and the marks over them. A mark that makes sense only as a whole (a formula with
/// its source, `\TeX`, a quotation) goes if it is cut. `end` may be beyond the text.
Text slice(Text const& text, std::size_t begin, std::size_t end, Arena& arena);

/// The text in NFC; itself if it is so already. What a mark divides from its letter stays apart.
Text composed(Text const& text, Arena& arena);

/// Without white space at its ends.
Text trim(Text const& text, Arena& arena);

/// All parts that are not empty, the delimiter between them; always a copy.
Text concat(List parts, std::string_view delimiter, Arena& arena);

/// The parts between any of the bytes of `separators`, trimmed, without the empty ones. A separator inside a nocase,
/// math, tex or verbatim mark is text: that is what braces are for. One part that is the whole text if there is none.
List split(Text const& text, std::string_view separators, Arena& arena);

/// The parts between ` and `, as BibTeX and BibLaTeX join lists; otherwise as split().
List split_and(Text const& text, Arena& arena);

/// What stands before and what stands in the mark `subtitle`, without the delimiter between them; the second is empty
/// if there is no such mark.
std::pair<Text, Text> split_at_subtitle(Text const& text, Arena& arena);

/// A title and its subtitle under a mark: ": " between them, or a blank if the title ends in `?`, `!`, `:` or a dash.
Text join_subtitle(Text const& title, Text const& subtitle, Arena& arena);

}  // namespace ibid::text
