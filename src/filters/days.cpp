// Days of dates, and how they stand to each other.
#include "filters/days.hpp"

#include "text/dates.hpp"

#include <limits>

namespace ibid::filters {
namespace {

using grammars::query::Operator;

constexpr std::int64_t day_number(std::int64_t year, unsigned month, unsigned day) noexcept { return year * 10000 + month * 100 + day; }

/// Every month has 31 days here: none is looked up, all are compared.
Days days_of(DatePoint const& p) noexcept {
    if (p.month != 0 && p.unspecified == 0) return {day_number(p.year, p.month, p.day != 0 ? p.day : 1), day_number(p.year, p.month, p.day != 0 ? p.day : 31)};
    std::int64_t others = 1;  // years that it may be
    for (unsigned i = 0; i < p.unspecified; ++i) others *= 10;
    std::int64_t const year = p.year;
    std::int64_t const first = year < 0 ? year - others + 1 : year, last = year < 0 ? year : year + others - 1;
    return {day_number(first, 1, 1), day_number(last, 12, 31)};
}

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

}  // namespace

std::optional<Days> days_of(Date const& date) noexcept {
    if (!date.literal.empty() || text::is_empty(date)) return std::nullopt;
    Days const begin = days_of(date.begin), end = days_of(date.end);
    switch (date.range) {
    case DateRange::none:
    case DateRange::unknown_end: return begin;
    case DateRange::closed: return Days{begin.first, end.last, true};
    case DateRange::open_end: return Days{begin.first, never, true};
    case DateRange::open_begin: return Days{-never, end.last, true};
    case DateRange::unknown_begin: return end;
    }
    return std::nullopt;
}

bool stands(Days const& date, Operator op, Days const& value) noexcept {
    // The day of the date that has to bear out the test: of a single date the least favourable, of a range the best.
    std::int64_t const early = date.is_range ? date.first : date.last, late = date.is_range ? date.last : date.first;
    switch (op) {
    case Operator::less: return early < value.first;
    case Operator::less_equal: return early <= value.last;
    case Operator::greater: return late > value.last;
    case Operator::greater_equal: return late >= value.first;
    default: return early <= value.last && late >= value.first;
    }
}

}  // namespace ibid::filters
