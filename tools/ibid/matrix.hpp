// The capability matrix: which type and which variable fits which format, and how, from the tables of the formats.
#pragma once

#include <string>

namespace ibid::tools {

/// Two tables in Markdown: item types, then variables; a column for each format that has a table of its own.
std::string capability_matrix();

}  // namespace ibid::tools
