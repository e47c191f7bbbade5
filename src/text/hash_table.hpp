// HashTable: what has been seen, as 64-bit numbers: hashes, whose low bits may be a counter. Eight bytes a slot, in
// shards that grow one at a time and by a quarter: four million entries take less than 56 MiB, even while it grows.
// It forgets nothing and is bounded: when it is full, what is new does not go in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ibid::text {

template <unsigned CounterBits>
class HashTable {
public:
    static constexpr std::size_t capacity = 4'000'000;
    static constexpr std::uint64_t counter = (std::uint64_t{1} << CounterBits) - 1;  ///< mask of a slot's counter

    struct Found {
        std::uint64_t* slot;  ///< null: not there, and the table is full
        bool is_new;          ///< its counter is 0
    };

    /// Finds the slot of a hash, or makes one. The slot lives until the next call.
    Found insert(std::uint64_t hash) {
        std::uint64_t const number = hash & ~counter;
        std::uint64_t const key = number != 0 ? number : counter + 1;  // 0 is an empty slot
        Shard& shard = shards_[key >> (64 - shard_bits)];
        if (std::uint64_t& slot = find(shard.slots, key); slot != 0) return {&slot, false};
        if (size_ == capacity) return {nullptr, true};
        if (4 * (shard.size + 1) > 3 * shard.slots.size()) grow(shard);
        std::uint64_t& slot = find(shard.slots, key);
        slot = key;
        ++shard.size;
        ++size_;
        return {&slot, true};
    }
    /// Whether a hash is there.
    [[nodiscard]] bool contains(std::uint64_t hash) noexcept {
        std::uint64_t const number = hash & ~counter;
        std::uint64_t const key = number != 0 ? number : counter + 1;
        return find(shards_[key >> (64 - shard_bits)].slots, key) != 0;
    }

private:
    static constexpr unsigned shard_bits = 6;
    using Slots = std::vector<std::uint64_t>;
    struct Shard {
        Slots slots = Slots(8);
        std::size_t size = 0;
    };

    static std::uint64_t& find(Slots& slots, std::uint64_t key) noexcept {
        // The bits below those that chose the shard, scaled to the number of slots.
        auto at = static_cast<std::size_t>((key << shard_bits >> 32) * slots.size() >> 32);
        while (slots[at] != 0 && (slots[at] & ~counter) != key) at = at + 1 == slots.size() ? 0 : at + 1;
        return slots[at];
    }
    static void grow(Shard& shard) {
        std::size_t const wanted = shard.slots.size() + shard.slots.size() / 4 + 8;
        Slots const old = std::exchange(shard.slots, Slots(wanted));
        for (std::uint64_t const slot : old)
            if (slot != 0) find(shard.slots, slot & ~counter) = slot;
    }

    std::array<Shard, std::size_t{1} << shard_bits> shards_{};
    std::size_t size_ = 0;
};

}  // namespace ibid::text
