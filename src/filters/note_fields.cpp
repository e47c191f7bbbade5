// The filter that reads the fields which people keep in a note, because their program has no others: Zotero's Extra.
// A line `Label: value`, or `{:label: value}` anywhere (citeproc-js manual, "Dirty Tricks"); in names `family || given`.
#include "filters/changing.hpp"
#include "text/dates.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ibid {

using filters::changing;

namespace {

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

/// "Original Date" as CSL spells it.
std::string key_of(std::string_view label) {
    std::string key(label);
    for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (c == ' ' || c == '_') c = '-';
    }
    return key;
}

/// A variable by its spelling in any letter case, or by what Zotero calls it.
std::optional<VariableId> variable_of(std::string_view label) {
    static constexpr std::pair<std::string_view, VariableId> others[] = {
        {"doi", VariableId::DOI}, {"isbn", VariableId::ISBN}, {"issn", VariableId::ISSN}, {"pmid", VariableId::PMID}, {"pmcid", VariableId::PMCID},
        {"url", VariableId::URL}, {"date", VariableId::issued}, {"place", VariableId::publisher_place}, {"pages", VariableId::page},
        {"short-title", VariableId::title_short}, {"publication-title", VariableId::container_title}, {"book-title", VariableId::container_title},
        {"proceedings-title", VariableId::container_title}, {"journal-abbreviation", VariableId::container_title_short},
        {"conference-name", VariableId::event_title}, {"series", VariableId::collection_title}, {"series-number", VariableId::collection_number},
        {"archive-location", VariableId::archive_location}, {"call-number", VariableId::call_number}, {"series-editor", VariableId::collection_editor},
        {"book-author", VariableId::container_author}, {"num-pages", VariableId::number_of_pages}, {"number-of-volumes", VariableId::number_of_volumes}};
    std::string const key = key_of(label);
    for (auto const& [name, id] : others)
        if (name == key) return id;
    auto const id = variable(key);
    return id && *id != VariableId::note && *id != VariableId::abstract && *id != VariableId::keyword ? id : std::nullopt;
}

Name name_of(std::string_view value) {
    Name name;
    std::size_t const bars = value.find("||");
    if (bars == std::string_view::npos) {
        name.literal = Text(trim(value));
    } else {
        name.family = Text(trim(value.substr(0, bars)));
        name.given = Text(trim(value.substr(bars + 2)));
    }
    return name;
}

/// Sets a variable to what a note says of it; false: the record says it itself, or the value is none of its kind.
/// `named`: the variables whose names the note has given so far.
bool set_field(Record& record, VariableId id, std::string_view value, std::vector<VariableId>& named, Arena& arena) {
    bool const goes_on = info(id).kind == Kind::names && std::find(named.begin(), named.end(), id) != named.end();
    if (value.empty() || (record.has(id) && !goes_on)) return false;
    switch (info(id).kind) {
        case Kind::text: record.set(TextKey{id}, Text(value)); return true;
        case Kind::list: {
            Text const one[] = {Text(value)};
            record.set(ListKey{id}, List(one));
            return true;
        }
        case Kind::date: {
            Date date;
            if (!text::decode_date(arena.copy(value), arena, date)) return false;
            record.set(DateKey{id}, date);
            return true;
        }
        case Kind::names: {
            std::vector<Name> names;
            if (goes_on) {
                auto const& before = record.find(NamesKey{id})->list;
                names.assign(before.begin(), before.end());
            }
            names.push_back(name_of(value));
            record.set(NamesKey{id}, Names{names, false});
            named.push_back(id);
            return true;
        }
    }
    return false;
}

/// Takes a field `label: value`; false: it is none, or says nothing new.
bool take(Record& record, std::string_view field, std::vector<VariableId>& named, Arena& arena) {
    std::size_t const colon = field.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 30) return false;
    std::string_view const label = trim(field.substr(0, colon)), value = trim(field.substr(colon + 1));
    if (key_of(label) == "type") {
        auto const type = item_type(value);
        if (type) record.type = *type;
        return type.has_value();
    }
    auto const id = variable_of(label);
    return id && set_field(record, *id, value, named, arena);
}

/// The note without the fields in it; nothing: it has none. What is no field stays as it stands, empty lines too.
std::optional<std::string> taken_from(Record& record, std::string_view note, Arena& arena) {
    std::string rest;
    std::vector<VariableId> named;
    bool any = false, first = true;
    for (bool more = true; more;) {
        std::size_t const end = note.find('\n');
        std::string line(note.substr(0, end));
        more = end != std::string_view::npos;
        if (more) note.remove_prefix(end + 1);
        bool taken = false;
        for (std::size_t open = line.find("{:"); open != std::string::npos; open = line.find("{:", open)) {
            std::size_t const close = line.find('}', open);
            if (close == std::string::npos) break;
            bool const is_field = take(record, std::string_view(line).substr(open + 2, close - open - 2), named, arena);
            if (is_field) line.erase(open, close - open + 1);
            else open = close;
            taken = taken || is_field;
        }
        if (taken) line = std::string(trim(line));
        bool const whole = (taken && line.empty()) || take(record, line, named, arena);
        any = any || taken || whole;
        if (whole) continue;
        if (!first) rest += '\n';
        rest += line;
        first = false;
    }
    return any ? std::optional(std::string(trim(rest))) : std::nullopt;
}

}  // namespace

std::unique_ptr<Filter> read_note_fields(ItemSink& next) {
    return changing(next, [arena = Arena()](Record& record) mutable {
        Text const* const note = record.find(var::note);
        if (note == nullptr || note->plain.find(':') == std::string_view::npos) return;
        arena.clear();
        std::string const whole(note->plain);
        std::optional<std::string> const rest = taken_from(record, whole, arena);
        if (!rest) return;
        if (rest->empty()) record.erase(VariableId::note);
        else record.set(var::note, Text(*rest));
    });
}

}  // namespace ibid
