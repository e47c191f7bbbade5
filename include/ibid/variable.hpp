// Variables: the typed keys of a record. `var::title` is a TextKey, `var::author` a NamesKey, so that
// `record.find(var::issued)` is a `Date const*` and `record.set(var::author, "x")` does not compile.
// Source: CSL 1.0.2, appendix IV, and variables.def for what stands beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ibid {

/// The shape of a variable's value.
enum class Kind : std::uint8_t { text, list, names, date };

/// The word for a kind: "text".
std::string_view spelling(Kind) noexcept;

/// The untyped identity of a variable: its row in variables.def.
enum class VariableId : std::uint8_t {
#define IBID_VARIABLE(name, spelling, kind, origin, help) name,
#include "ibid/variables.def"
#undef IBID_VARIABLE
    none = 0xff,  ///< no variable
};

/// The number of variables.
inline constexpr std::size_t variable_count = 0
#define IBID_VARIABLE(name, spelling, kind, origin, help) +1
#include "ibid/variables.def"
#undef IBID_VARIABLE
    ;
static_assert(variable_count < 0xff);

/// Whether CSL 1.0.2 has the variable, or ibid alone.
enum class VariableOrigin : std::uint8_t { csl, ibid };

/// One row of variables.def.
struct VariableInfo {
    std::string_view spelling;
    Kind kind;
    VariableOrigin origin;
    std::string_view help;
};

/// The row of a variable; `none` has no row.
VariableInfo const& info(VariableId) noexcept;

/// The spelling, such as `container-title`.
inline std::string_view spelling(VariableId id) noexcept { return info(id).spelling; }

/// The variable spelled so, if there is one; letter case counts.
std::optional<VariableId> variable(std::string_view spelling) noexcept;

/// A key that knows the kind of its values.
template <Kind K>
struct Key {
    static constexpr Kind kind = K;
    VariableId id;
    constexpr operator VariableId() const noexcept { return id; }
};
using TextKey = Key<Kind::text>;
using ListKey = Key<Kind::list>;
using NamesKey = Key<Kind::names>;
using DateKey = Key<Kind::date>;

/// The keys.
namespace var {
#define IBID_VARIABLE(name, spelling, kind, origin, help) \
    inline constexpr Key<Kind::kind> name{VariableId::name};
#include "ibid/variables.def"
#undef IBID_VARIABLE
}  // namespace var

}  // namespace ibid
