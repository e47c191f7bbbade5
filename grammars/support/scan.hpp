// Byte scanners: where does a run of bytes end, where is the next byte of a small set? No grammar, no Boost.
// Each takes [first, last), never answers beyond `last`, and may read up to 64 bytes behind it (see lane.hpp).
#pragma once

#include <algorithm>

#include "grammars/support/byte_class.hpp"
#include "grammars/support/lane.hpp"

namespace ibid::grammars::support {

/// The first byte that is one of `Bytes`, or `last`. For up to some six bytes; for larger sets see `scan_class`.
template <char... Bytes>
IBID_INLINE char const* scan_to(char const* first, char const* last) noexcept {
    for (; first < last; first += Lane::width) {
        Lane const lane{first};
        if (Hits const hits = (lane.equals(Bytes) | ...).hits(); hits.any())
            return std::min(first + hits.first(), last);
    }
    return last;
}

/// The first byte that is none of `Bytes`, or `last`.
template <char... Bytes>
IBID_INLINE char const* skip_while(char const* first, char const* last) noexcept {
    for (; first < last; first += Lane::width) {
        Lane const lane{first};
        if (Hits const rest = (lane.equals(Bytes) | ...).misses(); rest.any())
            return std::min(first + rest.first(), last);
    }
    return last;
}

/// The first byte that is neither a control (00 to 1F) nor a space, or `last`. Blank runs are mostly short or
/// absent, hence the look at one byte before the look at a lane.
IBID_INLINE char const* skip_blank(char const* first, char const* last) noexcept {
    if (first == last || static_cast<unsigned char>(*first) > ' ') return first;
    do {
        if (Hits const rest = Lane{first}.at_most(' ').misses(); rest.any())
            return std::min(first + rest.first(), last);
        first += Lane::width;
    } while (first < last);
    return last;
}

/// The first byte that is a control, a space or one of `Bytes`, or `last`.
template <char... Bytes>
IBID_INLINE char const* scan_to_blank_or(char const* first, char const* last) noexcept {
    for (; first < last; first += Lane::width) {
        Lane const lane{first};
        if (Hits const hits = (lane.at_most(' ') | ... | lane.equals(Bytes)).hits(); hits.any())
            return std::min(first + hits.first(), last);
    }
    return last;
}

/// The first byte outside of `Class`, or `last`; byte by byte, for any set.
template <ByteClass Class>
IBID_INLINE char const* scan_class(char const* first, char const* last) noexcept {
    while (first < last && in<Class>(*first)) ++first;
    return first;
}

/// As `scan_class`, for a set that holds all ASCII letters and texts that are mostly made of them.
template <ByteClass Class>
IBID_INLINE char const* scan_word(char const* first, char const* last) noexcept {
    static_assert((Class & letter).bits[1] == letter.bits[1], "letters are skipped unseen");
    if (first < last) {
        Hits const rest = Lane{first}.letters().misses();
        first = std::min(first + (rest.any() ? rest.first() : Lane::width), last);
    }
    return scan_class<Class>(first, last);
}

}  // namespace ibid::grammars::support
