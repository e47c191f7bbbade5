// A citation becomes a record: what its parts are variables of, and which type they are signs of.
#pragma once

#include "grammars/citation.hpp"
#include "ibid/record.hpp"

namespace ibid::formats::citation {

namespace grammar = grammars::citation;

/// The type that a citation shows best: one with a volume, an issue or pages is a journal's; one with a publisher as well
/// is part of a book; a publisher alone, or what may be one, is a book's.
ItemType type_of(grammar::Reference const& reference) noexcept;

/// Fills an empty record; everything is copied into its arena.
void decode(grammar::Batch const& batch, grammar::Reference const& reference, Record& record);

}  // namespace ibid::formats::citation
