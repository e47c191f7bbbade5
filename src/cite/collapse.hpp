// Collapse: rendered cites to one tree: those of the same names are grouped, repeated names, years and runs of numbers
// are left out. It renders nothing.
// Specification: CSL 1.0.2, "Cite Grouping", "Cite Collapsing".
#pragma once

#include "cite/document.hpp"
#include "cite/output.hpp"
#include "cite/style.hpp"

#include <string>
#include <vector>

namespace ibid::cite {

/// One cite as the layout has it.
struct RenderedCite {
    Output output{};
    Cite const* cite = nullptr;
    int number = 0, year_suffix = 0;
    std::string names{};            ///< what it says of names: cites with the same belong together
    bool number_only = false;       ///< says its citation number and nothing else
};

/// Finds out what grouping needs to know; shows no more than the cite's mode wants.
void prepare(RenderedCite& cite);

/// The cites with delimiters between them.
Output join_cites(std::vector<RenderedCite> cites, Style const& style);

}  // namespace ibid::cite
