// Field texts, kind by kind.
#include "filters/field_text.hpp"

#include "filters/number_forms.hpp"
#include "text/dates.hpp"
#include "text/identifiers.hpp"

#include <algorithm>
#include <initializer_list>

namespace ibid::filters {
namespace {

/// The parts that are not empty, with a blank between.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (std::string_view const part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += ' ';
        all += part;
    }
    return all;
}

bool any_text_of(Name const& name, TakeText const& take) {
    if (!name.literal.empty()) return take(name.literal.plain, true);
    std::string_view const given = name.given.plain, dropping = name.dropping_particle.plain, suffix = name.suffix.plain;
    std::string const family = joined({name.non_dropping_particle.plain, name.family.plain});
    std::string family_first = family;
    for (std::string const& behind : {joined({given, dropping}), std::string(suffix)})
        if (!behind.empty()) family_first.append(", ").append(behind);
    return take(family_first, true) || take(name.family.plain, false) || take(family, false) || take(given, false)
           || take(joined({given, dropping, family, suffix}), false) || take(joined({dropping, family}), false);
}

bool any_text_of(Date const& date, TakeText const& take) {
    return take(text::edtf_of(date), true);
}

bool any_text_of(Field const& field, TakeText const& take) {
    auto const take_normal = [&](Text const& text) { return take(normal_form(field.id(), text.plain), true); };
    switch (field.kind()) {
    case Kind::text: return take_normal(field.text());
    case Kind::list: return std::any_of(field.list().begin(), field.list().end(), take_normal);
    case Kind::names: {
        auto const& names = field.names().list;
        return std::any_of(names.begin(), names.end(), [&](Name const& name) { return any_text_of(name, take); });
    }
    case Kind::date: return any_text_of(field.date(), take);
    }
    return false;
}

bool is_of(Extra const& extra, FieldName const& field) noexcept { return is_value(extra) && same_spelling(extra.name, field.native); }

}  // namespace

std::string normal_form(VariableId id, std::string_view text, bool part) {
    Arena arena;
    if (id == VariableId::DOI) {
        std::string_view const doi = text::decode_doi(arena.copy(text), arena);
        return std::string(doi.empty() ? text : doi);
    }
    if (id == VariableId::ISSN) return bare_number(text, true);
    if (id != VariableId::ISBN) return std::string(text);
    std::string number = isbn_13(bare_number(text, false));
    if (part && number.find_first_not_of("0123456789Xx- ") == number.npos)
        number.erase(std::remove_if(number.begin(), number.end(), [](char c) { return c == '-' || c == ' '; }), number.end());
    return number;
}

bool any_text(Record const& record, FieldName const& field, TakeText const& take) {
    switch (field.kind) {
    case FieldKind::variable: {
        Field const* const value = record.field(field.variable);
        return value != nullptr && any_text_of(*value, take);
    }
    case FieldKind::type: return take(spelling(record.type), true) || take(record.origin.native_type, false);
    case FieldKind::key: return take(record.id, true);
    case FieldKind::year: {
        Date const* const issued = record.find(var::issued);
        return issued != nullptr && has_field(record, field) && take(std::to_string(issued->begin.year), true);
    }
    case FieldKind::native:
        return std::any_of(record.extras().begin(), record.extras().end(), [&](Extra const& x) { return is_of(x, field) && take(value_of(x), true); });
    }
    return false;
}

bool has_field(Record const& record, FieldName const& field) noexcept {
    switch (field.kind) {
    case FieldKind::variable: return record.has(field.variable);
    case FieldKind::type: return true;
    case FieldKind::key: return !record.id.empty();
    case FieldKind::year: {
        Date const* const issued = record.find(var::issued);
        return issued != nullptr && issued->literal.empty() && !text::is_empty(*issued);
    }
    case FieldKind::native: return std::any_of(record.extras().begin(), record.extras().end(), [&](Extra const& x) { return is_of(x, field); });
    }
    return false;
}

}  // namespace ibid::filters
