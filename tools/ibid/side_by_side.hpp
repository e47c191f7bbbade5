// Work that threads do side by side, delivered in its order.
#pragma once

#include <cstddef>
#include <functional>

namespace ibid::tools {

/// Does `work` on each number below `count`, on so many threads, this one among them, and `deliver` on this one, in order,
/// each when its work is done; false of it ends all. What work throws is thrown where it would be delivered.
void side_by_side(std::size_t count, unsigned threads, std::function<void(std::size_t)> const& work, std::function<bool(std::size_t)> const& deliver);

}  // namespace ibid::tools
