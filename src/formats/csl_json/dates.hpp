// Dates in CSL-JSON: how much of a date `date-parts`, `season`, `circa` and `literal` can say.
#pragma once

#include "ibid/date.hpp"
#include "text/dates.hpp"

namespace ibid::formats::csl_json {

/// The date that comes back from CSL-JSON: `circa` is one flag for the whole, there is one season, no time, no open
/// end; a decade is the range of its years. Equal to the date itself if nothing is lost.
Date sayable(Date const& date) noexcept;

/// A year, month or day, and nothing else.
inline bool is_plain(Date const& date) noexcept {
    DatePoint plain;
    plain.year = date.begin.year;
    plain.month = date.begin.month;
    plain.day = date.begin.day;
    return date.range == DateRange::none && date.literal.empty() && date.begin == plain && date.end == DatePoint{};
}

/// Whether nothing is lost.
inline bool is_sayable(Date const& date) noexcept { return is_plain(date) || sayable(date) == date; }

/// What is lost.
text::DateLoss loss(Date const& date) noexcept;

}  // namespace ibid::formats::csl_json
