// Numbers and persons as the engine sees them: what is numeric or plural, page ranges, initials, particles.
#include "cite/numbers.hpp"
#include "cite/person.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ibid;
using namespace ibid::cite;

constexpr NumberWords words{"–", "and", "&"};

std::string initials(char const* given, InitialOptions const& options) { return initials_of(Text(given), options).text; }

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_numbers)

BOOST_AUTO_TEST_CASE(a_value_is_numeric_if_each_part_has_a_digit_and_no_blank) {
    for (char const* value : {"5", "5th", "D2", "2, 3", "2-4", "2 & 4", "01790"}) BOOST_TEST(is_numeric(value), value);
    for (char const* value : {"", "annotated edition", "5 ed.", "second"}) BOOST_TEST(!is_numeric(value), value);
}

BOOST_AUTO_TEST_CASE(ranges_and_lists_are_plural_and_a_hyphen_alone_is_not) {
    for (char const* value : {"1-3", "1, 2", "1 & 2", "i-ix", "S213-S235"}) BOOST_TEST(is_plural(value, "and", false), value);
    for (char const* value : {"1", "3\\-B", "Michaelson-Morely"}) BOOST_TEST(!is_plural(value, "and", false), value);
    BOOST_TEST(is_plural("2", "and", true));
    BOOST_TEST(!is_plural("1", "and", true));
}

BOOST_AUTO_TEST_CASE(page_ranges_are_shortened_as_the_style_says) {
    auto const pages = [](char const* value, PageRangeFormat format) { return format_ranges(value, format, words); };
    BOOST_TEST(pages("321-325", PageRangeFormat::chicago15) == "321–25");
    BOOST_TEST(pages("1496-1504", PageRangeFormat::chicago15) == "1496–1504");
    BOOST_TEST(pages("1496-1504", PageRangeFormat::chicago16) == "1496–504");
    BOOST_TEST(pages("321-25", PageRangeFormat::expanded) == "321–325");
    BOOST_TEST(pages("321-325", PageRangeFormat::minimal) == "321–5");
    BOOST_TEST(pages("321-325", PageRangeFormat::minimal_two) == "321–25");
    BOOST_TEST(pages("N110 - 5", PageRangeFormat::expanded) == "N110-5");
}

BOOST_AUTO_TEST_CASE(given_names_become_initials) {
    BOOST_TEST(initials("Hsien-Li", {.with = "."}) == "H.-L.");
    BOOST_TEST(initials("Hsien-Li", {.with = ".", .hyphen = false}) == "H.L.");
    BOOST_TEST(initials("Jia-Jie", {.with = "", .first_only = true}) == "J");
    BOOST_TEST(initials("Guo-ping", {.with = ""}) == "G");
    BOOST_TEST(initials("John Bertrand de Cusance", {.with = ". "}) == "J. B. de C.");
    BOOST_TEST(initials("TSerendorjiin", {.with = "."}) == "Ts.");
    BOOST_TEST(initials("John M.E.", {.with = ".", .initialize = false}) == "John M.E.");
}

BOOST_AUTO_TEST_CASE(particles_within_names_are_found) {
    Name name;
    name.family = "van der Berg", name.given = "Jan";
    Person const dutch = person_of(name);
    BOOST_TEST(dutch.non_dropping.plain == "van der");
    BOOST_TEST(dutch.family.plain == "Berg");
    name.family = "La Fontaine", name.given = "Jean de";
    Person const french = person_of(name);
    BOOST_TEST(french.non_dropping.plain == "");
    BOOST_TEST(french.dropping.plain == "de");
    name.family = "al-Aswānī", name.given = "ʿAlāʾ";
    BOOST_TEST(person_of(name).non_dropping.plain == "al-");
}

BOOST_AUTO_TEST_CASE(roman_numerals_are_small_letters) { BOOST_TEST(roman(1994) == "mcmxciv"); }

BOOST_AUTO_TEST_SUITE_END()
