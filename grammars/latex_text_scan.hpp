// The longest run of plain characters in LaTeX text: where does something begin that needs a look?
// Kept apart from the grammar: no Boost, and the only place that knows of SSE2 here.
#pragma once

#include "grammars/support/byte_class.hpp"
#include "grammars/support/lane.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace ibid::grammars::latex_text {

/// White space of TeX's category 10 and 5, and what editors and converters leave in their place.
inline constexpr support::ByteClass blank_byte = support::white_space;

/// What a byte may begin: nothing but text, a token, or a token where a certain byte follows.
enum class Begins : std::uint8_t { text, token, twin, inverted_mark, white };
inline constexpr auto begins = [] {
    std::array<Begins, 256> table{};
    auto const set = [&table](std::string_view bytes, Begins what) {
        for (char const byte : bytes) table[static_cast<unsigned char>(byte)] = what;
    };
    set("\\{}$~\t\n\v\f\r", Begins::token);
    set("-'`", Begins::twin);
    set("?!", Begins::inverted_mark);
    set(" ", Begins::white);
    return table;
}();

/// Whether a token other than text begins at `at`.
IBID_INLINE bool begins_token(char const* at, char const* last) noexcept {
    Begins const what = begins[static_cast<unsigned char>(*at)];
    if (what == Begins::token) return true;
    if (what == Begins::text || at + 1 >= last) return false;
    if (what == Begins::twin) return at[1] == at[0];
    if (what == Begins::white) return support::in<blank_byte>(at[1]);
    return at[1] == '`' && (at + 2 >= last || at[2] != '`');
}

#if defined(__SSE2__)

/// Up to sixteen places from `at` where a token may begin: all that do, and some that do not.
IBID_INLINE unsigned candidates(__m128i here, __m128i next) noexcept {
    auto const is = [](__m128i lane, char byte) { return _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte)); };
    auto const at_most = [](__m128i lane, char high) {
        return _mm_cmpeq_epi8(_mm_min_epu8(lane, _mm_set1_epi8(high)), lane);
    };
    // Signed, so that bytes beyond ASCII are below all others: `\ { } ~` and, folded onto them, `[ ] ^ _ |`.
    __m128i const folded = _mm_or_si128(here, _mm_set1_epi8(0x20));
    __m128i const braces = _mm_cmpgt_epi8(folded, _mm_set1_epi8('z'));
    __m128i const single = _mm_or_si128(_mm_or_si128(braces, at_most(here, 0x1F)), is(here, '$'));
    // `--`, `''` and two blanks begin a token, and so may seem the twins of other bytes up to `.` and beyond ASCII
    __m128i const twin = _mm_and_si128(_mm_cmpeq_epi8(here, next), _mm_cmpgt_epi8(_mm_set1_epi8('/'), here));
    __m128i const quote = is(next, '`');  // behind `?`, `!` or its like
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(single, _mm_or_si128(twin, quote))));
}

/// The first byte that begins a token, or `last`. What is before it is copied to `out`, by lanes, if that is not null.
template <bool Copy>
IBID_INLINE char const* skip_plain(char const* first, char const* last, [[maybe_unused]] char* out = nullptr) noexcept {
    for (; first < last; first += 16) {
        __m128i const here = _mm_loadu_si128(reinterpret_cast<__m128i const*>(first));
        __m128i const next = _mm_loadu_si128(reinterpret_cast<__m128i const*>(first + 1));
        if constexpr (Copy) {
            _mm_storeu_si128(reinterpret_cast<__m128i*>(out), here);
            out += 16;
        }
        for (unsigned hits = candidates(here, next); hits != 0; hits &= hits - 1) {
            char const* const at = first + std::countr_zero(hits);
            if (at >= last || begins_token(at, last)) return std::min(at, last);
        }
    }
    return last;
}

#else

template <bool Copy>
inline char const* skip_plain(char const* first, char const* last, [[maybe_unused]] char* out = nullptr) noexcept {
    for (; first < last && !begins_token(first, last); ++first)
        if constexpr (Copy) *out++ = *first;
    return first;
}

#endif

}  // namespace ibid::grammars::latex_text
