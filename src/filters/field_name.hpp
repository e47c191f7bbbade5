// Field names: what a word in a query, an order or a list of fields is the name of.
#pragma once

#include "ibid/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid::filters {

enum class FieldKind : std::uint8_t {
    variable,
    type,    ///< the item type, and the native type as the file has it
    key,     ///< the citation key
    year,    ///< that of `issued`
    native,  ///< a native field that no variable holds
};

struct FieldName {
    FieldKind kind{};
    VariableId variable = VariableId::none;  ///< of a variable
    std::string native{};                    ///< of a native field, without `native:`
    bool is_said = true;                     ///< false: a native field only because it is nothing else
};

/// What a name means: a variable in any letter case, `type`, `key`, `id`, `year`, `native:x`; all else is native.
FieldName field_name(std::string_view name);

/// Equal in any case of ASCII letters.
bool same_spelling(std::string_view a, std::string_view b) noexcept;

/// Whether an extra is a native field with a value of its own, and not a note about a variable.
inline bool is_value(Extra const& extra) noexcept {
    return extra.kind == ExtraKind::unclaimed || extra.kind == ExtraKind::shadowed;
}

/// The native value of an extra as a text to compare: that of a JSON string without its quotation marks.
std::string_view value_of(Extra const& extra) noexcept;

}  // namespace ibid::filters
