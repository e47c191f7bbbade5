// Plain values: the short way says what the long way says.
#include "formats/ris/plain.hpp"

#include "ibid/arena.hpp"
#include "text/dates.hpp"
#include "text/identifiers.hpp"
#include "text/names.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {
using namespace ibid;
using namespace ibid::formats::ris;
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_ris_plain)

BOOST_AUTO_TEST_CASE(a_plain_person_is_what_names_make_of_it) {
    Arena arena;
    int plain = 0;
    for (std::string_view const family : {"Doe", "Van Der Berg", "van Gogh", "O'Neill", "D'Arcy Wentworth", "\u00c9tienne", "Doe & Co", "de", "McDonald", "Le-Blanc", "A"})
        for (std::string_view const given : {"Jane", "J. J.", "J.-P.", "Jan van", "Jr.", "III", "Mar\u00eda Jos\u00e9", "  Jane", "Jane  Ann", "", "X", "{A}", "John\tAnn"}) {
            std::string_view const person = arena.copy(std::string(family) + ", " + std::string(given));
            std::size_t const comma = plain_person(person);
            if (comma == 0) continue;
            ++plain;
            Name name;
            name.family = Text(person.substr(0, comma));
            name.given = Text(person.substr(comma + 2));
            BOOST_TEST((name == text::decode_ris_name(person, arena)), person);
            text::NameLoss loss{};
            BOOST_TEST(text::encode_ris_name(name, loss) == person);
        }
    BOOST_TEST(plain > 20);
    for (std::string_view const person : {"Doe", "Doe,", "Doe, John, Jr."}) BOOST_TEST(plain_person(arena.copy(person)) == 0U, person);
}

BOOST_AUTO_TEST_CASE(a_plain_date_is_what_dates_make_of_it) {
    Arena arena;
    int plain = 0;
    for (std::string const year : {"1980", "2024", "0980", "0000", "198", "19801"})
        for (std::string const month : {"", "/", "/00", "/01", "/12", "/13", "/1", "/1x"})
            for (std::string const day : {"", "/", "/00", "/01", "/28", "/29", "/31", "/3", "//", "///", "//Spring"}) {
                std::string const value = year + month + day;
                Date shortly, at_length;
                if (!read_plain_date(value, shortly)) continue;
                ++plain;
                BOOST_TEST(text::decode_ris_date(arena.copy(value), arena, at_length), value);
                BOOST_TEST((shortly == at_length), value);
            }
    BOOST_TEST(plain > 50);
}

BOOST_AUTO_TEST_CASE(a_plain_issn_is_one_by_its_form) {
    for (std::string_view const number : {"0896-3207", "1234-567X", "0000-000x"}) {
        BOOST_TEST(text::is_plain_issn(number));
        BOOST_TEST((text::standard_number(number).kind == text::NumberKind::issn), number);
    }
    for (std::string_view const number : {"08963207", "0896-32O7", "0896-3207 ", "978-3-16-1"}) BOOST_TEST(!text::is_plain_issn(number), number);
}

BOOST_AUTO_TEST_SUITE_END()
