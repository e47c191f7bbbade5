// How carried lines are printed and read.
#include "formats/ris/carried.hpp"

#include "mapping/native_types.hpp"
#include "text/dates.hpp"
#include "text/names.hpp"

#include <string>

namespace ibid::formats::ris {
namespace {

constexpr std::string_view mark = "ibid:", incomplete = "others";

/// `name=value` of a carried line.
struct Carried {
    std::string_view name{}, value{};
};
Carried carried(std::string_view line) noexcept {
    line.remove_prefix(mark.size());
    std::size_t const equals = line.find('=');
    if (equals == std::string_view::npos) return {};
    return {line.substr(0, equals), line.substr(equals + 1)};
}

void print(Encoder& encoder, std::string_view name, std::string_view value) {
    std::string line(mark);
    line.append(name).append("=").append(value);
    encoder.line("N1", line);
}

mapping::NativeField with_value(mapping::NativeField field, std::string_view value) noexcept {
    field.value = value;
    return field;
}

}  // namespace

void print_carried(Encoder& encoder, Field const& field) {
    std::string_view const name = spelling(field.id());
    text::NameLoss loss{};
    encoder.meet_marks();
    switch (field.kind()) {
        case Kind::text: print(encoder, name, field.text().plain); break;
        case Kind::list:
            for (Text const& one : field.list()) print(encoder, name, one.plain);
            break;
        case Kind::names:
            for (Name const& one : field.names().list)
                print(encoder, name, std::string(text::encode_ris_name(one, loss)));
            if (loss != text::NameLoss::none) encoder.lost(loss, field.id());
            if (field.names().others) print_incomplete(encoder, field.id());
            break;
        case Kind::date: print(encoder, name, text::edtf_of(field.date())); break;
    }
}

void print_carried(Encoder& encoder, Extra const& extra) {
    print(encoder, std::string(extra.format).append(".").append(extra.name), extra.value);
}

void print_incomplete(Encoder& encoder, VariableId names) { print(encoder, incomplete, spelling(names)); }

bool read_carried(Decoder& decoder, mapping::NativeField& note) {
    auto const [name, value] = carried(note.value);
    if (name.empty() || value.empty()) return false;
    if (name == incomplete) {
        if (auto const list = variable(value); list && info(*list).kind == Kind::names) note.variable = *list;
        return false;
    }
    Record& record = decoder.record;
    mapping::NativeField const field = with_value(note, value);
    if (std::size_t const dot = name.find('.'); dot != std::string_view::npos && dot != 0 && dot + 1 < name.size()) {
        std::string_view const spelled = decoder.text(note, name).plain;
        std::size_t const at = spelled.find('.');
        std::string_view const plain = decoder.text(field).plain;
        bool const is_type = spelled.substr(at + 1) == mapping::native_type_name && find_format(spelled.substr(0, at)) != nullptr;
        if (is_type) return record.add_extra(mapping::native_type_extra(spelled.substr(0, at), plain)), true;
        record.add_extra({.format = spelled.substr(0, at), .name = spelled.substr(at + 1), .value = plain});
        return true;
    }
    auto const id = variable(name);
    if (!id) return false;
    Kind const kind = info(*id).kind;
    if (record.has(*id) && (kind == Kind::text || kind == Kind::date)) {
        note.variable = *id;  // said twice: residue
        return false;
    }
    switch (kind) {
        case Kind::text:
            decoder.adopt(*id, decoder.text(field));
            return true;
        case Kind::list: {
            auto const one = record.arena().array<Text>(1);
            one[0] = decoder.text(field);
            decoder.append(*id, List(one));
            return true;
        }
        case Kind::names: {
            auto const one = record.arena().array<Name>(1);
            if (decoder.name(field, one[0])) decoder.append(*id, Names{one, false});
            return true;
        }
        case Kind::date: {
            Date date;
            if (!text::decode_date(value, record.arena(), date)) return false;
            decoder.adopt(*id, date);
            return true;
        }
    }
    return false;
}

void mark_incomplete(Record& record, std::span<mapping::NativeField> notes) {
    for (mapping::NativeField& note : notes) {
        if (note.claimed || note.variable == VariableId::none || !is_carried(note.value)) continue;
        if (carried(note.value).name != incomplete) continue;
        Field const* const list = record.field(note.variable);
        if (list == nullptr) continue;
        record.adopt(Field(note.variable, Names{list->names().list, true}));
        note.claimed = true;
    }
}

std::string_view glimpse(Field const& field) noexcept {
    switch (field.kind()) {
        case Kind::text: return field.text().plain;
        case Kind::list: return field.list().empty() ? std::string_view{} : field.list().front().plain;
        case Kind::date: return field.date().literal;
        case Kind::names: break;
    }
    if (field.names().list.empty()) return {};
    Name const& first = field.names().list.front();
    return first.literal.empty() ? first.family.plain : first.literal.plain;
}

}  // namespace ibid::formats::ris
