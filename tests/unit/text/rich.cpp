// Texts in parts: the marks go with them.
#include "text/rich.hpp"

#include "unit/text/marked.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using ibid::Arena;
using ibid::List;
using ibid::Mark;
using ibid::Style;
using ibid::Text;
using ibid::tests::marked;
using ibid::tests::text_of;
namespace text = ibid::text;

namespace {

std::string listed(List list) {
    std::string all;
    for (Text const& part : list) all += "[" + marked(part) + "]";
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_rich)

BOOST_AUTO_TEST_CASE(cuts_marks_with_the_text) {
    Arena arena;
    Text const value = text_of("one two three", {{0, 13, Style::italic, {}}, {4, 7, Style::bold, {}}}, arena);
    BOOST_TEST(marked(text::slice(value, 0, 5, arena)) == "«italic|one «bold|t»»");
    BOOST_TEST(marked(text::slice(value, 5, 99, arena)) == "«italic|«bold|wo» three»");
    BOOST_TEST(marked(text::slice(value, 8, 13, arena)) == "«italic|three»");
    BOOST_TEST(marked(text::slice(value, 20, 30, arena)) == "");
    BOOST_TEST(text::slice(value, 0, 13, arena).marks.data() == value.marks.data());
}

BOOST_AUTO_TEST_CASE(drops_marks_that_mean_something_only_as_a_whole) {
    Arena arena;
    Text const value = text_of("TeX n² “q” foo", {{0, 3, Style::tex, "\\TeX"}, {4, 7, Style::math, "n^2"}, {8, 15, Style::quoted, {}}, {16, 19, Style::tex, "\\foo{"}}, arena);
    BOOST_TEST(marked(text::slice(value, 0, 5, arena)) == "«tex \\TeX|TeX» n");
    BOOST_TEST(marked(text::slice(value, 1, 17, arena)) == "eX «math n^2|n²» «quoted|“q”» «tex \\foo{|f»");
    BOOST_TEST(marked(text::slice(value, 12, 19, arena)) == "”" + std::string(" «tex \\foo{|foo»"));
}

BOOST_AUTO_TEST_CASE(gives_marks_over_nothing_to_what_follows) {
    Arena arena;
    Text const value = text_of("a; b", {{3, 3, Style::tex, "\\x"}, {4, 4, Style::tex, "\\y"}}, arena);
    BOOST_TEST(listed(text::split(value, ";", arena)) == "[a][«tex \\x|»b«tex \\y|»]");
}

BOOST_AUTO_TEST_CASE(trims_blanks) {
    Arena arena;
    BOOST_TEST(marked(text::trim(text_of("  a b ", {{0, 3, Style::bold, {}}}, arena), arena)) == "«bold|a» b");
    BOOST_TEST(marked(text::trim("  ", arena)) == "");
}

BOOST_AUTO_TEST_CASE(joins_the_parts_that_are_not_empty) {
    Arena arena;
    Text const parts[] = {text_of("a", {{0, 1, Style::bold, {}}}, arena), {}, text_of("b", {{0, 1, Style::italic, {}}}, arena)};
    BOOST_TEST(marked(text::concat(parts, ", ", arena)) == "«bold|a», «italic|b»");
    BOOST_TEST(marked(text::concat({}, ", ", arena)) == "");
}

BOOST_AUTO_TEST_CASE(splits_outside_of_protection) {
    Arena arena;
    Text const value = text_of(" one, two;; a; b, three ;", {{0, 0, Style::bold, {}}, {12, 16, Style::nocase, {}}}, arena);
    BOOST_TEST(listed(text::split(value, ";,", arena)) == "[one][two][«nocase|a; b»][three]");
    BOOST_TEST(listed(text::split("one", ";", arena)) == "[one]");
    BOOST_TEST(listed(text::split("", ";", arena)) == "");
    BOOST_TEST(listed(text::split(text_of("a; b", {{0, 4, Style::italic, {}}}, arena), ";", arena)) == "[«italic|a»][«italic|b»]");
    BOOST_TEST(listed(text::split_and("A and B and and C and", arena)) == "[A][B][C and]");
    BOOST_TEST(listed(text::split_and(text_of("A and B and C", {{0, 7, Style::nocase, {}}}, arena), arena)) == "[«nocase|A and B»][C]");
}

BOOST_AUTO_TEST_CASE(joins_titles_and_splits_them_again) {
    Arena arena;
    Text const title = text_of("Main HIV", {{5, 8, Style::nocase, {}}}, arena);
    Text const subtitle = text_of("a TeX", {{2, 5, Style::tex, "\\TeX"}}, arena);
    Text const joined = text::join_subtitle(title, subtitle, arena);
    BOOST_TEST(marked(joined) == "Main «nocase|HIV»«subtitle|: a «tex \\TeX|TeX»»");
    auto const [first, second] = text::split_at_subtitle(joined, arena);
    BOOST_TEST(marked(first) == marked(title));
    BOOST_TEST(marked(second) == marked(subtitle));
    for (std::string_view const end : {"Why?", "So!", "So:", "So –"})
        BOOST_TEST(text::join_subtitle(end, "that", arena).plain == std::string(end) + " that");
    BOOST_TEST(marked(text::join_subtitle(title, {}, arena)) == marked(title));
    BOOST_TEST(text::split_at_subtitle(title, arena).second.empty());
}

BOOST_AUTO_TEST_CASE(splits_many_parts_under_many_marks_in_linear_time) {
    Arena arena;
    std::string plain;
    std::vector<Mark> marks{{0, 0, Style::italic, {}}};
    for (std::uint32_t i = 0; i < 30000; ++i) {
        marks.push_back({i * 3, i * 3 + 1, Style::bold, {}});
        plain += "a; ";
    }
    marks[0].end = static_cast<std::uint32_t>(plain.size());
    List const parts = text::split({plain, marks}, ";", arena);
    BOOST_TEST(parts.size() == 30000);
    BOOST_TEST(marked(parts.back()) == "«italic|«bold|a»»");
}

BOOST_AUTO_TEST_SUITE_END()
