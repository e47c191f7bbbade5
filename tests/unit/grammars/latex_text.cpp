// LaTeX text, token by token.
#include "grammars/latex_text.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "padded.hpp"

namespace latex_text = ibid::grammars::latex_text;
using ibid::tests::Padded;
using latex_text::Kind;

namespace {

/// The tokens of a value: one letter for the kind, then the value, then the source where that is longer than usual.
std::string tokens(std::string_view latex) {
    constexpr std::string_view letters = "t_p{}ws$~lvh";
    Padded const value(latex);
    std::string all;
    for (latex_text::Token const& token : latex_text::parse(value.view())) {
        char const letter = letters[static_cast<std::size_t>(token.kind)];
        if (letter == '{' || letter == '}' || letter == '~' || letter == '_' || letter == 'p') ((all += letter) += ' ');
        else ((((all += letter) += '<') += token.value) += "> ");
    }
    if (!all.empty()) all.pop_back();
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars_latex_text)

BOOST_AUTO_TEST_CASE(makes_one_token_of_plain_text) {
    BOOST_TEST(tokens("It's 100% \"plain\" - [a] | b^c_d & #e, so? Yes! `x'") == "t<It's 100% \"plain\" - [a] | b^c_d & #e, so? Yes! `x'>");
    BOOST_TEST(tokens("") == "");
    BOOST_TEST(tokens(std::string(100, 'x') + "{") == "t<" + std::string(100, 'x') + "> {");
}

BOOST_AUTO_TEST_CASE(tells_white_space_that_is_not_one_space) {
    BOOST_TEST(tokens("a  b\nc\td\r\ne") == "t<a> _ t<b> _ t<c> _ t<d> _ t<e>");
    BOOST_TEST(tokens("a\n \nb\r\n\r\nc\r\rd") == "t<a> p t<b> p t<c> p t<d>");
    BOOST_TEST(tokens("a \nb") == "t<a > _ t<b>");
}

BOOST_AUTO_TEST_CASE(skips_white_space_behind_words_but_not_behind_symbols) {
    BOOST_TEST(tokens("\\foo  \n bar \\& x") == "w<foo> t<bar > s<&> t< x>");
    BOOST_TEST(tokens("\\foo\n\nbar") == "w<foo> p t<bar>");
    BOOST_TEST(tokens("\\foo1 \\'e\\ ") == "w<foo> t<1 > s<'> t<e> s< >");
}

BOOST_AUTO_TEST_CASE(takes_an_optional_argument_only_before_a_group) {
    BOOST_TEST(tokens("\\foo[x]{y}") == "w<foo> { t<y> }");
    BOOST_TEST(tokens("\\foo[x][y]{z}") == "w<foo> { t<z> }");
    BOOST_TEST(tokens("\\foo[x] y") == "w<foo> t<[x] y>");
    BOOST_TEST(tokens("\\foo [x]{y}") == "w<foo> t<[x]> { t<y> }");
}

BOOST_AUTO_TEST_CASE(knows_dashes_and_quotation_marks) {
    BOOST_TEST(tokens("a--b---c----d") == "t<a> l<--> t<b> l<---> t<c> l<---> t<-d>");
    BOOST_TEST(tokens("``a'' '''b") == "l<``> t<a> l<''> t< > l<''> t<'b>");
    BOOST_TEST(tokens("?`a!`b?``c") == "l<?`> t<a> l<!`> t<b?> l<``> t<c>");
}

BOOST_AUTO_TEST_CASE(takes_formulas_whole_if_their_braces_balance) {
    BOOST_TEST(tokens("$a_{b}$ \\(c\\) \\[d\\] $$e$$ $\\$$") == "$<a_{b}> t< > $<c> t< > $<d> t< > $<e> t< > $<\\$>");
    BOOST_TEST(tokens("{a $b} c$") == "{ t<a > t<$> t<b> } t< c> t<$>");
    BOOST_TEST(tokens("$5") == "t<$> t<5>");
    BOOST_TEST(tokens("\\(a \\(b\\)") == "s<(> t<a > $<b>");
}

BOOST_AUTO_TEST_CASE(takes_arguments_that_tex_does_not_read_whole) {
    BOOST_TEST(tokens("\\url{a_b%{c}~} \\path {x} \\nolinkurl{y}") == "v<a_b%{c}~> t< > v<x> t< > v<y>");
    BOOST_TEST(tokens("\\href{a~b}{c~d}") == "h<a~b> { t<c> ~ t<d> }");
    BOOST_TEST(tokens("\\verb|a{b}~| \\verb+c+") == "v<a{b}~> t< > v<c>");
    BOOST_TEST(tokens("\\urls{a} \\url a \\verb|a") == "w<urls> { t<a> } t< > w<url> t<a > w<verb> t<|a>");
}

BOOST_AUTO_TEST_CASE(keeps_characters_whole) {
    BOOST_TEST(tokens("\\é x") == "s<é> t< x>");
    BOOST_TEST(tokens("a\\") == "t<a> t<\\>");
}

BOOST_AUTO_TEST_CASE(finds_groups_and_says_whether_braces_balance) {
    Padded const value("{a{b}\\}c}d");
    BOOST_TEST(latex_text::group(value.begin(), value.end()) == "a{b}\\}c");
    BOOST_TEST((latex_text::group(value.begin() + 1, value.end()).data() == nullptr));
    BOOST_TEST((latex_text::group(value.begin(), value.begin() + 5).data() == nullptr));
    BOOST_TEST(latex_text::balance(value.view()));
    BOOST_TEST(!latex_text::balance(Padded("a{").view()));
    BOOST_TEST(!latex_text::balance(Padded("}{").view()));
}

BOOST_AUTO_TEST_CASE(holds_on_to_every_byte_of_every_prefix) {
    std::string const whole = R"(A {\LaTeX} -- ``b'' $x_{2}$ \url{c_d} \'{\i} \foo[e]{f} ?`g!` \( h \) \verb|i| ~ \\ \& {)";
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        Padded const value(std::string_view(whole).substr(0, size));
        std::string all;
        for (latex_text::Token const& token : latex_text::parse(value.view())) all += token.source;
        BOOST_TEST(all == value.view());
    }
}

BOOST_AUTO_TEST_SUITE_END()
