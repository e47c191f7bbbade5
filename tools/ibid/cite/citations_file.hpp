// A file of citations: an array of citation objects as the schema csl-citation.json of CSL has them, with locators, prefixes
// and the number of the note; for each {"citationItems": [{"id": "doe2001", "locator": "5"}], "properties": {"noteIndex": 1}}.
// A plain array of such items is a citation as well. Items may carry their record (itemData), as word processors keep it.
#pragma once

#include <ibid/cite.hpp>

#include <string>
#include <vector>

namespace ibid::tools {

struct CitationsFile {
    std::vector<Citation> citations;
    std::string records;  ///< CSL-JSON: what the items carry; empty if none does
    std::vector<std::string> notes;  ///< values that make no sense and do not count, a sentence each
};

/// Throws FileError, with the place, if it cannot be read or is something else. "-" is standard input.
CitationsFile read_citations(std::string const& path);

}  // namespace ibid::tools
