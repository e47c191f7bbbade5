// Folding and the natural order.
#include "text/folding.hpp"

#include <boost/test/unit_test.hpp>

using namespace ibid::text;

BOOST_AUTO_TEST_SUITE(text_folding)

BOOST_AUTO_TEST_CASE(letter_case_and_accents_go) {
    BOOST_TEST(folded("The TeXbook") == "the texbook");
    BOOST_TEST(folded("\u00C9mile Ga\u00EFl") == "emile gail");
    BOOST_TEST(folded("e\u0301") == "e");
    BOOST_TEST(folded("\u0141ukasz \u00D8rsted Stra\u00DFe \u00C6gir") == "lukasz orsted strasse aegir");
    BOOST_TEST(folded("\u041A\u041E\u041B\u041C\u041E\u0413\u041E\u0420\u041E\u0412") == "\u043A\u043E\u043B\u043C\u043E\u0433\u043E\u0440\u043E\u0432");
    BOOST_TEST(folded("\u6570\u5B66") == "\u6570\u5B66");
    BOOST_TEST(folded("\u304C") != folded("\u304B"));              // ga, ka
    BOOST_TEST(folded("\u0915\u0941") != folded("\u0915\u0942"));  // ku, kuu
    BOOST_TEST(folded("\u0639\u064E") == "\u0639");
    BOOST_TEST(folded("\uFB01nd H\u2082O") == "find h2o");
}

BOOST_AUTO_TEST_CASE(dashes_apostrophes_and_blanks_are_alike) {
    BOOST_TEST(folded("COVID\u201119 a\u2013b") == "covid-19 a-b");
    BOOST_TEST(folded("O\u2019Neil") == "o'neil");
    BOOST_TEST(folded("  a \n\t b\u00A0c ") == "a b c");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf_8_stay) {
    BOOST_TEST(folded("A\xFF" "B") == "a\xFF" "b");
    BOOST_TEST(folded("").empty());
}

BOOST_AUTO_TEST_CASE(numbers_count_by_their_value) {
    BOOST_TEST(compare_naturally("2", "10") < 0);
    BOOST_TEST(compare_naturally("10", "9") > 0);
    BOOST_TEST(compare_naturally("no. 9", "no. 10") < 0);
    BOOST_TEST(compare_naturally("007", "7") == 0);
    BOOST_TEST(compare_naturally("99999999999999999999999", "100000000000000000000000") < 0);
    BOOST_TEST(compare_naturally("a", "b") < 0);
    BOOST_TEST(compare_naturally("a", "ab") < 0);
    BOOST_TEST(compare_naturally("", "") == 0);
    BOOST_TEST(compare_naturally("a", "\u00E9") < 0);
    BOOST_TEST(compare_naturally("1a", "a") < 0);
}

BOOST_AUTO_TEST_SUITE_END()
