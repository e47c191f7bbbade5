// Dates: reading, and what can be done with two of them.
#include "text/dates.hpp"

#include "grammars/edtf.hpp"
#include "text/date_words.hpp"
#include "text/dates_loose.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ibid::text {
namespace {

namespace edtf = grammars::edtf;

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

DatePoint to_point(edtf::Point const& from) noexcept {
    DatePoint to;
    to.year = from.year;
    to.unspecified = from.unspecified_digits;
    if (from.month > 20) to.season = static_cast<std::uint8_t>(from.month - 20);
    else to.month = from.month;
    to.day = from.day;
    to.month_unspecified = from.month_unspecified;
    to.day_unspecified = from.day_unspecified;
    to.uncertain = from.uncertain;
    to.approximate = from.approximate;
    to.has_time = from.has_time;
    to.has_zone = from.has_zone;
    to.hour = from.hour;
    to.minute = from.minute;
    to.second = from.second;
    to.zone_minutes = from.zone_minutes;
    return to;
}

bool from_edtf(std::string_view text, Date& date) noexcept {
    edtf::Date parsed;
    if (!edtf::parse(text, parsed)) return false;
    bool const has_begin = parsed.begin_is == edtf::End::date, has_end = parsed.end_is == edtf::End::date;
    date = Date{};
    if (has_begin) date.begin = to_point(parsed.begin);
    if (has_end) date.end = to_point(parsed.end);
    if (has_begin && has_end) date.range = DateRange::closed;
    else if (has_end) date.range = parsed.begin_is == edtf::End::open ? DateRange::open_begin : DateRange::unknown_begin;
    else if (parsed.end_is == edtf::End::open) date.range = DateRange::open_end;
    else if (parsed.end_is == edtf::End::unknown) date.range = DateRange::unknown_end;
    return true;
}

bool has_begin(Date const& date) noexcept {
    return date.range != DateRange::open_begin && date.range != DateRange::unknown_begin;
}
bool has_end(Date const& date) noexcept {
    return date.range == DateRange::closed || !has_begin(date);
}

bool has_years(LooseDate const& loose) noexcept {
    return (!has_begin(loose.date) || loose.begin_has_year) && (!has_end(loose.date) || loose.end_has_year);
}

bool is_literal(Date const& date) noexcept { return !date.literal.empty(); }

bool refuse(std::string_view text, Arena& arena, Date& date) {
    date = Date{};
    date.literal = arena.copy(text);
    return false;
}

/// A year of four digits, else 0.
int four_digits(std::string_view text) noexcept {
    if (text.size() != 4) return 0;
    int number = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// The parts of `YYYY/MM/DD/other`.
class RisParts {
public:
    explicit RisParts(std::string_view text) noexcept {
        while (count_ < parts_.size()) {
            std::size_t const slash = count_ + 1 < parts_.size() ? text.find('/') : std::string_view::npos;
            parts_[count_++] = trim(text.substr(0, slash));
            if (slash == std::string_view::npos) break;
            text.remove_prefix(slash + 1);
        }
        if (std::string_view& other = parts_.back(); other.ends_with('/')) other.remove_suffix(1);
    }
    /// One slash alone is more often a range ("1999/2000").
    [[nodiscard]] bool are_ris() const noexcept {
        return count_ > 2 || (count_ == 2 && (parts_[1].empty() || (parts_[1].size() == 2 && parts_[1] <= "12")));
    }
    std::string_view operator[](std::size_t i) const noexcept { return parts_[i]; }

private:
    std::array<std::string_view, 4> parts_{};
    std::size_t count_ = 0;
};

/// Digits of a RIS date part; 0 if empty, -1 if it is no number that is allowed.
int ris_number(std::string_view part, int limit) noexcept {
    part = trim(part);
    if (part.size() > 2) return -1;
    int number = 0;
    for (char const c : part) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return number <= limit ? number : -1;
}

/// Takes months, days and seasons over; each end keeps its year.
void take_parts(DatePoint& to, DatePoint const& from) noexcept {
    to.month = from.month;
    to.day = from.day;
    to.season = from.season;
    to.uncertain = to.uncertain || from.uncertain;
    to.approximate = to.approximate || from.approximate;
}

bool set_month(Date& date, Date const& month) noexcept {
    if (is_literal(date) || date.begin.month != 0 || date.begin.season != 0) return false;
    Date made = date;
    if (month.range == DateRange::none) {
        take_parts(has_begin(date) ? made.begin : made.end, month.begin);
    } else if (month.range == DateRange::closed && (date.range == DateRange::none || date.range == DateRange::closed)) {
        if (date.range == DateRange::none) made.end = made.begin;
        take_parts(made.begin, month.begin);
        take_parts(made.end, month.end);
        bool const turns = made.end.month != 0 && made.end.month < made.begin.month;
        if (date.range == DateRange::none && turns) ++made.end.year;  // "dec--jan"
        made.range = DateRange::closed;
    } else {
        return false;
    }
    if (!is_on_calendar(made.begin) || !is_on_calendar(made.end)) return false;
    date = made;
    return true;
}

enum class Understood { nothing, part, all };

/// `YYYY/MM/DD/other`; the year may be a range or missing, the month a name, `other` a season or months.
Understood from_ris(std::string_view text, Date& date) noexcept {
    RisParts const parts(text);
    if (!parts.are_ris()) return Understood::nothing;
    Date made;
    if (LooseDate year; !parts[0].empty() && !from_edtf(parts[0], made)) {
        if (!parse_loose_date(parts[0], year) || !has_years(year)) return Understood::nothing;
        made = year.date;
    }
    if (made.begin.month != 0 || made.begin.season != 0 || made.begin.month_unspecified) return Understood::nothing;  // "Winter 1999/10/"
    int month = ris_number(parts[1], 12);
    int const day = ris_number(parts[2], 31);
    Date named;
    if (month < 0 && decode_month(parts[1], named) && named.range == DateRange::none) month = named.begin.month;
    if (month < 0 || day < 0 || (month > 0 && made.range != DateRange::none)) return Understood::nothing;
    if (month > 0) made.begin.month = static_cast<std::uint8_t>(month);
    if (month > 0 && day > 0) made.begin.day = static_cast<std::uint8_t>(day);
    if (!is_on_calendar(made.begin)) return Understood::nothing;
    date = made;
    bool all = !is_empty(made) && (day == 0 || month > 0);
    if (all && month > 0 && decode_month(parts[3], named) && named.range == DateRange::closed && named.begin.month == month &&
        named.begin.day == day) {  // "2014/05//May-Jun"
        Date year;
        year.begin.year = made.begin.year;
        if (!set_month(year, named)) return Understood::part;
        date = year;
        return Understood::all;
    }
    named = {};
    if (!parts[3].empty()) all = month == 0 && day == 0 && decode_month(parts[3], named) && set_month(date, named);
    return all ? Understood::all : Understood::part;
}

}  // namespace

bool is_empty(Date const& date) noexcept { return date == Date{}; }

bool has_year_sign(std::string_view plain) noexcept {
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (plain.empty() || is_digit(plain.front())) return false;
    for (std::string_view const sign : {"c", "p", "\u00A9", "["})
        if (plain.starts_with(sign)) return plain.size() > sign.size() && is_digit(plain[sign.size()]);
    return false;
}

bool decode_date(std::string_view plain, Arena& arena, Date& date) {
    std::string_view const text = trim(plain);
    if (int const year = four_digits(text); year > 0) {  // what nearly all are
        date = Date{};
        date.begin.year = year;
        return true;
    }
    if (from_edtf(text, date)) return true;
    if (LooseDate loose; parse_loose_date(text, loose) && has_years(loose)) {
        date = loose.date;
        return true;
    }
    if (from_ris(text, date) == Understood::all && date.begin.year != 0) return true;
    refuse(text, arena, date);
    return is_date_phrase(text);
}

bool decode_ris_date(std::string_view plain, Arena& arena, Date& date) {
    std::string_view const text = trim(plain);
    if (text.find_first_not_of("/ ") == text.npos) {  // "///": all parts are empty
        date = Date{};
        return true;
    }
    if (Understood const how = from_ris(text, date); how != Understood::nothing) return how == Understood::all;
    if (LooseDate loose; !from_edtf(text, date) && parse_loose_date(text, loose)) {
        date = loose.date;
        return true;
    }
    return decode_date(text, arena, date);
}

namespace {

constexpr std::string_view month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view month_macros[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr std::uint32_t first_three(std::string_view name) noexcept {
    auto const byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(name[i] | 0x20)); };
    return byte(0) << 16 | byte(1) << 8 | byte(2);
}

/// The number of a month by its English name or its macro as these are spelled, `January` or `jan`; else 0.
std::uint8_t english_month(std::string_view text) noexcept {
    static constexpr auto begins = [] {
        std::array<std::uint32_t, 12> all{};
        for (std::size_t i = 0; i < 12; ++i) all[i] = first_three(month_macros[i]);
        return all;
    }();
    if (text.size() < 3) return 0;
    auto const at = static_cast<std::size_t>(std::find(begins.begin(), begins.end(), first_three(text)) - begins.begin());
    return at < 12 && (text == month_macros[at] || text == month_names[at]) ? static_cast<std::uint8_t>(at + 1) : std::uint8_t{0};
}

}  // namespace

