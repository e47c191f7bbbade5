// The two halves of the format, for its descriptors.
#pragma once

#include "formats/bibtex/types.hpp"
#include "ibid/format.hpp"

#include <memory>

namespace ibid::formats::bibtex {

std::unique_ptr<Reader> make_reader(ReadContext const& context, Dialect dialect);
std::unique_ptr<Writer> make_writer(WriteContext const& context, Dialect dialect);

}  // namespace ibid::formats::bibtex
