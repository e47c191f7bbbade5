// Derived: what follows from ibid's own variables, for formats that have no place for these but for what follows.
// It is added when such a format is written and taken away when that is read together with what it follows from.
#pragma once

#include "mapping/sets.hpp"
#include "ibid/record.hpp"

namespace ibid::mapping {

/// Adds what follows: a web page stands in the archive that its eprint-type names alone (`Twitter`), a preprint is
/// published by it, an addition to the title says the kind of work, what was said at an event is of the event's date.
/// Answers the variables that were added.
VariableSet derive(Record& record);

/// The texts that stand word for word in what derive() added: where that is written they are not lost. Of one with
/// markup the format may say less there.
VariableSet copied_texts(Record const& record, VariableSet const& derived) noexcept;

/// Takes away those of the variables named that derive() would add again.
void drop_derived(Record& record, VariableSet const& named);

}  // namespace ibid::mapping
