// Locales: what is merged over what, which form stands in for which, and ordinals of both kinds.
#include "cite/locale.hpp"
#include "cite/style.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace ibid::cite;

namespace {

LocalePatch patch(std::string const& terms) {
    std::vector<StyleProblem> problems;
    auto made = parse_locale("<locale xmlns='http://purl.org/net/xbiblio/csl' xml:lang='xx'><terms>" + terms + "</terms></locale>",
                             problems);
    BOOST_TEST(problems.empty());
    return made;
}

Locale locale(std::string const& terms) {
    Locale made("xx");
    made.add(patch(terms));
    return made;
}

std::string show(Locale const& from, std::string_view name, Form form) {
    auto const* term = from.term(name, form);
    return term ? term->single + "/" + term->multiple : "-";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_locale)

BOOST_AUTO_TEST_CASE(a_form_that_is_not_there_has_a_stand_in) {
    auto const made = locale("<term name='editor'><single>editor</single><multiple>editors</multiple></term>"
                             "<term name='editor' form='verb'>edited by</term>"
                             "<term name='section' form='short'>sec.</term>");
    BOOST_TEST(show(made, "editor", Form::long_form) == "editor/editors");
    BOOST_TEST(show(made, "editor", Form::short_form) == "editor/editors");
    BOOST_TEST(show(made, "editor", Form::verb_short) == "edited by/edited by");
    BOOST_TEST(show(made, "editor", Form::symbol) == "editor/editors");
    BOOST_TEST(show(made, "section", Form::symbol) == "sec./sec.");
    BOOST_TEST(show(made, "section", Form::long_form) == "-");
    BOOST_TEST(show(made, "chapter", Form::long_form) == "-");
}

BOOST_AUTO_TEST_CASE(a_later_patch_goes_over_an_earlier_one_term_by_term) {
    auto made = locale("<term name='in'>in</term><term name='and'>and</term><term name='and' form='symbol'>&amp;</term>");
    made.add(patch("<term name='and'>et</term><term name='in'/>"));
    BOOST_TEST(show(made, "and", Form::long_form) == "et/et");
    BOOST_TEST(show(made, "and", Form::symbol) == "&/&");
    BOOST_TEST(show(made, "in", Form::long_form) == "/");  // there, to say nothing
}

BOOST_AUTO_TEST_CASE(a_term_may_be_a_blank) {
    BOOST_TEST(show(locale("<term name='page-range-delimiter'> </term>"), "page-range-delimiter", Form::long_form) == " / ");
}

BOOST_AUTO_TEST_CASE(ordinals_go_by_number_then_two_digits_then_one) {
    auto const made = locale("<term name='ordinal'>th</term><term name='ordinal-01'>st</term><term name='ordinal-02'>nd</term>"
                             "<term name='ordinal-11'>th</term><term name='ordinal-01' match='whole-number'>er</term>");
    std::string all;
    for (unsigned const number : {1U, 2U, 3U, 11U, 12U, 21U, 101U, 111U, 1002U})
        all += made.ordinal(number, Gender::neutral) + ' ';
    BOOST_TEST(all == "1er 2nd 3th 11th 12nd 21st 101st 111th 1002nd ");
}

BOOST_AUTO_TEST_CASE(ordinals_have_genders) {
    auto const made = locale("<term name='edition' gender='feminine'>édition</term><term name='ordinal'>e</term>"
                             "<term name='ordinal-01' gender-form='feminine' match='whole-number'>re</term>"
                             "<term name='ordinal-01' gender-form='masculine' match='whole-number'>er</term>"
                             "<term name='long-ordinal-01'>premier</term>"
                             "<term name='long-ordinal-01' gender-form='feminine'>première</term>");
    BOOST_CHECK(made.gender("edition") == Gender::feminine);
    BOOST_TEST(made.ordinal(1, made.gender("edition")) == "1re");
    BOOST_TEST(made.ordinal(1, Gender::masculine) == "1er");
    BOOST_TEST(made.ordinal(1, Gender::neutral) == "1e");
    BOOST_TEST(made.ordinal(2, Gender::feminine) == "2e");
    BOOST_TEST(made.ordinal(1, Gender::feminine, true) == "première");
    BOOST_TEST(made.ordinal(1, Gender::masculine, true) == "premier");
    BOOST_TEST(made.ordinal(2, Gender::masculine, true) == "2e");
}

BOOST_AUTO_TEST_CASE(a_locale_of_before_2012_has_four_ordinals) {
    auto const made = locale("<term name='ordinal-01'>st</term><term name='ordinal-02'>nd</term>"
                             "<term name='ordinal-03'>rd</term><term name='ordinal-04'>th</term>");
    std::string all;
    for (unsigned const number : {1U, 2U, 3U, 4U, 11U, 12U, 13U, 20U, 22U, 113U})
        all += made.ordinal(number, Gender::neutral) + ' ';
    BOOST_TEST(all == "1st 2nd 3rd 4th 11th 12th 13th 20th 22nd 113th ");
}

BOOST_AUTO_TEST_CASE(ordinals_are_redefined_together) {
    auto made = locale("<term name='ordinal'>th</term><term name='ordinal-01'>st</term>");
    made.add(patch("<term name='ordinal'>.</term>"));
    BOOST_TEST(made.ordinal(1, Gender::neutral) == "1.");
}

BOOST_AUTO_TEST_CASE(ibid_has_english_of_its_own) {
    Locale made;
    made.add(builtin_english());
    BOOST_TEST(show(made, "page", Form::short_form) == "p./pp.");
    BOOST_TEST(made.ordinal(112, Gender::neutral) == "112th");
    BOOST_TEST(made.ordinal(3, Gender::neutral, true) == "third");
    BOOST_TEST(made.punctuation_in_quote());
    auto const* date = made.date(DateElement::DateForm::text);
    BOOST_REQUIRE(date);
    BOOST_TEST(date->parts.size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_told_and_skipped) {
    std::vector<StyleProblem> problems;
    auto const made = parse_locale("<locale>\n <terms>\n  <term name='in' colour='red'>in</term><word/></terms></locale>", problems);
    BOOST_TEST(made.terms.size() == 1U);
    BOOST_REQUIRE(problems.size() == 2U);
    BOOST_TEST(problems[0].line == 3U);
    BOOST_TEST(problems[0].column == 3U);
    BOOST_TEST(!problems[0].fatal);
}

BOOST_AUTO_TEST_SUITE_END()