bool decode_month(std::string_view plain, Date& date) {
    std::string_view const text = trim(plain);
    if (std::uint8_t const month = english_month(text); month != 0) {  // what nearly all are
        DatePoint named;
        named.month = month;
        take_parts(date.begin, named);
        return true;
    }
    LooseDate loose;
    if (!parse_loose_month(text, loose) || loose.begin_has_year || loose.end_has_year) return false;
    bool const has_begin_part = loose.date.begin.month != 0 || loose.date.begin.season != 0;
    if (!has_begin_part || loose.date.range > DateRange::closed) return false;
    if (loose.date.range == DateRange::closed && loose.date.end.month == 0 && loose.date.end.season == 0) return false;
    take_parts(date.begin, loose.date.begin);
    if (loose.date.range == DateRange::closed) {
        take_parts(date.end, loose.date.end);
        date.range = DateRange::closed;
    }
    return true;
}

bool decode_year_month_day(std::string_view year, std::string_view month, std::string_view day, Arena& arena, Date& date) {
    year = trim(year);
    month = trim(month);
    day = trim(day);
    date = Date{};
    if (year.empty()) {
        char* const to = arena.reserve(month.size() + 1 + day.size());
        char* end = to + month.copy(to, month.size());
        if (!month.empty() && !day.empty()) *end++ = ' ';
        end += day.copy(end, day.size());
        date.literal = arena.commit(end);
        return true;
    }
    bool good = decode_date(year, arena, date);
    if (month.empty()) return good && day.empty();
    Date named;
    bool const has_month = decode_month(month, named);
    if (has_month && !day.empty() && named.begin.day == 0) {
        char const* at = day.data();
        char const* const last = at + day.size();
        auto const take = [&](DatePoint& point) {
            while (at < last && (*at < '0' || *at > '9')) ++at;
            unsigned number = 0;
            for (; at < last && *at >= '0' && *at <= '9' && number < 32; ++at) number = number * 10 + static_cast<unsigned>(*at - '0');
            if (number == 0 || number > 31) return false;
            point.day = static_cast<std::uint8_t>(number);
            return true;
        };
        good = take(named.begin) && good;
        if (at < last && named.begin.day != 0) {  // "3--5"
            bool const same_month = named.range == DateRange::none;
            if (same_month) named.end = named.begin;
            if (take(named.end)) named.range = DateRange::closed;
            else good = false;
        }
    }
    if (is_literal(date)) return good;
    if (has_month && set_month(date, named)) return good;
    named.begin.day = named.end.day = 0;  // "feb 30"
    if (has_month && set_month(date, named)) return false;
    Date other = date;
    return has_month && good && refine(other, named) && other == date;  // year = 2011-11-11, month = nov
}

