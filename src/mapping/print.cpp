// How rows are printed.
#include "mapping/print.hpp"

namespace ibid::mapping {
namespace {

void append(std::string& to, std::string_view delimiter, std::string_view text) {
    if (!to.empty()) to += delimiter;
    to += text;
}

std::string_view direction(bool reads, bool writes) { return reads ? writes ? "both" : "read" : "write"; }

}  // namespace

std::string describe(TypeSet types) {
    if (types.is_all()) return {};
    std::size_t members = 0;
    for (std::size_t t = 0; t < item_type_count; ++t) members += types.has(static_cast<ItemType>(t));
    bool const most = members * 2 > item_type_count;
    if (members == item_type_count) return {};
    std::string out;
    for (std::size_t t = 0; t < item_type_count; ++t)
        if (types.has(static_cast<ItemType>(t)) != most) append(out, ", ", spelling(static_cast<ItemType>(t)));
    return (most ? "not in " : "in ") + out;
}

MappingRow print_row(RowBase const& row, std::size_t profile) {
    MappingRow out;
    std::string_view const delimiter = row.names.join == Join::parts ? " + " : " | ";
    for (std::size_t i = 0; i < row.names.count; ++i) append(out.native, delimiter, row.names.name[i]);
    if (row.names.join == Join::repeat) out.native += " (each)";
    for (std::size_t v = 0; v < row.variable_count; ++v) append(out.variables, " + ", spelling(row.variable[v]));
    out.codec = row.codec;
    out.guard = describe(row.types);
    if (row.native_types.count != 0) {
        std::string from;
        for (std::size_t i = 0; i < row.native_types.count; ++i) append(from, ", ", row.native_types.type[i]);
        append(out.guard, "; ", (row.native_types.complement ? "not from " : "from ") + from);
    }
    out.direction = direction(row.reads, row.writes(profile));
    if (row.writes(profile) && row.names.join == Join::any_of && row.names.count > 1) out.direction += " (" + std::string(row.written_name(profile)) + ")";
    return out;
}

std::vector<MappingRow> print_types(std::span<TypeRow const> rows, std::size_t profile) {
    std::vector<MappingRow> out;
    for (TypeRow const& row : rows) {
        bool const writes = find_type(rows, row.type, profile) == &row;
        if (!goes(row.way, Way::read) && !writes) continue;
        MappingRow& printed = out.emplace_back();
        printed.native = row.native;
        if (!row.subtype.empty()) printed.native.append(" / ").append(row.subtype);
        printed.variables = "type " + std::string(spelling(row.type));
        printed.codec = "type";
        if (!row.genre.empty()) printed.guard = "genre " + std::string(row.genre);
        printed.direction = direction(goes(row.way, Way::read), writes);
    }
    return out;
}

}  // namespace ibid::mapping
