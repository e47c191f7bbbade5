// The line of a file that a diagnostic is about, with a caret under the place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid::tools {

/// Two lines, each ended; the caret stands under the column, which counts code points from 1. Of a long line, the
/// surroundings of the column are shown. Empty if there is no line or the column lies beyond it.
std::string excerpt(std::string_view line, std::size_t column, bool colour);

}  // namespace ibid::tools
