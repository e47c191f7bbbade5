// Dates: what files hold where a date is expected, to Date and back. EDTF (grammars/edtf), and the loose forms of
// RIS and BibTeX: month names in seven languages, ranges with a dash, circa, day and month in one field.
// What is no date becomes a literal, never an error.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/date.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid::text {

/// Reads plain text (no LaTeX) as a date. True: a date, or a phrase that is known to stand for one ("n.d.",
/// "in press", "20th century"), which becomes a literal. False: not understood; `date` is then the literal
/// of the whole text (empty text: an empty Date).
bool decode_date(std::string_view plain, Arena& arena, Date& date);

/// Whether a year has a sign of cataloguers about it that no Date says: "c1999" and "\u00A91999" (of a copyright), "[1999]".
bool has_year_sign(std::string_view plain) noexcept;

/// Reads a RIS date, `YYYY/MM/DD/other` with parts left out, or any other form of decode_date. A date without a
/// year ("/05/03/", "May 12") is understood too: year 0, and refine() takes its month and day. False with a date that
/// is no literal: `other` was not understood, the rest stands.
bool decode_ris_date(std::string_view plain, Arena& arena, Date& date);

/// Reads a month: macro or name in seven languages, abbreviated or not, digits; with a day ("may~3", "10 jan");
/// a range ("sep--oct"); a season by name or by number (13-16, 21-24). Sets month, day and season of begin and end,
/// and the range; leaves the years alone. False: not understood, nothing changed.
bool decode_month(std::string_view plain, Date& date);

/// BibTeX's fields together: year as decode_date reads it, month as decode_month does, day as digits or a range.
/// Empty parts are absent; without a year the others are a literal. False: a part was not understood, the rest stands.
bool decode_year_month_day(std::string_view year, std::string_view month, std::string_view day, Arena& arena, Date& date);

/// Takes from `other` what it knows more precisely: `1980-10` refines `1980`, month and day without a year refine
/// any year, and anything refines an empty date. False: they contradict each other; nothing changed.
bool refine(Date& date, Date const& other);

/// Whether nothing is known: no literal and no year, month or season.
bool is_empty(Date const& date) noexcept;

/// CSL counts years without a zero: 1 BC is -1 there, 0 in EDTF.
constexpr std::int32_t csl_year(std::int32_t edtf) noexcept { return edtf <= 0 ? edtf - 1 : edtf; }
constexpr std::int32_t edtf_year(std::int32_t csl) noexcept { return csl < 0 ? csl + 1 : csl; }

/// What a spelling of a date could not say; flags.
enum class DateLoss : std::uint8_t {
    none = 0,
    day = 1,        ///< day, season or time; what is written is less
    range_end = 2,
    precision = 4,  ///< circa, uncertain, unspecified digits
};
constexpr DateLoss operator|(DateLoss a, DateLoss b) noexcept {
    return static_cast<DateLoss>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr DateLoss operator&(DateLoss a, DateLoss b) noexcept {
    return static_cast<DateLoss>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}

/// The most bytes that one of the functions below writes, literal aside.
inline constexpr std::size_t max_date_size = 96;

/// Writes EDTF, as BibLaTeX's `date` wants it, to `to`, which has max_date_size + literal.size() bytes; a literal is
/// written as it stands. Answers the end. Says everything but seconds' fractions.
char* encode_edtf(Date const& date, char* to) noexcept;

/// The same as a string.
std::string edtf_of(Date const& date);

/// A text that was written into a fixed place.
struct ShortText {
    char bytes[max_date_size];
    std::uint8_t size = 0;
    [[nodiscard]] std::string_view view() const noexcept { return {bytes, size}; }
};

/// RIS: PY holds the year ("2003", "1999-2000"), DA the date (`1980/10/03/`, `2003///Spring`; empty if PY says it all).
struct RisDate {
    ShortText py{}, da{};
    std::string_view literal{};  ///< in PY's stead
    DateLoss loss{};
};
RisDate encode_ris_date(Date const& date) noexcept;
/// The whole as one `1980/10/03/`: DA, Y1 and Y2 of RIS 2001.
ShortText encode_ris_whole(Date const& date, DateLoss& loss) noexcept;

/// Whether a date is a year from 1000 to 9999, or a month of one, and nothing more.
inline bool is_month_or_year(Date const& date) noexcept {
    DatePoint const& p = date.begin;
    bool const one = date.range == DateRange::none && date.literal.empty();
    return one && p.year >= 1000 && p.year <= 9999 && p == DatePoint{.year = p.year, .month = p.month};
}

/// BibTeX: year = 2003 or {1999--2000}; month a macro expression without field syntax: `may`, `may # "~3"`,
/// `sep # "--" # oct`, or empty.
struct BibtexDate {
    ShortText year{}, month{};
    bool month_is_expression = false;  ///< write `month` bare; false: it is a text ("Spring"), to be braced
    std::string_view literal{};        ///< in year's stead
    DateLoss loss{};
};
BibtexDate encode_bibtex_date(Date const& date) noexcept;

/// The English name of a season, 1 to 4: "Spring"; else empty.
std::string_view season_name(unsigned season) noexcept;
/// The English name of a month, 1 to 12: "January"; else empty.
std::string_view month_name(unsigned month) noexcept;
/// The BibTeX macro of a month, 1 to 12: "jan"; else empty.
std::string_view month_macro(unsigned month) noexcept;

}  // namespace ibid::text
