// Date: a day, a month, a season, a year, or a range of two of them, each as precise and as certain as the file says.
// Model: Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019; ISO 8601-2:2019), plus a literal
// for what is no date ("in press"). Years are astronomical: year 0 is 1 BC (EDTF; CSL counts without a year zero).
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

/// One end of a date. A part that is not known is 0 (`season`, `month`, `day`).
struct DatePoint {
    std::int32_t year = 0;          ///< astronomical; unspecified digits are 0 ("201X" is 2010)
    std::uint8_t month = 0;         ///< 1-12
    std::uint8_t day = 0;           ///< 1-31
    std::uint8_t season = 0;        ///< 1 spring, 2 summer, 3 autumn, 4 winter (EDTF 21-24)
    std::uint8_t unspecified = 0;   ///< trailing digits of the year that are unspecified: 1 in "201X", 2 in "20XX"
    bool month_unspecified : 1 = false;  ///< "2004-XX"
    bool day_unspecified : 1 = false;    ///< "2004-06-XX"
    bool approximate : 1 = false;        ///< "~": circa
    bool uncertain : 1 = false;          ///< "?"
    bool has_time : 1 = false;           ///< hour, minute and second are known
    bool has_zone : 1 = false;           ///< zone_minutes is known
    std::uint8_t hour = 0, minute = 0, second = 0;
    std::int16_t zone_minutes = 0;  ///< offset from UTC in minutes

    friend bool operator==(DatePoint const&, DatePoint const&) = default;
};

/// Whether a date has a second end, and what is known of the ends.
enum class DateRange : std::uint8_t {
    none,          ///< `begin` alone
    closed,        ///< begin/end
    open_end,      ///< begin/.. : has not ended
    unknown_end,   ///< begin/   : its end is not known
    open_begin,    ///< ../end
    unknown_begin, ///< /end
};

/// A date, or a literal text where a date was expected.
struct Date {
    DatePoint begin{};
    DatePoint end{};
    DateRange range = DateRange::none;
    std::string_view literal{};  ///< not empty: the text is all that is known, the points do not count

    friend bool operator==(Date const&, Date const&) = default;
};

}  // namespace ibid
