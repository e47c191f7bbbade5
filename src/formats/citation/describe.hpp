// The reading half of the format, for its descriptor; there is no other half: ibid cite prints citations.
#pragma once

#include "ibid/format.hpp"

#include <memory>

namespace ibid::formats::citation {

std::unique_ptr<Reader> make_reader(ReadContext const& context);

}  // namespace ibid::formats::citation
