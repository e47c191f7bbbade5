// The rules of EDTF, in its own words; section numbers are those of the specification's level 0 and level 1.
#include "grammars/edtf.hpp"

#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/auxiliary/eps.hpp>
#include <boost/spirit/home/x3/operator.hpp>

#include <limits>

namespace ibid::grammars::edtf {
namespace {

namespace x3 = boost::spirit::x3;
using namespace support;

/// Digits that stand for a number; the last ones may be unspecified ("X", in the draft "u").
struct Number {
    std::int64_t value = 0;
    std::uint8_t unspecified = 0;
};

/// `number<2>`: that many digits; `number<4, 4>`: the last four of them may be unspecified.
template <int Digits, int Unspecified = 0>
struct NumberOf : x3::parser<NumberOf<Digits, Unspecified>> {
    using attribute_type = Number;
    static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const&, RuleContext&, Attribute& attribute) const {
        if (last - first < Digits) return false;
        Number number;
        for (int i = 0; i < Digits; ++i) {
            char const c = first[i];
            bool const is_digit = in<digit>(c) && number.unspecified == 0;
            if (!is_digit && ((c != 'X' && c != 'x' && c != 'u') || i < Digits - Unspecified)) return false;
            number.value = number.value * 10 + (is_digit ? c - '0' : 0);
            number.unspecified = static_cast<std::uint8_t>(number.unspecified + !is_digit);
        }
        if constexpr (std::is_same_v<Attribute, Number>) attribute = number;
        first += Digits;
        return true;
    }
};
template <int Digits, int Unspecified = 0>
constexpr NumberOf<Digits, Unspecified> number{};

/// What a date is made into; one for each end, and one to choose the end.
class Sink {
public:
    explicit Sink(Date& date) noexcept : date_{date} {}

    void negative(std::string_view) noexcept { negative_ = true; }
    void year(Number const& n) noexcept {
        point_->year = static_cast<std::int32_t>(negative_ ? -n.value : n.value);
        point_->unspecified_digits = n.unspecified;
    }
    void long_year(std::string_view digits) noexcept {
        Number n;
        for (char const c : digits) n.value = n.value > limit ? n.value : n.value * 10 + (c - '0');
        if (n.value > limit) good_ = false;
        else year(n);
    }
    void month(Number const& n) noexcept {
        point_->month = static_cast<std::uint8_t>(n.value);
        point_->month_unspecified = n.unspecified == 2;
        if (n.unspecified == 1) good_ = false;
    }
    void day(Number const& n) noexcept {
        point_->day = static_cast<std::uint8_t>(n.value);
        point_->day_unspecified = n.unspecified == 2;
        if (n.unspecified == 1) good_ = false;
    }
    void qualify(std::string_view marks) noexcept {
        for (char const c : marks) {
            point_->uncertain = point_->uncertain || c != '~';
            point_->approximate = point_->approximate || c != '?';
        }
    }
    void hour(Number const& n) noexcept {
        point_->has_time = true;
        point_->hour = static_cast<std::uint8_t>(n.value);
    }
    void minute(Number const& n) noexcept { point_->minute = static_cast<std::uint8_t>(n.value); }
    void second(Number const& n) noexcept { point_->second = static_cast<std::uint8_t>(n.value); }
    void utc(std::string_view) noexcept { point_->has_zone = true; }
    void zone_sign(std::string_view sign) noexcept {
        point_->has_zone = true;
        west_ = sign == "-";
    }
    void zone_hour(Number const& n) noexcept { add_zone(n.value * 60); }
    void zone_minute(Number const& n) noexcept { add_zone(n.value); }

    void begin() noexcept { start(date_.begin, date_.begin_is = End::date); }
    void end() noexcept { start(date_.end, date_.end_is = End::date); }
    void open(std::string_view) noexcept { end_kind() = End::open; }
    void unknown(std::string_view) noexcept { end_kind() = End::unknown; }

    [[nodiscard]] bool good() const noexcept { return good_; }

private:
    static constexpr std::int64_t limit = std::numeric_limits<std::int32_t>::max();

