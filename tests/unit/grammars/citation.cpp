// The rule sets of formatted citations: what a line of each style is taken apart into, and how far others come.
#include "grammars/citation.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace ibid::grammars::citation;
using ibid::tests::Padded;

namespace {

std::string text(Name const& n) {
    if (!n.literal.empty()) return "{" + std::string(n.literal) + "}";
    std::string out;
    if (!n.particle_before.empty()) out += std::string(n.particle_before) + "~";
    out += std::string(n.family) + "/" + std::string(n.initials);
    if (!n.particle.empty()) out += "/" + std::string(n.particle);
    if (!n.suffix.empty()) out += "+" + std::string(n.suffix);
    return out;
}

std::string text(Problem const& p) {
    std::string const where = std::to_string(p.where - p.line.data());
    return (p.code == Code::too_long ? "too long " : "at ") + where + ": " + std::string(p.expected);
}

/// "style: names | title | container | volume | issue | page | publisher | place | year | DOI", or what is wrong.
std::string read(std::string_view line) {
    Padded const padded(line);
    Batch batch;
    parse_line(padded.view(), batch);
    if (batch.references.empty()) return batch.problems.empty() ? "nothing" : text(batch.problems.front());
    Reference const& r = batch.references.front();
    constexpr std::string_view styles[] = {"spandidos", "apa", "mla", "chicago"};
    std::string out = std::string(styles[static_cast<std::size_t>(r.style)]) + ": ";
    for (std::size_t i = 0; i < r.name_count; ++i) out += (i == 0 ? "" : ", ") + text(batch.names[r.first_name + i]);
    if (r.others) out += ", others";
    for (std::string_view const part : {r.title, r.container, r.volume, r.issue, r.page, r.publisher, r.place, r.year, r.doi})
        out += "|" + std::string(part);
    return out + std::string(r.year_suffix);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(citation_grammar)

BOOST_AUTO_TEST_CASE(reads_an_article_in_each_style) {
    BOOST_TEST(read("Chen J and Ji K: Title (Review). Exp Ther Med 21: 24, 2021") == "spandidos: Chen/J, Ji/K|Title (Review)|Exp Ther Med|21||24|||2021|");
    BOOST_TEST(read("Chen, J., & Ji, K. (2021). Title (Review). Exp, 21, 24. https://doi.org/10.1/a") == "apa: Chen/J., Ji/K.|Title (Review)|Exp|21||24|||2021|10.1/a");
    BOOST_TEST(read("Chen, J., Ji, K.\"Title\". Exp Ther Med 21.1 (2021): 24.") == "mla: Chen/J., Ji/K.|Title|Exp Ther Med|21|1|24|||2021|");
    BOOST_TEST(read("Chen, J., Ji, K.\"Title\". Exp Ther Med 21, no. 1 (2021): 24.") == "chicago: Chen/J., Ji/K.|Title|Exp Ther Med|21|1|24|||2021|");
}

BOOST_AUTO_TEST_CASE(tells_mla_and_chicago_apart_by_issue_and_doi) {
    BOOST_TEST(read("Ji, K.\"T\". Exp 21 (2021): 24.") == "mla: Ji/K.|T|Exp|21||24|||2021|");
    BOOST_TEST(read("Ji, K.\"T\". Exp 21.1 (2021): 24. https://doi.org/10.1/a") == "chicago: Ji/K.|T|Exp|21.1||24|||2021|10.1/a");
    BOOST_TEST(read("Ji, K.\"T\". Exp no. 1 (2021).") == "chicago: Ji/K.|T|Exp||1||||2021|");
}

BOOST_AUTO_TEST_CASE(reads_names_as_the_styles_print_them) {
    BOOST_TEST(read("Berg J van der Jr. and Öz Ž: T. E 1: 2, 2003") == "spandidos: Berg/J/van der+Jr., Öz/Ž|T|E|1||2|||2003|");
    BOOST_TEST(read("Berg, J. van der, Jr., & Öz, Ž. (2003). T. E, 1, 2.") == "apa: Berg/J./van der+Jr., Öz/Ž.|T|E|1||2|||2003|");
    BOOST_TEST(read("Aubignac, F. d’, van Gogh, V.\"T\". E 1 (2003).") == "mla: Aubignac/F./d’, van~Gogh/V.|T|E|1|||||2003|");
    BOOST_TEST(read("d’Aubignac F: T. E 1: 2, 2003") == "spandidos: d’~Aubignac/F|T|E|1||2|||2003|");
    BOOST_TEST(read("Chen J, Ji K, et al.: T. E 1: 2, 2003") == "spandidos: Chen/J, Ji/K, others|T|E|1||2|||2003|");
    BOOST_TEST(read("Chen, J. et al. (2003). T. E, 1, 2.") == "apa: Chen/J., others|T|E|1||2|||2003|");
}

BOOST_AUTO_TEST_CASE(keeps_institutions_whole) {
    BOOST_TEST(read("Health and Human Services: T. E 1: 2, 2003") == "spandidos: {Health and Human Services}|T|E|1||2|||2003|");
    BOOST_TEST(read("Chen J and Health and Human Services: T. E 1: 2, 2003") == "spandidos: Chen/J, {Health and Human Services}|T|E|1||2|||2003|");
    BOOST_TEST(read("Barnes and Noble, Inc. (2003). T. E, 1, 2.") == "apa: {Barnes and Noble, Inc.}|T|E|1||2|||2003|");
    BOOST_TEST(read("Novartis AG: T. E 1: 2, 2003") == "spandidos: {Novartis AG}|T|E|1||2|||2003|");
    BOOST_TEST(read("Smith AB and Doe C: T. E 1: 2, 2003") == "spandidos: Smith/AB, Doe/C|T|E|1||2|||2003|");
}

BOOST_AUTO_TEST_CASE(finds_the_end_of_a_title_by_what_follows) {
    BOOST_TEST(read("Ji K: Is it: yes? No. 1. J. Med. Chem. 21: 24, 2021") == "spandidos: Ji/K|Is it: yes? No. 1|J. Med. Chem.|21||24|||2021|");
    BOOST_TEST(read("Ji K: “Quoted.” Nature 21: 24, 2021") == "spandidos: Ji/K|“Quoted.”|Nature|21||24|||2021|");
    BOOST_TEST(read("Ji, K. (2021). Why? Nature, 21, 24.") == "apa: Ji/K.|Why?|Nature|21||24|||2021|");
    BOOST_TEST(read("Ji, K. (2021). One (2020). Two parts. Nature, 21, 24.") == "apa: Ji/K.|One (2020). Two parts|Nature|21||24|||2021|");
    BOOST_TEST(read("Ji, K.\"A 5\" disk\". Nature 21 (2021).") == "mla: Ji/K.|A 5\" disk|Nature|21|||||2021|");
}

BOOST_AUTO_TEST_CASE(reads_what_is_left_where_parts_are_missing) {
    BOOST_TEST(read("Ji K: Title. Nature 21: 24") == "spandidos: Ji/K|Title|Nature|21||24||||");
    BOOST_TEST(read("Ji K: Title. 2021") == "spandidos: Ji/K|Title|||||||2021|");
    BOOST_TEST(read("Title of nobody. Nature 21: 24, 2021") == "spandidos: |Title of nobody|Nature|21||24|||2021|");
    BOOST_TEST(read("Ji K: Title. Nature 24–30, 2021") == "spandidos: Ji/K|Title|Nature|||24–30|||2021|");
    BOOST_TEST(read("(2021). Title. Nature, 21, 24.") == "apa: |Title|Nature|21||24|||2021|");
    BOOST_TEST(read("Ji, K. Title. Nature, 21, 24.") == "apa: Ji/K.|Title|Nature|21||24||||");
    BOOST_TEST(read("\"Title\".") == "mla: |Title||||||||");
    BOOST_TEST(read("\"Title\". Nature 21.1 24–30.") == "mla: |Title|Nature|21|1|24–30||||");
}

BOOST_AUTO_TEST_CASE(reads_books_and_their_parts) {
    BOOST_TEST(read("Ji K: Title. Springer, Reading, MA, 1997") == "spandidos: Ji/K|Title|||||Springer|Reading, MA|1997|");
    BOOST_TEST(read("Ji K: Title. Springer, 1997") == "spandidos: Ji/K|Title|Springer||||||1997|");
    BOOST_TEST(read("Ji K: Title. The Book 12–30, Springer, Berlin, 1997") == "spandidos: Ji/K|Title|The Book|||12–30|Springer|Berlin|1997|");
    BOOST_TEST(read("Ji, K. (1997). Title. The Book, 12–30. Springer.") == "apa: Ji/K.|Title|The Book|||12–30|Springer||1997|");
}

BOOST_AUTO_TEST_CASE(reads_years_of_all_kinds) {
    BOOST_TEST(read("Ji K: T. N 1: 2, in press") == "spandidos: Ji/K|T|N|1||2|||in press|");
    BOOST_TEST(read("Ji K: T. N 1: 2, 44 BC") == "spandidos: Ji/K|T|N|1||2|||44 BC|");
    BOOST_TEST(read("Ji, K. (2019–2020). T. N, 1, 2.") == "apa: Ji/K.|T|N|1||2|||2019–2020|");
    BOOST_TEST(read("Ji, K. (2021b). T. N, 1, 2.") == "apa: Ji/K.|T|N|1||2|||2021|b");
}

BOOST_AUTO_TEST_CASE(skips_headings_and_numbers) {
    for (std::string_view const line : {"", "  ", "APA", "MLA", "Chicago", "Spandidos Publications style", "x", "Copy and paste a formatted citation"})
        BOOST_TEST(read(line) == "nothing");
    for (std::string const number : {"1. ", "12) ", "[12] ", "\t3.\t"})
        BOOST_TEST(read(number + "Ji K: T. N 1: 2, 2003 ") == "spandidos: Ji/K|T|N|1||2|||2003|");
    BOOST_TEST(read("1984. A book. N 1: 2, 2003") == "spandidos: |1984. A book|N|1||2|||2003|");
}

BOOST_AUTO_TEST_CASE(tells_how_far_a_line_in_another_style_comes) {
    BOOST_TEST(read("Chen J, Ji K. Title: a review. J Med. 2021;21(1):24.") == "at 6: ': ' and the title behind the names");
    BOOST_TEST(read("Chen, J., and Ji, K. (2021). Title. J Med 21, 24.") == "at 8: ', & ' and the last name, the year in parentheses, or the title in quotation marks");
    BOOST_TEST(read("J. Chen, \"Title,\" J. Med., vol. 21, 2021.") == "at 0: names, then ': ', the year in parentheses or the title in quotation marks");
    BOOST_TEST(read("Knuth, D. E. The Art. Addison-Wesley, 1997.").starts_with("at "));
    BOOST_TEST(read("Some prose, with a point: and no more.").starts_with("at 0"));
}

BOOST_AUTO_TEST_CASE(reads_a_window_line_by_line) {
    Padded const padded("Ji K: T. N 1: 2, 2003\r\n\r\nprose\nJi K: U. N 1: 2, 2003\nJi K: V. N");
    Batch batch;
    Parsed const first = parse(padded.view(), false, batch);
    BOOST_TEST(first.need_more);
    BOOST_TEST(padded.view().substr(first.consumed) == "Ji K: V. N");
    BOOST_TEST(batch.references.size() == 2U);
    BOOST_TEST(batch.problems.size() == 1U);
    Parsed const last = parse(padded.view().substr(first.consumed), true, batch);
    BOOST_TEST(!last.need_more);
    BOOST_TEST(first.consumed + last.consumed == padded.view().size());
    BOOST_TEST(batch.references.back().title == "V");
}

BOOST_AUTO_TEST_CASE(does_not_read_a_line_that_is_no_line) {
    Padded const padded("Ji K: T. N 1: 2, 2003\n" + std::string(100, 'a') + "\nJi K: U. N 1: 2, 2003\n");
    Batch batch;
    Limits limits;
    limits.max_line = 64;
    parse(padded.view(), true, batch, limits);
    BOOST_TEST(batch.references.size() == 2U);
    BOOST_REQUIRE(batch.problems.size() == 1U);
    BOOST_TEST(text(batch.problems.front()) == "too long 0: ");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
