// Sets as bits: item types (guards of rows), rows (what a record hits), variables (what a writer has said).
#pragma once

#include "ibid/item_type.hpp"
#include "ibid/variable.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace ibid::mapping {

/// A set of item types; the guard of a row.
class TypeSet {
public:
    constexpr TypeSet() = default;
    static constexpr TypeSet all() noexcept { TypeSet s; s.bits_ = ~std::uint64_t{0}; return s; }
    constexpr TypeSet with(ItemType type) const noexcept { TypeSet s = *this; s.bits_ |= bit(type); return s; }
    [[nodiscard]] constexpr bool has(ItemType type) const noexcept { return (bits_ & bit(type)) != 0; }
    [[nodiscard]] constexpr bool is_all() const noexcept { return bits_ == ~std::uint64_t{0}; }
    [[nodiscard]] constexpr bool meets(TypeSet other) const noexcept { return (bits_ & other.bits_) != 0; }
    friend constexpr TypeSet operator|(TypeSet a, TypeSet b) noexcept { a.bits_ |= b.bits_; return a; }
    friend constexpr TypeSet operator-(TypeSet a, TypeSet b) noexcept { a.bits_ &= ~b.bits_; return a; }

private:
    static constexpr std::uint64_t bit(ItemType type) noexcept { return std::uint64_t{1} << static_cast<unsigned>(type); }
    std::uint64_t bits_ = 0;
};
static_assert(item_type_count <= 64);

/// A set of small integers below Words * 64.
template <std::size_t Words>
class Bits {
public:
    static constexpr std::size_t capacity = Words * 64;
    constexpr Bits() = default;
    /// The members that are below the capacity.
    template <std::size_t More>
    constexpr explicit Bits(std::array<std::uint64_t, More> const& words) noexcept {
        static_assert(More >= Words);
        for (std::size_t w = 0; w < Words; ++w) words_[w] = words[w];
    }
    constexpr void add(std::size_t i) noexcept { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    [[nodiscard]] constexpr bool has(std::size_t i) const noexcept { return (words_[i / 64] >> (i % 64) & 1U) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return !meets(*this); }
    [[nodiscard]] constexpr bool meets(Bits const& o) const noexcept {
        std::uint64_t common = 0;
        for (std::size_t w = 0; w < Words; ++w) common |= words_[w] & o.words_[w];
        return common != 0;
    }
    /// Without the call that comparing two arrays is.
    [[nodiscard]] friend constexpr bool operator==(Bits const& a, Bits const& b) noexcept {
        std::uint64_t other = 0;
        for (std::size_t w = 0; w < Words; ++w) other |= a.words_[w] ^ b.words_[w];
        return other == 0;
    }
    constexpr Bits& operator|=(Bits const& o) noexcept { for (std::size_t w = 0; w < Words; ++w) words_[w] |= o.words_[w]; return *this; }
    constexpr Bits& operator&=(Bits const& o) noexcept { for (std::size_t w = 0; w < Words; ++w) words_[w] &= o.words_[w]; return *this; }
    constexpr Bits& operator-=(Bits const& o) noexcept { for (std::size_t w = 0; w < Words; ++w) words_[w] &= ~o.words_[w]; return *this; }

    /// The members, mixed to one number.
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept {
        std::uint64_t hash = 0;
        for (std::uint64_t const word : words_) hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
        return hash;
    }

    /// Calls `visit(i)` for each member, in ascending order.
    template <class Visit>
    constexpr void each(Visit&& visit) const {
        for (std::size_t w = 0; w < Words; ++w)
            for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1)
                visit(w * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
    }

private:
    std::array<std::uint64_t, Words> words_{};
};

/// Rows of one table.
using RowSet = Bits<5>;

/// Variables of a record.
using VariableSet = Bits<(variable_count + 63) / 64>;

/// The guard of a row: `in(ItemType::book, ItemType::chapter)`.
template <class... Types>
constexpr TypeSet in(Types... types) noexcept {
    TypeSet set;
    ((set = set.with(types)), ...);
    return set;
}

/// The guard's complement.
constexpr TypeSet not_in(TypeSet set) noexcept { return TypeSet::all() - set; }

}  // namespace ibid::mapping
