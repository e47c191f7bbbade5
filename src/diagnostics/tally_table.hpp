// TallyTable: how often each code occurred with each field. Asked once for every field that a writer drops, so an
// entry is found with a hash and one comparison. Field names come from files: their number is bounded.
#pragma once

#include "ibid/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::diagnostics {

class TallyTable {
public:
    /// Fields beyond this number are counted together, under the name `other_fields`.
    static constexpr std::size_t most_fields = 2048;
    static constexpr std::string_view other_fields = "(other fields)";

    /// The count of a code with a field, made if it is not there. Valid until the table goes.
    std::size_t& count(Code code, std::string_view field) {
        std::uint64_t const key = hash(code, field);
        for (std::size_t at = key % slot_count, steps = 0; steps < most_steps; at = (at + 1) % slot_count, ++steps) {
            Slot& slot = slots_[at];
            if (slot.entry == nullptr) break;
            if (slot.key == key && slot.entry->field == field && slot.entry->code == code) return slot.entry->count;
        }
        return insert(key, code, field);
    }

    [[nodiscard]] std::vector<std::unique_ptr<Tally>> const& entries() const noexcept { return entries_; }

private:
    static constexpr std::size_t slot_count = 2 * most_fields;
    static constexpr std::size_t most_steps = 16;

    struct Slot {
        std::uint64_t key = 0;
        Tally* entry = nullptr;
    };

    static std::uint64_t hash(Code code, std::string_view field) noexcept {
        constexpr std::uint64_t factor = 0x9e3779b97f4a7c15U;  // 2^64 / golden ratio
        std::uint64_t key = (field.size() << 8 | static_cast<std::uint64_t>(code)) * factor;
        char const* at = field.data();
        std::size_t left = field.size();
        for (; left >= 8; at += 8, left -= 8) key = mix(key, load<std::uint64_t>(at), factor);
        if (left >= 4) {
            key = mix(key, load<std::uint32_t>(at), factor);
            at += 4, left -= 4;
        }
        for (; left > 0; ++at, --left) key = mix(key, static_cast<unsigned char>(*at), factor);
        return key ^ key >> 32;
    }
    static std::uint64_t mix(std::uint64_t key, std::uint64_t word, std::uint64_t factor) noexcept {
        key = (key ^ word) * factor;
        return key ^ key >> 29;
    }
    template <class Word>
    static Word load(char const* at) noexcept {
        Word word;
        std::memcpy(&word, at, sizeof word);
        return word;
    }

    std::size_t& insert(std::uint64_t key, Code code, std::string_view field);

    std::vector<Slot> slots_{slot_count};
    std::vector<std::unique_ptr<Tally>> entries_;
    std::vector<Tally*> others_;  // at most one for each code
};

}  // namespace ibid::diagnostics
