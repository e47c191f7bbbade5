// A lane: a few neighbouring bytes that are compared at once, sixteen with SSE2, else eight in a machine word.
// Loads are unaligned and may run past the end of the text by less than one lane: every text that a grammar
// is given has at least 64 readable bytes behind it, of any content, so a hit must be held against the end.
// IBID_SCALAR_LANES forces the machine word, so that a test can compare both.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) && !defined(IBID_SCALAR_LANES)
#include <emmintrin.h>
#endif

/// Primitives are small and everywhere: g++ inlines them unasked, clang has to be told.
#define IBID_INLINE [[gnu::always_inline]] inline

namespace ibid::grammars::support {

#if defined(__SSE2__) && !defined(IBID_SCALAR_LANES)

/// The places in a lane where a comparison held, first place lowest.
class Hits {
public:
    explicit Hits(std::uint32_t bits) noexcept : bits_{bits} {}
    [[nodiscard]] IBID_INLINE bool any() const noexcept { return bits_ != 0; }
    /// Offset of the first hit; undefined when there is none.
    [[nodiscard]] IBID_INLINE int first() const noexcept { return __builtin_ctz(bits_); }
    IBID_INLINE void drop_first() noexcept { bits_ &= bits_ - 1; }
    /// Is there a hit no later than the first one of `other`, which has some?
    [[nodiscard]] IBID_INLINE bool any_up_to(Hits other) const noexcept {
        return (bits_ & (other.bits_ ^ (other.bits_ - 1))) != 0;
    }

private:
    std::uint32_t bits_;
};

class Lane {
public:
    static constexpr int width = 16;

    /// What a comparison yields: combine with `|`, `&`, `-`, then ask for the hits.
    class Match {
    public:
        explicit Match(__m128i truth) noexcept : truth_{truth} {}
        IBID_INLINE friend Match operator|(Match a, Match b) noexcept { return Match{_mm_or_si128(a.truth_, b.truth_)}; }
        IBID_INLINE friend Match operator&(Match a, Match b) noexcept { return Match{_mm_and_si128(a.truth_, b.truth_)}; }
        /// Where `a` held and `b` did not.
        IBID_INLINE friend Match operator-(Match a, Match b) noexcept { return Match{_mm_andnot_si128(b.truth_, a.truth_)}; }
        [[nodiscard]] IBID_INLINE Hits hits() const noexcept { return Hits{mask()}; }
        [[nodiscard]] IBID_INLINE Hits misses() const noexcept { return Hits{mask() ^ 0xFFFFU}; }
        /// Where it did not hold.
        [[nodiscard]] IBID_INLINE Match others() const noexcept { return Match{_mm_xor_si128(truth_, _mm_set1_epi8(-1))}; }

    private:
        [[nodiscard]] IBID_INLINE std::uint32_t mask() const noexcept {
            return static_cast<std::uint32_t>(_mm_movemask_epi8(truth_));
        }
        __m128i truth_;
    };

    IBID_INLINE explicit Lane(char const* at) noexcept : bytes_{_mm_loadu_si128(reinterpret_cast<__m128i const*>(at))} {}

    [[nodiscard]] IBID_INLINE Match equals(char byte) const noexcept {
        return Match{_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(byte))};
    }
    /// Bytes from 0 up to `high`, an ASCII byte.
    [[nodiscard]] IBID_INLINE Match at_most(char high) const noexcept {
        return Match{_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(high)), bytes_)};
    }
    /// Bytes from 0x80 up.
    [[nodiscard]] IBID_INLINE Match beyond_ascii() const noexcept { return Match{bytes_}; }  // their top bit is set
    /// ASCII letters of either case.
    [[nodiscard]] IBID_INLINE Match letters() const noexcept {
        auto const offset = _mm_sub_epi8(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
        return Match{_mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8('z' - 'a')), offset)};
    }
    /// ASCII bytes from `low` to `high`.
    [[nodiscard]] IBID_INLINE Match between(char low, char high) const noexcept {
        auto const offset = _mm_sub_epi8(bytes_, _mm_set1_epi8(low));
        return Match{_mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(high - low))), offset)};
    }

private:
    __m128i bytes_;
};

#else

static_assert(std::endian::native == std::endian::little, "the first byte of a lane must be its lowest");

class Hits {
public:
    explicit Hits(std::uint64_t bits) noexcept : bits_{bits} {}
    [[nodiscard]] IBID_INLINE bool any() const noexcept { return bits_ != 0; }
    [[nodiscard]] IBID_INLINE int first() const noexcept { return __builtin_ctzll(bits_) >> 3; }
    IBID_INLINE void drop_first() noexcept { bits_ &= bits_ - 1; }
    [[nodiscard]] IBID_INLINE bool any_up_to(Hits other) const noexcept {
        return (bits_ & (other.bits_ ^ (other.bits_ - 1))) != 0;
    }

private:
    std::uint64_t bits_;  // the top bit of each byte that was hit
};

class Lane {
    static constexpr std::uint64_t ones = 0x0101010101010101U;
    static constexpr std::uint64_t tops = ones << 7;

public:
    static constexpr int width = 8;

    class Match {
    public:
        explicit Match(std::uint64_t truth) noexcept : truth_{truth} {}
        IBID_INLINE friend Match operator|(Match a, Match b) noexcept { return Match{a.truth_ | b.truth_}; }
        IBID_INLINE friend Match operator&(Match a, Match b) noexcept { return Match{a.truth_ & b.truth_}; }
        IBID_INLINE friend Match operator-(Match a, Match b) noexcept { return Match{a.truth_ & ~b.truth_}; }
        [[nodiscard]] IBID_INLINE Hits hits() const noexcept { return Hits{truth_}; }
        [[nodiscard]] IBID_INLINE Hits misses() const noexcept { return Hits{truth_ ^ tops}; }
        [[nodiscard]] IBID_INLINE Match others() const noexcept { return Match{truth_ ^ tops}; }

    private:
        std::uint64_t truth_;
    };

    IBID_INLINE explicit Lane(char const* at) noexcept { std::memcpy(&bytes_, at, sizeof bytes_); }

    [[nodiscard]] IBID_INLINE Match equals(char byte) const noexcept {
        return Match{below(bytes_ ^ (ones * static_cast<unsigned char>(byte)), 1)};
    }
    [[nodiscard]] IBID_INLINE Match at_most(char high) const noexcept {
        return Match{below(bytes_, static_cast<unsigned char>(high) + 1U)};
    }
    [[nodiscard]] IBID_INLINE Match beyond_ascii() const noexcept { return Match{bytes_ & tops}; }
    [[nodiscard]] IBID_INLINE Match letters() const noexcept {
        std::uint64_t const folded = bytes_ | (ones * 0x20U);
        return Match{below(folded, 'z' + 1U) & ~below(folded, 'a')};
    }
    [[nodiscard]] IBID_INLINE Match between(char low, char high) const noexcept {
        return Match{below(bytes_, static_cast<unsigned char>(high) + 1U) & ~below(bytes_, static_cast<unsigned char>(low))};
    }

private:
    /// The top bit of each byte below `limit` (1 to 128): no carry leaves its byte, so every place is exact.
    IBID_INLINE static std::uint64_t below(std::uint64_t value, unsigned limit) noexcept {
        return ~(((value & ~tops) + ones * (128U - limit)) | value) & tops;
    }
    std::uint64_t bytes_;
};

#endif

}  // namespace ibid::grammars::support
