// EDTF: dates of the Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019; ISO 8601-2:2019), with the
// spellings of the draft of 2012 that BibLaTeX also takes: `uuuu`, `unknown`, `open`, `?~`. Numbers, no meaning.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid::grammars::edtf {

/// One date of year, month or season, day, time.
struct Point {
    std::int32_t year = 0;  ///< astronomical; an unspecified digit is 0
    std::uint8_t unspecified_digits = 0;  ///< of the year, from its end
    std::uint8_t month = 0;  ///< 1-12, or a season, 21-24 (and 25-41 of level 2)
    std::uint8_t day = 0;
    bool month_unspecified = false, day_unspecified = false;
    bool uncertain = false, approximate = false;  ///< `?`, `~`; `%` and `?~` are both
    bool has_time = false, has_zone = false;
    std::uint8_t hour = 0, minute = 0, second = 0;
    std::int16_t zone_minutes = 0;
};

/// What stands at one end of an interval.
enum class End : std::uint8_t {
    absent,   ///< no interval
    date,
    open,     ///< `..`, `open`
    unknown,  ///< nothing, `unknown`
};

struct Date {
    Point begin{}, end{};
    End begin_is = End::date;
    End end_is = End::absent;  ///< absent: a single date
};

/// Whether all of `text` is such a date, and if so which. Days are held against the calendar.
bool parse(std::string_view text, Date& date);

}  // namespace ibid::grammars::edtf
