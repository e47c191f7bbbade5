// The rows of the .def files of the record as tables, and their look-up by spelling. All of it is constexpr:
// nothing is built when a program starts.
#include "ibid/item_type.hpp"
#include "ibid/text.hpp"
#include "ibid/variable.hpp"

#include "ir/spelling_table.hpp"

#include <array>

namespace ibid {

namespace {

constexpr std::array<VariableInfo, variable_count> variables{{
#define IBID_VARIABLE(name, spelling, kind, origin, help) {spelling, Kind::kind, VariableOrigin::origin, help},
#include "ibid/variables.def"
#undef IBID_VARIABLE
}};

constexpr ir::SpellingTable<variable_count> variable_spellings{{
#define IBID_VARIABLE(name, spelling, kind, origin, help) spelling,
#include "ibid/variables.def"
#undef IBID_VARIABLE
}};

constexpr ir::SpellingTable<item_type_count> item_type_spellings{{
#define IBID_ITEM_TYPE(name, spelling) spelling,
#include "ibid/item_types.def"
#undef IBID_ITEM_TYPE
}};

}  // namespace

VariableInfo const& info(VariableId id) noexcept { return variables[static_cast<std::size_t>(id)]; }

std::optional<VariableId> variable(std::string_view spelling) noexcept {
    auto const found = variable_spellings.find(spelling);
    if (found == variable_spellings.none) return std::nullopt;
    return static_cast<VariableId>(found);
}

std::string_view spelling(ItemType type) noexcept { return item_type_spellings[static_cast<std::size_t>(type)]; }

std::optional<ItemType> item_type(std::string_view spelling) noexcept {
    auto const found = item_type_spellings.find(spelling);
    if (found == item_type_spellings.none) return std::nullopt;
    return static_cast<ItemType>(found);
}

std::string_view spelling(Kind kind) noexcept {
    switch (kind) {
    case Kind::text: return "text";
    case Kind::list: return "list";
    case Kind::names: return "names";
    case Kind::date: return "date";
    }
    return {};
}

std::string_view spelling(Style style) noexcept {
    switch (style) {
    case Style::italic: return "italic";
    case Style::bold: return "bold";
    case Style::superscript: return "superscript";
    case Style::subscript: return "subscript";
    case Style::small_caps: return "small-caps";
    case Style::nocase: return "nocase";
    case Style::quoted: return "quoted";
    case Style::math: return "math";
    case Style::tex: return "tex";
    case Style::verbatim: return "verbatim";
    case Style::language: return "language";
    case Style::subtitle: return "subtitle";
    }
    return {};
}

}  // namespace ibid
