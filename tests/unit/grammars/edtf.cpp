// EDTF, levels 0 and 1, and the older draft.
#include "grammars/edtf.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid::grammars::edtf;
using ibid::tests::Padded;

namespace {

std::string text(Point const& p) {
    std::string out = std::to_string(p.year);
    if (p.unspecified_digits > 0) out += "u" + std::to_string(p.unspecified_digits);
    if (p.month > 0 || p.month_unspecified) out += p.month_unspecified ? " m?" : " m" + std::to_string(p.month);
    if (p.day > 0 || p.day_unspecified) out += p.day_unspecified ? " d?" : " d" + std::to_string(p.day);
    if (p.has_time) out += " " + std::to_string(p.hour) + ":" + std::to_string(p.minute) + ":" + std::to_string(p.second);
    if (p.has_zone) out += " z" + std::to_string(p.zone_minutes);
    return out + (p.uncertain ? " uncertain" : "") + (p.approximate ? " approximate" : "");
}

std::string read(std::string_view value) {
    Padded const padded(value);
    Date date;
    if (!parse(padded.view(), date)) return "no";
    auto const end = [](End kind, Point const& point) {
        return kind == End::date ? text(point) : std::string(kind == End::open ? "open" : "unknown");
    };
    std::string const begin = end(date.begin_is, date.begin);
    return date.end_is == End::absent ? begin : begin + " / " + end(date.end_is, date.end);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(edtf_grammar)

BOOST_AUTO_TEST_CASE(reads_calendar_dates) {
    BOOST_TEST(read("1985") == "1985");
    BOOST_TEST(read("1985-04") == "1985 m4");
    BOOST_TEST(read("1985-04-12") == "1985 m4 d12");
    BOOST_TEST(read("0000") == "0");
    BOOST_TEST(read("-0043-03-15") == "-43 m3 d15");
    BOOST_TEST(read("Y17000002") == "17000002");
    BOOST_TEST(read("Y-17000002") == "-17000002");
}

BOOST_AUTO_TEST_CASE(holds_days_against_the_calendar) {
    BOOST_TEST(read("2004-02-29") == "2004 m2 d29");
    BOOST_TEST(read("2003-02-29") == "no");
    BOOST_TEST(read("1900-02-29") == "no");
    BOOST_TEST(read("200X-02-29") == "2000u1 m2 d29");
    BOOST_TEST(read("2004-06-31") == "no");
    BOOST_TEST(read("2004-13") == "no");
    BOOST_TEST(read("2004-25") == "no");
    BOOST_TEST(read("2004-21-05") == "no");
    BOOST_TEST(read("Y99999999999") == "no");
}

BOOST_AUTO_TEST_CASE(reads_times_and_zones) {
    BOOST_TEST(read("1985-04-12T23:20:30") == "1985 m4 d12 23:20:30");
    BOOST_TEST(read("1985-04-12T23:20:30Z") == "1985 m4 d12 23:20:30 z0");
    BOOST_TEST(read("1985-04-12T23:20:30-04") == "1985 m4 d12 23:20:30 z-240");
    BOOST_TEST(read("1985-04-12T23:20:30.25+04:30") == "1985 m4 d12 23:20:30 z270");
    BOOST_TEST(read("1985-04-12T24:00:00") == "1985 m4 d12 24:0:0");
    BOOST_TEST(read("1985-04-12T24:00:01") == "no");
    BOOST_TEST(read("1985-04-12T25:00:00") == "no");
}

BOOST_AUTO_TEST_CASE(reads_what_level_1_adds) {
    BOOST_TEST(read("2001-21") == "2001 m21");
    BOOST_TEST(read("1984?") == "1984 uncertain");
    BOOST_TEST(read("2004-06~") == "2004 m6 approximate");
    BOOST_TEST(read("2004-06-11%") == "2004 m6 d11 uncertain approximate");
    BOOST_TEST(read("201X") == "2010u1");
    BOOST_TEST(read("20XX") == "2000u2");
    BOOST_TEST(read("2004-XX") == "2004 m?");
    BOOST_TEST(read("1985-04-XX") == "1985 m4 d?");
    BOOST_TEST(read("1985-XX-XX") == "1985 m? d?");
    BOOST_TEST(read("1X85") == "no");
    BOOST_TEST(read("2004-1X") == "no");
}

BOOST_AUTO_TEST_CASE(reads_intervals) {
    BOOST_TEST(read("1964/2008-08") == "1964 / 2008 m8");
    BOOST_TEST(read("1984?/2004-06~") == "1984 uncertain / 2004 m6 approximate");
    BOOST_TEST(read("1985-04-12/..") == "1985 m4 d12 / open");
    BOOST_TEST(read("1985/") == "1985 / unknown");
    BOOST_TEST(read("../1985") == "open / 1985");
    BOOST_TEST(read("/1985") == "unknown / 1985");
    BOOST_TEST(read("/") == "no");
    BOOST_TEST(read("..") == "no");
    BOOST_TEST(read("../..") == "no");
    BOOST_TEST(read("1900/1901/1902") == "no");
}

BOOST_AUTO_TEST_CASE(reads_the_older_draft) {
    BOOST_TEST(read("199u") == "1990u1");
    BOOST_TEST(read("1999-uu") == "1999 m?");
    BOOST_TEST(read("1984?~/unknown") == "1984 uncertain approximate / unknown");
    BOOST_TEST(read("2004-06-01/open") == "2004 m6 d1 / open");
    BOOST_TEST(read("y170000002") == "170000002");
}

BOOST_AUTO_TEST_CASE(is_not_taken_in_by_what_stands_behind) {
    for (std::string_view const value : {"", "1", "198", "1985-", "1985-0", "1985-04-", "1985-04-1", "1985-04-12T", "19855", "Y", "-", "-198"})
        BOOST_TEST(read(value) == "no");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
