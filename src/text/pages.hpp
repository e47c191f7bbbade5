// Pages: page ranges and lists of them, as one line of text: `12-19, 30`, and as .bib and RIS files spell them.
// Text, not numbers: `e0123`, `S1-S10`, `36-9` and `27+` stay what they are.
#pragma once

#include "ibid/arena.hpp"

#include <string_view>

namespace ibid::text {

/// The page text of the record: any run of dashes, with the blanks around it, is one `-`, runs of white space are
/// one blank. `plain` is decoded text; nothing else is changed, and no range is expanded. Lives in the arena.
std::string_view decode_pages(std::string_view plain, Arena& arena);

/// The short way of reading LaTeX pages: letters and digits with runs of hyphens between, each of which is one. Empty:
/// there is more to it.
std::string_view copy_plain_pages(std::string_view latex, Arena& arena);

/// The same with `--` for the dash of a range: what .bib files want. Lives in the arena.
std::string_view encode_bibtex_pages(std::string_view pages, Arena& arena);

/// RIS: start and end of a single range; anything else stays whole in `start`, so that merge_pages() is the way back.
struct PageSpan {
    std::string_view start{}, end{};
};
PageSpan split_pages(std::string_view pages) noexcept;

/// SP and EP as one page text; equal ones are one page, an SP or EP that says the range already is the answer.
std::string_view merge_pages(std::string_view start, std::string_view end, Arena& arena);

}  // namespace ibid::text
