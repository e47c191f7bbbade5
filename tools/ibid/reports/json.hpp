// Diagnostics and counts as JSON, for programs. Members that would be empty are left out.
#pragma once

#include "batch/outcome.hpp"
#include "files.hpp"

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>

#include <string>

namespace ibid::tools {

/// One object in one line, not ended.
std::string to_json(Diagnostic const& diagnostic, Severity severity);
std::string to_json(Tally const& tally, Severity severity);
std::string to_json(Counts const& counts);
/// The names of inputs and output, the status, records read, written and rejected, and the reason if there is one.
std::string to_json(Job const& job, Outcome const& outcome);

}  // namespace ibid::tools
