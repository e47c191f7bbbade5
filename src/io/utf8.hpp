// UTF-8: where it is well-formed. The Unicode Standard 15.0, section 3.9, table 3-7.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid::io {

/// What stands at the begin of some bytes, taken as one code point.
struct Sequence {
    std::size_t length = 0;  ///< of the whole sequence, as its first byte says; 0: no sequence begins so
    std::size_t there = 0;   ///< how many of its bytes are there and well-formed

    [[nodiscard]] bool complete() const noexcept { return length != 0 && there == length; }
};

/// Looks at the bytes from `at` on; at least one must be there.
Sequence sequence_at(char const* at, char const* end) noexcept;

/// The end of the well-formed bytes that begin at `at`: the first byte of a sequence that is not, or `end`.
char const* skip_utf8(char const* at, char const* end) noexcept;

/// Writes a code point; answers the end. Needs room for four bytes.
char* put_utf8(std::uint32_t code_point, char* to) noexcept;

/// Line feeds in the bytes.
std::size_t count_lines(char const* at, char const* end) noexcept;

/// Code points in well-formed bytes.
std::size_t count_code_points(char const* at, char const* end) noexcept;

}  // namespace ibid::io
