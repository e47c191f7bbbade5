// Field texts: what a field says, as the texts that it may be compared with.
#pragma once

#include "filters/field_name.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace ibid::filters {

/// Takes one text; true: it is the one that was looked for, no other is wanted. `whole`: it stands for the value in an
/// order; false: a part of it or another spelling (the given name alone).
using TakeText = std::function<bool(std::string_view text, bool whole)>;

/// Hands over the texts of a field, those of each element of a list and each name, until one is the one; whether one was.
/// Names: family with and without particles, given, literal, `Given Family`, `Family, Given`. Types: CSL's, the native one.
/// Identifiers: as normal_form() has them.
bool any_text(Record const& record, FieldName const& field, TakeText const& take);

/// DOIs without resolver, ISBNs of thirteen digits without hyphens, ISSNs with their one: what is to be compared with
/// any_text(). `part`: a part of a number at least (`978-3`), whose hyphens go as well.
std::string normal_form(VariableId id, std::string_view text, bool part = false);

/// Whether the record says anything in the field.
bool has_field(Record const& record, FieldName const& field) noexcept;

}  // namespace ibid::filters
