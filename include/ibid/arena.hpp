// Arena: the bump allocator that a record keeps its text, names and marks in.
// Every allocation is followed by at least `padding` readable bytes, so that scanners may load past a value's end.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ibid {

/// Memory that is given back all at once. Views into it live until clear() or destruction; moving keeps them valid.
class Arena {
public:
    static constexpr std::size_t padding = 64;

    Arena() = default;
    Arena(Arena&& other) noexcept { swap(other); }
    Arena& operator=(Arena&& other) noexcept { swap(other); return *this; }

    /// At least `size` writable bytes (and padding behind them), not yet taken: commit() takes what was used.
    /// A second reserve() without commit() gives the same bytes again.
    [[nodiscard]] char* reserve(std::size_t size) {
        if (static_cast<std::size_t>(end_ - next_) < size + padding) grow(size);
        return next_;
    }

    /// Takes the reserved bytes up to `end`; answers the view of them.
    std::string_view commit(char* end) noexcept {
        std::string_view const taken(next_, static_cast<std::size_t>(end - next_));
        next_ = end;
        return taken;
    }

    /// A copy of the bytes.
    std::string_view copy(std::string_view bytes) {
        if (bytes.empty()) return {};
        char* const to = reserve(bytes.size());
        std::memcpy(to, bytes.data(), bytes.size());
        return commit(to + bytes.size());
    }

    /// An array of `count` value-initialised objects that need no destructor.
    template <class T>
    [[nodiscard]] std::span<T> array(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (count == 0) return {};
        char* const raw = align(reserve(count * sizeof(T) + alignof(T)), alignof(T));
        T* const first = reinterpret_cast<T*>(raw);
        std::uninitialized_value_construct_n(first, count);
        commit(raw + count * sizeof(T));
        return {first, count};
    }

    /// A copy of an array.
    template <class T>
    [[nodiscard]] std::span<T> copy_array(std::span<T const> items) {
        auto const to = array<T>(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) to[i] = items[i];
        return to;
    }

    /// Whether bytes live here (or there are none), so that they may be loaded past their end. Slow: for assertions.
    [[nodiscard]] bool holds(std::string_view bytes) const noexcept;

    /// Forgets everything; the largest block is kept for reuse.
    void clear() noexcept;

    /// Bytes that are taken or given up: room enough for a copy of all that is held.
    [[nodiscard]] std::size_t used() const noexcept {
        std::size_t sum = 0;
        for (Block const& block : blocks_) sum += block.size;
        return sum - static_cast<std::size_t>(end_ - next_);
    }

    void swap(Arena& other) noexcept {
        blocks_.swap(other.blocks_);
        std::swap(next_, other.next_);
        std::swap(end_, other.end_);
    }

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };

    static char* align(char* at, std::size_t to) noexcept {
        auto const low = reinterpret_cast<std::size_t>(at) & (to - 1);
        return low == 0 ? at : at + (to - low);
    }
    void grow(std::size_t size);

    std::vector<Block> blocks_;
    char* next_ = nullptr;
    char* end_ = nullptr;
};

}  // namespace ibid
