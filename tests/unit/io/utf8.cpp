// UTF-8: what is well-formed (held against table 3-7 of the Unicode Standard), and what is counted.
#include "io/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace ibid::io;

std::size_t good(std::string const& bytes) {
    return static_cast<std::size_t>(skip_utf8(bytes.data(), bytes.data() + bytes.size()) - bytes.data());
}

BOOST_AUTO_TEST_SUITE(io)
BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(every_code_point_but_the_surrogates_is_well_formed) {
    for (std::uint32_t c = 0; c <= 0x10FFFF; ++c) {
        char bytes[4];
        char const* const end = put_utf8(c, bytes);
        bool const surrogate = c >= 0xD800 && c <= 0xDFFF;
        if ((skip_utf8(bytes, end) == end) == surrogate) BOOST_ERROR("code point " << c);
    }
}

BOOST_AUTO_TEST_CASE(overlong_and_too_large_and_lone_bytes_are_not) {
    for (char const* const bad : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                  "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xC3(", "\xE2\x82("})
        BOOST_TEST(good(bad) == 0U);
}

BOOST_AUTO_TEST_CASE(the_first_bad_byte_is_found_wherever_it_stands) {
    for (std::size_t size = 1; size < 200; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string bytes(size, 'x');
            bytes[at] = '\xE4';
            BOOST_REQUIRE_EQUAL(good(bytes), at);
        }
}

BOOST_AUTO_TEST_CASE(a_sequence_tells_how_much_of_it_is_there) {
    std::string const euro = "\xE2\x82\xAC";
    auto const look = [](std::string_view s) { return sequence_at(s.data(), s.data() + s.size()); };
    BOOST_TEST(look(euro).complete());
    BOOST_TEST(look(euro.substr(0, 2)).there == 2U);
    BOOST_TEST(look(euro.substr(0, 2)).length == 3U);
    BOOST_TEST(look("\xE2x").there == 1U);
    BOOST_TEST(look("\x82").length == 0U);
}

BOOST_AUTO_TEST_CASE(lines_and_code_points_are_counted_in_texts_of_any_length) {
    std::string text;
    std::size_t lines = 0;
    std::size_t points = 0;
    for (int i = 0; i < 9000; ++i) {
        if (i % 7 == 0) text += '\n', ++lines;
        else if (i % 5 == 0) text += "\xE2\x82\xAC";
        else if (i % 3 == 0) text += "\xF0\x9F\x93\x9A";
        else text += 'a';
        ++points;
        if (i > 300 && i % 500 != 0) continue;
        BOOST_REQUIRE_EQUAL(count_lines(text.data(), text.data() + text.size()), lines);
        BOOST_REQUIRE_EQUAL(count_code_points(text.data(), text.data() + text.size()), points);
    }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
