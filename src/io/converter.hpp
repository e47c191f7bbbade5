// Converter: bytes that are not UTF-8 as UTF-8. UTF-16 is told by its byte order mark; in a file without one,
// each byte that belongs to no well-formed UTF-8 sequence is taken for Windows-1252, for files often mix the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ibid::io {

enum class Encoding : std::uint8_t { utf8, utf16le, utf16be };

/// What a file's first bytes say of its encoding.
struct ByteOrderMark {
    Encoding encoding = Encoding::utf8;
    std::size_t size = 0;  ///< of the mark itself
};
ByteOrderMark byte_order_mark(std::string_view beginning) noexcept;

/// UTF-8 or UTF-16 by its name, in any case: "utf8", "UTF-16LE"; UTF-16 alone is little-endian.
std::optional<Encoding> unicode_named(std::string_view name);

/// A byte that was no UTF-8 and became a character.
struct Repair {
    std::uint64_t offset = 0;  ///< where the character begins in what came out
    std::uint8_t made = 0;     ///< its size
    char byte = 0;
};

/// What convert() did.
struct Conversion {
    std::size_t taken = 0;            ///< bytes that went in
    std::size_t made = 0;             ///< bytes that came out
    std::size_t bad = 0;              ///< bytes, or surrogates of UTF-16, that had to be replaced
    std::size_t first_bad = 0;        ///< where the first of them stands in what came out
};

/// The most bytes that one step of convert() makes; it stops when there is less room.
inline constexpr std::size_t longest_sequence = 4;

/// Converts as much as there is room for. What is incomplete at the end is left, unless it is the last of the file.
/// Repairs of UTF-8 are added to `repairs`, with offsets from `to`.
Conversion convert(Encoding from, std::string_view bytes, bool last, char* to, std::size_t room, std::vector<Repair>& repairs);

}  // namespace ibid::io
