// Origin: where a record came from, and what of it no mapping row claimed.
#pragma once

#include "ibid/variable.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid {

/// A place in a file. Lines and columns count from 1, columns in code points; line 0: not known.
struct Location {
    std::string_view file{};
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(Location const&, Location const&) = default;
};

/// Where a record came from. The views live as long as the record's.
struct Origin {
    std::string_view format{};       ///< id of the format it was read as: "biblatex", "ris"; empty: made
    std::string_view native_type{};  ///< the type as the file spelled it, such as "InCollection" or "JOUR"
    Location where{};
    std::string_view source{};       ///< the record's bytes in its file, in the file's encoding; empty unless a reader
                                     ///< was asked for them (option keep-source)
    bool foreign = false;            ///< the file is not UTF-8; said together with `source`
};

/// Why a native field is kept as an extra.
enum class ExtraKind : std::uint8_t {
    unclaimed,   ///< no row of the mapping knows it
    shadowed,    ///< another field said the same variable, and won
    expression,  ///< a native field that a variable came from, where the variable alone would not give it back: a macro
    inherited,   ///< no value: the variable came from the entry that `crossref` or `xdata` names
};

/// A native field kept raw: the same format writes it back, another carries it or reports it.
struct Extra {
    std::string_view format{};  ///< the family of formats whose field it is (Format::family): "bibtex" for both dialects
    std::string_view name{};    ///< its native name, as the file spelled it
    std::string_view value{};   ///< its native value, not decoded; macros are expanded; JSON: the value's source
    std::string_view source{};  ///< the value as an expression of the format, where it is more than one plain string
    ExtraKind kind = ExtraKind::unclaimed;
    VariableId variable = VariableId::none;  ///< expression: whose source it is; shadowed: the variable it lost

    friend bool operator==(Extra const&, Extra const&) = default;
};

}  // namespace ibid
