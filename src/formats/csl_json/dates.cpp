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

}  // namespace

Date sayable(Date const& date) noexcept {
    if (!date.literal.empty()) return date;
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
    if (said.range != date.range) lost = lost | range_end;
    if (date.begin.has_time || date.end.has_time || date.end.season != 0) lost = lost | day;
    return lost == none ? precision : lost;
}

}  // namespace ibid::formats::csl_json
