// The sieve: what of a page is given to the parser of HTML. All that is no metadata becomes blanks, so that the parser
// sees a flat page, whatever the file holds, and its places are those of the file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::html_page {

/// A tag that was not let through.
struct Refused {
    std::size_t place = 0;
    bool is_script = false;  ///< a script that is too long; else a meta element with too many attributes
};

/// The page with its meta elements and its JSON-LD alone, as long as it was. Comments, styles and other scripts
/// hide what looks like one. Linear in time.
std::string sieved(std::string_view page, std::vector<Refused>& refused);

}  // namespace ibid::formats::html_page
