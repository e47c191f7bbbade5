// Well-formed UTF-8 by the table of Unicode 15, section 3.9 (Table 3-7), with a short cut for runs of ASCII.
#include "grammars/support/utf8.hpp"

#include <cstddef>

#include "grammars/support/lane.hpp"

namespace ibid::grammars::support {
namespace {

constexpr unsigned byte_at(char const* at, std::ptrdiff_t offset) noexcept {
    return static_cast<unsigned char>(at[offset]);
}
constexpr bool is_tail(unsigned byte) noexcept { return (byte & 0xC0U) == 0x80U; }

/// The length of the sequence at `at`, 0 if it is bad; its first byte is not ASCII. Reads up to four bytes.
IBID_INLINE std::ptrdiff_t sequence_length(char const* at) noexcept {
    unsigned const first = byte_at(at, 0);
    unsigned const second = byte_at(at, 1);
    if (first < 0xE0U) return first >= 0xC2U && is_tail(second) ? 2 : 0;
    if (!is_tail(second) || !is_tail(byte_at(at, 2))) return 0;
    if (first < 0xF0U) {
        if (first == 0xE0U && second < 0xA0U) return 0;  // overlong
        if (first == 0xEDU && second > 0x9FU) return 0;  // surrogate
        return 3;
    }
    if (first > 0xF4U || !is_tail(byte_at(at, 3))) return 0;
    if (first == 0xF0U && second < 0x90U) return 0;  // overlong
    if (first == 0xF4U && second > 0x8FU) return 0;  // beyond U+10FFFF
    return 4;
}

}  // namespace

char const* find_bad_utf8(char const* first, char const* last) noexcept {
    while (first < last) {
        if (static_cast<unsigned char>(*first) < 0x80U) {
            Hits const hits = Lane{first}.beyond_ascii().hits();
            first += hits.any() ? hits.first() : Lane::width;
            continue;
        }
        std::ptrdiff_t const length = sequence_length(first);
        if (length == 0 || length > last - first) return first;
        first += length;
    }
    return last;
}

}  // namespace ibid::grammars::support
