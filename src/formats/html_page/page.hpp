// The metadata of an HTML page as the page has it: meta elements and JSON-LD scripts. Read by gumbo, as browsers read.
#pragma once

#include "formats/html_page/sieve.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::html_page {

/// A meta element that has a name (or a property) and a content, character references decoded.
struct Meta {
    std::string name{};
    std::string content{};
    std::size_t place = 0;  ///< of its content in the page
};

/// A script of JSON-LD.
struct Script {
    std::string text{};
    std::size_t place = 0;  ///< of its first byte in the page
};

struct Page {
    std::vector<Meta> metas{};
    std::vector<Script> scripts{};
    std::vector<Refused> refused{};
};

/// Reads a page.
Page read_page(std::string_view html);

}  // namespace ibid::formats::html_page
