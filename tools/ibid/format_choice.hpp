// Formats and their options, as the command line names them.
#pragma once

#include "options.hpp"

#include <ibid/format.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

/// The format with an id. Throws UsageError if there is none, or it cannot be read (or written).
Format const& format_to_read(std::string const& id);
Format const& format_to_write(std::string const& id);
Format const& format_named(std::string const& id);

/// The first of a format's extensions: "ris".
std::string_view usual_extension(Format const& format);
/// Whether the name ends in one of the format's extensions, or would if it were not compressed.
bool has_extension_of(std::string_view file_name, Format const& format);

/// The name without that of a compression, and without the longest extension that a format has, or else without what
/// follows its last dot.
std::string without_extension(std::string_view file_name);

/// The format for an output file where --to does not say: that of the input if it has this extension too (a .bib stays
/// BibTeX or BibLaTeX), else the first that has it; null if there is none.
Format const* format_of_output(std::string_view file_name, Format const& input);

/// Whether a format has an option of that name.
bool has_option(Format const& format, std::string_view name);

/// The values of `-O NAME=VALUE`. Throws UsageError if none of the formats knows the name, or the value is not one
/// of those that it may have.
Options format_options(std::vector<std::string> const& given, std::vector<Format const*> const& formats);

}  // namespace ibid::tools
