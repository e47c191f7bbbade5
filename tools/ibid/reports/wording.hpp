// Wording: diagnostics as lines for people.
#pragma once

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>

#include <span>
#include <string>

namespace ibid::tools {

/// "refs.bib:812:14: warning: date 'Easter term' not understood [bad-date] in smith2003", the line and a caret; ended.
std::string describe(Diagnostic const& diagnostic, Severity severity, bool colour);

/// What it says, without place and severity: "date 'Easter term' not understood".
std::string sentence(Diagnostic const& diagnostic);

/// "warning: field 'bibdate' dropped 3644 times [dropped-field]", or how many more there were; ended.
/// `shown`: how many of them were described before.
std::string describe(Tally const& tally, std::size_t shown, Severity severity, bool colour);

/// "warning: 30 more fields dropped 512 times [dropped-field]": what `rest` has in common; ended.
/// `shown`: of each.
std::string describe(std::span<Tally const> rest, std::size_t shown, Severity severity, bool colour);

/// "3 records read, 2 written, 1 rejected; 1 error"; ended.
std::string describe(Counts const& counts, std::size_t warnings, std::size_t errors);

}  // namespace ibid::tools
