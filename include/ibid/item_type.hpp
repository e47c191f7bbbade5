// The closed enumeration of item types. What a type becomes in a format is the business of that format's mapping.
// Source: CSL 1.0.2, appendix III (https://docs.citationstyles.org/en/v1.0.2/specification.html#appendix-iii-types).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ibid {

/// What a record is about; the enumerators are CSL's names with `_` for `-`.
enum class ItemType : std::uint8_t {
#define IBID_ITEM_TYPE(name, spelling) name,
#include "ibid/item_types.def"
#undef IBID_ITEM_TYPE
};

/// The number of item types.
inline constexpr std::size_t item_type_count = 0
#define IBID_ITEM_TYPE(name, spelling) +1
#include "ibid/item_types.def"
#undef IBID_ITEM_TYPE
    ;

/// The CSL spelling, such as `article-journal`.
std::string_view spelling(ItemType) noexcept;

/// The type spelled so in CSL, if there is one; letter case counts.
std::optional<ItemType> item_type(std::string_view spelling) noexcept;

}  // namespace ibid
