// The values of a record as ibid-json. The short form of a value is used only where it says all of it.
#include "formats/ibid_json/value_writer.hpp"

#include "formats/ibid_json/layout.hpp"
#include "text/dates.hpp"

namespace ibid::formats::ibid_json {

namespace {

using text::JsonOut;

/// Writes what stands between the members of an object or array: nothing before the first.
class Separator {
public:
    explicit Separator(JsonOut& out) noexcept : out_(out) {}
    void next() {
        if (!first_) out_.token(", ");
        first_ = false;
    }
    void name(std::string_view key) {
        next();
        out_.character('"');
        out_.raw(key);
        out_.token("\": ");
    }

private:
    JsonOut& out_;
    bool first_ = true;
};

void put_point(JsonOut& out, DatePoint const& point) {
    Separator member(out);
    out.character('{');
    member.name("year");
    out.number(point.year);
    for (DatePart const& part : date_parts)
        if (point.*part.part != 0) {
            member.name(part.key);
            out.number(point.*part.part);
        }
    for (DateFlag const& flag : date_flags)
        if (flag.get(point)) {
            member.name(flag.key);
            out.token("true");
        }
    if (point.zone_minutes != 0) {
        member.name("zone-minutes");
        out.number(point.zone_minutes);
    }
    out.character('}');
}

void put_in_parts(JsonOut& out, Date const& date) {
    Separator member(out);
    out.character('{');
    if (!date.literal.empty()) {
        member.name("literal");
        out.string(date.literal);
    }
    if (date.literal.empty() || date.begin != DatePoint{}) {
        member.name("begin");
        put_point(out, date.begin);
    }
    if (date.end != DatePoint{}) {
        member.name("end");
        put_point(out, date.end);
    }
    if (date.range != DateRange::none) {
        member.name("range");
        out.word(spelled(ranges, date.range));
    }
    out.character('}');
}

void put_name(JsonOut& out, Name const& name) {
    Separator member(out);
    out.character('{');
    for (NamePart const& part : name_parts)
        if (Text const& value = name.*part.part; !value.empty() || !value.marks.empty()) {
            member.name(part.key);
            put(out, value);
        }
    if (!name.identifier.empty()) {
        member.name("identifier");
        out.string(name.identifier);
    }
    out.character('}');
}

}  // namespace

void put(JsonOut& out, Text const& value) {
    if (value.marks.empty()) return out.string(value.plain);
    out.token("{\"text\": ");
    out.string(value.plain);
    out.token(", \"marks\": [");
    Separator element(out);
    for (Mark const& mark : value.marks) {
        element.next();
        out.character('[');
        out.number(mark.begin);
        out.token(", ");
        out.number(mark.end);
        out.token(", \"");
        out.raw(spelling(mark.style));
        out.character('"');
        if (!mark.argument.empty()) {
            out.token(", ");
            out.string(mark.argument);
        }
        out.character(']');
    }
    out.token("]}");
}

void put(JsonOut& out, List value) {
    Separator element(out);
    out.character('[');
    for (Text const& text : value) {
        element.next();
        put(out, text);
    }
    out.character(']');
}

void put(JsonOut& out, Names const& value) {
    Separator element(out);
    out.character('[');
    for (Name const& name : value.list) {
        element.next();
        put_name(out, name);
    }
    if (value.others) {
        element.next();
        out.token("\"others\"");
    }
    out.character(']');
}

void put(JsonOut& out, Date const& value) {
    if (value.literal.empty()) {
        char edtf[text::max_date_size + Arena::padding]{};
        char* const end = text::encode_edtf(value, edtf);
        Arena arena;
        Date again;
        if (text::decode_date({edtf, static_cast<std::size_t>(end - edtf)}, arena, again) && again == value)
            return out.word({edtf, static_cast<std::size_t>(end - edtf)});
    }
    put_in_parts(out, value);
}

void put(JsonOut& out, Field const& field) {
    switch (field.kind()) {
    case Kind::text: return put(out, field.text());
    case Kind::list: return put(out, field.list());
    case Kind::names: return put(out, field.names());
    case Kind::date: return put(out, field.date());
    }
}

}  // namespace ibid::formats::ibid_json
