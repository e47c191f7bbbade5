// Dates in CSL-JSON: what becomes of a date there.
#include "formats/csl_json/dates.hpp"

namespace ibid::formats::csl_json {

namespace {

constexpr bool known_begin(Date const& date) noexcept {
    return date.range != DateRange::open_begin && date.range != DateRange::unknown_begin;
}
constexpr bool vague(DatePoint const& point) noexcept {
    return point.approximate || point.uncertain || point.unspecified != 0;
}

DatePoint parts_of(DatePoint const& point) noexcept {
    DatePoint to;
    to.year = point.year;
    to.month = point.month;
    to.day = point.day;
    return to;
}

/// Whether a point is a decade or a century, whose first and last year can be said.
constexpr bool is_span(DatePoint const& point) noexcept {
    return point.unspecified != 0 && point.month == 0 && point.season == 0 && !point.month_unspecified;
}

/// "199X" is 1990/1999, and "-003X" is -0039/-0030: EDTF, section "Unspecified digit(s) from the right".
DatePoint end_of_span(DatePoint point, bool last) noexcept {
    std::int32_t years = 1;
    for (; point.unspecified != 0; --point.unspecified) years *= 10;
    if (last != (point.year < 0)) point.year += last ? years - 1 : 1 - years;
    return point;
}

/// The same with a decade or a century as the range of its years.
Date spelled_out(Date date) noexcept {
    if (date.range == DateRange::none && is_span(date.begin)) {
        date.range = DateRange::closed;
        date.end = date.begin;
    }
    if (date.range != DateRange::closed) return date;
    if (is_span(date.begin)) date.begin = end_of_span(date.begin, false);
    if (is_span(date.end)) date.end = end_of_span(date.end, true);
    return date;
}

}  // namespace

Date sayable(Date const& whole) noexcept {
    if (!whole.literal.empty()) return whole;
    Date const date = spelled_out(whole);
    Date to;
    DatePoint const& first = known_begin(date) ? date.begin : date.end;
    to.begin = parts_of(first);
    to.begin.season = first.month == 0 ? first.season : std::uint8_t{0};
    if (date.range == DateRange::closed) {
        to.range = DateRange::closed;
        to.end = parts_of(date.end);
    }
    bool const circa = vague(first) || (to.range == DateRange::closed && vague(date.end));
    to.begin.approximate = circa;
    to.end.approximate = circa && to.range == DateRange::closed;
    return to;
}

text::DateLoss loss(Date const& date) noexcept {
    using enum text::DateLoss;
    Date const said = sayable(date);
    if (said == date) return none;
    auto lost = none;
    if (said.range != date.range && date.range != DateRange::none) lost = lost | range_end;
    if (date.begin.has_time || date.end.has_time || date.end.season != 0) lost = lost | day;
    return lost == none ? precision : lost;
}

}  // namespace ibid::formats::csl_json
