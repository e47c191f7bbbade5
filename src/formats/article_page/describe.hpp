// The one half of the format, for its descriptor.
#pragma once

#include "ibid/format.hpp"

#include <memory>

namespace ibid::formats::article_page {

std::unique_ptr<Reader> make_reader(ReadContext const& context);

}  // namespace ibid::formats::article_page
