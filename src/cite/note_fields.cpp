// Note fields. See note_fields.hpp.
#include "cite/note_fields.hpp"

#include "text/dates.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {
namespace {

struct NoteField {
    std::string_view name, value;
};

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    std::size_t const begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_name(std::string_view text) noexcept {
    for (char const c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_')) return false;
    return !text.empty();
}

/// "name: value", if the name is that of a variable, or "type".
std::optional<NoteField> field_of(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    NoteField const field{trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1))};
    if (!is_name(field.name) || field.value.empty() || (field.name != "type" && !variable(field.name))) return {};
    return field;
}

/// The fields of a note, and what is left of it.
std::vector<NoteField> split(std::string_view note, std::string& rest) {
    std::vector<NoteField> fields;
    bool at_begin = true;
    for (std::size_t begin = 0, number = 0; begin <= note.size(); ++number) {
        std::size_t const end = std::min(note.find('\n', begin), note.size());
        std::string_view line = note.substr(begin, end - begin);
        begin = end + 1;
        if (at_begin) {
            if (auto const field = field_of(line)) {
                fields.push_back(*field);
                continue;
            }
            at_begin = number == 0 || trimmed(line).empty();  // the first line may be of another kind
        }
        if (!rest.empty()) rest += '\n';
        while (!line.empty()) {
            std::size_t const open = line.find("{:");
            std::size_t const close = open == std::string_view::npos ? open : line.find('}', open);
            if (close == std::string_view::npos) break;
            auto const field = field_of(line.substr(open + 2, close - open - 2));
            if (field) fields.push_back(*field);
            rest += line.substr(0, field ? open : close + 1);
            line.remove_prefix(close + 1);
        }
        rest += line;
    }
    return fields;
}

Name name_of(std::string_view value) {
    Name name;
    std::size_t const bars = value.find("||");
    if (bars == std::string_view::npos) {
        name.literal = Text(value);
    } else {
        name.family = Text(trimmed(value.substr(0, bars)));
        name.given = Text(trimmed(value.substr(bars + 2)));
    }
    return name;
}

void set(Record& record, VariableId id, std::vector<std::string_view> const& values) {
    switch (info(id).kind) {
    case Kind::text: record.set(TextKey{id}, Text(values.front())); return;
    case Kind::list: {
        Text const text(values.front());
        record.set(ListKey{id}, List(&text, 1));
        return;
    }
    case Kind::date: {
        Date date;
        text::decode_date(record.arena().copy(values.front()), record.arena(), date);
        record.set(DateKey{id}, date);
        return;
    }
    case Kind::names: {
        std::vector<Name> names;
        for (std::string_view const value : values) names.push_back(name_of(value));
        record.set(NamesKey{id}, Names{names, false});
        return;
    }
    }
}

}  // namespace

bool take_note_fields(Record& record) {
    Text const* const note = record.find(var::note);
    if (note == nullptr || note->plain.find(':') == std::string_view::npos) return false;
    std::string const text(note->plain);  // setting the note anew must not pull it from under the fields
    std::string rest;
    auto const fields = split(text, rest);
    if (fields.empty()) return false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == "type") {
            if (auto const type = item_type(fields[i].value)) record.type = *type;
            continue;
        }
        VariableId const id = *variable(fields[i].name);
        // A date goes before the one there is: programs hold dates that their fields cannot say so.
        if (record.has(id) && info(id).kind != Kind::date) continue;
        std::vector<std::string_view> values;
        for (std::size_t j = i; j < fields.size(); ++j)
            if (fields[j].name == fields[i].name) values.push_back(fields[j].value);
        set(record, id, values);
    }
    if (std::string_view const left = trimmed(rest); left.empty()) record.erase(var::note);
    else record.set(var::note, Text(left));
    return true;
}

}  // namespace ibid::cite
