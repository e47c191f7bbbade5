// Tracer: told which row of a mapping made what of what. For explaining one record; conversions have none.
#pragma once

#include "ibid/variable.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace ibid {

struct MappingRow;

/// A native field as its file has it: macros expanded, not decoded.
struct NativeValue {
    std::string_view name{};
    std::string_view value{};
};

/// What it is given lives during the call only.
class Tracer {
public:
    virtual ~Tracer() = default;
    /// A reader's row has made variables of native fields.
    virtual void read(MappingRow const& row, std::span<NativeValue const> fields, std::span<VariableId const> variables) = 0;
    /// A writer's row has said variables, in the bytes [begin, end) of the output.
    virtual void wrote(MappingRow const& row, std::span<VariableId const> variables, std::size_t begin, std::size_t end) = 0;
};

}  // namespace ibid
