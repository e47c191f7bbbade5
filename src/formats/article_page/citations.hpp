// The formatted citations of a page, read with the help of its title: whom they name before it, which journal behind.
#pragma once

#include "grammars/article_page_citation.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::article_page {

/// One citation. The slices are of the window.
struct Citation {
    std::string_view authors{};  ///< what stands before the title
    grammars::article_page::Tail tail{};
    bool understood = false;
};

/// An author in Spandidos style, "van der Berg J Jr".
struct CitedAuthor {
    std::string_view family{};
    std::string_view initials{};  ///< empty: the whole, of a group
};

/// Those of one page.
struct Citations {
    std::array<Citation, grammars::article_page::style_count> by_style{};
    std::vector<CitedAuthor> authors{};  ///< of the Spandidos style
};

/// Finds the title in a citation, whatever hyphens and blanks either has, and reads what is around it.
Citation read_citation(std::string_view citation, std::string_view title, grammars::article_page::Style style);

/// "Chen J, Zhang L and Hou H:"
std::vector<CitedAuthor> cited_authors(std::string_view list);

/// A text with plain hyphens, dashes and blanks for those that look like them; runs of blanks are one. `places`, if not
/// null, says for each byte where it came from, and where the end is.
std::string folded(std::string_view text, std::vector<std::size_t>* places = nullptr);

}  // namespace ibid::formats::article_page
