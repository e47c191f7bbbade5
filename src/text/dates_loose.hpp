// Loose dates: what people write where EDTF was wanted. Inside of src/text/dates.
#pragma once

#include "ibid/date.hpp"

#include <string_view>

namespace ibid::text {

/// Reads "3 May 2019", "sep--oct 2003", "c. 1900", "1999-2000", "2019/5/3" ... A point without a year has year 0, and
/// `has_year` says which points have one. False: not understood.
struct LooseDate {
    Date date{};
    bool begin_has_year = false, end_has_year = false;
};
bool parse_loose_date(std::string_view text, LooseDate& loose) noexcept;

/// Reads the text of a month field: a lone number is a month, not a day or a year.
bool parse_loose_month(std::string_view text, LooseDate& loose) noexcept;

/// Whether the point is on the calendar, as far as it is known.
bool is_on_calendar(DatePoint const& point) noexcept;

}  // namespace ibid::text
