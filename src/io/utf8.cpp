// UTF-8 at sixteen bytes a step: most bibliographies are ASCII, and all of every input passes here once.
#include "io/utf8.hpp"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ibid::io {

namespace {

std::uint8_t byte(char const* at) noexcept { return static_cast<std::uint8_t>(*at); }
bool is_ascii(char const* at) noexcept { return byte(at) < 0x80; }

#if defined(__SSE2__)
constexpr std::ptrdiff_t lane = 16;

__m128i load(char const* at) noexcept { return _mm_loadu_si128(reinterpret_cast<__m128i const*>(at)); }

/// The first byte that is no ASCII, or somewhere in the last lane.
char const* skip_ascii_lanes(char const* at, char const* end) noexcept {
    for (; end - at >= 4 * lane; at += 4 * lane) {
        __m128i const four = _mm_or_si128(_mm_or_si128(load(at), load(at + lane)),
                                          _mm_or_si128(load(at + 2 * lane), load(at + 3 * lane)));
        if (_mm_movemask_epi8(four) != 0) break;
    }
    for (; end - at >= lane; at += lane) {
        auto const high = static_cast<unsigned>(_mm_movemask_epi8(load(at)));
        if (high != 0) return at + std::countr_zero(high);
    }
    return at;
}

/// How many bytes of whole lanes satisfy `test`, which answers -1 for each that does; `at` moves behind them.
template <class Test>
std::size_t count_lanes(char const*& at, char const* end, Test test) noexcept {
    __m128i sum = _mm_setzero_si128();
    while (end - at >= lane) {
        __m128i counts = _mm_setzero_si128();  // sixteen counts of a byte each, emptied before they overflow
        char const* const stop = at + std::min((end - at) / lane, std::ptrdiff_t{255}) * lane;
        for (; stop - at >= 4 * lane; at += 4 * lane) {
            __m128i const two = _mm_add_epi8(test(load(at)), test(load(at + lane)));
            __m128i const more = _mm_add_epi8(test(load(at + 2 * lane)), test(load(at + 3 * lane)));
            counts = _mm_sub_epi8(counts, _mm_add_epi8(two, more));
        }
        for (; at != stop; at += lane) counts = _mm_sub_epi8(counts, test(load(at)));
        sum = _mm_add_epi64(sum, _mm_sad_epu8(counts, _mm_setzero_si128()));
    }
    alignas(16) std::uint64_t halves[2];
    _mm_store_si128(reinterpret_cast<__m128i*>(halves), sum);
    return halves[0] + halves[1];
}
#endif

}  // namespace

Sequence sequence_at(char const* at, char const* end) noexcept {
    std::uint8_t const lead = byte(at);
    if (lead < 0x80) return {1, 1};
    if (lead < 0xC2 || lead > 0xF4) return {0, 0};
    std::size_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // No overlong forms, no surrogates, nothing above U+10FFFF: all told by the second byte.
    std::uint8_t const low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    std::uint8_t const high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    std::size_t there = 1;
    auto const left = static_cast<std::size_t>(end - at);
    if (left > 1 && byte(at + 1) >= low && byte(at + 1) <= high) {
        there = 2;
        while (there < length && there < left && (byte(at + there) & 0xC0) == 0x80) ++there;
    }
    return {length, there};
}

char const* skip_utf8(char const* at, char const* end) noexcept {
    for (;;) {
#if defined(__SSE2__)
        at = skip_ascii_lanes(at, end);
#endif
        while (at != end && is_ascii(at)) ++at;
        for (; at != end && !is_ascii(at);) {
            Sequence const sequence = sequence_at(at, end);
            if (!sequence.complete()) return at;
            at += sequence.length;
        }
        if (at == end) return at;
    }
}

char* put_utf8(std::uint32_t code_point, char* to) noexcept {
    auto const put = [&to](std::uint32_t bits) { *to++ = static_cast<char>(bits); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | code_point >> 6);
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | code_point >> 12);
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | code_point >> 18);
        put(0x80 | (code_point >> 12 & 0x3F));
        put(0x80 | (code_point >> 6 & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
    return to;
}

std::size_t count_lines(char const* at, char const* end) noexcept {
    std::size_t count = 0;
#if defined(__SSE2__)
    count = count_lanes(at, end, [](__m128i bytes) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')); });
#endif
    for (; at != end; ++at) count += *at == '\n';
    return count;
}

std::size_t count_code_points(char const* at, char const* end) noexcept {
    // All bytes but continuations (0x80 to 0xBF, which are -128 to -65) begin a code point.
    std::size_t count = 0;
#if defined(__SSE2__)
    count = count_lanes(at, end, [](__m128i bytes) { return _mm_cmpgt_epi8(bytes, _mm_set1_epi8(-65)); });
#endif
    for (; at != end; ++at) count += (byte(at) & 0xC0) != 0x80;
    return count;
}

}  // namespace ibid::io
