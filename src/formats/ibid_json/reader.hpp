// The reader of ibid-json: item by item; memory holds one item and its tree.
#pragma once

#include "ibid/format.hpp"

namespace ibid::formats::ibid_json {

std::unique_ptr<Reader> make_reader(ReadContext const& context);

}  // namespace ibid::formats::ibid_json
