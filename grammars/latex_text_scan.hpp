// The longest run of plain characters in LaTeX text: where does something begin that needs a look?
// Kept apart from the grammar: no Boost, and the only place that knows of SSE2 here.
#pragma once

#include "grammars/support/byte_class.hpp"
#include "grammars/support/lane.hpp"

#include <algorithm>

namespace ibid::grammars::latex_text {

/// White space of TeX's category 10 and 5, and what editors and converters leave in their place.
inline constexpr support::ByteClass blank_byte = support::white_space;

/// Whether a token other than text begins at `at`; `at[1]` may be behind the end and then counts as a blank.
IBID_INLINE bool begins_token(char const* at, char const* last) noexcept {
    char const behind = at + 1 < last ? at[1] : '\0';
    switch (*at) {
    case '\\': case '{': case '}': case '$': case '~':
    case '\t': case '\n': case '\v': case '\f': case '\r': return true;
    case ' ': return behind != '\0' && support::in<blank_byte>(behind);
    case '-': case '\'': case '`': return behind == *at;
    case '?': case '!': return behind == '`' && (at + 2 >= last || at[2] != '`');
    default: return false;
    }
}

#if defined(__SSE2__)

/// Up to sixteen places from `at` where a token may begin: all that do, and some of `[ ] ^ |` and controls.
IBID_INLINE unsigned candidates(char const* at) noexcept {
    __m128i const here = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
    __m128i const next = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at + 1));
    auto const is = [](__m128i lane, char byte) { return _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte)); };
    auto const at_most = [](__m128i lane, char high) {
        return _mm_cmpeq_epi8(_mm_min_epu8(lane, _mm_set1_epi8(high)), lane);
    };
    // `\ { } ~` and, folded onto them, `[ ] ^ |`: four neighbours
    __m128i const folded = _mm_sub_epi8(_mm_or_si128(here, _mm_set1_epi8(0x20)), _mm_set1_epi8('{'));
    __m128i const single = _mm_or_si128(_mm_or_si128(at_most(folded, 3), at_most(here, 0x1F)), is(here, '$'));
    // `-- '' ``` and two spaces: four bytes that can only begin a token before their like
    __m128i const twin = _mm_and_si128(_mm_cmpeq_epi8(here, next),
                                       _mm_or_si128(_mm_or_si128(is(here, '-'), is(here, '\'')), is(here, ' ')));
    __m128i const quote = is(next, '`');  // behind `?`, `!` or its like
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(single, _mm_or_si128(twin, quote))));
}

inline char const* skip_plain(char const* first, char const* last) noexcept {
    if (first < last && begins_token(first, last)) return first;
    for (; first < last; first += 16) {
        for (unsigned hits = candidates(first); hits != 0; hits &= hits - 1) {
            char const* const at = first + std::countr_zero(hits);
            if (at >= last || begins_token(at, last)) return std::min(at, last);
        }
    }
    return last;
}

#else

inline char const* skip_plain(char const* first, char const* last) noexcept {
    while (first < last && !begins_token(first, last)) ++first;
    return first;
}

#endif

}  // namespace ibid::grammars::latex_text
