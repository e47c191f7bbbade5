// The descriptors of CSL-JSON and CSL-JSON Lines: options, tables, and how they are told from other JSON.
#include "formats/csl_json/mapping.hpp"
#include "formats/csl_json/reader.hpp"
#include "formats/csl_json/writer.hpp"
#include "grammars/csl_json.hpp"
#include "mapping/print.hpp"

namespace ibid::formats::csl_json {

namespace {

constexpr OptionInfo unknown_option{"unknown", "keep|custom", "keep",
                                    "members that CSL-JSON does not have: where they stood, or under custom"};
constexpr OptionInfo style_option{"style", "pretty|compact", "pretty", "a member a line, or an item a line"};
constexpr OptionInfo delimiter_option{"list-delimiter", "TEXT", "; ", "between publishers, places and the like"};
constexpr OptionInfo source_option{"keep-source", "true|false", "false", "reading: keep the bytes of each item, for preserve"};
constexpr OptionInfo preserve_option{"preserve", "true|false", "false", "write the bytes of items that have not changed; --preserve sets both"};
constexpr OptionInfo options[] = {style_option, unknown_option, delimiter_option, source_option, preserve_option};
constexpr OptionInfo line_options[] = {unknown_option, delimiter_option, source_option, preserve_option};

std::vector<MappingRow> table() {
    std::vector<MappingRow> rows = mapping::print_types(type_table::rows, 0);
    for (std::size_t v = 0; v < variable_count; ++v) {
        VariableInfo const& known = info(static_cast<VariableId>(v));
        std::string const name(known.spelling);
        std::string const native = (known.origin == VariableOrigin::csl ? "" : "custom.") + name;
        rows.push_back({native, name, std::string(spelling(known.kind)), "", "both"});
    }
    for (Alias const& alias : aliases) {
        VariableInfo const& known = info(alias.variable);
        std::string const variable(known.spelling);
        rows.push_back({std::string(alias.name), variable, std::string(spelling(known.kind)), "", "read"});
    }
    return rows;
}

std::string_view skip_blanks(std::string_view text) noexcept {
    auto const first = text.find_first_not_of(" \t\r\n");
    return first == text.npos ? std::string_view{} : text.substr(first);
}

bool shows_item(std::string_view text) noexcept {
    auto const near = text.substr(0, 4096);
    for (std::string_view const member : {"\"type\"", "\"id\"", "\"title\"", "\"author\"", "\"issued\"", "\"DOI\""})
        if (near.find(member) != near.npos) return true;
    return false;
}

/// The end of the object that a line begins with, or npos if it does not end on the line.
std::size_t line_of_object(std::string_view text) noexcept {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size() && text[i] != '\n'; ++i) {
        char const c = text[i];
        if (in_string && c == '\\') ++i;
        else if (c == '"') in_string = !in_string;
        else if (!in_string && (c == '{' || c == '[')) ++depth;
        else if (!in_string && (c == '}' || c == ']') && --depth == 0) return i + 1;
    }
    return text.npos;
}

int recognise(std::string_view beginning) noexcept {
    std::string_view const text = skip_blanks(beginning);
    if (text.empty()) return 0;
    if (text[0] == '[') {
        std::string_view const first = skip_blanks(text.substr(1));
        if (first.empty() || first[0] == ']') return 30;
        return first[0] == '{' ? (shows_item(first) ? 80 : 20) : 0;
    }
    if (text[0] != '{' || text.substr(0, 200).find("\"ibid-json\"") != text.npos) return 0;
    std::string_view const inside = text.substr(0, 200);
    bool const wrapped = inside.find("\"items\"") != text.npos || inside.find("\"references\"") != text.npos;
    return shows_item(text) ? (wrapped ? 60 : 50) : 10;
}

int recognise_lines(std::string_view beginning) noexcept {
    std::string_view const text = skip_blanks(beginning);
    if (text.empty() || text[0] != '{') return 0;
    auto const end = line_of_object(text);
    if (end == text.npos || !shows_item(text)) return 0;
    std::string_view const rest = text.substr(end);
    std::string_view const second = skip_blanks(rest);
    bool const on_own_line = rest.substr(0, rest.size() - second.size()).find('\n') != rest.npos;
    return !second.empty() && second[0] == '{' && on_own_line ? 85 : 0;
}

/// An array is cut between its items. Where an object is all, or has the array in it, nobody knows what it is.
Cuts cuts(std::string_view beginning) {
    if (!skip_blanks(beginning).starts_with('[')) return {};
    return {.find = grammars::csl_json::find_item_of_array, .framed = true};
}

/// A word that CSL does not have; one of another service for a type of CSL's says no more than that.
LeftType left_type(Record const& record) {
    auto const* const row = mapping::find_native(type_table::rows, record.origin.native_type, {});
    if (row != nullptr ? row->type == record.type : record.type != ItemType::document) return {};
    return {std::string(record.origin.native_type), false};
}

Cuts cuts_of_lines(std::string_view beginning) {
    if (!skip_blanks(beginning).starts_with('{')) return {};
    return {.find = grammars::csl_json::find_item_line};
}

}  // namespace

void describe_csl_json(Format& format) {
    format.needs_keys = true;
    format.is_document = true;
    format.options = options;
    format.make_reader = make_reader;
    format.make_writer = make_writer;
    format.recognise = recognise;
    format.cuts = cuts;
    format.table = table;
    format.left_type = left_type;
}

void describe_csl_jsonl(Format& format) {
    format.needs_keys = true;
    format.options = line_options;
    format.make_reader = make_reader;
    format.make_writer = make_line_writer;
    format.recognise = recognise_lines;
    format.cuts = cuts_of_lines;
    format.table = table;
    format.left_type = left_type;
}

}  // namespace ibid::formats::csl_json
