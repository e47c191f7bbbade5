// What becomes of an item's text: marks, tags, quotation marks, apostrophes.
#include "cite/output.hpp"
#include "cite/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {
using namespace ibid::cite;
using ibid::Mark;
using ibid::Style;
using ibid::Text;

std::string html(Output const& output) { return write(html_writer, flatten(output, {})); }
std::string markup(std::string_view text) { return html(output_of_markup(text)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_field_text)

BOOST_AUTO_TEST_CASE(marks_become_formatting) {
    std::vector<Mark> const marks{{0, 3, Style::italic, {}}, {4, 11, Style::bold, {}}, {8, 11, Style::superscript, {}}};
    BOOST_TEST(html(output_of(Text("one twothree", marks))) == "<i>one</i> <b>twot<sup>hre</sup></b>e");
}

BOOST_AUTO_TEST_CASE(tags_that_pair_are_formatting_and_others_are_text) {
    BOOST_TEST(markup("<i>a</i> <sc>b</sc> H<sub>2</sub>O") == "<i>a</i> <span style=\"font-variant:small-caps;\">b</span> H<sub>2</sub>O");
    BOOST_TEST(markup("a</i> <b>b") == "a&#60;/i&#62; &#60;b&#62;b");
    BOOST_TEST(markup("<i>a <b>c</i> d") == "<i>a &#60;b&#62;c</i> d");
    BOOST_TEST(markup("1 < 2 & <x>") == "1 &#60; 2 &#38; &#60;x&#62;");
    BOOST_TEST(markup("<i>a <i>b</i> c</i>") == "<i>a <span style=\"font-style:normal;\">b</span> c</i>");
}

BOOST_AUTO_TEST_CASE(quotation_marks_pair) {
    BOOST_TEST(markup("so \"it\" goes") == "so “it” goes");
    BOOST_TEST(markup("so 'it' goes") == "so “it” goes");
    BOOST_TEST(markup("“a ‘b’ c”") == "“a ‘b’ c”");
    BOOST_TEST(markup("“‘b’ c”") == "“‘b’ c”");
    BOOST_TEST(markup("'\"b\"'") == "“‘b’”");
    BOOST_TEST(markup("\"<i>b</i>\" x") == "“<i>b</i>” x");
    BOOST_TEST(markup("<i>\"b\" x</i>") == "<i>“b” x</i>");
}

BOOST_AUTO_TEST_CASE(quotation_marks_of_different_ranges_do_not_pair) {
    BOOST_TEST(markup("\"a <i>b\" c</i>") == "\"a <i>b\" c</i>");
}

BOOST_AUTO_TEST_CASE(what_does_not_pair_is_an_apostrophe) {
    BOOST_TEST(markup("Plato's dogs' rock 'n roll") == "Plato’s dogs’ rock ’n roll");
    BOOST_TEST(markup("l'''") == "l’’’");
    BOOST_TEST(markup("(ETFA '09)") == "(ETFA ’09)");
    BOOST_TEST(markup("'You’re a Dog': why") == "“You’re a Dog”: why");
    BOOST_TEST(markup("5\" disks") == "5\" disks");
}

BOOST_AUTO_TEST_CASE(curved_single_marks_stay_where_the_locale_has_them) {
    BOOST_TEST(markup("it means ‘God willing’") == "it means ‘God willing’");
    BOOST_TEST(markup("‘a “b” c’") == "‘a “b” c’");
    Punctuation british;
    british.open_quote = "‘", british.close_quote = "’", british.open_inner_quote = "“", british.close_inner_quote = "”";
    BOOST_TEST(write(html_writer, flatten(output_of_markup("it means ‘God willing’"), british)) == "it means ‘God willing’");
}

BOOST_AUTO_TEST_CASE(marks_of_transliteration_open_nothing) {
    BOOST_TEST(markup("K‘aghak‘akanut‘yune (T't’, x)") == "K‘aghak‘akanut‘yune (T’t’, x)");
}

BOOST_AUTO_TEST_CASE(verbatim_text_keeps_its_marks) {
    std::vector<Mark> const marks{{0, 3, Style::verbatim, {}}};
    BOOST_TEST(html(output_of(Text("a'b c'd", marks))) == "a'b c’d");
}

BOOST_AUTO_TEST_CASE(undecorated_text_is_told_from_a_tag_that_is_left) {
    Output italic;
    italic.format.style = FontStyle::italic;
    italic.children.push_back(output_of(Text("A <span class=\"nodecor\">v.</span> B")));
    BOOST_TEST(html(italic) == "<i>A <span style=\"font-style:normal;\">v.</span> B</i>");
    BOOST_TEST(html(italic.children[0]) == "A v. B");
}

BOOST_AUTO_TEST_CASE(blanks_of_french_punctuation_are_narrow_and_do_not_break) {
    BOOST_TEST(markup("Qui « va » là ?") == "Qui «\u202Fva\u202F» là\u202F?");
    BOOST_TEST(markup("a : b") == "a\u202F: b");
}

BOOST_AUTO_TEST_CASE(plain_text_is_one_leaf) {
    Output const output = output_of(Text("Plain – text"));
    BOOST_TEST(!output.is_group());
    BOOST_TEST(output.text == "Plain – text");
    BOOST_TEST(output_of_markup("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
