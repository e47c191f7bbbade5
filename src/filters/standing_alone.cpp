// What records of .bib files owe to their place in the file.
#include "filters/standing_alone.hpp"

#include "filters/field_name.hpp"

#include <algorithm>
#include <vector>

namespace ibid::filters {
namespace {

/// Sets a variable to what it is, which is no longer inherited then.
void set_again(Record& record, Field const& field) {
    switch (field.kind()) {
    case Kind::text: return record.set(TextKey{field.id()}, field.text());
    case Kind::list: return record.set(ListKey{field.id()}, field.list());
    case Kind::names: return record.set(NamesKey{field.id()}, field.names());
    case Kind::date: return record.set(DateKey{field.id()}, field.date());
    }
}

}  // namespace

void say_inherited(Record& record) {
    std::vector<VariableId> inherited;
    for (Extra const& x : record.extras())
        if (x.kind == ExtraKind::inherited) inherited.push_back(x.variable);
    for (VariableId const id : inherited)
        if (Field const* const field = record.field(id)) set_again(record, Field(*field));
}

bool is_separator(Verbatim const& verbatim) noexcept {
    bool const has_commas = verbatim.format == "csl-json";
    auto const parts = [&](char c) { return static_cast<unsigned char>(c) <= ' ' || (has_commas && c == ','); };
    return verbatim.kind == VerbatimKind::text && std::all_of(verbatim.source.begin(), verbatim.source.end(), parts);
}

std::string_view parent_of(Record const& record) noexcept {
    for (Extra const& x : record.extras())
        if (x.format == "bibtex" && is_value(x) && same_spelling(x.name, "crossref")) return x.value;
    return {};
}

}  // namespace ibid::filters
