// How people and their roles are read: `editor` and its kin with the fields of their roles, and the fields that name a role.
#include "formats/bibtex/codecs_keep.hpp"

#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/role_table.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace ibid::formats::bibtex::field_codecs {

using mapping::NativeField;

namespace {

Names joined(Record& record, Names const& a, Names const& b) {
    auto const all = record.arena().array<Name>(a.list.size() + b.list.size());
    std::size_t n = 0;
    for (Name const& name : a.list) all[n++] = name;
    for (Name const& name : b.list) all[n++] = name;
    return {all, a.others || b.others};
}

/// Whether a role was met that no variable has.
bool has_unknown_role(mapping::NativeRecord& native) {
    auto const fields = native.fields();
    return std::any_of(fields.begin(), fields.end(), [](NativeField const& f) {
        return !f.claimed && !f.value.empty() && is_role_field(f.name) && !role_variable(lower(f.value));
    });
}

/// Whether the entry is a part of something: of a series, or of what a row reads as its container.
bool is_part(mapping::NativeRecord& native, ItemType type) {
    auto const fields = native.fields();
    return std::any_of(fields.begin(), fields.end(), [type](NativeField const& f) {
        auto const says = [&](VariableId variable) { return engine().reads(f.id, variable, type); };
        return !f.value.empty() && (says(VariableId::collection_title) || says(VariableId::container_title));
    });
}

/// Whether the entry says who edits the series: then nobody else is taken for that.
bool names_series_editor(mapping::NativeRecord& native, ItemType type) {
    auto const fields = native.fields();
    return std::any_of(fields.begin(), fields.end(), [type](NativeField const& f) {
        if (f.value.empty()) return false;
        bool const says = is_role_field(f.name) && role_variable(lower(f.value)) == VariableId::collection_editor;
        return says || engine().reads(f.id, VariableId::collection_editor, type);
    });
}

bool is_source(NativeField const& f, VariableId variable) noexcept { return f.claimed && f.variable == variable; }
/// Whether fields are to go back that became the variable.
bool has_source(mapping::NativeRecord& native, VariableId variable) noexcept {
    auto const fields = native.fields();
    return std::any_of(fields.begin(), fields.end(), [&](NativeField const& f) { return is_source(f, variable); });
}
/// They would not say all of it.
void drop_sources(mapping::NativeRecord& native, VariableId variable) noexcept {
    for (NativeField& f : native.fields())
        if (is_source(f, variable)) f.keep_as(VariableId::none, false);
}

/// Whether an entry says of its own people what it inherits: written for a dialect with other rules of inheritance it says
/// so itself, under the role that the dialect has for them.
bool says_again(Decoder& d, mapping::NativeRecord& native, NativeField const& people, VariableId variable) {
    Field const* const before = d.record.field(variable);
    if (before == nullptr) return false;
    auto const fields = native.fields();
    auto const is_inherited = [](NativeField const& f) { return f.claimed && f.where == nullptr && editor_row(f.name) < std::size(editor_fields); };
    if (people.where != nullptr && std::none_of(fields.begin(), fields.end(), is_inherited)) return false;
    NativeField copy = people;
    return d.names(copy, variable) == before->names();
}

}  // namespace

bool editors::read(Decoder& d, Match const& m) {
    NativeField* const people = m.part(0);
    if (people == nullptr) return false;
    NativeField* const type = m.part(1);
    VariableId variable = m.variable();
    bool keeps_word = false;
    if (type != nullptr && !type->value.empty()) {
        auto const role = role_variable(lower(d.plain(*type)));
        variable = role.value_or(VariableId::contributor);
        type->claimed = role.has_value();  // an unknown role stays in the residue, beside the contributor it became
        // Of a series or a collection it is who Zotero and CSL call its editor; alone, the redactor of the work itself.
        keeps_word = variable == VariableId::redactor && is_part(m.native, d.record.type) && !names_series_editor(m.native, d.record.type);
        if (keeps_word) variable = VariableId::collection_editor;
    }
    if (says_again(d, m.native, *people, variable)) {
        people->claimed = true;
        return true;
    }
    Field const* const before = d.record.field(variable);
    bool const mixes = before != nullptr && variable == VariableId::contributor && has_unknown_role(m.native);
    if (type != nullptr && !type->value.empty() && !type->claimed)
        d.report(Code::bad_value, *type, "unknown role '" + std::string(type->value) + (mixes ? "' beside another; kept as it stands" : "', read as a contributor"));
    if (mixes) {  // nobody gets the role of another
        if (type != nullptr) type->claimed = false;
        return false;
    }
    Names names = d.names(*people, variable);
    people->claimed = true;
    if (before != nullptr) names = joined(d.record, before->names(), names);
    bool const says_all = before == nullptr || (keeps_word && has_source(m.native, variable));
    if (!says_all) drop_sources(m.native, variable);
    if (keeps_word && says_all)
        for (NativeField* f : {people, type}) f->keep_as(variable);
    else if (before != nullptr || type != nullptr) people->keep_as(VariableId::none, false);  // it would not say all, or not the role
    else people->keep_as(variable, people->keep);
    if (!names.list.empty() || names.others) d.record.adopt(Field(variable, names));
    return true;
}

bool role::read(Decoder& d, Match const& m) {
    Names const names = d.names(m);
    if (!names.list.empty() || names.others) d.record.adopt(Field(m.variable(), names));
    return true;
}

}  // namespace ibid::formats::bibtex::field_codecs
