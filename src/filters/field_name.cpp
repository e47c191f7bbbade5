// Field names, looked up.
#include "filters/field_name.hpp"

#include "ibid/query.hpp"

#include <algorithm>

namespace ibid {
namespace filters {
namespace {

constexpr std::string_view native_prefix = "native:";

VariableId find_variable(std::string_view name) noexcept {
    if (auto const id = variable(name)) return *id;
    for (std::size_t i = 0; i < variable_count; ++i)
        if (same_spelling(spelling(static_cast<VariableId>(i)), name)) return static_cast<VariableId>(i);
    return VariableId::none;
}

}  // namespace

bool same_spelling(std::string_view a, std::string_view b) noexcept {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [=](char x, char y) { return lower(x) == lower(y); });
}

FieldName field_name(std::string_view name) {
    FieldName field;
    if (same_spelling(name.substr(0, native_prefix.size()), native_prefix)) {
        field.kind = FieldKind::native;
        field.native = name.substr(native_prefix.size());
    } else if (same_spelling(name, "type")) {
        field.kind = FieldKind::type;
    } else if (same_spelling(name, "key") || same_spelling(name, "id")) {
        field.kind = FieldKind::key;
    } else if (same_spelling(name, "year")) {
        field.kind = FieldKind::year;
    } else if (field.variable = find_variable(name); field.variable == VariableId::none) {
        field.kind = FieldKind::native;
        field.native = name;
        field.is_said = false;
    }
    return field;
}

std::string_view value_of(Extra const& extra) noexcept {
    std::string_view const value = extra.value;
    bool const is_string = extra.format == "csl-json" && value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return is_string ? value.substr(1, value.size() - 2) : value;
}

}  // namespace filters

bool is_field_name(std::string_view name) { return filters::field_name(name).is_said; }

}  // namespace ibid
