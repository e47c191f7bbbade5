// NameIndex: native names to small numbers, by one hash and one comparison; letter case may or may not count.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace ibid::mapping {

/// The number of a native name in a table; `unknown_name` for what no row has.
using NameId = std::uint16_t;
inline constexpr NameId unknown_name = 0xffff;

/// Whether two names are the same when letter case counts.
enum class LetterCase : bool { counts, ignored };

/// Names are at most 255 bytes long; views asked for are readable 8 bytes past their end (the padding contract).
class NameIndex {
public:
    explicit NameIndex(LetterCase letter_case) : fold_(letter_case == LetterCase::ignored ? 0x2020202020202020U : 0U), slots_(slot_count) {}

    /// The number of a name, made if it is new.
    NameId add(std::string_view name) {
        if (NameId const known = find(name); known != unknown_name) return known;
        Signature const s = signature(name);
        std::size_t at = s.hash();
        while (slots_[at].id != unknown_name) at = (at + 1) % slot_count;
        slots_[at] = {s, name, static_cast<NameId>(names_.size())};
        names_.push_back(name);
        return slots_[at].id;
    }

    [[nodiscard]] NameId find(std::string_view name) const noexcept {
        Signature const s = signature(name);
        for (std::size_t at = s.hash(); slots_[at].id != unknown_name; at = (at + 1) % slot_count)
            if (slots_[at].signature == s && (name.size() <= 16 || same(slots_[at].name, name))) return slots_[at].id;
        return unknown_name;
    }

    [[nodiscard]] std::string_view name(NameId id) const noexcept { return names_[id]; }
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

private:
    static constexpr std::size_t slot_count = 1024;

    /// The first and the last eight bytes, case folded, and the length: all of a name up to 16 bytes.
    struct Signature {
        std::uint64_t first = 0, last = 0, length = 0;
        bool operator==(Signature const&) const = default;
        [[nodiscard]] std::size_t hash() const noexcept {
            std::uint64_t const mixed = (first ^ (last << 1) ^ length) * 0x9E3779B97F4A7C15U;
            return static_cast<std::size_t>(mixed >> 54);
        }
    };
    static_assert(slot_count == 1U << (64 - 54));

    struct Slot {
        Signature signature{};
        std::string_view name{};
        NameId id = unknown_name;
    };

    [[nodiscard]] Signature signature(std::string_view name) const noexcept {
        Signature s;
        s.length = name.size();
        if (name.size() >= 8) {
            std::memcpy(&s.first, name.data(), 8);
            std::memcpy(&s.last, name.data() + name.size() - 8, 8);
            s.last |= fold_;
        } else if (!name.empty()) {
            std::uint64_t const mask = ~std::uint64_t{0} >> (64 - 8 * name.size());
            std::memcpy(&s.first, name.data(), 8);
            s.first &= mask;
            s.first |= fold_ & mask;
            return s;
        }
        s.first |= name.empty() ? 0 : fold_;
        return s;
    }

    [[nodiscard]] bool same(std::string_view a, std::string_view b) const noexcept {
        auto const fold = static_cast<unsigned char>(fold_ & 0xff);
        for (std::size_t i = 0; i < a.size(); ++i)
            if ((static_cast<unsigned char>(a[i]) | fold) != (static_cast<unsigned char>(b[i]) | fold)) return false;
        return true;
    }

    std::uint64_t fold_;
    std::vector<Slot> slots_;
    std::vector<std::string_view> names_;
};

}  // namespace ibid::mapping
