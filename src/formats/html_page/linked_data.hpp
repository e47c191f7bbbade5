// The main work of a page's JSON-LD (schema.org), as native fields: `schema.name`, `schema.isPartOf.name` and so on. Other
// works on the page, such as recommended ones, are none of its record.
#pragma once

#include "formats/html_page/page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::html_page {

/// A person or an organization.
struct Agent {
    std::string family{}, given{}, name{};
    std::string identifier{};  ///< ORCID
    bool is_group = false;
};

struct LinkedField {
    std::string name{};
    std::string value{};
    std::size_t agent = 0;  ///< 1 + its number, where the value is one
    bool is_known = false;  ///< a row may claim it; else it is kept as it stands
};

struct LinkedWork {
    std::string type{};  ///< in small letters; empty: the page has none
    std::vector<LinkedField> fields{};
    std::vector<Agent> agents{};
    std::size_t place = 0;   ///< of its script
    std::size_t others = 0;  ///< further works on the page
    std::vector<std::size_t> broken{};  ///< places of scripts that are no JSON, or nest too deep
};

/// Finds the main work: what a page says is its main entity, else the first of the surest type.
LinkedWork read_linked_data(std::vector<Script> const& scripts);

}  // namespace ibid::formats::html_page
