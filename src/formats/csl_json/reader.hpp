// The reader of CSL-JSON and CSL-JSON Lines: batches of items, one record at a time.
#pragma once

#include "ibid/format.hpp"

namespace ibid::formats::csl_json {

std::unique_ptr<Reader> make_reader(ReadContext const& context);

}  // namespace ibid::formats::csl_json
