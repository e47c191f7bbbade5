// Comparison: variables first, in their order, then what no variable holds.
#include "roundtrip/compare.hpp"

#include "reports/terminal.hpp"
#include "roundtrip/show.hpp"

#include <algorithm>
#include <map>
#include <string_view>

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

/// Extras are compared as a set: no target promises to keep their order.
void compare_extras(Record const& a, Record const& b, std::vector<Difference>& found) {
    std::vector<Extra const*> left;
    for (Extra const& extra : b.extras()) left.push_back(&extra);
    for (Extra const& extra : a.extras()) {
        auto const same = std::find_if(left.begin(), left.end(), [&](Extra const* other) { return *other == extra; });
        if (same != left.end()) {
            left.erase(same);
            continue;
        }
        auto const named = std::find_if(left.begin(), left.end(), [&](Extra const* other) {
            return other->name == extra.name && other->kind == extra.kind;
        });
        auto const value = [](Extra const& x) { return std::string(x.source.empty() ? x.value : x.source); };
        found.push_back({std::string(a.id), std::string(extra.name), value(extra), named != left.end() ? value(**named) : ""});
        if (named != left.end()) left.erase(named);
    }
    for (Extra const* extra : left)
        found.push_back({std::string(a.id), std::string(extra->name), "", std::string(extra->value)});
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
