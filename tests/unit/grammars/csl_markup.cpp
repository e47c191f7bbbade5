// The markup of CSL-JSON strings, token by token.
#include "grammars/csl_markup.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "padded.hpp"

namespace csl_markup = ibid::grammars::csl_markup;
using ibid::tests::Padded;

namespace {

std::string tokens(std::string_view markup) {
    constexpr std::string_view letters = "t+-&";
    Padded const value(markup);
    std::string all;
    for (csl_markup::Token const& token : csl_markup::parse(value.view()))
        (((all += letters[static_cast<std::size_t>(token.kind)]) += '(') += token.source) += ')';
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars_csl_markup)

BOOST_AUTO_TEST_CASE(knows_the_tags_in_any_case_and_nothing_else) {
    BOOST_TEST(tokens("a<i>b</i>") == "t(a)+(<i>)t(b)-(</i>)");
    BOOST_TEST(tokens("<SUP><sub><sc><B>") == "+(<SUP>)+(<sub>)+(<sc>)+(<B>)");
    BOOST_TEST(tokens("<span class=\"nocase\"></span>") == "+(<span class=\"nocase\">)-(</span>)");
    BOOST_TEST(tokens("<span  style='font-variant : small-caps'>") == "+(<span  style='font-variant : small-caps'>)");
    BOOST_TEST(tokens("a<x><i <") == "t(a)t(<x>)t(<i )t(<)");
}

BOOST_AUTO_TEST_CASE(knows_references_by_name_and_number) {
    Padded const value("&amp;&#65;&#x42;&eacute;&thetasym;");
    std::u32string characters;
    for (csl_markup::Token const& token : csl_markup::parse(value.view())) characters += token.code;
    BOOST_TEST((characters == U"&ABéϑ"));
    BOOST_TEST(tokens("&nothing;&#x110000;& a") == "t(&nothing;)t(&#x110000;)t(& a)");
    BOOST_TEST(csl_markup::hides_reference("amp; x"));
    BOOST_TEST(!csl_markup::hides_reference("amp x"));
}

BOOST_AUTO_TEST_CASE(reads_nothing_behind_the_end) {
    std::string const whole = "<span class=\"nocase\">&eacute;</span>";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        Padded const value(std::string_view(whole).substr(0, size));
        std::string all;
        for (csl_markup::Token const& token : csl_markup::parse(value.view())) all += token.source;
        BOOST_TEST(all == value.view());
    }
}

BOOST_AUTO_TEST_SUITE_END()
