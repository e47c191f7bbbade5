// Sets of bytes, written as the specifications write them: ranges, listed bytes, unions, complements.
// A ByteClass is a constant expression and a template argument; `table_of` turns it into a look-up.
// Bytes, not characters: everything from 0x80 up is part of some UTF-8 sequence, or of none.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ibid::grammars::support {

/// A set of the 256 byte values.
struct ByteClass {
    std::uint64_t bits[4]{};

    [[nodiscard]] constexpr bool has(char byte) const noexcept {
        auto const value = static_cast<unsigned char>(byte);
        return ((bits[value >> 6] >> (value & 63U)) & 1U) != 0;
    }

    friend constexpr ByteClass operator|(ByteClass a, ByteClass const& b) noexcept {
        for (int i = 0; i < 4; ++i) a.bits[i] |= b.bits[i];
        return a;
    }
    friend constexpr ByteClass operator&(ByteClass a, ByteClass const& b) noexcept {
        for (int i = 0; i < 4; ++i) a.bits[i] &= b.bits[i];
        return a;
    }
    friend constexpr ByteClass operator~(ByteClass a) noexcept {
        for (std::uint64_t& word : a.bits) word = ~word;
        return a;
    }
    /// The bytes of `a` that are not in `b`.
    friend constexpr ByteClass operator-(ByteClass const& a, ByteClass const& b) noexcept { return a & ~b; }
};

/// The bytes from `low` to `high`, both included; no `-` inside a string is ever a range.
constexpr ByteClass byte_range(unsigned char low, unsigned char high) noexcept {
    ByteClass set;
    for (unsigned value = low; value <= high; ++value) set.bits[value >> 6] |= std::uint64_t{1} << (value & 63U);
    return set;
}

/// Each byte of `listed`.
constexpr ByteClass bytes(std::string_view listed) noexcept {
    ByteClass set;
    for (char const byte : listed) {
        auto const value = static_cast<unsigned char>(byte);
        set = set | byte_range(value, value);
    }
    return set;
}

inline constexpr ByteClass any_byte = byte_range(0x00, 0xFF);
inline constexpr ByteClass control_or_space = byte_range(0x00, 0x20);
inline constexpr ByteClass white_space = byte_range(0x09, 0x0D) | byte_range(0x20, 0x20);
inline constexpr ByteClass digit = byte_range('0', '9');
inline constexpr ByteClass upper = byte_range('A', 'Z');
inline constexpr ByteClass lower = byte_range('a', 'z');
inline constexpr ByteClass letter = upper | lower;
inline constexpr ByteClass beyond_ascii = byte_range(0x80, 0xFF);

/// The same set with one byte of memory for each value: a test is one load.
template <ByteClass Class>
inline constexpr std::array<bool, 256> table_of = [] {
    std::array<bool, 256> table{};
    for (unsigned value = 0; value < 256; ++value) table[value] = Class.has(static_cast<char>(value));
    return table;
}();

/// Is `byte` in `Class`?
template <ByteClass Class>
constexpr bool in(char byte) noexcept {
    return table_of<Class>[static_cast<unsigned char>(byte)];
}

}  // namespace ibid::grammars::support
