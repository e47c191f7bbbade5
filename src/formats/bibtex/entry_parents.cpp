// What an entry inherits from those that its crossref and xdata name.
#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/mapping.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace ibid::formats::bibtex {

using mapping::NativeField;

void EntryDecoder::inherit_from(Parent const& parent, Record& record, std::string_view child_type, bool as_xdata) {
    std::pair const heir{&parent, as_xdata};
    if (std::find(inherited_from_.begin(), inherited_from_.end(), heir) != inherited_from_.end()) return;  // nothing more comes of it
    if (inherited_from_.size() >= limits_.parents) {
        too_many_ = true;
        return;
    }
    inherited_from_.push_back(heir);
    grammar::Block const& entry = parent.entry();
    auto const fields = std::span(parent.tree.fields).subspan(entry.first_field, entry.field_count);
    auto const value = [&](grammar::Field const& field) { return expand(parent.tree, field, record.arena(), record.id, true); };
    auto const is_xdata = [](grammar::Field const& field) { return same_name(field.name, "xdata"); };
    auto const names_parents = [&](grammar::Field const& field) { return is_xdata(field) || same_name(field.name, "crossref"); };
    std::size_t const nearer = native_.fields().size();
    auto const is_booktitle = [&](grammar::Field const& field) { return same_name(field.name, "booktitle") && !value(field).empty(); };
    bool const has_booktitle = std::any_of(fields.begin(), fields.end(), is_booktitle);
    // A booktitle before a title that becomes one, whichever the file has first: it stands there for the children
    // ("BibTeXing", Patashnik, section 2.1).
    for (bool const renamed : {false, true})
        for (grammar::Field const& field : fields) {
            std::string_view const name = as_xdata ? field.name : inherited_name(entry.type, child_type, field.name);
            if (name.empty() || names_parents(field) || same_name(name, field.name) == renamed) continue;
            if (renamed && has_booktitle && name.starts_with("book")) continue;  // of the title that does not count
            inherit_field(name, parent.tree, field, record, nearer);
        }
    ancestors_.push_back(&parent);
    for (grammar::Field const& field : fields)  // what the parent says itself counts before what it inherits
        if (names_parents(field))
            each_key(value(field), [&](std::string_view key) {
                Parent const* const next = find_parent_(key);
                if (next == nullptr) return;
                bool const on_the_way = std::find(ancestors_.begin(), ancestors_.end(), next) != ancestors_.end();
                if (on_the_way || same_name(key, record.id)) leads_back_ = true;
                else inherit_from(*next, record, child_type, is_xdata(field));
            });
    ancestors_.pop_back();
}

void EntryDecoder::inherit_field(std::string_view name, grammar::Batch const& tree, grammar::Field const& field, Record& record, std::size_t nearer) {
    auto const& names = table_.names();
    mapping::NameId const id = names.find_unpadded(name);
    if (id == mapping::unknown_name || native_.first(id) != nullptr) return;
    // What the entry says itself is not said again under another name, such as a date beside a year. It may be refined,
    // and what its title is may hang on a maintitle.
    bool const refines = same_name(name, "month") || same_name(name, "day");
    auto const own = alone_ != nullptr ? alone_->fields() : std::span<Field const>{};
    auto const says_it = [&](Field const& f) { return f.id() != VariableId::title && table_.reads(id, f.id(), alone_->type); };
    if (!refines && std::any_of(own.begin(), own.end(), says_it)) return;
    // Nor what a nearer parent has said: a `date` behind its `year`, a `location` behind its `address`.
    auto const from_parents = native_.fields().first(nearer);
    auto const says_it_too = [&](NativeField const& f) { return f.where == nullptr && table_.share_row(f.id, id); };
    if (std::any_of(from_parents.begin(), from_parents.end(), says_it_too)) return;
    std::string_view const value = expand(tree, field, record.arena(), record.id, true);
    if (!may_add(value.size(), field, nullptr, record.id)) return;
    native_.add(id, name, value, nullptr);
    mapping::NameId const author = names.find_unpadded("author");
    if (same_name(name, "bookauthor") && native_.first(author) == nullptr)  // it is the author of both
        native_.add(author, field.name, value, nullptr);
}

void EntryDecoder::inherit(Record& record, std::string_view child_type) {
    std::size_t const own = native_.fields().size();
    inherited_from_.clear();
    mapping::NameId const options = table_.names().find_unpadded("options");
    for (NativeField const& f : native_.fields())
        if (f.id == options && f.value.find("noinherit") != std::string_view::npos)
            reporter_.put(Code::bad_value, f.where, {.key = record.id, .field = f.name, .message = "what 'noinherit' names is defined in documents; all fields are inherited", .before = f.value});
    for (std::size_t i = 0; i < own; ++i) {
        NativeField const f = native_.fields()[i];
        bool const is_xdata = same_name(f.name, "xdata");
        if (!is_xdata && !same_name(f.name, "crossref")) continue;
        each_key(f.value, [&](std::string_view key) {
            Parent const* const parent = find_parent_ ? find_parent_(key) : nullptr;
            if (parent == nullptr)
                reporter_.put(Code::missing_parent, f.where, {.key = record.id, .field = f.name, .message = "no entry '" + std::string(key) + "' to inherit from"});
            else if (same_name(key, record.id))
                leads_back_ = true;
            else
                inherit_from(*parent, record, child_type, is_xdata);
            if (leads_back_) reporter_.put(Code::parent_cycle, f.where, {.key = record.id, .field = f.name, .message = "the parents from '" + std::string(key) + "' on lead in a circle, which was cut"});
            leads_back_ = false;
            if (std::exchange(too_many_, false)) reporter_.put_beyond(Code::too_many_parents, f.where, {.key = record.id, .field = f.name, .message = "the entry inherits from more others"});
        });
    }
}

}  // namespace ibid::formats::bibtex
