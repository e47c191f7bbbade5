// Days: dates as stretches of days, to be compared at the precision that each side has.
#pragma once

#include "grammars/query.hpp"
#include "ibid/date.hpp"

#include <cstdint>
#include <optional>

namespace ibid::filters {

/// From the first day that is meant to the last, as year * 10000 + month * 100 + day.
struct Days {
    std::int64_t first = 0, last = 0;
    bool is_range = false;  ///< the date has an end of its own, or is open: all of these days are meant, not one of them
};

/// The days of a date: all of its month, its year, its decade where no more is known; of a season its year, for where it
/// falls depends on the hemisphere. None: a literal, or nothing is known.
std::optional<Days> days_of(Date const& date) noexcept;

/// Whether a date stands so to the value of a test, for `=` and the four of order. A single date does if it does wherever
/// in its days it lies: 2015 is not known to be in 2015-03. A range does if one of its days does.
bool stands(Days const& date, grammars::query::Operator op, Days const& value) noexcept;

}  // namespace ibid::filters
