// Numbers: editions in words and digits.
#include "text/numbers.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid;
using namespace ibid::text;

BOOST_AUTO_TEST_SUITE(text_numbers)

BOOST_AUTO_TEST_CASE(reads_an_edition_as_a_number) {
    for (std::string_view const text : {"2", "Second", "second", "SECOND", "2nd", "2.", "2e", " 2 "})
        BOOST_TEST(decode_edition(text) == "2");
    BOOST_TEST(decode_edition("Tenth") == "10");
    BOOST_TEST(decode_edition("21st") == "21");
}

BOOST_AUTO_TEST_CASE(keeps_an_edition_that_says_more) {
    for (std::string_view const text : {"Revised", "2nd revised ed.", "2nd ed.", "second edition", "3. Aufl.", "Nouvelle", "2b", "1/2", ""}) BOOST_TEST(decode_edition(text) == text);
}

BOOST_AUTO_TEST_CASE(writes_words_for_bibtex_up_to_ten) {
    Arena arena;
    auto const written = [&](std::string_view edition) { return std::string(encode_bibtex_edition(edition, arena)); };
    BOOST_TEST(written("1") == "First");
    BOOST_TEST(written("10") == "Tenth");
    BOOST_TEST(written("11") == "11th");
    BOOST_TEST(written("22") == "22nd");
    BOOST_TEST(written("113") == "113th");
    BOOST_TEST(written("Revised") == "Revised");
    BOOST_TEST(written("0") == "0");
    BOOST_TEST(written("") == "");
    for (int i = 1; i < 130; ++i) BOOST_TEST(decode_edition(written(std::to_string(i))) == std::to_string(i));
}

BOOST_AUTO_TEST_CASE(reads_digits) {
    BOOST_TEST(to_number("0042") == 42);
    BOOST_TEST(to_number("9999999999") == -1);
    BOOST_TEST(to_number("4a") == -1);
    BOOST_TEST(to_number("") == -1);
    BOOST_TEST(is_digits("007"));
    BOOST_TEST(!is_digits("-7"));
}

BOOST_AUTO_TEST_SUITE_END()
