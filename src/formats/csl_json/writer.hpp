// The writer of CSL-JSON and CSL-JSON Lines.
#pragma once

#include "ibid/format.hpp"

namespace ibid::formats::csl_json {

std::unique_ptr<Writer> make_writer(WriteContext const& context);
/// One item a line.
std::unique_ptr<Writer> make_line_writer(WriteContext const& context);

}  // namespace ibid::formats::csl_json
