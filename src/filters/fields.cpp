// Filters that take fields away on request: these, or all others (what a user has taken away is no loss to tell of); and
// the one that writes out what is inherited.
#include "filters/changing.hpp"
#include "filters/field_name.hpp"
#include "filters/standing_alone.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace ibid {

using filters::changing, filters::same_spelling;

namespace {

/// Fields by name: a variable, and native fields of that name or of `native:name`.
class FieldSet {
public:
    explicit FieldSet(std::vector<std::string> const& names) {
        for (std::string const& name : names) {
            filters::FieldName const field = filters::field_name(name);
            if (field.kind == filters::FieldKind::year) variables_.insert(VariableId::issued);
            if (field.kind == filters::FieldKind::variable) variables_.insert(field.variable);
            natives_.push_back(field.kind == filters::FieldKind::native ? field.native : name);
        }
    }
    [[nodiscard]] bool has(VariableId id) const { return variables_.contains(id); }
    [[nodiscard]] bool has(std::string_view native) const {
        return std::any_of(natives_.begin(), natives_.end(), [&](std::string const& name) { return same_spelling(name, native); });
    }

private:
    std::set<VariableId> variables_;
    std::vector<std::string> natives_;
};

/// Takes the fields away that are in the set, or those that are not.
void take_away(Record& record, FieldSet const& fields, bool those_in_it) {
    auto const goes = [&](Extra const& x) { return filters::is_value(x) && fields.has(x.name) == those_in_it; };
    auto const is_link = [&](Extra const& x) { return goes(x) && (same_spelling(x.name, "crossref") || same_spelling(x.name, "xdata")); };
    auto const any = [&](auto const& what) { return std::any_of(record.extras().begin(), record.extras().end(), what); };
    if (any(is_link)) filters::say_inherited(record);
    if (any(goes)) {
        std::vector<Extra> kept;
        std::copy_if(record.extras().begin(), record.extras().end(), std::back_inserter(kept), [&](Extra const& x) { return !goes(x); });
        record.clear_extras();
        for (Extra const& x : kept) record.add_extra(x);
    }
    std::vector<VariableId> gone;
    for (Field const& field : record.fields())
        if (fields.has(field.id()) == those_in_it) gone.push_back(field.id());
    for (VariableId const id : gone) record.erase(id);
}

}  // namespace

std::unique_ptr<Filter> say_inherited(ItemSink& next) {
    return changing(next, [](Record& record) {
        if (!filters::parent_of(record).empty()) filters::say_inherited(record);
    });
}

std::unique_ptr<Filter> drop_fields(ItemSink& next, std::vector<std::string> names) {
    return changing(next, [fields = FieldSet(names)](Record& record) { take_away(record, fields, true); });
}

std::unique_ptr<Filter> keep_fields(ItemSink& next, std::vector<std::string> names) {
    return changing(next, [fields = FieldSet(names)](Record& record) { take_away(record, fields, false); });
}

}  // namespace ibid
