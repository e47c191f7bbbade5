// Diagnostics and counts as JSON, for programs. Members that would be empty are left out.
#pragma once

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>

#include <string>

namespace ibid::tools {

/// One object in one line, not ended.
std::string to_json(Diagnostic const& diagnostic, Severity severity);
std::string to_json(Tally const& tally, Severity severity);
std::string to_json(Counts const& counts);

}  // namespace ibid::tools
