// The page of a journal article as plain text: the tree of a page and the function that makes it. It knows lines and
// their labels, not what a value means. Follows no specification but the lay-out of the pages of Spandidos Publications
// (2020), as a browser saves or copies them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::article_page {

/// What a piece of the page is.
enum class Part : std::uint8_t {
    title,                 ///< the first line that is neither label nor notice, unless authors or abstract come before
    kind,                  ///< "Review" before "Open Access", or alone above the title
    author,                ///< one each
    affiliation,           ///< "Affiliations:"
    published,             ///< "Published online on:", the DOI behind it aside
    doi,                   ///< with its resolver or label
    article_number,
    pages,
    copyright,
    abstract,              ///< all its lines, up to the next label
    keywords,              ///< all of them, in one line or several
    issue_date,            ///< "January-2021"
    volume,
    issue,
    print_issn,
    online_issn,
    issn,                  ///< "ISSN:" alone
    spandidos_citation,    ///< the formatted citations at the end, each below the name of its style
    apa_citation,
    mla_citation,
    chicago_citation,
    unknown,               ///< a line that is none of these and no furniture of the page
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::unknown) + 1;

/// A piece: a slice of the text, without the blanks around it. It may span lines, whose ends are inside.
struct Piece {
    Part part{};
    std::string_view value{};
};

/// Appends the pieces of `text`, in its order, to `page`. The furniture of the page (headings, counts of readers, links)
/// leaves no piece. Never fails. `text` has 64 readable bytes behind its end.
void parse(std::string_view text, std::vector<Piece>& page);

}  // namespace ibid::grammars::article_page
