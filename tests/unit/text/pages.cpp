// Pages: dashes, and the way through SP and EP.
#include "text/pages.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid;
using namespace ibid::text;

namespace {

std::string decoded(std::string_view pages) {
    Arena arena;
    return std::string(decode_pages(arena.copy(pages), arena));
}

std::string merged(std::string_view start, std::string_view end) {
    Arena arena;
    return std::string(merge_pages(arena.copy(start), arena.copy(end), arena));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_pages)

BOOST_AUTO_TEST_CASE(makes_one_dash_of_any) {
    for (std::string_view const pages : {"12-19", "12--19", "12---19", "12 -- 19", "12\u201319", "12 \u2014 19", "12\u221219", " 12\u00A0\u2013\u00A019 "})
        BOOST_TEST(decoded(pages) == "12-19");
}

BOOST_AUTO_TEST_CASE(changes_nothing_else) {
    for (std::string_view const pages : {"e0123, 12-19, 30-31", "7,41,73-97", "36-9", "27+", "123ff", "S1-S10", "iv", "Article 5", ""})
        BOOST_TEST(decoded(pages) == pages);
}

BOOST_AUTO_TEST_CASE(writes_two_dashes_for_bibtex) {
    Arena arena;
    BOOST_TEST(encode_bibtex_pages("e0123, 12-19", arena) == "e0123, 12--19");
    BOOST_TEST(encode_bibtex_pages("", arena) == "");
}

BOOST_AUTO_TEST_CASE(splits_a_single_range_alone) {
    BOOST_TEST(split_pages("12-19").start == "12");
    BOOST_TEST(split_pages("12-19").end == "19");
    for (std::string_view const whole : {"12", "12-19, 30", "12-12", "S1-1-S1-9", "-5", "5-", "1, 3-4"}) {
        BOOST_TEST(split_pages(whole).start == whole);
        BOOST_TEST(split_pages(whole).end == "");
    }
}

BOOST_AUTO_TEST_CASE(merges_start_and_end) {
    BOOST_TEST(merged("12", "19") == "12-19");
    BOOST_TEST(merged("12", "12") == "12");
    BOOST_TEST(merged("12--19", "19") == "12-19");
    BOOST_TEST(merged("12", "12-19") == "12-19");
    BOOST_TEST(merged("12", "") == "12");
    BOOST_TEST(merged("", "19") == "19");
}

BOOST_AUTO_TEST_CASE(split_and_merged_is_the_same_again) {
    for (std::string_view const pages : {"12-19", "12", "12-12", "e0123, 12-19", "iv-xii", "36-9"}) {
        PageSpan const span = split_pages(pages);
        BOOST_TEST(merged(span.start, span.end) == pages);
    }
}

BOOST_AUTO_TEST_SUITE_END()