    void start(Point& point, End) noexcept {
        point = Point{};
        point_ = &point;
        negative_ = west_ = false;
    }
    End& end_kind() noexcept { return point_ == &date_.begin ? date_.begin_is : date_.end_is; }
    void add_zone(std::int64_t minutes) noexcept {
        point_->zone_minutes = static_cast<std::int16_t>(point_->zone_minutes + (west_ ? -minutes : minutes));
    }

    Date& date_;
    Point* point_ = nullptr;
    bool negative_ = false, west_ = false, good_ = true;
};

template <void (Sink::*Member)()>
struct Tell : x3::parser<Tell<Member>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;
    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*&, char const* const&, Context const& context, RuleContext&, Attribute&) const {
        (sink_of(context).*Member)();
        return true;
    }
};

namespace rule {
// clang-format off
auto const minus = one<bytes("-")>;

// Level 0 date, level 1 "letter-prefixed calendar year", "negative calendar year", "unspecified digit(s)"
auto const year  = one<bytes("Yy")> >> -minus[put<&Sink::negative>] >> run<digit, 4>[put<&Sink::long_year>]
                 | -minus[put<&Sink::negative>] >> number<4, 4>[put<&Sink::year>];
auto const month = number<2, 2>[put<&Sink::month>];  // or a season
auto const day   = number<2, 2>[put<&Sink::day>];

// Level 0 date and time
auto const fraction = one<bytes(".,")> >> run<digit>;
auto const zone = one<bytes("Zz")>[put<&Sink::utc>]
                | one<bytes("+-")>[put<&Sink::zone_sign>] >> number<2>[put<&Sink::zone_hour>]
                                                          >> -( -punct<':'> >> number<2>[put<&Sink::zone_minute>] );
auto const time = number<2>[put<&Sink::hour>] >> punct<':'> >> number<2>[put<&Sink::minute>]
               >> -( punct<':'> >> number<2>[put<&Sink::second>] >> -fraction ) >> -zone;

// Level 1 "qualification of a date (complete)"
auto const qualification = run<bytes("?~%")>[put<&Sink::qualify>];

auto const date = year >> -( minus >> month >> -( minus >> day >> -( one<bytes("Tt ")> >> time ) ) ) >> -qualification;

// Level 0 and level 1 "extended interval"
auto const open     = view[ keyword<".."> | keyword_in_any_case<"open"> ][put<&Sink::open>];
auto const unknown  = view[ keyword_in_any_case<"unknown"> | x3::eps ][put<&Sink::unknown>];
auto const edtf     = Tell<&Sink::begin>{} >> ( date | open | unknown )
                   >> -( punct<'/'> >> Tell<&Sink::end>{} >> ( date | open | unknown ) )
                   >> end_of_text;
// clang-format on
}  // namespace rule

constexpr bool is_leap(std::int32_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in(std::int32_t year, int month) noexcept {
    constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && !is_leap(year) ? 28 : days[month - 1];
}

/// Holds the numbers against the calendar and the clock; an unspecified year may be a leap year.
bool is_valid(Point const& p) noexcept {
    bool const season = p.month >= 21 && p.month <= 24;
    bool const has_month = p.month >= 1 && p.month <= 12;
    if (p.month_unspecified ? p.month != 0 : p.month != 0 && !season && !has_month) return false;
    if (p.day > 0 && (!has_month || p.day > days_in(p.unspecified_digits > 0 ? 0 : p.year, p.month))) return false;
    if (!p.has_time) return true;
    bool const day_end = p.hour == 24 && p.minute == 0 && p.second == 0;
    return p.day > 0 && (p.hour < 24 || day_end) && p.minute < 60 && p.second <= 60 && p.zone_minutes > -24 * 60
           && p.zone_minutes < 24 * 60;
}

}  // namespace

bool parse(std::string_view text, Date& date) {
    date = Date{};
    Sink sink{date};
    char const* first = text.data();
    if (!parse_into(rule::edtf, first, first + text.size(), sink) || !sink.good()) return false;
    bool const has_begin = date.begin_is == End::date;
    bool const has_end = date.end_is == End::date;
    if (!has_begin && !has_end) return false;
    return (!has_begin || is_valid(date.begin)) && (!has_end || is_valid(date.end));
}

}  // namespace ibid::grammars::edtf
