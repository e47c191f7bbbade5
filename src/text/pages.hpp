// Pages: page ranges and lists of them, as one line of text: `12-19, 30`, and as .bib and RIS files spell them.
#pragma once

#include "ibid/arena.hpp"

#include <string_view>

namespace ibid::text {

/// The page text of the record: any run of dashes between pages is one `-`, lists are joined by ", ".
/// `plain` is decoded text; nothing else is changed, and no range is expanded. Lives in the arena.
std::string_view decode_pages(std::string_view plain, Arena& arena);

/// The same with `--` for the dash of a range: what .bib files want. Lives in the arena.
std::string_view encode_bibtex_pages(std::string_view pages, Arena& arena);

/// RIS: start and end of a single range; anything else stays whole in `start`.
struct PageSpan {
    std::string_view start{}, end{};
};
PageSpan split_pages(std::string_view pages) noexcept;

/// SP and EP as one page text; equal ones are one page, an SP that is a range stays as it is.
std::string_view merge_pages(std::string_view start, std::string_view end, Arena& arena);

}  // namespace ibid::text
