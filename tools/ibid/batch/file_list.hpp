// A list of files, as find(1) and git ls-files print it.
#pragma once

#include <string>
#include <vector>

namespace ibid::tools {

/// The names in a list, which is standard input for "-": one in each line, or before each NUL byte; empty ones are left out.
/// Throws FileError if it cannot be read.
std::vector<std::string> names_listed_in(std::string const& list, bool by_nul);

}  // namespace ibid::tools
