// Titles in title case and in sentence case.
#include "text/letter_case.hpp"

#include "unit/text/marked.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;
using tests::marked;
using tests::text_of;

std::string sentence(std::string_view title, std::vector<Mark> const& marks = {}) {
    Arena arena;
    return std::string(text::sentence_case(Text(title, marks), arena).plain);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_letter_case)

BOOST_AUTO_TEST_CASE(words_with_one_capital_become_small) {
    BOOST_TEST(sentence("Dialectical Hermeneutics: A Theoretical Framework") == "Dialectical hermeneutics: A theoretical framework");
    BOOST_TEST(sentence("Twice-Born, Once Conceived") == "Twice-born, once conceived");
    BOOST_TEST(sentence("On Élan Vital and Ångström") == "On élan vital and ångström");
    BOOST_TEST(sentence("The Children's Hour") == "The children's hour");
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_name_stays) {
    BOOST_TEST(sentence("The RNA of McDonald, pH 7 and CO2 in T Cells, or I") == "The RNA of McDonald, pH 7 and CO2 in T cells, or I");
    BOOST_TEST(sentence("A View of COVID-19. Who Knows? Nobody! So \u201CThere\u201D") == "A view of COVID-19. Who knows? Nobody! So \u201Cthere\u201D");
    BOOST_TEST(sentence("In the City of Paris", {{15, 20, Style::nocase, {}}}) == "In the city of Paris");
    BOOST_TEST(sentence("Die Stra\u00DFe") == "Die stra\u00DFe");
}

BOOST_AUTO_TEST_CASE(only_words_with_a_capital_inside_are_protected) {
    Arena arena;
    auto const shown = [&](Text const& title) { return marked(text::protect_acronyms(Text(arena.copy(title.plain), title.marks), arena)); };
    BOOST_TEST(shown(Text("The RNA of McDonald in Bonn, T-Cell COVID-19, iPhone")) == "The «nocase|RNA» of «nocase|McDonald» in Bonn, T-Cell «nocase|COVID»-19, «nocase|iPhone»");
    BOOST_TEST(shown(Text("THE STRUCTURE OF DNA IN E. COLI")) == "THE STRUCTURE OF DNA IN E. COLI");  // nobody's acronyms
    BOOST_TEST(shown(Text("DNA RNA")) == "«nocase|DNA» «nocase|RNA»");
    BOOST_TEST(shown(Text("'Tis O'Brien, 3D and caf\u00E9\u00C9")) == "'Tis «nocase|O'Brien», «nocase|3D» and «nocase|caf\u00E9\u00C9»");
    BOOST_TEST(shown(Text("'TeX' 'A 'B's o''X'' XX' X'X'X'a'B")) == "'«nocase|TeX'» 'A 'B's «nocase|o''X''» «nocase|XX'» «nocase|X'X'X'a'B»");
    for (std::size_t before = 1; before < 40; ++before) {  // wherever a lane ends
        std::string const word = std::string(before, 'a') + "B";
        BOOST_TEST(shown(Text(word)) == "«nocase|" + word + "»");
        BOOST_TEST(shown(Text("The " + word + " x")) == "The «nocase|" + word + "» x");
    }
    BOOST_TEST(shown(text_of("The RNA", {{4, 7, Style::nocase, {}}}, arena)) == "The «nocase|RNA»");
    BOOST_TEST(shown(text_of("The RNA x", {{4, 7, Style::italic, {}}}, arena)) == "The «italic|«nocase|RNA»» x");
    BOOST_TEST(shown(text_of("The RNA x", {{5, 9, Style::italic, {}}}, arena)) == "The R«italic|NA x»");
}

BOOST_AUTO_TEST_CASE(title_case_is_told_by_the_longer_words) {
    BOOST_TEST(text::is_title_case(Text("The Art of Computer Programming")));
    BOOST_TEST(!text::is_title_case(Text("The art of computer programming")));
    BOOST_TEST(!text::is_title_case(Text("A history of England and its many kings")));
    BOOST_TEST(!text::is_title_case(Text("The impact of Brexit on the United Kingdom")));
    BOOST_TEST(text::is_title_case(Text("The Relation between Sorting and Searching")));
    BOOST_TEST(!text::is_title_case(Text("Physics")));
    BOOST_TEST(!text::is_title_case(Text("RNA")));
}

BOOST_AUTO_TEST_SUITE_END()
