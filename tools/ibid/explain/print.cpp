// An explanation as text and as JSON.
#include "explain/explanation.hpp"

#include <nlohmann/json.hpp>

namespace ibid::tools {

namespace {

constexpr std::size_t longest_value = 72;

/// A value on one line, cut where it is long.
std::string on_a_line(std::string_view value) {
    std::string line;
    for (char const c : value) {
        bool const blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    if (line.size() <= longest_value) return line;
    std::size_t end = longest_value;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // no half code points
    return line.substr(0, end) + "...";
}

std::string names_of(std::vector<VariableId> const& variables) {
    std::string names;
    for (VariableId const v : variables) names.append(names.empty() ? "" : ", ").append(spelling(v));
    return names;
}

/// "AU | A1 -> author, by names; in chapter"
std::string described(MappingRow const& row) {
    std::string text = row.native + ": " + row.variables + ", by " + row.codec;
    if (!row.guard.empty()) text += "; " + row.guard;
    return text;
}

using Json = nlohmann::ordered_json;

Json json_of(MappingRow const& row) { return {{"native", row.native}, {"variables", row.variables}, {"codec", row.codec}, {"guard", row.guard}}; }

Json json_of(std::vector<VariableId> const& variables) {
    Json all = Json::array();
    for (VariableId const v : variables) all.push_back(spelling(v));
    return all;
}

}  // namespace

std::string as_text(Explanation const& e) {
    std::string text = e.file + ":" + std::to_string(e.where.line) + ":" + std::to_string(e.where.column) + ": " + e.key + ", from " +
                       std::string(e.from) + " to " + std::string(e.to) + "\n";
    text += "  type " + (e.native_type.empty() ? "" : e.native_type + " -> ") + e.type + "\n";
    for (OutputField const& field : e.fields) {
        text += "\n" + on_a_line(field.text) + "\n";
        text += "  says " + names_of(field.variables) + "\n";
        text += "  written by " + described(field.row) + "\n";
        for (InputField const& input : field.from) {
            text += "  from " + input.name + " = " + on_a_line(input.value) + "\n";
            text += "    read by " + described(input.row) + "\n";
        }
    }
    if (!e.without_row.empty()) text += "\nwritten without a row\n";
    for (std::string const& line : e.without_row) text += "  " + on_a_line(line) + "\n";
    if (!e.remarks.empty()) text += "\ntold\n";
    for (Remark const& r : e.remarks) {
        text += "  [" + r.code + "] " + r.field;
        if (!r.message.empty()) text += ": " + on_a_line(r.message);
        if (!r.before.empty()) text += ": '" + on_a_line(r.before) + "'";
        if (!r.after.empty()) text += " -> '" + on_a_line(r.after) + "'";
        text += "\n";
    }
    return text;
}

std::string as_json(Explanation const& e) {
    Json fields = Json::array();
    for (OutputField const& field : e.fields) {
        Json from = Json::array();
        for (InputField const& input : field.from) from.push_back({{"name", input.name}, {"value", input.value}, {"row", json_of(input.row)}});
        fields.push_back({{"text", field.text}, {"variables", json_of(field.variables)}, {"row", json_of(field.row)}, {"from", from}});
    }
    Json told = Json::array();
    for (Remark const& r : e.remarks)
        told.push_back({{"code", r.code}, {"field", r.field}, {"message", r.message}, {"before", r.before}, {"after", r.after}});
    Json const all = {{"key", e.key},         {"file", e.file},
                      {"line", e.where.line}, {"column", e.where.column},
                      {"from", e.from},       {"to", e.to},
                      {"native-type", e.native_type}, {"type", e.type},
                      {"fields", fields},     {"without-row", e.without_row},
                      {"told", told}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace ibid::tools
