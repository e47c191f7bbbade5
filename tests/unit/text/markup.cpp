// The HTML-like markup of CSL-JSON <-> Text, and plain text with what databases leave in it.
#include "text/markup.hpp"

#include "unit/grammars/padded.hpp"
#include "unit/text/marked.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using ibid::Arena;
using ibid::Style;
using ibid::Text;
using ibid::tests::marked;
using ibid::tests::Padded;
using ibid::tests::text_of;
namespace text = ibid::text;

namespace {

std::string decoded(std::string_view markup) {
    Padded const value(markup);
    Arena arena;
    return marked(text::decode_csl_markup(value.view(), arena));
}

std::string encoded(Text const& given) {
    Arena arena;
    Text const value(arena.copy(given.plain), given.marks);
    std::string out(text::csl_markup_size(value), '?');
    char* const end = text::encode_csl_markup(value, out.data());
    BOOST_REQUIRE(static_cast<std::size_t>(end - out.data()) <= out.size());
    return {out.data(), end};
}

std::string rewritten(std::string_view markup) {
    Padded const value(markup);
    Arena arena;
    return encoded(text::decode_csl_markup(value.view(), arena));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_markup)

BOOST_AUTO_TEST_CASE(reads_the_tags_of_csl) {
    BOOST_TEST(decoded("<i>a</i> <b>b</b> <sup>c</sup> <sub>d</sub> <sc>e</sc>") == "«italic|a» «bold|b» «superscript|c» «subscript|d» «small-caps|e»");
    BOOST_TEST(decoded(R"(<span class="nocase">HIV</span> <span style="font-variant:small-caps;">x</span>)") == "«nocase|HIV» «small-caps|x»");
    BOOST_TEST(decoded(R"(<span style="font-variant: small-caps">x</span> <span class='nocase'>y</span>)") == "«small-caps|x» «nocase|y»");
    BOOST_TEST(decoded("<i>a<b>b</b></i><I>c</I>") == "«italic|a«bold|b»»«italic|c»");
    BOOST_TEST(decoded("  white \n space  ") == "  white \n space  ");
    BOOST_TEST(decoded("<i>a</i> ") == "«italic|a» ");
}

BOOST_AUTO_TEST_CASE(keeps_tags_as_text_that_do_not_pair_up_or_are_none) {
    for (std::string_view const value : {"a < b > c", "<i>a", "a</i>", "<x>a</x>", "<span>a</span>", "<span class=\"x\">a</span>", "</span>", "<", "a<", "<i", "< i>a</i>"}) BOOST_TEST(decoded(value) == value);
    BOOST_TEST(decoded("<i>a<b>c</i>d</b>") == "«italic|a<b>c»d</b>");
    BOOST_TEST(decoded("<b><i>a</b>") == "«bold|<i>a»");
    BOOST_TEST(decoded("<i></i>a") == "a");
}

BOOST_AUTO_TEST_CASE(decodes_references_once) {
    BOOST_TEST(decoded("AT&amp;T &lt;i&gt; &eacute; &#233; &#xE9; &quot;&apos;") == "AT&T <i> é é é \"'");
    for (std::string_view const value : {"AT&T", "&", "&;", "&unknown;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&amp", "&#;", "&#x;", "&#1;"}) BOOST_TEST(decoded(value) == value);
    Padded const twice("a &amp;amp; &amp;eacute; &amp; b");
    Arena arena;
    text::Issues issues;
    BOOST_TEST(text::decode_csl_markup(twice.view(), arena, &issues).plain == "a &amp; &eacute; & b");
    BOOST_TEST(issues.size() == 2);
}

BOOST_AUTO_TEST_CASE(writes_what_it_reads) {
    for (std::string_view const value : {
             "plain", "<i>a <b>b</b></i><sup>c</sup>", "a < b & c", "&lt;i>x&lt;/i>", "&amp;amp;", "R&D &lt;b>", "<i>&lt;i></i>", "x <y> &foo;", R"(<span class="nocase">NASA</span> x)",
             R"(<span style="font-variant:small-caps;">x</span>)", "&lt;span class=\"nocase\">", "<i>"}) {
        std::string const once = rewritten(value);
        BOOST_TEST(decoded(once) == decoded(value));
        BOOST_TEST(rewritten(once) == once);
    }
    BOOST_TEST(rewritten("<i>a</i> < b & &unknown; <x>") == "<i>a</i> < b & &unknown; <x>");
    BOOST_TEST(encoded("<i>a</i> &lt;") == "&lt;i>a&lt;/i> &amp;lt;");
}

BOOST_AUTO_TEST_CASE(writes_the_reading_of_tex) {
    Arena arena;
    text::Issues issues;
    BOOST_TEST(encoded(text_of("n²x\\frac{a}{b}", {{0, 3, Style::math, "n^2"}, {3, 15, Style::math, {}}}, arena)) == "n²$x\\frac{a}{b}$");
    BOOST_TEST(encoded(text_of("TeX “q” a: b", {{0, 3, Style::tex, "\\TeX"}, {4, 11, Style::quoted, {}}, {14, 17, Style::subtitle, {}}}, arena)) == "TeX “q” a: b");
    BOOST_TEST(issues.empty());
    BOOST_TEST(encoded(text_of("été", {{0, 5, Style::language, "fr"}}, arena)) == "été");
}

BOOST_AUTO_TEST_CASE(writes_plain_text_without_marks) {
    Arena arena;
    auto const plain = [](Text const& value) {
        std::string out(text::csl_markup_size(value), '?');
        out.resize(static_cast<std::size_t>(text::encode_plain(value, out.data()) - out.data()));
        return out;
    };
    BOOST_TEST(plain(text_of("a <b> HIV", {{6, 9, Style::nocase, {}}}, arena)) == "a &lt;b> HIV");
    BOOST_TEST(plain(text_of("H2O", {{1, 2, Style::subscript, {}}}, arena)) == "H2O");
    Padded const value("H<sub>2</sub>O &amp; more");
    BOOST_TEST(marked(text::decode_plain(value.view(), arena)) == "H«subscript|2»O & more");
}

BOOST_AUTO_TEST_CASE(survives_marks_that_cross_or_reach_too_far) {
    Arena arena;
    BOOST_TEST(encoded(text_of("abc", {{0, 2, Style::italic, {}}, {1, 3, Style::bold, {}}, {2, 9, Style::bold, {}}, {9, 9, Style::bold, {}}}, arena)) == "<i>a<b>b</b></i><b>c</b>");
}

BOOST_AUTO_TEST_CASE(takes_linear_time_on_tags_that_never_close) {
    std::string value;
    for (int i = 0; i < 20000; ++i) value += "<i><b>x</sup>";
    BOOST_TEST(decoded(value) == value);
}

BOOST_AUTO_TEST_SUITE_END()
