// Limit options: what an input may ask for, as the command line says it; the same for every command that reads.
#pragma once

#include "options.hpp"

#include <ibid/limits.hpp>

#include <string>

namespace ibid::tools {

/// --limit and --max-decompressed.
OptionTable limit_options();

/// What was given. Throws UsageError for a limit that there is not, and for a value that it cannot have.
Limits limits_of(Arguments const& arguments);

/// The limits that there are: `ibid help limits`.
std::string help_about_limits();

}  // namespace ibid::tools
