// SpellingTable: from a spelling to its number in an enumeration, built at compile time.
// Open addressing over a hash of the length and three bytes: the spellings of CSL differ there nearly always.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace ibid::ir {

/// Numbers up to 254 by spelling; at most a quarter of the slots are taken.
template <std::size_t Count>
class SpellingTable {
public:
    static constexpr std::uint8_t none = 0xff;
    static_assert(Count < none);

    explicit constexpr SpellingTable(std::array<std::string_view, Count> const& spellings) : spellings_{spellings} {
        slots_.fill(none);
        for (std::size_t i = 0; i < Count; ++i) {
            std::size_t at = hash(spellings[i]);
            while (slots_[at] != none) at = (at + 1) % slot_count;
            slots_[at] = static_cast<std::uint8_t>(i);
        }
    }

    [[nodiscard]] constexpr std::string_view operator[](std::size_t number) const noexcept { return spellings_[number]; }

    /// The number of a spelling, or `none`.
    [[nodiscard]] std::uint8_t find(std::string_view spelling) const noexcept {
        if (spelling.empty()) return none;
        for (std::size_t at = hash(spelling); slots_[at] != none; at = (at + 1) % slot_count) {
            std::string_view const candidate = spellings_[slots_[at]];
            if (candidate.size() == spelling.size()
                && std::memcmp(candidate.data(), spelling.data(), spelling.size()) == 0)
                return slots_[at];
        }
        return none;
    }

private:
    static constexpr std::size_t slot_count = std::bit_ceil(4 * Count);

    static constexpr std::size_t hash(std::string_view s) noexcept {
        auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(s[at]); };
        return (s.size() * 37 + byte(0) * 5U + byte(s.size() / 2) * 67U + byte(s.size() - 1) * 23U) % slot_count;
    }

    std::array<std::string_view, Count> spellings_;
    std::array<std::uint8_t, slot_count> slots_{};
};

}  // namespace ibid::ir
