// NameIndex: native names to small numbers, by one hash and one comparison; letter case may or may not count.
#pragma once

#include <bit>
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

/// Numbers are given in the order of adding.
class NameIndex {
public:
    explicit NameIndex(LetterCase letter_case) : fold_(letter_case == LetterCase::ignored ? 0x2020202020202020U : 0U) { resize(64); }

    /// The number of a name, made if it is new. The name's bytes must stay where they are.
    NameId add(std::string_view name) {
        if (NameId const known = find_unpadded(name); known != unknown_name) return known;
        if (names_.size() + 1 >= unknown_name) return unknown_name;
        if (names_.size() * 2 >= slots_.size()) resize(slots_.size() * 2);
        auto const id = static_cast<NameId>(names_.size());
        names_.push_back(name);
        place({unpadded_signature(name), name, id});
        return id;
    }

    /// The number of a name that is readable 8 bytes past its end (the padding contract), or unknown_name.
    [[nodiscard]] NameId find(std::string_view name) const noexcept { return look_up(signature(name.data(), name.size()), name); }
    /// The same for a name from anywhere.
    [[nodiscard]] NameId find_unpadded(std::string_view name) const noexcept { return look_up(unpadded_signature(name), name); }

    [[nodiscard]] std::string_view name(NameId id) const noexcept { return names_[id]; }
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }

private:
    /// The first and the last eight bytes, case folded, and the length: all of a name up to 16 bytes.
    struct Signature {
        std::uint64_t first = 0, last = 0, length = 0;
        bool operator==(Signature const&) const = default;
        [[nodiscard]] std::uint64_t hash() const noexcept { return (first ^ (last << 1) ^ length) * 0x9E3779B97F4A7C15U; }
    };

    struct Slot {
        Signature signature{};
        std::string_view name{};
        NameId id = unknown_name;
    };

    [[nodiscard]] Signature signature(char const* name, std::size_t size) const noexcept {
        Signature s;
        s.length = size;
        if (size == 0) return s;
        std::memcpy(&s.first, name, 8);
        if (size >= 8) {
            std::memcpy(&s.last, name + size - 8, 8);
            s.first |= fold_;
            s.last |= fold_;
        } else {
            std::uint64_t const mask = ~std::uint64_t{0} >> (64 - 8 * size);
            s.first = (s.first | fold_) & mask;
        }
        return s;
    }

    [[nodiscard]] Signature unpadded_signature(std::string_view name) const noexcept {
        if (name.size() >= 8) return signature(name.data(), name.size());
        char padded[8]{};
        if (!name.empty()) std::memcpy(padded, name.data(), name.size());
        return signature(padded, name.size());
    }

    [[nodiscard]] NameId look_up(Signature const& s, std::string_view name) const noexcept {
        for (std::size_t at = s.hash() >> shift_; slots_[at].id != unknown_name; at = (at + 1) & (slots_.size() - 1))
            if (slots_[at].signature == s && (name.size() <= 16 || same(slots_[at].name, name))) return slots_[at].id;
        return unknown_name;
    }

    void place(Slot const& slot) noexcept {
        std::size_t at = slot.signature.hash() >> shift_;
        while (slots_[at].id != unknown_name) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }

    void resize(std::size_t count) {
        std::vector<Slot> old(count);
        old.swap(slots_);
        shift_ = static_cast<unsigned>(64 - std::countr_zero(count));
        for (Slot const& slot : old)
            if (slot.id != unknown_name) place(slot);
    }

    [[nodiscard]] bool same(std::string_view a, std::string_view b) const noexcept {
        auto const fold = static_cast<unsigned char>(fold_ & 0xff);
        for (std::size_t i = 0; i < a.size(); ++i)
            if ((static_cast<unsigned char>(a[i]) | fold) != (static_cast<unsigned char>(b[i]) | fold)) return false;
        return true;
    }

    std::uint64_t fold_;
    unsigned shift_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::string_view> names_;
};

}  // namespace ibid::mapping
