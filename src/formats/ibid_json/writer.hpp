// The writer of ibid-json: items as they come, one field a line.
#pragma once

#include "ibid/format.hpp"

namespace ibid::formats::ibid_json {

std::unique_ptr<Writer> make_writer(WriteContext const& context);

}  // namespace ibid::formats::ibid_json
