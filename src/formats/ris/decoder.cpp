// How RIS values are decoded; the meaning of strings is in src/text.
#include "formats/ris/decoder.hpp"

#include "formats/ris/plain.hpp"
#include "text/dates.hpp"
#include "text/markup.hpp"
#include "text/names.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace ibid::formats::ris {

using mapping::NativeField;

Text Decoder::told(NativeField const& field, Text const& decoded) {
    met_marks_ = met_marks_ || !decoded.marks.empty();
    if (!issues_.empty()) {
        std::string const reference(issues_.front().where);
        report(Code::bad_value, field, "reference '" + reference + "' is escaped twice, decoded once");
        issues_.clear();
    }
    return decoded;
}

List Decoder::list(NativeField const& field) {
    Text const whole = text(field);
    if (whole.empty()) return {};
    // Catalogues set " ; " between what they do not take apart themselves.
    auto const has = [&](std::string_view separator) { return whole.plain.find(separator) != std::string_view::npos; };
    bool const several = has("; ") && !has(" ; ") && text::reference_in(whole.plain).empty();
    std::size_t count = 1;
    for (std::size_t at = 0; several && (at = whole.plain.find("; ", at)) != std::string_view::npos; at += 2) ++count;
    auto const all = record.arena().array<Text>(count);
    std::size_t filled = 0;
    if (several) split(whole.plain, "; ", [&](std::string_view part) { all[filled++] = Text(part); });
    else all[filled++] = whole;
    return all.first(filled);
}

bool Decoder::name(NativeField const& field, Name& name) {
    if (std::size_t const comma = plain_person(field.value); comma != 0) {
        std::string_view const person = record.arena().copy(field.value);
        name.family = Text(person.substr(0, comma));
        name.given = Text(person.substr(comma + 2));
        return true;
    }
    bool const encoded = field.value.find('&') != std::string_view::npos;
    name = text::decode_ris_name(encoded ? text(field).plain : field.value, record.arena());
    if (!name.family.empty() || !name.literal.empty() || !name.given.empty()) return true;
    report(Code::bad_name, field, "the name is empty");
    return false;
}

bool Decoder::date(NativeField const& field, Date& date) {
    if (!part_of_date(field, date)) return false;
    DatePoint const& p = date.begin;
    bool const lacks_year = date.literal.empty() && date.range == DateRange::none && p.year == 0 && (p.month != 0 || p.season != 0);
    if (!lacks_year) return true;
    report(Code::bad_date, field, "date '" + std::string(field.value) + "' has no year, kept as text");
    date = {};
    date.literal = text(field).plain;
    return true;
}

bool Decoder::part_of_date(NativeField const& field, Date& date) {
    if (read_plain_date(field.value, date)) return true;
    if (text::decode_ris_date(field.value, record.arena(), date)) return !text::is_empty(date);
    // YYYY/MM/DD/other: the date counts where the rest is not understood.
    std::string_view const front = field.value.substr(0, field.value.rfind('/') + 1);
    Date known;
    bool const is_date = read_plain_date(front, known) || (text::decode_ris_date(front, record.arena(), known) && known.literal.empty());
    if (!front.empty() && is_date && (known.begin.month != 0 || front.ends_with("///"))) {
        date = known;
        std::string const rest(field.value.substr(front.size()));
        report(Code::bad_date, field, "part '" + rest + "' of the date not understood, left out");
        return true;
    }
    report(Code::bad_date, field, "date '" + std::string(field.value) + "' not understood, kept as text");
    date.literal = text(field).plain;
    return !text::is_empty(date);
}

bool Decoder::exact_date(NativeField const& field, Date& date) {
    std::string_view const value = field.value;
    bool const begins_in_a_year = value.size() >= 4 && text::is_digits(value.substr(0, 4)) &&
                                  (value.size() == 4 || value[4] < '0' || value[4] > '9');
    if (!begins_in_a_year || !text::decode_ris_date(value, record.arena(), date)) return false;
    return date.literal.empty() && date.begin.year != 0;  // "0000/10/03": not known
}

void Decoder::adopt(VariableId variable, Date const& date) {
    if (text::is_empty(date)) return;
    auto const kept = record.arena().array<Date>(1);
    kept[0] = date;
    record.adopt(Field(variable, kept.data()));
}

void Decoder::append(VariableId variable, List more) {
    if (more.empty()) return;
    if (Field const* const before = record.field(variable)) {
        List const list = before->list();
        auto const all = record.arena().array<Text>(list.size() + more.size());
        std::copy(more.begin(), more.end(), std::copy(list.begin(), list.end(), all.begin()));
        more = all;
    }
    record.adopt(Field(variable, more));
}

void Decoder::append(VariableId variable, Names const& more) {
    if (more.list.empty()) return;
    Field const* const before = record.field(variable);
    if (before == nullptr) {
        record.adopt(Field(variable, more));
        return;
    }
    Names const& names = before->names();
    auto const all = record.arena().array<Name>(names.list.size() + more.list.size());
    std::copy(more.list.begin(), more.list.end(), std::copy(names.list.begin(), names.list.end(), all.begin()));
    record.adopt(Field(variable, Names{all, names.others || more.others}));
}

void Decoder::keep_source(VariableId variable, std::string_view tag, std::string_view value) {
    Arena& arena = record.arena();
    record.adopt(Extra{"ris", arena.copy(tag), arena.copy(value), {}, ExtraKind::expression, variable});
}

void Decoder::report(Code code, NativeField const& field, std::string_view message, std::string_view after) {
    reporter_.put(code, field.where,
                  {.key = record.id, .field = field.name, .message = message, .before = field.value, .after = after});
}

}  // namespace ibid::formats::ris
