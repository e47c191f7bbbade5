// Type rows: one correspondence between a native type (with its subtype, where a format has such a pair) and an
// item type. The first row that fits is used, so the commonest spelling stands first.
#pragma once

#include "mapping/row.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace ibid::mapping {

/// Which way a type row counts: a bit for reading, one for writing in each profile; `synonym`: it is read, and another
/// row that is written means the same.
enum class Way : std::uint8_t { none = 0, read = 1, write0 = 2, write1 = 4, write2 = 8, write3 = 16, write = 30, both = 31, synonym = 33 };
constexpr Way operator|(Way a, Way b) noexcept { return static_cast<Way>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
constexpr bool goes(Way way, Way direction) noexcept { return (static_cast<unsigned>(way) & static_cast<unsigned>(direction)) != 0; }
constexpr Way writing(std::size_t profile) noexcept { return static_cast<Way>(2U << profile); }

struct TypeRow {
    std::string_view native{};   ///< "article", "JOUR"
    std::string_view subtype{};  ///< entrysubtype, M3: "magazine"; empty: none
    ItemType type{};
    Way way = Way::both;
    std::string_view genre{};    ///< the genre that the native type says, if the record has no other
};

/// Whether nothing is lost when an item of the row's type is written by another row.
constexpr bool is_synonym(TypeRow const& row) noexcept { return goes(row.way, Way::write) || (static_cast<unsigned>(row.way) & 32U) != 0; }

/// The row to read a native type by: with this subtype, or null.
constexpr TypeRow const* find_native(std::span<TypeRow const> rows, std::string_view native, std::string_view subtype) noexcept {
    for (TypeRow const& r : rows)
        if (goes(r.way, Way::read) && r.native == native && r.subtype == subtype) return &r;
    return nullptr;
}

/// The row to write an item type by, or null.
constexpr TypeRow const* find_type(std::span<TypeRow const> rows, ItemType type, std::size_t profile) noexcept {
    for (TypeRow const& r : rows)
        if (r.type == type && goes(r.way, writing(profile))) return &r;
    return nullptr;
}

}  // namespace ibid::mapping
