// What a text cites, as LaTeX noted it or as a file of citations has it: the option --aux or --citations.
#pragma once

#include "options.hpp"

#include <ibid/cite.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ibid::tools {

/// What a text cites, of an .aux file or a file of citations.
struct Cited {
    std::vector<Citation> citations;
    bool all = false;         ///< what is not cited as well
    bool shown = false;       ///< the citations are printed, not only what they cite
    std::string records;      ///< CSL-JSON that came with them
    std::vector<std::filesystem::path> files{};  ///< that say so

    /// The keys that are cited, each once.
    [[nodiscard]] std::vector<std::string> keys() const;
};

/// Nothing if no text is said to cite. Adds the databases of an .aux file to the operands if there are none.
std::optional<Cited> cited_by(Arguments const& arguments, std::vector<std::string>& operands);

}  // namespace ibid::tools
