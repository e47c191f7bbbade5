// The splitting of lists of names and of names, against "BibTeXing" and "Tame the BeaST".
#include "grammars/person_name.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid::grammars::person_name;
using ibid::tests::Padded;

namespace {

/// Enough of Unicode for these tests.
Letter letter_of(char32_t c) {
    if (c == U'\u00E9' || c == U'\u00F6' || c == U'\u03B2') return Letter::lower;
    if (c == U'\u2019') return Letter::none;
    return Letter::other;
}

std::string text(Name const& name) {
    std::string out;
    auto const part = [&](std::string_view label, std::string_view slice) {
        if (!slice.empty()) out.append(out.empty() ? "" : " ").append(label).append("[").append(slice).append("]");
    };
    part("first", name.first);
    part("von", name.von);
    part(name.form == Form::whole ? "whole" : "last", name.last);
    part("jr", name.jr);
    part("first-von", name.first_von);
    return out;
}

/// The names of a value, one to a line.
std::string names(std::string_view value, Problem expected = Problem::none) {
    Padded const padded(value);
    List list;
    parse(padded.view(), letter_of, list);
    BOOST_TEST(static_cast<int>(list.problems) == static_cast<int>(expected));
    std::string out;
    for (Name const& name : list.names) out += (out.empty() ? "" : "\n") + text(name);
    return out + (list.others ? "\n..." : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(person_name_grammar)

BOOST_AUTO_TEST_CASE(splits_at_and_between_white_space_in_any_letter_case) {
    BOOST_TEST(names("A and B") == "last[A]\nlast[B]");
    BOOST_TEST(names("A AND\n\tB \r\n aNd C") == "last[A]\nlast[B]\nlast[C]");
    BOOST_TEST(names("Brandt andersen and Ander son") == "first[Brandt] last[andersen]\nfirst[Ander] last[son]");
    BOOST_TEST(names("A~and~B") == "first[A] von[and] last[B]");
    BOOST_TEST(names("Simon {and} Schuster") == "first[Simon {and}] last[Schuster]");
    BOOST_TEST(names("A \\and B") == "first[A \\and] last[B]");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_no_name) {
    BOOST_TEST(names("") == "");
    BOOST_TEST(names(" ~\n") == "");
    BOOST_TEST(names("A and and B", Problem::empty_name) == "last[A]\nlast[B]");
    BOOST_TEST(names("and A", Problem::empty_name) == "last[A]");
    BOOST_TEST(names("A and", Problem::empty_name) == "last[A]");
    BOOST_TEST(names("A and , ~ and B", Problem::empty_name) == "last[A]\nlast[B]");
}

BOOST_AUTO_TEST_CASE(takes_others_at_the_end_as_a_flag) {
    BOOST_TEST(names("A and others") == "last[A]\n...");
    BOOST_TEST(names("A and et al.") == "last[A]\n...");
    BOOST_TEST(names("others") == "\n...");
    BOOST_TEST(names("others and A") == "last[others]\nlast[A]");
    BOOST_TEST(names("A and {others}") == "last[A]\nwhole[{others}]");
}

BOOST_AUTO_TEST_CASE(reads_first_von_last) {
    BOOST_TEST(names("Donald E. Knuth") == "first[Donald E.] last[Knuth]");
    BOOST_TEST(names("Ludwig van Beethoven") == "first[Ludwig] von[van] last[Beethoven]");
    BOOST_TEST(names("Jean de la Fontaine du Bois Joli") == "first[Jean] von[de la Fontaine du] last[Bois Joli]");
    BOOST_TEST(names("jean de la fontaine") == "von[jean de la] last[fontaine]");
    BOOST_TEST(names("Jean-Paul Sartre") == "first[Jean-Paul] last[Sartre]");
    BOOST_TEST(names("Jean d'Alembert") == "first[Jean] last[d'Alembert]");
    BOOST_TEST(names("Donald~E.~Knuth") == "first[Donald~E.] last[Knuth]");
    BOOST_TEST(names("Aristotle") == "last[Aristotle]");
}

BOOST_AUTO_TEST_CASE(reads_von_last_first_and_jr) {
    BOOST_TEST(names("Knuth, Donald E.") == "first[Donald E.] last[Knuth]");
    BOOST_TEST(names("van der Berg, Jr., Jan") == "first[Jan] von[van der] last[Berg] jr[Jr.]");
    BOOST_TEST(names("Charles Louis Xavier de la Vall{\\'e}e Poussin, J.")
               == "first[J.] von[Charles Louis Xavier de la] last[Vall{\\'e}e Poussin]");
    BOOST_TEST(names("{Barnes and Noble, Inc.}, Foo") == "first[Foo] last[{Barnes and Noble, Inc.}]");
    BOOST_TEST(names("Smith,, John") == "first[John] last[Smith]");
}

BOOST_AUTO_TEST_CASE(knows_a_particle_behind_the_given_name) {
    BOOST_TEST(names("Beethoven, Ludwig van") == "first[Ludwig] last[Beethoven] first-von[van]");
    BOOST_TEST(names("Saul, Albert de la") == "first[Albert] last[Saul] first-von[de la]");
    BOOST_TEST(names("Smith, john") == "first[john] last[Smith]");
    BOOST_TEST(names("Smith, John w.") == "first[John w.] last[Smith]");
    BOOST_TEST(names("Smith, {John van}") == "first[{John van}] last[Smith]");
}

BOOST_AUTO_TEST_CASE(tells_the_case_of_a_word_by_its_first_letter) {
    BOOST_TEST(names("{\\'e}lie Cartan") == "von[{\\'e}lie] last[Cartan]");
    BOOST_TEST(names("{\\'E}lie Cartan") == "first[{\\'E}lie] last[Cartan]");
    BOOST_TEST(names("Jean {\\ae}on X") == "first[Jean] von[{\\ae}on] last[X]");
    BOOST_TEST(names("Jean {\\AE}on X") == "first[Jean {\\AE}on] last[X]");
    BOOST_TEST(names("Jean {\\v{c}}on X") == "first[Jean] von[{\\v{c}}on] last[X]");
    BOOST_TEST(names("Jean {\\relax von} X") == "first[Jean] von[{\\relax von}] last[X]");
    BOOST_TEST(names("Jean {von} X") == "first[Jean {von}] last[X]");
    BOOST_TEST(names("Jean {de} la X") == "first[Jean {de}] von[la] last[X]");
    BOOST_TEST(names("Jean \u00E9lie X") == "first[Jean] von[\u00E9lie] last[X]");
    BOOST_TEST(names("Jean \u2019tHooft 't Hooft") == "first[Jean] von[\u2019tHooft 't] last[Hooft]");
    BOOST_TEST(names("\u674E \u660E") == "first[\u674E] last[\u660E]");
    BOOST_TEST(names("Jean 1st X") == "first[Jean] von[1st] last[X]");
}

BOOST_AUTO_TEST_CASE(sees_through_accents_without_braces_as_bibtex_does_not) {
    BOOST_TEST(names("\\'{E}lie Cartan") == "first[\\'{E}lie] last[Cartan]");
    BOOST_TEST(names("Mu\\~noz, J.\\,K.") == "first[J.\\,K.] last[Mu\\~noz]");
}

BOOST_AUTO_TEST_CASE(joins_what_stands_behind_the_blank_of_a_letter_or_an_accent_as_bibtex_does_not) {
    BOOST_TEST(names("\\O ksendal, Bernt") == "first[Bernt] last[\\O ksendal]");
    BOOST_TEST(names("Bernt \\O ksendal") == "first[Bernt] last[\\O ksendal]");
    BOOST_TEST(names("A\\\"\\i t Kaci, H.") == "first[H.] last[A\\\"\\i t Kaci]");
    BOOST_TEST(names("Fran\\c cois Bar\\\"\\i\n kin") == "first[Fran\\c cois] last[Bar\\\"\\i\n kin]");
    BOOST_TEST(names("A. \\O and B") == "first[A.] last[\\O]\nlast[B]");
    BOOST_TEST(names("Jean \\relax von X") == "first[Jean \\relax] von[von] last[X]");
}

BOOST_AUTO_TEST_CASE(does_not_take_a_brace_group_apart) {
    BOOST_TEST(names("{Barnes and Noble, Inc.} and A") == "whole[{Barnes and Noble, Inc.}]\nlast[A]");
    BOOST_TEST(names("{{\\LaTeX} Project}") == "whole[{{\\LaTeX} Project}]");
    BOOST_TEST(names("{\\sc World Bank}") == "whole[{\\sc World Bank}]");
    BOOST_TEST(names("{\\\"O}") == "last[{\\\"O}]");
    BOOST_TEST(names("{A} {B}") == "first[{A}] last[{B}]");
    BOOST_TEST(names("{A}{B}") == "last[{A}{B}]");
}

BOOST_AUTO_TEST_CASE(splits_a_particle_that_is_glued_to_a_group) {
    BOOST_TEST(names("d'{Alembert}, Jean") == "first[Jean] von[d'] last[{Alembert}]");
    BOOST_TEST(names("Jean d'{Alembert}") == "first[Jean] von[d'] last[{Alembert}]");
    BOOST_TEST(names("boven d'{Eert}, X") == "first[X] von[boven d'] last[{Eert}]");
    BOOST_TEST(names("d'{\\'E}toiles, X") == "first[X] last[d'{\\'E}toiles]");
    BOOST_TEST(names("O'{Neil}, X") == "first[X] last[O'{Neil}]");
    BOOST_TEST(names("d'{Al}embert, X") == "first[X] last[d'{Al}embert]");
}

BOOST_AUTO_TEST_CASE(reports_what_is_odd_and_reads_on) {
    BOOST_TEST(names("A, B, C, D and E", Problem::too_many_commas) == "whole[A, B, C, D]\nlast[E]");
    BOOST_TEST(names("BB,", Problem::trailing_comma) == "last[BB]");
    BOOST_TEST(names("Foo Bar, ~\t", Problem::trailing_comma) == "last[Foo Bar]");
    BOOST_TEST(names(", BB", Problem::missing_last) == "first[BB]");
    BOOST_TEST(names("AA {BB and CC", Problem::unbalanced) == "first[AA] last[{BB and CC]");
    BOOST_TEST(names("AA BB} and CC", Problem::unbalanced) == "first[AA] last[BB}]\nlast[CC]");
    BOOST_TEST(names("A\\", Problem::none) == "last[A\\]");
}

BOOST_AUTO_TEST_CASE(reads_extended_names) {
    BOOST_TEST(names("family=Sprat, given=Wendy, prefix={de la}, suffix=Jr.") == "first[Wendy] von[{de la}] last[Sprat] jr[Jr.]");
    BOOST_TEST(names("Given = Hans, FAMILY = Harman and A, B") == "first[Hans] last[Harman]\nfirst[B] last[A]");
    BOOST_TEST(names("given={John}, family={Smith}, middle={Simon}", Problem::stray_text) == "first[{John}] last[{Smith}]");
    BOOST_TEST(names("family={Harman, Jr}, given-i={{H}}, id=x and \"family=Pat, Son\", given=Q", Problem::stray_text)
               == "last[{Harman, Jr}]\nfirst[Q] last[Pat, Son]");
    BOOST_TEST(names("\\=Abe Foo and 1=2, X") == "first[\\=Abe] last[Foo]\nfirst[X] last[1=2]");
    BOOST_TEST(names("family=Foo, junk, given=Bar", Problem::stray_text) == "first[Bar] last[Foo]");
    BOOST_TEST(names("foo=bar", Problem::stray_text) == "");
}

BOOST_AUTO_TEST_CASE(lets_options_of_the_list_hold_for_the_names_behind_them) {
    Padded const value("useprefix=false and family=A, prefix=von and family=B, prefix=von, useprefix=true and C");
    List list;
    parse(value.view(), letter_of, list);
    BOOST_REQUIRE(list.names.size() == 3U);
    BOOST_TEST((list.names[0].use_prefix == UsePrefix::no));
    BOOST_TEST((list.names[1].use_prefix == UsePrefix::yes));
    BOOST_TEST((list.names[2].use_prefix == UsePrefix::unsaid));
}

BOOST_AUTO_TEST_CASE(says_whether_parts_can_be_taken_as_they_stand) {
    List list;
    parse(Padded("Ludwig van Beethoven").view(), letter_of, list);
    BOOST_TEST(list.plain);
    parse(Padded("Jean de  la\nFontaine and A B").view(), letter_of, list);
    BOOST_TEST(list.plain);
    BOOST_TEST(!list.names[0].tidy);
    BOOST_TEST(list.names[1].tidy);
    parse(Padded("M{\\\"u}ller").view(), letter_of, list);
    BOOST_TEST(!list.plain);
}

BOOST_AUTO_TEST_CASE(reads_a_plain_name) {
    auto const plain = [](std::string_view value) { return text(parse_plain(Padded(value).view(), letter_of)); };
    BOOST_TEST(plain("van der Berg, Jan, Jr.") == "first[Jan] von[van der] last[Berg] jr[Jr.]");
    BOOST_TEST(plain("Plato,") == "last[Plato]");
    BOOST_TEST(plain("Barnes and Noble") == "whole[Barnes and Noble]");
    BOOST_TEST(plain("A, B, C, D") == "whole[A, B, C, D]");
}

BOOST_AUTO_TEST_CASE(ends_on_every_prefix_of_a_hostile_value) {
    std::string const value = "{\\'{E}lie, and and , ~a\\{b}, {c} and family=\"x{y\", given= and \\";
    for (std::size_t size = 0; size <= value.size(); ++size) {
        Padded const padded(std::string_view(value).substr(0, size));
        List list;
        parse(padded.view(), letter_of, list);
        for (Name const& name : list.names)
            for (std::string_view const part : {name.first, name.von, name.last, name.jr, name.first_von})
                BOOST_TEST((part.empty() || (part.data() >= padded.begin() && part.data() + part.size() <= padded.end())));
    }
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
