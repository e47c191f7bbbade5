// Names: what they mean, and that what is written is read back.
#include "text/names.hpp"

#include "text/scratch.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <random>
#include <string>
#include <string_view>

using namespace ibid;
using namespace ibid::text;

namespace {

LatexTarget const bibtex{LatexDialect::bibtex, false};
LatexTarget const biblatex{LatexDialect::biblatex, false};

std::string show(Name const& name) {
    std::string out;
    auto const part = [&](std::string_view label, Text const& value) {
        if (!value.empty()) out.append(out.empty() ? "" : " ").append(label).append("[").append(value.plain).append("]");
    };
    part("family", name.family);
    part("given", name.given);
    part("non-dropping", name.non_dropping_particle);
    part("dropping", name.dropping_particle);
    part("suffix", name.suffix);
    part("literal", name.literal);
    return out;
}

std::string decoded(std::string_view value, NameOptions const& options = {}) {
    Arena arena;
    Names const names = decode_names(arena.copy(value), arena, options);
    std::string out;
    for (Name const& name : names.list) out += (out.empty() ? "" : "\n") + show(name);
    return out + (names.others ? "\n..." : "");
}

std::string decoded_ris(std::string_view value) {
    Arena arena;
    return show(decode_ris_name(arena.copy(value), arena));
}

std::string encoded(Name const& name, LatexTarget const& target, NameLoss expected = NameLoss::none) {
    NameLoss loss = NameLoss::none;
    std::string const out(encode_name(name, target, loss));
    BOOST_TEST((loss == expected));
    return out;
}

std::string encoded_ris(Name const& name, NameLoss expected = NameLoss::none) {
    NameLoss loss = NameLoss::none;
    std::string const out(encode_ris_name(name, loss));
    BOOST_TEST((loss == expected));
    return out;
}

Name person(char const* family, char const* given = "", char const* non_dropping = "", char const* dropping = "", char const* suffix = "") {
    static Arena arena;
    Name name;
    name.family = arena.copy(family);
    name.given = arena.copy(given);
    name.non_dropping_particle = arena.copy(non_dropping);
    name.dropping_particle = arena.copy(dropping);
    name.suffix = arena.copy(suffix);
    return name;
}

Name institution(char const* literal) {
    static Arena arena;
    Name name;
    name.literal = arena.copy(literal);
    return name;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_names)

BOOST_AUTO_TEST_CASE(decodes_the_parts_of_a_list) {
    BOOST_TEST(decoded("Donald~E. Knuth and van der Berg, Jr., Jan and others")
               == "family[Knuth] given[Donald E.]\nfamily[Berg] given[Jan] non-dropping[van der] suffix[Jr.]\n...");
    BOOST_TEST(decoded("Jean\n de\n  la Fontaine") == "family[Fontaine] given[Jean] non-dropping[de la]");
    BOOST_TEST(decoded("M{\\\"u}ller, J{\\'e}r{\\^o}me") == "family[M\u00FCller] given[J\u00E9r\u00F4me]");
    BOOST_TEST(decoded("Erd\\H{o}s, P{\\'a}l") == "family[Erd\u0151s] given[P\u00E1l]");
    BOOST_TEST(decoded("Donald E.\\ Knuth") == "family[Knuth] given[Donald E.]");
    BOOST_TEST(decoded("\u00C9lie Cartan") == "family[Cartan] given[\u00C9lie]");
    BOOST_TEST(decoded("Smith--Jones, A. and O'Neil, B.") == "family[Smith\u2013Jones] given[A.]\nfamily[O'Neil] given[B.]");
    BOOST_TEST(decoded("others") == "\n...");
    BOOST_TEST(decoded("") == "");
}

BOOST_AUTO_TEST_CASE(keeps_an_institution_whole) {
    BOOST_TEST(decoded("{Barnes and Noble, Inc.} and Knuth, D.") == "literal[Barnes and Noble, Inc.]\nfamily[Knuth] given[D.]");
    BOOST_TEST(decoded("{{World Health Organization}}") == "literal[World Health Organization]");
    BOOST_TEST(decoded("{AT\\&T}") == "literal[AT&T]");
}

BOOST_AUTO_TEST_CASE(forgets_braces_that_only_group) {
    Arena arena;
    Names const names = decode_names(arena.copy("{van Gogh}, {Vincent}"), arena);
    BOOST_REQUIRE(names.list.size() == 1U);
    BOOST_TEST(show(names.list[0]) == "family[van Gogh] given[Vincent]");
    BOOST_TEST(names.list[0].family.marks.empty());
}

BOOST_AUTO_TEST_CASE(drops_the_particle_where_useprefix_is_false) {
    NameOptions const no_prefix{.use_prefix = false};
    BOOST_TEST(decoded("Ludwig van Beethoven", no_prefix) == "family[Beethoven] given[Ludwig] dropping[van]");
    BOOST_TEST(decoded("van Beethoven, Ludwig", no_prefix) == "family[Beethoven] given[Ludwig] dropping[van]");
    BOOST_TEST(decoded("van Beethoven, Jr., Ludwig", no_prefix) == "family[Beethoven] given[Ludwig] dropping[van] suffix[Jr.]");
    BOOST_TEST(decoded("family=Beethoven, given=Ludwig, prefix=van, useprefix=true", no_prefix)
               == "family[Beethoven] given[Ludwig] non-dropping[van]");
    BOOST_TEST(decoded("family=Beethoven, given=Ludwig, prefix=van, useprefix=false") == "family[Beethoven] given[Ludwig] dropping[van]");
    BOOST_TEST(decoded("family=Berg, given=Jan, prefix=van der") == "family[Berg] given[Jan] non-dropping[van der]");
    BOOST_TEST(decoded("Saul, Albert de") == "family[Saul] given[Albert] dropping[de]");
}

BOOST_AUTO_TEST_CASE(reports_what_was_odd) {
    Arena arena;
    NameIssues issues;
    Names const names = decode_names(arena.copy("A, B, C, D and and E"), arena, {}, &issues);
    BOOST_TEST(issues.too_many_commas);
    BOOST_TEST(issues.empty_name);
    BOOST_TEST(issues.where == "A, B, C, D");
    BOOST_TEST(show(names.list[0]) == "literal[A, B, C, D]");
    NameIssues two;
    decode_names(arena.copy("Miller, D. A. and M. Halle, J. Bresnan"), arena, {}, &two);
    BOOST_TEST(two.several);
    BOOST_TEST(two.where == "M. Halle, J. Bresnan");
    NameIssues inside;
    decode_names(arena.copy("Miller, D. et al."), arena, {}, &inside);
    BOOST_TEST(inside.others_inside);
    NameIssues none;
    decode_names(arena.copy("A and B"), arena, {}, &none);
    BOOST_TEST(!none.any());
}

BOOST_AUTO_TEST_CASE(mends_lists_without_and) {
    Arena arena;
    auto const mended = [&](std::string_view value) { return mend_names(arena.copy(value), arena); };
    BOOST_TEST(mended("Smith, John; Doe, Jane; van der Berg, Jan") == "Smith, John and Doe, Jane and van der Berg, Jan");
    BOOST_TEST(mended("Miller D.; Firby, J. and Kim, Yu.; et al.") == "Miller, D. and Firby, J. and Kim, Yu. and others");
    BOOST_TEST(mended("Miller, D., Firby, J.-P., M{\\\"u}ller, {\\'E}.") == "Miller, D. and Firby, J.-P. and M{\\\"u}ller, {\\'E}.");
    BOOST_TEST(mended("Adamic, L. and Huberman;, B.; Ounis,I.;") == "Adamic, L. and Huberman, B. and Ounis,I.");
    BOOST_TEST(mended("Miller, D., Firby, J. and Fishwick, P.") == "Miller, D. and Firby, J. and Fishwick, P.");
    BOOST_TEST(mended("David Miller, Jim Firby, Paul Fishwick, Jeff Rothenberg")
               == "David Miller and Jim Firby and Paul Fishwick and Jeff Rothenberg");
    BOOST_TEST(mended("Miller DA, Firby J, Fishwick P, et al.") == "Miller, DA and Firby, J and Fishwick, P and others");
    BOOST_TEST(mended("Miller DA, Firby J, et al.") == "Miller, DA and Firby, J and others");
    BOOST_TEST(mended("Miller, et al.") == "Miller and others");
    BOOST_TEST(mended("Miller, D., et al.") == "Miller, D. and others");
    BOOST_TEST(mended("Miller, David, et al.") == "Miller, David and others");
    BOOST_TEST(mended("D. Miller, J. Firby, P. Fishwick and W. Kintsch") == "D. Miller and J. Firby and P. Fishwick and W. Kintsch");
    BOOST_TEST(mended("Miller D, Firby JA, Fishwick P") == "Miller, D and Firby, JA and Fishwick, P");
    BOOST_TEST(mended("Miller, D. \\& Firby, J.") == "Miller, D. and Firby, J.");
    BOOST_TEST(mended("Miller, D., Firby, J., & Fishwick, P. A.") == "Miller, D. and Firby, J. and Fishwick, P. A.");
    BOOST_TEST(mended("D. Miller & J. Firby") == "D. Miller and J. Firby");
}

BOOST_AUTO_TEST_CASE(mends_no_list_that_it_does_not_understand) {
    Arena arena;
    auto const mended = [&](std::string_view value) { return mend_names(arena.copy(value), arena); };
    BOOST_TEST(mended("et al.").empty());
    BOOST_TEST(mended("Miller, D. et al.").empty());                  // as BibTeX reads it, with a warning
    BOOST_TEST(mended("Miller, D. and et al.").empty());               // by the rules already
    BOOST_TEST(mended("A, B, C, D").empty());                          // families alone?
    BOOST_TEST(mended("Miller, David, Firby, Jim").empty());           // which are the families?
    BOOST_TEST(mended("Miller, Jr., D.").empty());                     // von Last, Jr, First
    BOOST_TEST(mended("{Barnes; Noble}").empty());
    BOOST_TEST(mended("Garc&iacute;a, Jos&#233;").empty());            // the semicolons of entities
    BOOST_TEST(mended("family=Berg; prefix=van").empty());
    BOOST_TEST(mended("Grumbach, St\\&\\#233;phane and Libkin, L.").empty());
    BOOST_TEST(mended("Office of Science, Los Alamos, New Mexico, United States").empty());
    BOOST_TEST(mended("Ministry of Health; Bureau of Mines").empty());
    BOOST_TEST(mended("Barnes \\& Noble").empty());
    BOOST_TEST(mended("Barnes & Noble, Inc.").empty());
    BOOST_TEST(mended("Simon & Schuster; Barnes & Noble").empty());
    BOOST_TEST(mended("M. Halle, J. Bresnan and G. Miller").empty());  // as BibTeX reads it, with a warning
    BOOST_TEST(mended("St. John, J.").empty());
    BOOST_TEST(mended("Miller, David A").empty());
    BOOST_TEST(mended("van der Berg, A. J.").empty());
    BOOST_TEST(mended(";").empty());
    BOOST_TEST(mended("{a; b").empty());
    NameIssues issues;
    Names const names = decode_names(arena.copy("Miller, D.; Firby, J."), arena, {}, &issues);
    BOOST_TEST(names.list.size() == 2U);
    BOOST_TEST(issues.mended);
    BOOST_TEST(!issues.any());
}

BOOST_AUTO_TEST_CASE(encodes_for_bibtex) {
    BOOST_TEST(encoded(person("Knuth", "Donald E."), bibtex) == "Knuth, Donald E.");
    BOOST_TEST(encoded(person("Berg", "Jan", "van der", "", "Jr."), bibtex) == "van der Berg, Jr., Jan");
    BOOST_TEST(encoded(person("Plato"), bibtex) == "Plato");
    BOOST_TEST(encoded(person("Barnes; Noble", "J."), bibtex) == "{Barnes; Noble}, J.");  // else it is read as two
    BOOST_TEST(encoded(institution("Barnes and Noble, Inc."), bibtex) == "{Barnes and Noble, Inc.}");
    BOOST_TEST(encoded(institution("$1"), bibtex) == "{{\\$1}}");
    BOOST_TEST(encoded(person("Beethoven", "Ludwig", "", "van"), bibtex) == "Beethoven, Ludwig van");
    BOOST_TEST(encoded(person("Alembert", "Jean", "d'"), bibtex) == "d'{Alembert}, Jean");
    BOOST_TEST(encoded(person("Medici", "Lorenzo", "de'"), bibtex) == "de' Medici, Lorenzo");
    BOOST_TEST(encoded(person("Hakim", "Tawfiq", "al-"), bibtex) == "al-{Hakim}, Tawfiq");
    BOOST_TEST(encoded(person("Berg", "Jan", "Van"), bibtex, NameLoss::particle) == "Van Berg, Jan");
}

BOOST_AUTO_TEST_CASE(braces_what_would_be_read_otherwise) {
    BOOST_TEST(encoded(person("de Beauvoir", "Simone"), bibtex) == "{de Beauvoir}, Simone");
    BOOST_TEST(encoded(person("Smith, Esq", "John"), bibtex) == "{Smith, Esq}, John");
    BOOST_TEST(encoded(person("Black and White", "A"), bibtex) == "{Black and White}, A");
    BOOST_TEST(encoded(person("Garcia Marquez", "Gabriel"), bibtex) == "Garcia Marquez, Gabriel");
    BOOST_TEST(encoded(person("X", "Jan van"), bibtex) == "X, {Jan van}");
    BOOST_TEST(encoded(person("World Health Organization"), bibtex) == "{World Health Organization}");
    BOOST_TEST(encoded(person("others"), bibtex) == "{others}");
    BOOST_TEST(encoded(person("Berg", "", "", "", "Jr."), bibtex) == "Berg, Jr., {}");
    BOOST_TEST(encoded(person("", "Jan"), bibtex, NameLoss::given) == "Jan");
    BOOST_TEST(encoded(person("a=b", "C"), biblatex) == "{a=b}, C");
}

BOOST_AUTO_TEST_CASE(uses_the_extended_form_only_where_needed) {
    BOOST_TEST(encoded(person("Berg", "Jan", "van der", "", "Jr."), biblatex) == "van der Berg, Jr., Jan");
    BOOST_TEST(encoded(person("Beethoven", "Ludwig", "", "van"), biblatex)
               == "family=Beethoven, given=Ludwig, prefix=van, useprefix=false");
    BOOST_TEST(encoded(person("Berg", "Jan", "Van"), biblatex) == "family=Berg, given=Jan, prefix=Van, useprefix=true");
}

BOOST_AUTO_TEST_CASE(encodes_lists) {
    Scratch out;
    std::array const two{person("Knuth", "D."), institution("A and B")};
    encode_names(Names{two, true}, bibtex, out);
    BOOST_TEST(out.view() == "Knuth, D. and {A and B} and others");
    out.clear();
    encode_names(Names{{}, true}, bibtex, out);
    BOOST_TEST(out.view() == "others");
}

BOOST_AUTO_TEST_CASE(reads_and_writes_names_of_ris) {
    BOOST_TEST(decoded_ris("van der Berg, Jan, Jr.") == "family[Berg] given[Jan] non-dropping[van der] suffix[Jr.]");
    BOOST_TEST(decoded_ris("Fanning E.") == "literal[Fanning E.]");
    BOOST_TEST(decoded_ris("Plato,") == "family[Plato]");
    BOOST_TEST(decoded_ris("Barnes and Noble,, Inc.") == "literal[Barnes and Noble, Inc.]");
    BOOST_TEST(decoded_ris("Sammy , , Jr.") == "family[Sammy] suffix[Jr.]");
    BOOST_TEST(encoded_ris(person("Berg", "Jan", "van der", "", "Jr.")) == "van der Berg, Jan, Jr.");
    BOOST_TEST(decoded_ris("de' Medici, Lorenzo") == "family[Medici] given[Lorenzo] non-dropping[de']");
    BOOST_TEST(encoded_ris(person("Medici", "Lorenzo", "de'")) == "de' Medici, Lorenzo");
    BOOST_TEST(encoded_ris(person("Plato")) == "Plato,");
    BOOST_TEST(encoded_ris(institution("Barnes and Noble, Inc.")) == "Barnes and Noble,, Inc.");
    BOOST_TEST(encoded_ris(person("Beethoven", "Ludwig", "", "van")) == "Beethoven, Ludwig van");
    BOOST_TEST(encoded_ris(person("Smith, Esq", "J"), NameLoss::comma) == "Smith  Esq, J");
}

BOOST_AUTO_TEST_CASE(a_suffix_behind_the_given_name_is_one_and_braces_around_nothing_are_nobody) {
    Arena arena;
    NameIssues issues;
    Names const read = decode_names(arena.copy("Smith, John, Jr. and {} and Doe, III, Jane"), arena, {}, &issues);
    BOOST_TEST_REQUIRE(read.list.size() == 2U);
    BOOST_TEST(show(read.list[0]) == "family[Smith] given[John] suffix[Jr.]");
    BOOST_TEST(show(read.list[1]) == "family[Doe] given[Jane] suffix[III]");
    BOOST_TEST((issues.suffix_last && issues.empty_name));
}

BOOST_AUTO_TEST_CASE(what_is_written_without_loss_is_read_back) {
    constexpr std::array words = {"Jan", "de", "la", "Berg", "d'", "al-", "others", "and", "Noble,", "a=b", "\u00E9l\u00E9", "\u00C9lie", "X{y}", "j.",
                                  "W.", "Van", "\u674E", "'t", "de'", "O'Neil", "et", "al.", "A\u00A0B", "{", "}", "c\\d", "$1", "50%", "~x", "-", "1st", "\""};
    std::mt19937 random(1);
    auto const below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    Arena arena;
    auto const some = [&](std::size_t most) -> Text {
        std::string made;
        for (std::size_t i = below(most + 1); i > 0; --i) made.append(made.empty() ? "" : " ").append(words[below(words.size())]);
        return arena.copy(made);
    };
    std::size_t lossy = 0;
    for (int i = 0; i < 20000; ++i) {
        arena.clear();
        Name name;
        if (below(6) == 0) {
            name.literal = some(4);
        } else {
            name.family = some(3);
            if (below(4) > 0) name.given = some(2);
            if (below(3) == 0) name.non_dropping_particle = some(2);
            if (below(4) == 0) name.dropping_particle = some(2);
            if (below(5) == 0) name.suffix = some(2);
        }
        if (name == Name{}) continue;  // nobody
        for (LatexDialect const dialect : {LatexDialect::bibtex, LatexDialect::biblatex}) {
            NameLoss loss = NameLoss::none;
            std::string const written(encode_name(name, {dialect, below(2) == 0}, loss));
            Names const read = decode_names(arena.copy("Foo, Bar and " + written + " and Baz"), arena);
            BOOST_REQUIRE_MESSAGE(read.list.size() == 3U && !read.others, written);
            Name expected = name;  // a family name of several words alone is a literal
            if (name.literal.empty() && !read.list[1].literal.empty()) expected = Name{.literal = name.family};
            lossy += loss != NameLoss::none;
            if (loss == NameLoss::none) BOOST_TEST((read.list[1] == expected), written + " <- " + show(name));
        }
    }
    BOOST_TEST(lossy < 10000U);
}

BOOST_AUTO_TEST_SUITE_END()
