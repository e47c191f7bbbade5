// Letter case of flat text: titles, sentences, capitals, and languages that have their own.
#include "cite/text_case.hpp"
#include "cite/unicode.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {
using namespace ibid::cite;

std::string title(std::string_view text, std::string_view language = "en") {
    return with_case(TextCase::title, text, language);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_text_case)

BOOST_AUTO_TEST_CASE(a_title_gets_capitals_but_for_small_words) {
    BOOST_TEST(title("the wind in the willows") == "The Wind in the Willows");
    BOOST_TEST(title("Notes on RNA and pH in E. coli") == "Notes on RNA and pH in E. Coli");
    BOOST_TEST(title("The Lord Of The Rings") == "The Lord of the Rings");
    BOOST_TEST(title("what it is all about") == "What It Is All About");  // the last word counts
}

BOOST_AUTO_TEST_CASE(a_new_part_of_a_title_begins_with_a_capital) {
    BOOST_TEST(title("on growth: the shapes of cells") == "On Growth: The Shapes of Cells");
    BOOST_TEST(title("who cares? a study. and more") == "Who Cares? A Study. And More");
    BOOST_TEST(title("growth, the first, and form") == "Growth, the First, and Form");
}

BOOST_AUTO_TEST_CASE(the_last_word_of_a_part_has_a_capital) {
    BOOST_TEST(title("this war is over: what we live for") == "This War Is Over: What We Live For");
}

BOOST_AUTO_TEST_CASE(an_abbreviation_ends_no_part) {
    BOOST_TEST(title("roe v. the state") == "Roe v. the State");
    BOOST_TEST(title("rock ’n’ roll and ’ts") == "Rock ’n’ Roll and ’ts");
}

BOOST_AUTO_TEST_CASE(hyphens_join_words) {
    BOOST_TEST(title("state-of-the-art self-esteem") == "State-of-the-Art Self-Esteem");
    BOOST_TEST(title("a pro-growth plan") == "A Pro-Growth Plan");
    BOOST_TEST(title("a 7-x plan—with dashes") == "A 7-x Plan—with Dashes");
}

BOOST_AUTO_TEST_CASE(apostrophes_are_part_of_a_word) {
    BOOST_TEST(title("a child’s garden isn't here") == "A Child’s Garden Isn't Here");
}

BOOST_AUTO_TEST_CASE(titles_of_other_languages_stay) {
    BOOST_TEST(title("der zauberberg", "de-AT") == "der zauberberg");
    BOOST_TEST(title("the castle", "en-GB") == "The Castle");
    BOOST_TEST(!is_english("enm"));
    BOOST_TEST(is_english(""));
}

BOOST_AUTO_TEST_CASE(protected_words_stay) {
    Range const kept[]{{4, 9}};
    BOOST_TEST(title_edits("see smith now", kept, "en").size() == 2u);
    BOOST_TEST(case_edits(TextCase::uppercase, "see smith now", kept, {}, "en").size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_sentence_begins_with_a_capital_and_has_no_other) {
    BOOST_TEST(with_case(TextCase::sentence, "the Life of Bees", "en") == "The life of bees");
    BOOST_TEST(with_case(TextCase::sentence, "“the Life”", "en") == "“The life”");
}

BOOST_AUTO_TEST_CASE(capitalizing_leaves_the_rest_alone) {
    BOOST_TEST(with_case(TextCase::capitalize_first, "the NASA way", "en") == "The NASA way");
    BOOST_TEST(with_case(TextCase::capitalize_first, "(édition)", "fr") == "(Édition)");
    BOOST_TEST(with_case(TextCase::capitalize_all, "the NASA way", "en") == "The NASA Way");
    BOOST_TEST(with_case(TextCase::capitalize_all, "well-known", "en") == "Well-Known");
    BOOST_TEST(with_case(TextCase::capitalize_first, "", "en").empty());
}

BOOST_AUTO_TEST_CASE(languages_have_their_own_letters) {
    BOOST_TEST(with_case(TextCase::uppercase, "istanbul", "tr-TR") == "İSTANBUL");
    BOOST_TEST(with_case(TextCase::lowercase, "ISPARTA", "tr") == "ısparta");
    BOOST_TEST(with_case(TextCase::capitalize_first, "istanbul", "tr") == "İstanbul");
    BOOST_TEST(with_case(TextCase::lowercase, "ΟΔΥΣΣΕΥΣ", "el") == "οδυσσευς");
    BOOST_TEST(with_case(TextCase::uppercase, "Straße", "de") == "STRASSE");
}

BOOST_AUTO_TEST_CASE(cuts_are_ends_of_edits) {
    std::uint32_t const cuts[]{3};
    auto const edits = case_edits(TextCase::uppercase, "abcdef", {}, cuts, "en");
    BOOST_REQUIRE(edits.size() == 2u);
    BOOST_TEST(edits[0].end == 3u);
    BOOST_TEST(edits[1].text == "DEF");
}

BOOST_AUTO_TEST_CASE(collation_ignores_accents_first) {
    Collator const english("en-US");
    BOOST_TEST((english.key("Ångström") < english.key("Anhalt")));
    BOOST_TEST(english.compare("a", "B") < 0);
    Collator const swedish("sv-SE");
    BOOST_TEST((swedish.key("Ångström") > swedish.key("Zorn")));
    BOOST_TEST(Collator("no such thing").compare("a", "b") < 0);
}

BOOST_AUTO_TEST_SUITE_END()
