// Comparison: variables first, in their order, then what no variable holds.
#include "roundtrip/compare.hpp"

#include "reports/terminal.hpp"
#include "roundtrip/show.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>

namespace ibid::tools {

namespace {

void compare_fields(Record const& a, Record const& b, std::vector<Difference>& found) {
    for (std::size_t i = 0; i < variable_count; ++i) {
        auto const id = static_cast<VariableId>(i);
        Field const* const before = a.field(id);
        Field const* const after = b.field(id);
        if (before == nullptr && after == nullptr) continue;
        if (before != nullptr && after != nullptr && *before == *after) continue;
        found.push_back({std::string(a.id), std::string(spelling(id)), before != nullptr ? show(*before) : "",
                         after != nullptr ? show(*after) : ""});
    }
}

/// What a difference calls an extra; that of a variable's source is named after the variable.
std::string name_of(Extra const& extra) {
    if (extra.kind != ExtraKind::expression || extra.variable == VariableId::none) return std::string(extra.name);
    return "source of " + std::string(spelling(extra.variable));
}

std::string value_of(Extra const& extra) { return std::string(extra.source.empty() ? extra.value : extra.source); }

bool less(Extra const* a, Extra const* b) {
    return std::tie(a->name, a->kind, a->variable, a->format, a->value, a->source)
           < std::tie(b->name, b->kind, b->variable, b->format, b->value, b->source);
}

/// A record's extras by their names; not the notes about variables, for those have been compared.
std::vector<Extra const*> sorted_extras(Record const& record) {
    std::vector<Extra const*> extras;
    for (Extra const& extra : record.extras())
        if (extra.kind != ExtraKind::inherited) extras.push_back(&extra);
    std::sort(extras.begin(), extras.end(), less);
    return extras;
}

/// Extras are compared as a set: no target promises to keep their order. One that is gone and one that is new are one
/// that has changed, if they have the same name.
void compare_extras(Record const& a, Record const& b, std::vector<Difference>& found) {
    auto const before = sorted_extras(a);
    auto const after = sorted_extras(b);
    std::vector<Extra const*> gone;
    std::vector<Extra const*> made;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone), less);
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(made), less);
    auto at = made.begin();
    auto const put_made_before = [&](Extra const* next) {
        for (; at != made.end() && (next == nullptr || (*at)->name < next->name); ++at)
            found.push_back({std::string(a.id), name_of(**at), "", value_of(**at)});
    };
    for (Extra const* extra : gone) {
        put_made_before(extra);
        bool const changed = at != made.end() && (*at)->name == extra->name;
        found.push_back({std::string(a.id), name_of(*extra), value_of(*extra), changed ? value_of(**at) : ""});
        if (changed) ++at;
    }
    put_made_before(nullptr);
}

void compare(Record const& a, Record const& b, std::vector<Difference>& found) {
    if (a.type != b.type) found.push_back({std::string(a.id), "type", std::string(spelling(a.type)), std::string(spelling(b.type))});
    if (a.origin.native_type != b.origin.native_type)
        found.push_back({std::string(a.id), "native type", std::string(a.origin.native_type), std::string(b.origin.native_type)});
    compare_fields(a, b, found);
    compare_extras(a, b, found);
}

}  // namespace

std::vector<Difference> differences(std::span<Record const> before, std::span<Record const> after) {
    std::multimap<std::string_view, Record const*> left;
    for (Record const& record : after) left.emplace(record.id, &record);
    std::vector<Difference> found;
    for (Record const& record : before) {
        auto const same = left.lower_bound(record.id);
        if (same == left.end() || same->first != record.id) {
            found.push_back({std::string(record.id), "record", std::string(spelling(record.type)), ""});
            continue;
        }
        compare(record, *same->second, found);
        left.erase(same);
    }
    for (auto const& [key, record] : left)
        found.push_back({std::string(key), "record", "", std::string(spelling(record->type))});
    return found;
}

std::string describe(Difference const& d) {
    std::string const text = d.key + ": " + d.field + ": " + (d.before.empty() ? "(nothing)" : d.before) + " -> "
                             + (d.after.empty() ? "(gone)" : d.after);
    std::string one_line;
    for (char const c : text) {
        if (c == '\n') one_line += "\\n";
        else one_line += c;
    }
    return printable(one_line);
}

}  // namespace ibid::tools
