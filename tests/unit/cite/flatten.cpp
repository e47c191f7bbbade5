// Flattening: what meets at joins, where quotes and formatting go, and that letter case keeps spans in step.
#include "cite/output.hpp"
#include "cite/punctuation.hpp"
#include "cite/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace {
using namespace ibid::cite;

Output leaf(std::string text, std::string prefix = {}, std::string suffix = {}) {
    Output output;
    output.text = std::move(text);
    output.prefix = std::move(prefix);
    output.suffix = std::move(suffix);
    return output;
}
Output quoted(Output output) {
    output.quotes = true;
    return output;
}
Output italic(Output output) {
    output.format.style = FontStyle::italic;
    return output;
}
Output group(std::initializer_list<Output> children, std::string delimiter = {}, std::string prefix = {},
             std::string suffix = {}) {
    Output output;
    output.children = children;
    output.delimiter = std::move(delimiter);
    output.prefix = std::move(prefix);
    output.suffix = std::move(suffix);
    return output;
}
Output cased(TextCase text_case, Output output) {
    output.text_case = text_case;
    return output;
}

std::string html(Output const& output, Punctuation const& punctuation = {}) {
    return write(html_writer, flatten(output, punctuation));
}
Punctuation american() {
    Punctuation punctuation;
    punctuation.in_quote = true;
    return punctuation;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_flatten)

BOOST_AUTO_TEST_CASE(delimiters_stand_between_what_is_not_empty) {
    BOOST_TEST(html(group({leaf("a"), leaf("", "x"), group({}), leaf("b")}, ", ", "(", ")")) == "(a, b)");
    BOOST_TEST(html(group({leaf(""), leaf("")}, ", ", "(", ")")).empty());
}

BOOST_AUTO_TEST_CASE(affixes_are_outside_of_formatting_and_quotes) {
    BOOST_TEST(html(quoted(italic(leaf("a", "[", "]")))) == "[“<i>a</i>”]");
}

BOOST_AUTO_TEST_CASE(a_full_stop_gives_way) {
    BOOST_TEST(html(group({italic(leaf("Doe, J.")), leaf("x")}, ". ")) == "<i>Doe, J.</i> x");
    BOOST_TEST(html(group({leaf("Why?"), leaf("x")}, ". ")) == "Why? x");
    BOOST_TEST(html(group({leaf("Mich."), leaf("Random")}, ": ")) == "Mich.: Random");
    BOOST_TEST(html(group({italic(leaf("a:")), leaf("b", "! ")})) == "<i>a</i>! b");
    BOOST_TEST(html(leaf("Wait...", "", ".")) == "Wait...");
}

BOOST_AUTO_TEST_CASE(meetings_know_left_from_right) {
    BOOST_TEST((meeting(',', '.') == Meeting::both));
    BOOST_TEST((meeting('.', ',') == Meeting::both));
    BOOST_TEST((meeting(';', ':') == Meeting::left));
    BOOST_TEST((meeting(':', ';') == Meeting::both));
    BOOST_TEST((meeting(';', '?') == Meeting::right));
    BOOST_TEST((meeting('a', '.') == Meeting::both));
}

BOOST_AUTO_TEST_CASE(blanks_do_not_double) {
    BOOST_TEST(html(group({leaf("a", "", ", "), leaf("b", " ")})) == "a, b");
}

BOOST_AUTO_TEST_CASE(commas_and_full_stops_go_into_quotes_where_the_locale_says_so) {
    Output const output = group({quoted(leaf("a")), leaf("b")}, ", ", "", ".");
    BOOST_TEST(html(output, american()) == "“a,” b.");
    BOOST_TEST(html(output) == "“a”, b.");
    BOOST_TEST(html(group({quoted(leaf("a")), leaf("b")}, "; "), american()) == "“a”; b");
    BOOST_TEST(html(quoted(leaf("a?", "", ".")), american()) == "“a?”");
    BOOST_TEST(html(quoted(leaf("etc.", "", ".")), american()) == "“etc.”");
}

BOOST_AUTO_TEST_CASE(they_go_into_inner_quotes_and_formatting_too) {
    Output inner = output_of_markup("This is 'The One'");
    inner.quotes = true;
    inner.suffix = ".";
    BOOST_TEST(html(inner, american()) == "“This is ‘The One.’”");
    BOOST_TEST(html(group({italic(group({quoted(leaf("A"))})), leaf("b", ". ")}), american()) == "<i>“A.”</i> b");
    BOOST_TEST(html(quoted(italic(leaf("A", "", "."))), american()) == "“<i>A</i>.”");
}

