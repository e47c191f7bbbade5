// The box "Copy and paste a formatted citation" of an article page, for any record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

/// A record in one style.
struct BoxLine {
    std::string heading;
    std::string text;  ///< plain
};

/// As lines of text, in the way of the page.
std::string box_as_text(std::vector<std::vector<BoxLine>> const& boxes);

/// As a page of HTML that needs nothing but itself: a box for each record, a button that copies beside each citation.
std::string box_as_html(std::vector<std::vector<BoxLine>> const& boxes);

}  // namespace ibid::tools
