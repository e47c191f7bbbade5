// Dates, writing: EDTF, RIS, BibTeX's year and month. What a spelling cannot say is answered, not hidden.
#include "text/dates.hpp"

#include <cstdlib>
#include <cstring>

namespace ibid::text {
namespace {

/// Puts text one piece behind the other; there is room, or it is cut.
class Pen {
public:
    Pen(char* at, char* limit) noexcept : at_(at), limit_(limit) {}

    Pen& operator<<(std::string_view text) noexcept {
        auto const room = static_cast<std::size_t>(limit_ - at_);
        std::size_t const size = text.size() < room ? text.size() : room;
        if (size > 0) std::memcpy(at_, text.data(), size);
        at_ += size;
        return *this;
    }
    Pen& operator<<(char c) noexcept { return *this << std::string_view(&c, 1); }
    Pen& number(std::int64_t value, int width) noexcept {
        char digits[20];
        int size = 0;
        for (std::int64_t rest = value < 0 ? -value : value; rest > 0 || size < width; rest /= 10) digits[size++] = static_cast<char>('0' + rest % 10);
        if (value < 0) *this << '-';
        while (size > 0) *this << digits[--size];
        return *this;
    }
    [[nodiscard]] char* at() const noexcept { return at_; }

private:
    char* at_;
    char* limit_;
};

/// A ShortText under a pen.
class Note {
public:
    Note() noexcept : pen_(text_.bytes, text_.bytes + max_date_size) {}
    Pen& operator*() noexcept { return pen_; }
    ShortText done() noexcept {
        text_.size = static_cast<std::uint8_t>(pen_.at() - text_.bytes);
        return text_;
    }

private:
    ShortText text_;
    Pen pen_;
};

bool has_begin(Date const& date) noexcept {
    return date.range != DateRange::open_begin && date.range != DateRange::unknown_begin;
}
bool has_end(Date const& date) noexcept { return date.range == DateRange::closed || !has_begin(date); }
bool is_literal(Date const& date) noexcept { return !date.literal.empty(); }

// ---- EDTF --------------------------------------------------------------------------------------------------------

/// Years of five digits and more are said by EDTF alone.
bool is_long(DatePoint const& p) noexcept { return p.year > 9999 || p.year < -9999; }

void edtf_year(Pen& pen, DatePoint const& p) noexcept {
    if (is_long(p)) {
        pen << 'Y';
        pen.number(p.year, 1);
        return;
    }
    pen.number(p.year, 4);
    char* const end = pen.at();
    for (int i = 1; i <= p.unspecified && i <= 4; ++i) end[-i] = 'X';
}

void edtf_point(Pen& pen, DatePoint const& p) noexcept {
    edtf_year(pen, p);
    if (p.season != 0) {
        (pen << '-').number(20 + p.season, 2);
    } else if (p.month_unspecified) {
        pen << "-XX";
    } else if (p.month != 0) {
        (pen << '-').number(p.month, 2);
    }
    if (p.day_unspecified) pen << "-XX";
    else if (p.day != 0) (pen << '-').number(p.day, 2);
    if (p.has_time) {
        (pen << 'T').number(p.hour, 2);
        (pen << ':').number(p.minute, 2);
        (pen << ':').number(p.second, 2);
        if (p.has_zone && p.zone_minutes == 0) {
            pen << 'Z';
        } else if (p.has_zone) {
            int const minutes = std::abs(p.zone_minutes);
            (pen << (p.zone_minutes < 0 ? '-' : '+')).number(minutes / 60, 2);
            (pen << ':').number(minutes % 60, 2);
        }
    }
    if (p.uncertain || p.approximate) pen << (!p.approximate ? '?' : !p.uncertain ? '~' : '%');
}

// ---- what text can say -------------------------------------------------------------------------------------------

DateLoss lost_time(DatePoint const& p) noexcept { return p.has_time ? DateLoss::day : DateLoss::none; }
DateLoss lost_digits(DatePoint const& p) noexcept {
    return p.month_unspecified || p.day_unspecified ? DateLoss::precision : DateLoss::none;
}

/// A year as people write it: "ca. 1900?", "1990s", "44 BC", as decode_date() reads it.
DateLoss text_year(Pen& pen, DatePoint const& p) noexcept {
    DateLoss loss = lost_time(p) | lost_digits(p);
    if (p.approximate) pen << "ca. ";
    if (p.year < 1) {
        pen.number(1 - std::int64_t{p.year}, 1) << " BC";
    } else if (p.year < 100) {
        (pen << "AD ").number(p.year, 1);
    } else {
        pen.number(p.year, 1);
    }
    bool const decade = p.unspecified == 1 && p.year % 100 != 0, century = p.unspecified == 2 && p.year % 100 == 0;
    if (p.unspecified != 0 && (decade || century) && p.year >= 1000 && p.year <= 9999) pen << 's';
    else if (p.unspecified != 0) loss = loss | DateLoss::precision;
    if (p.uncertain) pen << '?';
    return loss;
}

DatePoint year_alone(DatePoint const& p) noexcept {
    DatePoint year;
    year.year = p.year;
    year.unspecified = p.unspecified;
    year.uncertain = p.uncertain;
    year.approximate = p.approximate;
    return year;
}

bool same_year(DatePoint const& a, DatePoint const& b) noexcept {
    return a.year == b.year && a.unspecified == b.unspecified && a.uncertain == b.uncertain && a.approximate == b.approximate;
}

/// A macro expression as it grows: `may # "~3--" # jun`.
class Expression {
public:
    explicit Expression(Pen& pen) noexcept : pen_(pen) {}
    void text(std::string_view text) noexcept {
        if (!open_) pen_ << (empty_ ? "\"" : " # \"");
        open_ = true;
        empty_ = false;
        pen_ << text;
    }
    void number(int number) noexcept {
        text("");
        pen_.number(number, 1);
    }
    void macro(std::string_view name) noexcept {
        if (open_) pen_ << '"';
        if (!empty_) pen_ << " # ";
        open_ = empty_ = false;
        pen_ << name;
    }
    void finish() noexcept {
        if (open_) pen_ << '"';
    }

private:
    Pen& pen_;
    bool open_ = false, empty_ = true;
};

void month_day(Expression& to, DatePoint const& p, bool with_month) noexcept {
    if (with_month) to.macro(month_macro(p.month));
    if (p.day == 0) return;
    if (with_month) to.text("~");
    to.number(p.day);
}

}  // namespace

char* encode_edtf(Date const& date, char* to) noexcept {
    if (is_literal(date)) {
        std::memcpy(to, date.literal.data(), date.literal.size());
        return to + date.literal.size();
    }
    Pen pen(to, to + max_date_size);
    if (date.range == DateRange::open_begin) pen << "..";
    else if (has_begin(date)) edtf_point(pen, date.begin);
    if (date.range != DateRange::none) pen << '/';
    if (date.range == DateRange::open_end) pen << "..";
    else if (has_end(date)) edtf_point(pen, date.end);
    return pen.at();
}

std::string edtf_of(Date const& date) {
    std::string text(max_date_size + date.literal.size(), '\0');
    text.resize(static_cast<std::size_t>(encode_edtf(date, text.data()) - text.data()));
    return text;
}

namespace {
/// A date that is no literal.
ShortText edtf_note(Date const& date) noexcept {
    ShortText text;
    text.size = static_cast<std::uint8_t>(encode_edtf(date, text.bytes) - text.bytes);
    return text;
}
}  // namespace

namespace {

/// The months of a range, which stand behind the date of RIS: "May-Jun", "May 3-5", "Dec-Feb", "Spring-Summer". False:
/// they would not be read as this range.
bool put_ris_range(Pen& pen, Date const& date) noexcept {
    DatePoint const &a = date.begin, &b = date.end;
    bool const alike = (a.month != 0) == (b.month != 0) && (a.season != 0) == (b.season != 0) && (a.day != 0) == (b.day != 0);
    bool const turns = a.month != 0 && b.month < a.month;  // over the end of the year
    if (date.range != DateRange::closed || !alike || (a.month == 0 && a.season == 0) || b.year != a.year + (turns ? 1 : 0)) return false;
    auto const put = [&pen](DatePoint const& p, bool says_month) {
        if (says_month) pen << (p.season != 0 ? season_name(p.season) : month_name(p.month).substr(0, 3));
        if (says_month && p.day != 0) pen << ' ';
        if (p.day != 0) pen.number(p.day, 1);
    };
    put(a, true);
    pen << '-';
    put(b, a.month != b.month || a.season != b.season || a.day == 0);
    return true;
}

}  // namespace

ShortText encode_ris_whole(Date const& date, DateLoss& loss) noexcept {
    Note note;
    DatePoint const& p = has_begin(date) ? date.begin : date.end;
    loss = loss | lost_time(p) | lost_digits(p);
    if (p.uncertain || p.approximate || p.unspecified != 0 || p.year == 0) loss = loss | DateLoss::precision;  // 0: not known
    (*note).number(p.year, 4) << '/';
    if (p.month != 0) (*note).number(p.month, 2);
    *note << '/';
    if (p.day != 0) (*note).number(p.day, 2);
    *note << '/';
    if (put_ris_range(*note, date)) {
        loss = loss | lost_time(date.end) | lost_digits(date.end);
        if (date.end.uncertain || date.end.approximate || date.end.unspecified != 0) loss = loss | DateLoss::precision;
        return note.done();
    }
    if (date.range != DateRange::none) loss = loss | DateLoss::range_end;
    *note << season_name(p.season);
    return note.done();
}

RisDate encode_ris_date(Date const& date) noexcept {
    RisDate ris;
    ris.literal = date.literal;
    if (is_literal(date)) return ris;
    DatePoint const& p = has_begin(date) ? date.begin : date.end;
    bool const more = p.month != 0 || p.season != 0;
    bool const years = date.range == DateRange::closed && !more && date.end.month == 0 && date.end.season == 0;
    if (is_long(date.begin) || is_long(date.end) || (years && (date.begin.year < 0 || date.end.year < 0))) {
        ris.py = edtf_note({year_alone(p), year_alone(date.end), years ? date.range : DateRange::none, {}});
        if (more) ris.da = edtf_note({p, {}, DateRange::none, {}});
        ris.loss = lost_digits(p) | lost_digits(date.end);
        if (date.range != DateRange::none && !years) ris.loss = ris.loss | DateLoss::range_end;
        return ris;
    }
    ShortText const whole = encode_ris_whole(date, ris.loss);
    if (more) ris.da = whole;
    Note py;
    (*py).number(p.year, 4);
    if (years) {
        (*py << '-').number(date.end.year, 4);
        ris.loss = DateLoss::none;
        encode_ris_whole({date.begin, {}, DateRange::none, {}}, ris.loss);
        encode_ris_whole({date.end, {}, DateRange::none, {}}, ris.loss);
    }
    ris.py = py.done();
    return ris;
}

BibtexDate encode_bibtex_date(Date const& date) noexcept {
    BibtexDate bib;
    bib.literal = date.literal;
    if (is_literal(date)) return bib;
    DatePoint const& a = date.begin;
    DatePoint const& b = date.end;
    Note year, month;
    bool const closed = date.range == DateRange::closed;
    bool const both = closed && (a.month != 0) == (b.month != 0) && (a.season != 0) == (b.season != 0);
    bool const one_year = both && same_year(a, b) && (a.month != 0 || a.season != 0);
    if (is_long(a) || is_long(b) || a.year == -9999 || b.year == -9999) {  // "10000 BC" has too many digits to be read
        ShortText const years = edtf_note({year_alone(a), year_alone(b), one_year ? DateRange::none : date.range, {}});
        *year << years.view();
        bib.loss = lost_time(a) | lost_time(b) | lost_digits(a) | lost_digits(b);
    } else {
        if (date.range == DateRange::open_begin) *year << "--";
        if (date.range == DateRange::unknown_begin) *year << "?--";
        if (has_begin(date)) bib.loss = bib.loss | text_year(*year, a);
        if (closed && !one_year) *year << "--";
        if (has_end(date)) bib.loss = bib.loss | (one_year ? lost_time(b) | lost_digits(b) : text_year(*year, b));
        if (date.range == DateRange::open_end) *year << "--";
        if (date.range == DateRange::unknown_end) *year << "--?";
    }
    bib.year = year.done();

    DatePoint const& first = has_begin(date) ? a : b;
    if (closed && !both && (b.month != 0 || b.season != 0)) bib.loss = bib.loss | DateLoss::range_end;
    if (first.season != 0) {
        *month << season_name(first.season);
        if (both && !(one_year && a.season == b.season)) *month << "--" << season_name(b.season);
    } else if (first.month != 0) {
        Expression expression(*month);
        bib.month_is_expression = true;
        month_day(expression, first, true);
        if (both && !(one_year && a.month == b.month && a.day == b.day)) {
            expression.text("--");
            month_day(expression, b, !(one_year && a.month == b.month));
        }
        expression.finish();
    }
    bib.month = month.done();
    return bib;
}

}  // namespace ibid::text
