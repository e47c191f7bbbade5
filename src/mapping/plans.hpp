// Plans: which rows a record of a shape hits when it is written. A file holds few shapes (a type and the variables that
// are there), so a writer keeps the plans of the last ones.
#pragma once

#include "mapping/row.hpp"
#include "mapping/sets.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::mapping {

/// What decides which rows a record hits.
struct Shape {
    VariableSet present{};
    std::size_t profile = 0, native_type = 0;
    ItemType type{};

    friend bool operator==(Shape const&, Shape const&) = default;
};

/// The rows that records of a shape hit, in the order of the table, and where the records have their variables.
struct Plan {
    static constexpr std::uint8_t nowhere = 0xff;
    using Places = std::array<std::uint8_t, max_row_variables>;  ///< of a row's variables in Record::fields(), or nowhere
    struct Step {
        RowBase const* row = nullptr;
        std::string_view name{};   ///< the native name to write
        VariableSet variables{};   ///< of the row
        Places places{};
        bool competes = false;     ///< an earlier step may have said its variables
    };
    Shape shape{};
    bool ready = false;
    std::vector<Step> steps{};
};

class Plans {
public:
    /// The place of a shape's plan; it may hold that of another shape.
    Plan& place(Shape const& shape) noexcept {
        std::uint64_t const types = (shape.native_type * 3 + static_cast<std::uint64_t>(shape.type)) << (64 - bits);
        return plans_[(shape.present.hash() ^ types) >> (64 - bits)];
    }

private:
    static constexpr unsigned bits = 8;
    std::array<Plan, std::size_t{1} << bits> plans_{};
};

}  // namespace ibid::mapping
