// Printing: a table as rows of text, so that `ibid formats ID --table` and the documentation say what the code does.
#pragma once

#include "mapping/row.hpp"
#include "mapping/types.hpp"
#include "ibid/format.hpp"

#include <span>
#include <vector>

namespace ibid::mapping {

/// The types of a set by name, "if not" where that is shorter; empty for all.
std::string describe(TypeSet types);
/// One row.
MappingRow print_row(RowBase const& row, std::size_t profile);
/// The rows of a table of types.
std::vector<MappingRow> print_types(std::span<TypeRow const> rows, std::size_t profile);

/// Appends the rows of a table of fields.
template <class F>
void print_rows(std::span<Row<F> const> rows, std::size_t profile, std::vector<MappingRow>& to) {
    for (Row<F> const& row : rows)
        if (row.reads || row.writes(profile)) to.push_back(print_row(row, profile));
}

}  // namespace ibid::mapping
