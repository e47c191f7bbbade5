// Standing alone: what records need that no longer stand where their file has them.
#pragma once

#include "ibid/record.hpp"

namespace ibid::filters {

/// Makes what a record inherits its own, so that it says it wherever it goes: its parent may not go with it.
void say_inherited(Record& record);

/// Whether it is text, and only what parts one record from the next: white space, in JSON commas.
bool is_separator(Verbatim const& verbatim) noexcept;

/// The key of the entry that the record inherits from by `crossref`; empty: there is none.
std::string_view parent_of(Record const& record) noexcept;

}  // namespace ibid::filters