bool refine(Date& date, Date const& other) {
    if (is_empty(other) || date == other) return true;
    if (is_empty(date)) {
        date = other;
        return true;
    }
    if (is_literal(other)) return false;
    if (is_literal(date)) {
        date = other;
        return true;
    }
    bool const no_year = other.range == DateRange::none && other.begin.year == 0;
    bool const months = other.range == DateRange::closed && other.begin.year == 0 && other.end.year == 0;
    if (months && date.begin.year != 0) return set_month(date, other);  // "May-Jun"
    Date more = other;
    if (no_year) {
        more.begin.year = date.begin.year;
        more.end.year = date.end.year;
        more.range = date.range;
    }
    auto const agrees = [](DatePoint const& a, DatePoint const& b) {
        return a.year == b.year && (a.month == 0 || b.month == 0 || a.month == b.month) && (a.day == 0 || b.day == 0 || a.day == b.day)
               && (a.season == 0 || b.season == 0 || a.season == b.season);
    };
    if (!agrees(date.begin, more.begin)) return false;
    if (date.range != DateRange::none && more.range != DateRange::none && (date.range != more.range || !agrees(date.end, more.end)))
        return false;
    auto const merge = [](DatePoint& to, DatePoint const& from) {
        if (to.month == 0) to.month = from.month;
        if (to.day == 0) to.day = from.day;
        if (to.season == 0 && to.month == 0) to.season = from.season;
        to.uncertain = to.uncertain || from.uncertain;
        to.approximate = to.approximate || from.approximate;
        if (!to.has_time && from.has_time) {
            to.has_time = true;
            to.hour = from.hour;
            to.minute = from.minute;
            to.second = from.second;
            to.has_zone = from.has_zone;
            to.zone_minutes = from.zone_minutes;
        }
    };
    Date merged = date;
    merge(merged.begin, more.begin);
    if (date.range == DateRange::none) {
        merged.range = more.range;
        merged.end = more.end;
    } else if (more.range != DateRange::none) {
        merge(merged.end, more.end);
    }
    if (!is_on_calendar(merged.begin) || !is_on_calendar(merged.end)) return false;
    date = merged;
    return true;
}

std::string_view season_name(unsigned season) noexcept {
    constexpr std::string_view names[] = {"Spring", "Summer", "Autumn", "Winter"};
    return season >= 1 && season <= 4 ? names[season - 1] : std::string_view{};
}

std::string_view month_name(unsigned month) noexcept { return month >= 1 && month <= 12 ? month_names[month - 1] : std::string_view{}; }
std::string_view month_macro(unsigned month) noexcept { return month >= 1 && month <= 12 ? month_macros[month - 1] : std::string_view{}; }

}  // namespace ibid::text
