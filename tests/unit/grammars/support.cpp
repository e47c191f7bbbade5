// The scanners and X3 words of grammars/support: they stop where they say, at every offset in a lane, and never
// beyond the end, whatever stands behind it.
#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "padded.hpp"

namespace {

using namespace ibid::grammars::support;
using ibid::tests::Padded;

/// A sink of words, to see what stays after a failure.
struct Words {
    std::vector<std::string> all;
    [[nodiscard]] std::size_t mark() const { return all.size(); }
    void rewind(std::size_t size) { all.resize(size); }
    void add(std::string_view word) { all.emplace_back(word); }
};

/// A step said as a function: moves on, and then may fail.
bool two_bytes(char const*& first, char const* last, Words&) {
    first = std::min(first + 2, last);
    return first[-1] != '!';
}

bool one_byte(char const*& first, char const*, Words&, std::string_view& text) {
    text = {first++, 1};
    return true;
}

template <typename Parser>
bool matches(Parser const& parser, std::string_view text, std::string_view consumed) {
    Padded const padded{text};
    Words words;
    char const* first = padded.begin();
    return parse_into(parser, first, padded.end(), words) &&
           first == padded.begin() + static_cast<std::ptrdiff_t>(consumed.size());
}

template <typename Parser>
bool fails(Parser const& parser, std::string_view text) {
    Padded const padded{text};
    Words words;
    char const* first = padded.begin();
    return !parse_into(parser, first, padded.end(), words) && first == padded.begin();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(support)

BOOST_AUTO_TEST_CASE(scans_to_a_byte_at_every_offset) {
    for (std::size_t length = 0; length < 70; ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            std::string text(length, '~');
            if (at < length) text[at] = '"';
            Padded const padded{text};
            auto const offset = static_cast<std::size_t>(scan_to<'"', '{'>(padded.begin(), padded.end()) - padded.begin());
            BOOST_TEST(offset == at);
        }
    }
}

BOOST_AUTO_TEST_CASE(skips_blanks_up_to_the_first_printable_byte) {
    for (std::size_t length = 0; length < 70; ++length) {
        Padded const blanks{std::string(length, '\t')};
        BOOST_TEST((skip_blank(blanks.begin(), blanks.end()) == blanks.end()));
        Padded const text{std::string(length, ' ') + "\xC3\xA9 x"};
        BOOST_TEST((skip_blank(text.begin(), text.end()) == text.begin() + length));
        BOOST_TEST((skip_while<' ', '\n'>(text.begin(), text.end()) == text.begin() + length));
    }
}

BOOST_AUTO_TEST_CASE(every_comparison_of_a_lane_agrees_with_plain_ones) {
    for (int value = 0; value < 256; ++value) {
        char const byte = static_cast<char>(value);
        Padded const text{std::string(1, byte)};
        bool const is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        Hits const letters = Lane{text.begin()}.letters().hits();
        BOOST_TEST((letters.any() && letters.first() == 0) == is_letter);
        Hits const low = Lane{text.begin()}.at_most(' ').hits();
        BOOST_TEST((low.any() && low.first() == 0) == (value <= ' '));
        Hits const same = Lane{text.begin()}.equals(byte).hits();
        BOOST_TEST((same.any() && same.first() == 0));
        auto const letter = Lane{text.begin()}.letters(), capital = Lane{text.begin()}.between('A', 'Z');
        bool const is_capital = byte >= 'A' && byte <= 'Z';
        auto const holds = [](Hits hits) { return hits.any() && hits.first() == 0; };
        BOOST_TEST(holds(capital.hits()) == is_capital);
        BOOST_TEST(holds((letter & capital).hits()) == is_capital);
        BOOST_TEST(holds((letter - capital).hits()) == (is_letter && !is_capital));
        BOOST_TEST(holds(letter.others().hits()) == !is_letter);
        BOOST_TEST(holds(Lane{text.begin()}.beyond_ascii().others().hits()) == (value < 0x80));
    }
}

BOOST_AUTO_TEST_CASE(words_end_at_the_first_byte_outside_of_their_class) {
    static constexpr ByteClass id = letter | digit | bytes("-_");
    for (std::size_t length = 1; length < 40; ++length) {
        std::string text(length, 'Q');
        text[length / 2] = '-';
        BOOST_TEST(matches(word<id>, text + "=x", text));
        BOOST_TEST(matches(run<id>, text, text));
    }
    BOOST_TEST(fails(word<id>, "=x"));
    BOOST_TEST(fails(word<id>, ""));
}

BOOST_AUTO_TEST_CASE(byte_classes_are_sets) {
    static constexpr ByteClass set = (letter | bytes("\xFF-")) - byte_range('b', 'y');
    static_assert(set.has('a') && set.has('z') && set.has('-') && set.has('\xFF') && !set.has('m') && !set.has('0'));
    static_assert((~set).has('m') && !(~set).has('a'));
    BOOST_TEST(in<set>('A'));
    BOOST_TEST(!in<set>('\0'));
}

BOOST_AUTO_TEST_CASE(keywords_match_exactly_or_in_any_case) {
    BOOST_TEST(matches(keyword<"TY  - ">, "TY  - JOUR", "TY  - "));
    BOOST_TEST(fails(keyword<"TY  - ">, "ty  - JOUR"));
    BOOST_TEST(fails(keyword<"TY  - ">, "TY  -"));
    BOOST_TEST(matches(keyword_in_any_case<"comment">, "CoMMent{", "CoMMent"));
    BOOST_TEST(fails(keyword_in_any_case<"comment">, "commen"));
}

BOOST_AUTO_TEST_CASE(a_newline_is_lf_crlf_or_cr) {
    BOOST_TEST(matches(newline, "\nx", "\n"));
    BOOST_TEST(matches(newline, "\r\nx", "\r\n"));
    BOOST_TEST(matches(newline, "\rx", "\r"));
    BOOST_TEST(matches(newline, "\r", "\r"));
    BOOST_TEST(fails(newline, " \n"));
}

BOOST_AUTO_TEST_CASE(a_view_is_a_slice_of_the_source) {
    Padded const text{"key = 12"};
    char const* first = text.begin();
    std::string_view slice;
    auto const context = x3::unused;
    auto const parser = view[run<letter> >> blank >> punct<'='>];
    BOOST_TEST(parser.parse(first, text.end(), context, x3::unused, slice));
    BOOST_TEST(slice == "key =");
    BOOST_TEST((slice.data() == text.begin()));
}

BOOST_AUTO_TEST_CASE(an_attempt_that_fails_leaves_no_trace_in_the_sink) {
    Padded const text{"a b!"};
    auto const item = run<letter>[put<&Words::add>];
    auto const pair = item >> blank >> item;
    Words words;
    char const* first = text.begin();
    BOOST_TEST(parse_into(attempt[pair >> punct<'?'>] | pair, first, text.end(), words));
    BOOST_TEST(words.all == (std::vector<std::string>{"a", "b"}), boost::test_tools::per_element());
    BOOST_TEST(*first == '!');
}

BOOST_AUTO_TEST_CASE(a_function_is_a_parser_that_leaves_no_trace_when_it_fails) {
    BOOST_TEST(matches(does<two_bytes>, "abc", "ab"));
    BOOST_TEST(fails(does<two_bytes>, "a!"));
    Padded const text{"abc"};
    Words words;
    char const* first = text.begin();
    BOOST_TEST(parse_into(does<two_bytes> >> takes<one_byte>[put<&Words::add>], first, text.end(), words));
    BOOST_TEST(words.all == std::vector<std::string>{"c"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(where_a_rule_is_compiled_to_makes_no_difference) {
    auto const rule = run<letter> >> punct<'='>;
    BOOST_TEST(matches(rare[rule], "ab=c", "ab="));
    BOOST_TEST(matches(tight[rule], "ab=c", "ab="));
    BOOST_TEST(fails(rare[rule], "ab"));
    BOOST_TEST(fails(tight[rule], "ab"));
}

BOOST_AUTO_TEST_CASE(the_furthest_failure_is_noted) {
    Padded const text{"abc=;"};
    Words words;
    Furthest furthest;
    char const* first = text.begin();
    auto const rule = run<letter> >> punct<'='> >> expected("a number")[run<digit>];
    BOOST_TEST(!parse_into(rule | punct<'['>, first, text.end(), words, furthest));
    BOOST_TEST((furthest.where == text.begin() + 4));
    BOOST_TEST(std::string_view{furthest.expected} == "a number");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
