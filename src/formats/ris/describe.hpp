// The two halves of the format, for its descriptor.
#pragma once

#include "ibid/format.hpp"

#include <memory>

namespace ibid::formats::ris {

std::unique_ptr<Reader> make_reader(ReadContext const& context);
std::unique_ptr<Writer> make_writer(WriteContext const& context);

}  // namespace ibid::formats::ris