BOOST_AUTO_TEST_CASE(a_word_that_begins_with_a_full_stop_stays_outside) {
    BOOST_TEST(html(group({quoted(leaf("a")), leaf(".NET")}), american()) == "“a”.NET");
}

BOOST_AUTO_TEST_CASE(nothing_is_changed_within_one_text) {
    BOOST_TEST(html(group({leaf("a"), output_of_markup(", \"b\".")}), american()) == "a, “b”.");
    BOOST_TEST(html(output_of_markup("<i>a.</i>. <b>b</b>")) == "<i>a.</i>. <b>b</b>");
    BOOST_TEST(html(group({leaf("a."), output_of_markup(". \"b\"")}, "", "", "."), american()) == "a. “b.”");
}

BOOST_AUTO_TEST_CASE(quotes_alternate_by_depth) {
    Output output = output_of_markup("My “Amazing ‘Small’” Title");
    BOOST_TEST(html(output) == "My “Amazing ‘Small’” Title");
    output.quotes = true;
    BOOST_TEST(html(output) == "“My ‘Amazing “Small”’ Title”");
}

BOOST_AUTO_TEST_CASE(formatting_of_the_item_flips_that_of_the_style_does_not) {
    BOOST_TEST(html(italic(output_of_markup("a <i>b</i>"))) == "<i>a <span style=\"font-style:normal;\">b</span></i>");
    BOOST_TEST(html(italic(group({italic(leaf("a")), leaf("b")}))) == "<i>ab</i>");
    Output normal = leaf("a");
    normal.format.style = FontStyle::normal;
    BOOST_TEST(html(normal) == "a");
    BOOST_TEST(html(italic(group({normal}))) == "<i><span style=\"font-style:normal;\">a</span></i>");
}

BOOST_AUTO_TEST_CASE(full_stops_are_stripped_from_content_only) {
    Output output = leaf("Am. L.J.", "", ".");
    output.strip_periods = true;
    BOOST_TEST(html(output) == "Am LJ.");
}

BOOST_AUTO_TEST_CASE(letter_case_keeps_spans_and_what_is_protected) {
    Output output = output_of_markup("straße <i>straße</i> <span class=\"nocase\">x</span> <b>end</b>");
    BOOST_TEST(html(cased(TextCase::uppercase, output)) == "STRASSE <i>STRASSE</i> x <b>END</b>");
    BOOST_TEST(html(cased(TextCase::title, output_of_markup("a <sc>b</sc> of <i>the</i> sea"))) ==
               "A <span style=\"font-variant:small-caps;\">b</span> of <i>the</i> Sea");
    BOOST_TEST(html(group({leaf("A"), cased(TextCase::capitalize_first, group({leaf("b"), leaf("c")}, " "))}, " ")) == "A B c");
}

BOOST_AUTO_TEST_CASE(letter_case_is_of_the_item_s_language) {
    Output output = cased(TextCase::uppercase, leaf("ic"));
    output.language = "tr";
    BOOST_TEST(html(output) == "İC");
}

BOOST_AUTO_TEST_CASE(letter_case_behind_a_comma_that_moved_begins_at_its_text) {
    Output const output = group({quoted(leaf("a")), cased(TextCase::uppercase, group({leaf("éb", ", ")}))});
    BOOST_TEST(html(output, american()) == "“a,” ÉB");
}

BOOST_AUTO_TEST_CASE(raised_characters_become_raised_text) {
    BOOST_TEST(html(leaf("2", "ª")) == "<sup>a</sup>2");
    BOOST_TEST(html(leaf("x²³y™")) == "x<sup>2</sup><sup>3</sup>y<sup>TM</sup>");
}

BOOST_AUTO_TEST_CASE(a_display_is_a_block) {
    Output first = leaf("[1]"), second = leaf("text");
    first.display = Display::left_margin;
    second.display = Display::right_inline;
    auto const blocks = flatten(group({first, second}, "", "", "."), {});
    BOOST_REQUIRE(blocks.size() == 2u);
    BOOST_TEST(blocks[1].text == "text.");
    BOOST_TEST(write(html_writer, blocks) == "\n    <div class=\"csl-left-margin\">[1]</div><div class=\"csl-right-inline\">text.</div>\n  ");
    BOOST_TEST(plain(blocks) == "[1]text.");
}

BOOST_AUTO_TEST_CASE(formatting_goes_on_in_the_next_block) {
    Output first = leaf("a"), second = leaf("b");
    first.display = second.display = Display::block;
    auto const blocks = flatten(italic(group({first, second})), {});
    BOOST_REQUIRE(blocks.size() == 2u);
    BOOST_TEST(blocks[1].spans.size() == 1u);
    BOOST_TEST(blocks[0].spans.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
