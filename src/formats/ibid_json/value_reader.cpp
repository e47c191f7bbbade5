// ValueReader: nothing that it lets through breaks what the rest of the house takes for granted: marks nest and
// stand at code points, numbers are in their range.
#include "formats/ibid_json/value_reader.hpp"

#include "formats/ibid_json/layout.hpp"
#include "text/dates.hpp"

#include <limits>

namespace ibid::formats::ibid_json {

namespace {

using Json = nlohmann::json;

constexpr std::size_t max_nesting = 64;  // of marks

/// The range of an integer type, and of what counts places.
template <class T>
constexpr std::int64_t least = std::numeric_limits<T>::min();
template <class T>
constexpr std::int64_t most = std::numeric_limits<T>::max();
constexpr std::int64_t most_places = most<std::int64_t>;

std::string_view copy(Arena& arena, Json const& string) { return arena.copy(string.get_ref<std::string const&>()); }

/// A number in a range.
bool number(Json const& value, std::int64_t from, std::int64_t up_to, std::int64_t& to) {
    if (!value.is_number_integer()) return false;
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > largest) return false;
    to = value.get<std::int64_t>();
    return to >= from && to <= up_to;
}

bool begins_code_point(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

void ValueReader::read(Json const& object, Item& item) {
    complaints_.clear();
    field_.clear();
    item.kind = object.contains("kind") ? ItemKind::verbatim : ItemKind::record;
    if (item.kind == ItemKind::record) read_record(object, item.record);
    else read_verbatim(object, item);
}

std::string_view ValueReader::string(Json const& object, char const* key, Arena& arena) {
    auto const found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return copy(arena, *found);
    field_ = key;
    complain("not a string");
    return {};
}

void ValueReader::read_record(Json const& object, Record& record) {
    Arena& arena = record.arena();
    record.id = string(object, "id", arena);
    record.origin.native_type = string(object, "native-type", arena);
    record.origin.format = string(object, "format", arena);
    std::string_view const type = string(object, "type", arena);
    field_ = "type";
    if (auto const known = item_type(type)) record.type = *known;
    else complain(type.empty() ? "no type; read as a document" : "no such type; read as a document");
    for (auto const& [key, value] : object.items()) {
        field_ = key;
        if (key == "fields" && value.is_object()) {
            for (auto const& [name, field] : value.items()) read_field(name, field, record);
        } else if (key == "extras" && value.is_array()) {
            for (auto const& extra : value) read_extra(extra, record);
        } else if (key == "location" && value.is_object()) {
            std::int64_t line = 0, column = 0;
            record.origin.where.file = string(value, "file", arena);
            if (value.contains("line") && number(value["line"], 0, most_places, line))
                record.origin.where.line = static_cast<std::size_t>(line);
            if (value.contains("column") && number(value["column"], 0, most_places, column))
                record.origin.where.column = static_cast<std::size_t>(column);
        } else if (key != "id" && key != "type" && key != "native-type" && key != "format") {
            keep(key, value, record);
        }
    }
}

void ValueReader::read_verbatim(Json const& object, Item& item) {
    Arena& arena = item.record.arena();  // the block has no memory of its own
    Verbatim& block = item.verbatim;
    auto const kind = string(object, "kind", arena);
    field_ = "kind";
    if (auto const known = enumerator<VerbatimKind>(verbatim_kinds, kind)) block.kind = *known;
    else complain("no such kind; read as text"), block.kind = VerbatimKind::text;
    block.format = string(object, "format", arena);
    block.name = string(object, "name", arena);
    block.value = string(object, "value", arena);
    block.source = string(object, "source", arena);
}

/// Keeps a value that has no place in the record as its source.
void ValueReader::keep(std::string const& name, Json const& value, Record& record) {
    Extra extra;
    extra.format = family;
    extra.name = record.arena().copy(name);
    extra.value = record.arena().copy(value.dump());
    record.adopt(extra);
}

void ValueReader::read_field(std::string const& name_, Json const& value, Record& record) {
    field_ = name_;
    Arena& arena = record.arena();
    auto const id = variable(name_);
    if (!id) return keep(name_, value, record);
    switch (info(*id).kind) {
    case Kind::text:
        if (Text to; text(value, arena, to)) return record.adopt(Field(*id, to));
        break;
    case Kind::list:
        if (List to; list(value, arena, to)) return record.adopt(Field(*id, to));
        break;
    case Kind::names:
        if (Names to; names(value, arena, to)) return record.adopt(Field(*id, to));
        break;
    case Kind::date: {
        auto const to = arena.array<Date>(1);
        if (date(value, arena, to.front())) return record.adopt(Field(*id, to.data()));
        break;
    }
    }
    complain("not a value of its kind; kept as an extra");
    keep(name_, value, record);
}

void ValueReader::read_extra(Json const& value, Record& record) {
    if (!value.is_object()) return complain("an extra that is no object");
    Extra extra;
    Arena& arena = record.arena();
    extra.format = string(value, "format", arena);
    extra.name = string(value, "name", arena);
    extra.value = string(value, "value", arena);
    extra.source = string(value, "source", arena);
    auto const kind = string(value, "kind", arena);
    auto const of = string(value, "variable", arena);
    field_ = "extras";
    if (auto const known = enumerator<ExtraKind>(extra_kinds, kind)) extra.kind = *known;
    else if (!kind.empty()) complain("no such kind of extra");
    if (auto const known = variable(of)) extra.variable = *known;
    else if (!of.empty()) complain("no such variable");
    record.adopt(extra);
}

bool ValueReader::text(Json const& value, Arena& arena, Text& to) {
    if (value.is_string()) {
        to.plain = copy(arena, value);
        return true;
    }
    if (!value.is_object() || !value.contains("text") || !value["text"].is_string()) return false;
    to.plain = copy(arena, value["text"]);
    auto const found = value.find("marks");
    return found == value.end() || (found->is_array() && marks(*found, arena, to));
}

bool ValueReader::marks(Json const& value, Arena& arena, Text& to) {
    auto const room = arena.array<Mark>(value.size());
    std::vector<std::uint32_t> open;  // where the marks end that the next one may be inside of
    std::size_t count = 0;
    auto const size = static_cast<std::int64_t>(to.plain.size());
    for (Json const& each : value) {
        std::int64_t begin = 0, end = 0;
        bool const shaped = each.is_array() && each.size() >= 3 && each.size() <= 4 && each[2].is_string()
                            && (each.size() == 3 || each[3].is_string()) && number(each[0], 0, size, begin)
                            && number(each[1], begin, size, end);
        auto const known = shaped ? style(each[2].get_ref<std::string const&>()) : std::nullopt;
        bool const placed = shaped && begins_code_point(to.plain, static_cast<std::size_t>(begin))
                            && begins_code_point(to.plain, static_cast<std::size_t>(end));
        while (placed && !open.empty() && open.back() <= begin && open.back() < end) open.pop_back();
        bool const sorted = count == 0 || room[count - 1].begin <= begin;
        if (!known || !placed || !sorted || open.size() >= max_nesting || (!open.empty() && end > open.back())) {
            complain("a mark that is none, or crosses another; left out");
            continue;
        }
        open.push_back(static_cast<std::uint32_t>(end));
        room[count].begin = static_cast<std::uint32_t>(begin);
        room[count].end = static_cast<std::uint32_t>(end);
        room[count].style = *known;
        if (each.size() == 4) room[count].argument = copy(arena, each[3]);
        ++count;
    }
    to.marks = room.first(count);
    return true;
}

bool ValueReader::list(Json const& value, Arena& arena, List& to) {
    if (!value.is_array()) return false;
    auto const room = arena.array<Text>(value.size());
    std::size_t count = 0;
    for (Json const& each : value)
        if (!text(each, arena, room[count++])) return false;
    to = room;
    return true;
}

bool ValueReader::names(Json const& value, Arena& arena, Names& to) {
    if (!value.is_array()) return false;
    bool const others = !value.empty() && value.back().is_string() && value.back() == "others";
    auto const room = arena.array<Name>(value.size() - (others ? 1 : 0));
    for (std::size_t i = 0; i < room.size(); ++i)
        if (!name(value[i], arena, room[i])) return false;
    to = {room, others};
    return true;
}

bool ValueReader::name(Json const& value, Arena& arena, Name& to) {
    if (!value.is_object()) return false;
    for (auto const& [key, part] : value.items()) {
        bool known = key == "identifier" && part.is_string();
        if (known) to.identifier = copy(arena, part);
        for (NamePart const& each : name_parts)
            if (each.key == key) known = text(part, arena, to.*each.part);
        if (!known) return false;
    }
    return true;
}

bool ValueReader::date(Json const& value, Arena& arena, Date& to) {
    if (value.is_string()) return text::decode_date(copy(arena, value), arena, to) && to.literal.empty();
    if (!value.is_object()) return false;
    for (auto const& [key, part] : value.items()) {
        if (key == "literal" && part.is_string()) {
            to.literal = copy(arena, part);
        } else if (key == "range" && part.is_string()) {
            auto const range = enumerator<DateRange>(ranges, part.get_ref<std::string const&>());
            if (!range) return false;
            to.range = *range;
        } else if (key == "begin" || key == "end") {
            if (!point(part, key == "begin" ? to.begin : to.end)) return false;
        } else {
            return false;
        }
    }
    return true;
}

bool ValueReader::point(Json const& value, DatePoint& to) {
    if (!value.is_object()) return false;
    for (auto const& [key, part] : value.items()) {
        std::int64_t n = 0;
        if (key == "year") {
            if (!number(part, least<std::int32_t>, most<std::int32_t>, n)) return false;
            to.year = static_cast<std::int32_t>(n);
            continue;
        }
        if (key == "zone-minutes") {
            if (!number(part, -24 * 60, 24 * 60, n)) return false;
            to.zone_minutes = static_cast<std::int16_t>(n);
            continue;
        }
        bool known = false;
        for (DatePart const& each : date_parts)
            if (each.key == key) {
                known = number(part, 0, each.most, n);
                to.*each.part = static_cast<std::uint8_t>(n);
            }
        for (DateFlag const& flag : date_flags)
            if (flag.key == key && part.is_boolean()) {
                known = true;
                if (part.get<bool>()) flag.set(to);
            }
        if (!known) return false;
    }
    return true;
}

}  // namespace ibid::formats::ibid_json
