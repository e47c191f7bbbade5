// TallyTable: how often each code occurred with each field. Asked once for every field that a writer drops, so an
// entry is found by three words, without a loop. Field names come from files: their number is bounded.
#pragma once

#include "ibid/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace ibid::diagnostics {

class TallyTable {
public:
    /// Fields beyond this number are counted together, under the name `other_fields`.
    static constexpr std::size_t most_fields = 2048;
    static constexpr std::string_view other_fields = "(other fields)";

    struct Entry : Tally {
        std::size_t to_pass_on = 0;  ///< how many more the handler gets to see
        std::size_t passed_on = 0;   ///< how many it has seen
    };

    /// The entry of a code with a field; a new one if it is not there, whose count is 0. Valid until the table goes.
    Entry& entry(Code code, std::string_view field) {
        Print const print = take(code, field);
        for (std::size_t at = print.home(), steps = 0; steps < most_steps; ++at, ++steps) {
            Slot const& slot = slots_[at & (slots_.size() - 1)];
            if (slot.entry == nullptr) break;
            if (slot.print == print && (field.size() <= 16 || slot.entry->field == field)) return *slot.entry;
        }
        return insert(print, code, field);
    }

    [[nodiscard]] std::vector<std::unique_ptr<Entry>> const& entries() const noexcept { return entries_; }

private:
    static constexpr std::size_t first_slots = 64;  // most inputs have a handful of fields to tell of
    static constexpr std::size_t most_steps = 16;

    /// Code, size, first and last eight bytes: all there is to say of a field of up to sixteen.
    struct Print {
        std::uint64_t head;
        std::uint64_t first;
        std::uint64_t last;

        [[nodiscard]] std::size_t home() const noexcept {
            constexpr std::uint64_t factor = 0x9e3779b97f4a7c15U;  // 2^64 / golden ratio
            return ((head + first * factor) ^ last) * factor >> 40;
        }
        friend bool operator==(Print const&, Print const&) = default;
    };

    struct Slot {
        Print print{};
        Entry* entry = nullptr;
    };

    template <class Word>
    static std::uint64_t load(char const* at) noexcept {
        Word word;
        std::memcpy(&word, at, sizeof word);
        return word;
    }

    static Print take(Code code, std::string_view field) noexcept {
        char const* const begin = field.data();
        std::size_t const size = field.size();
        std::uint64_t const head = size << 8 | static_cast<std::uint64_t>(code);
        if (size >= 8) return {head, load<std::uint64_t>(begin), load<std::uint64_t>(begin + size - 8)};
        if (size >= 4) return {head, load<std::uint32_t>(begin), load<std::uint32_t>(begin + size - 4)};
        if (size == 0) return {head, 0, 0};
        std::uint64_t const ends = load<std::uint8_t>(begin) << 8 | load<std::uint8_t>(begin + size - 1);
        return {head, ends, load<std::uint8_t>(begin + size / 2)};
    }

    Entry& insert(Print const& print, Code code, std::string_view field);
    /// Puts an entry into a free slot near its home; false if there is none.
    bool place(Slot const& slot) noexcept;
    void grow();

    std::vector<Slot> slots_{first_slots};  // at least twice as many as entries
    std::vector<std::unique_ptr<Entry>> entries_;
    std::vector<Entry*> others_;  // at most one for each code
};

}  // namespace ibid::diagnostics
