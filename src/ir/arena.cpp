// Arena: where its blocks come from. Blocks double, so that a record of n bytes costs O(log n) allocations once
// and, reused, none. What a block has left when the next one begins is given up until clear().
#include "ibid/arena.hpp"

#include <algorithm>
#include <functional>

namespace ibid {

namespace {
constexpr std::size_t first_block = 1024;
}

void Arena::grow(std::size_t size) {
    std::size_t const doubled = blocks_.empty() ? first_block : 2 * blocks_.back().size;
    std::size_t const wanted = std::max(doubled, size + padding);
    // Zeroed once: what lies behind a value may be anything, but never uninitialised.
    blocks_.push_back({std::make_unique<char[]>(wanted), wanted});
    next_ = blocks_.back().bytes.get();
    end_ = next_ + wanted;
}

bool Arena::holds(std::string_view bytes) const noexcept {
    std::less_equal<> const before;  // of pointers into different blocks as well
    return bytes.empty() || std::any_of(blocks_.begin(), blocks_.end(), [&](Block const& block) {
        char const* const first = block.bytes.get();
        return before(first, bytes.data()) && before(bytes.data() + bytes.size() + padding, first + block.size);
    });
}

void Arena::clear() noexcept {
    if (blocks_.empty()) return;
    if (blocks_.size() > 1) {
        blocks_.front() = std::move(blocks_.back());  // each block is larger than those before it
        blocks_.resize(1);
    }
    next_ = blocks_.front().bytes.get();
    end_ = next_ + blocks_.front().size;
}

}  // namespace ibid
