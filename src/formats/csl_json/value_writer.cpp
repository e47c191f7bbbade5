// ValueWriter. Schema: csl-data.json of CSL 1.0.2.
#include "formats/csl_json/value_writer.hpp"

#include "formats/csl_json/dates.hpp"
#include "text/dates.hpp"
#include "text/markup.hpp"

namespace ibid::formats::csl_json {

/// Most texts hold neither a mark nor what looks like markup: those go straight to the sink.
void ValueWriter::text(Text const& value) {
    if (value.marks.empty()) {
        char const* const stop = to_.out.string_until<'<', '&'>(value.plain);
        char const* const end = value.plain.data() + value.plain.size();
        if (stop == end) return;
        encoded(Text({stop, static_cast<std::size_t>(end - stop)}));
    } else {
        to_.out.character('"');
        encoded(value);
    }
    to_.out.character('"');
}

void ValueWriter::inside(Text const& value) {
    if (!value.marks.empty()) return encoded(value);
    char const* const stop = to_.out.inside_until<'<', '&'>(value.plain);
    char const* const end = value.plain.data() + value.plain.size();
    if (stop != end) encoded(Text({stop, static_cast<std::size_t>(end - stop)}));
}

void ValueWriter::encoded(Text const& value) {
    met_marks_ = met_marks_ || !(mapping::StyleSet::of(value.marks) - sayable_styles).empty();
    constexpr std::size_t padding = 64;
    std::size_t const size = text::csl_markup_size(value) + padding;
    if (scratch_.size() < size) scratch_.resize(size);
    char* const end = text::encode_csl_markup(value, scratch_.data());
    to_.out.inside({scratch_.data(), static_cast<std::size_t>(end - scratch_.data())});
}

void ValueWriter::joined(List list, std::string_view delimiter) {
    to_.out.character('"');
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) to_.out.raw(delimiter);
        inside(list[i]);
    }
    to_.out.character('"');
}

void ValueWriter::array(List list, std::size_t from) {
    to_.open('[');
    for (std::size_t i = from; i < list.size(); ++i) {
        to_.next();
        text(list[i]);
    }
    to_.close(']');
}

void ValueWriter::names(Names const& names, bool lines) {
    bool const each_a_line = lines && to_.pretty();
    to_.open('[');
    for (std::size_t i = 0; i < names.list.size(); ++i) {
        if (each_a_line && i == 0) to_.out.token("\n      ");
        else if (each_a_line) to_.out.token(",\n      ");
        else if (i != 0) to_.comma();
        name(names.list[i]);
    }
    if (each_a_line) to_.out.token("\n    ");
    to_.close(']');
}

void ValueWriter::name(Name const& name) {
    bool first = true;
    auto const part = [&](Text const& value, auto const& pretty, auto const& compact) {
        if (value.empty()) return;
        if (!first) to_.comma();
        first = false;
        to_.either(pretty, compact);
        text(value);
    };
    to_.out.character('{');
    part(name.family, "\"family\": ", "\"family\":");
    part(name.given, "\"given\": ", "\"given\":");
    part(name.dropping_particle, "\"dropping-particle\": ", "\"dropping-particle\":");
    part(name.non_dropping_particle, "\"non-dropping-particle\": ", "\"non-dropping-particle\":");
    part(name.suffix, "\"suffix\": ", "\"suffix\":");
    part(name.literal, "\"literal\": ", "\"literal\":");
    to_.out.character('}');
}

/// [1980, 10, 3]: numbers, and none that is not known.
void ValueWriter::point(DatePoint const& point) {
    to_.out.character('[');
    to_.out.number(text::csl_year(point.year));
    for (unsigned const part : {point.month, point.month == 0 ? std::uint8_t{0} : point.day}) {
        if (part == 0) break;
        to_.comma();
        to_.out.number(part);
    }
    to_.out.character(']');
}

void ValueWriter::date(Date const& whole) {
    Date const date = is_plain(whole) ? whole : sayable(whole);
    if (!date.literal.empty()) {
        to_.either("{\"literal\": ", "{\"literal\":");
        to_.out.string(date.literal);
        to_.out.character('}');
        return;
    }
    to_.either("{\"date-parts\": [", "{\"date-parts\":[");
    point(date.begin);
    if (date.range == DateRange::closed) {
        to_.comma();
        point(date.end);
    }
    to_.out.character(']');
    if (date.begin.season != 0) {
        to_.either(", \"season\": ", ",\"season\":");
        to_.out.number(date.begin.season);
    }
    if (date.begin.approximate) to_.either(", \"circa\": true", ",\"circa\":true");
    to_.out.character('}');
}

void ValueWriter::edtf(Date const& date) {
    std::size_t const size = text::max_date_size + date.literal.size();
    if (scratch_.size() < size) scratch_.resize(size);
    char* const end = text::encode_edtf(date, scratch_.data());
    to_.out.word({scratch_.data(), static_cast<std::size_t>(end - scratch_.data())});
}

}  // namespace ibid::formats::csl_json
