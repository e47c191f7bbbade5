// Article pages: names by the citation and without it, the journal by what surrounds it, what the page leaves out.
#include "formats/article_page/citations.hpp"
#include "formats/article_page/persons.hpp"

#include "ibid/convert.hpp"
#include "ibid/format.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

namespace {
using namespace ibid;
using namespace ibid::formats::article_page;

/// "given|particle|family|suffix", or the literal.
std::string person(std::string_view name, CitedAuthor const* cited = nullptr) {
    Arena arena;
    Name read;
    read_name(name, cited, arena, read);
    if (!read.literal.empty()) return std::string(read.literal.plain);
    std::string all(read.given.plain);
    return all.append("|").append(read.non_dropping_particle.plain).append("|").append(read.family.plain).append("|").append(read.suffix.plain);
}

std::string joined(std::vector<std::string> const& names) {
    std::string all;
    for (std::string const& name : names) all.append(all.empty() ? "" : "|").append(name);
    return all;
}

/// One field of the record that a page means, as RIS has it: "T2  - ".
std::string ris(std::string const& page, std::string_view tag) {
    Diagnostics unheard;
    std::string const text = convert(page, "article-page", "ris", unheard).text;
    std::size_t const at = text.find("\n" + std::string(tag) + "  - ");
    if (at == text.npos) return {};
    return text.substr(at + 7, text.find('\n', at + 1) - at - 7);
}

std::string page_with(std::string const& lines, std::string const& citation) {
    return "Moss and stone\n\nAuthors:\n  - Ada Lovelace\n\n" + lines + "\n\n" + citation + "\n";
}
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_article_page)

BOOST_AUTO_TEST_CASE(the_given_name_comes_first) {
    BOOST_TEST(person("Jia-Jie Chen") == "Jia-Jie||Chen|");
    BOOST_TEST(person("Robert T. Fielding") == "Robert T.||Fielding|");
    BOOST_TEST(person("Jan van der Berg") == "Jan|van der|Berg|");
    BOOST_TEST(person("Martin Luther King Jr.") == "Martin Luther||King|Jr.");
    BOOST_TEST(person("Martin King, Jr") == "Martin||King|Jr");
    BOOST_TEST(person("\u00C9mile Zola III") == "\u00C9mile||Zola|III");
}

BOOST_AUTO_TEST_CASE(groups_and_single_words_are_not_taken_apart) {
    BOOST_TEST(person("The Northern Peat Core Consortium") == "The Northern Peat Core Consortium");
    BOOST_TEST(person("Suharto") == "Suharto");
    BOOST_TEST(person("Smith, John") == "Smith, John");
}

BOOST_AUTO_TEST_CASE(the_citation_says_which_words_are_the_family_name) {
    CitedAuthor const cited{"Garc\u00EDa M\u00E1rquez", "MJ"};
    BOOST_TEST(person("Mar\u00EDa Jos\u00E9 Garc\u00EDa M\u00E1rquez", &cited) == "Mar\u00EDa Jos\u00E9||Garc\u00EDa M\u00E1rquez|");
    BOOST_TEST(person("Hu Hou", &cited) == "Hu||Hou|");
    CitedAuthor const other{"Hou", "L"};  // of another initial: another person
    BOOST_TEST(person("Hu Mei Hou", &other) == "Hu Mei||Hou|");
}

BOOST_AUTO_TEST_CASE(a_line_may_hold_several_names) {
    BOOST_TEST(joined(names_in("A B, C D and E F")) == "A B|C D|E F");
    BOOST_TEST(joined(names_in("A B, Jr., C D, and E F")) == "A B, Jr.|C D|E F");
    BOOST_TEST(joined(names_in("Jia\u2011Jie  Chen")) == "Jia-Jie Chen");
    BOOST_TEST(joined(names_in("Heart Failure and Lung Disease Study Group")) == "Heart Failure and Lung Disease Study Group");
    BOOST_TEST(joined(names_in("Smith, John")) == "Smith, John");
}

BOOST_AUTO_TEST_CASE(cited_authors_have_initials_behind) {
    auto const authors = cited_authors("van der Berg J, Fielding RT Jr, The Peat Group and L'Huillier A-S:");
    BOOST_TEST_REQUIRE(authors.size() == 4U);
    BOOST_TEST(authors[0].family == "van der Berg");
    BOOST_TEST(authors[1].family == "Fielding");
    BOOST_TEST(authors[2].family == "The Peat Group");
    BOOST_TEST(authors[2].initials == "");
    BOOST_TEST(authors[3].family == "L'Huillier");
}

BOOST_AUTO_TEST_CASE(the_title_is_found_whatever_its_hyphens) {
    std::string text = "Chen J: COVID-19 and  IL\u20116. Exp Ther Med 21: 24, 2021";
    text.append(64, '\0');
    Citation const c = read_citation(std::string_view(text).substr(0, text.size() - 64), "COVID\u201119 and IL-6", grammars::article_page::Style::spandidos);
    BOOST_TEST(c.understood);
    BOOST_TEST(c.authors == "Chen J: ");
    BOOST_TEST(c.tail.journal == "Exp Ther Med");
}

BOOST_AUTO_TEST_CASE(a_short_title_is_not_taken_for_a_part_of_a_name) {
    std::string text = "Moss A: Moss. Exp Ther Med 21: 24, 2021";
    text.append(64, '\0');
    Citation const c = read_citation(std::string_view(text).substr(0, text.size() - 64), "Moss", grammars::article_page::Style::spandidos);
    BOOST_TEST(c.tail.journal == "Exp Ther Med");
}

BOOST_AUTO_TEST_CASE(the_journal_comes_from_any_of_the_citations) {
    BOOST_TEST(ris(page_with("", "APA\nLovelace, A. (2021). Moss and stone. Journal of Moss, 3, 24."), "T2") == "Journal of Moss");
    BOOST_TEST(ris(page_with("", "MLA\nLovelace, A.\"Moss and stone\". Journal of Moss 3.1 (2021): 24."), "T2") == "Journal of Moss");
    BOOST_TEST(ris(page_with("", "Chicago\nLovelace, A.\"Moss and stone\". Journal of Moss 3, no. 1 (2021): 24."), "T2") == "Journal of Moss");
    BOOST_TEST(ris(page_with("", "Spandidos Publications style\nLovelace A: Moss and stone. J Moss 3: 24, 2021"), "T2") == "J Moss");
}

BOOST_AUTO_TEST_CASE(a_citation_fills_in_what_the_page_leaves_out_and_no_more) {
    std::string const citation = "MLA\nLovelace, A.\"Moss and stone\". Journal of Moss 3.1 (2021): 24.";
    std::string const bare = page_with("", citation);
    BOOST_TEST(ris(bare, "VL") == "3");
    BOOST_TEST(ris(bare, "IS") == "1");
    BOOST_TEST(ris(bare, "SP") == "24");
    BOOST_TEST(ris(bare, "PY") == "2021");
    std::string const full = page_with("Pages: 20-29\nVolume 4 Issue 2\n", citation);
    BOOST_TEST(ris(full, "VL") == "4");
    BOOST_TEST(ris(full, "IS") == "2");
    BOOST_TEST(ris(full, "SP") == "20");
    BOOST_TEST(ris(full, "EP") == "29");
}

BOOST_AUTO_TEST_CASE(what_has_no_issue_is_published_with_its_page) {
    BOOST_TEST(ris(page_with("Published online on: May 3, 2018", ""), "PY") == "2018");
    BOOST_TEST(ris(page_with("Published online on: May 3, 2018\nJune-2019", ""), "PY") == "2019");
    BOOST_TEST(ris(page_with("Published online on: May 3, 2018\nJune-2019", ""), "ET") == "2018/05/03/");
}

BOOST_AUTO_TEST_CASE(lines_of_an_abstract_that_were_broken_by_width_are_joined) {
    auto const abstract = [](std::string const& text) { return ris(page_with("", "Abstract\n" + text), "AB"); };
    BOOST_TEST(abstract("the quick brown fox jumps\nover the lazy dog") == "the quick brown fox jumps over the lazy dog");
    Diagnostics unheard;
    std::string const kept = convert(page_with("", "Abstract\nAims: few.\nMethods: many more of them than that."), "article-page", "ibid-json", unheard).text;
    BOOST_TEST((kept.find("Aims: few.\\nMethods:") != kept.npos));
}

BOOST_AUTO_TEST_CASE(an_unknown_line_comes_back_from_a_bib_file_as_what_it_was) {
    Diagnostics unheard;
    std::string const bib = convert(page_with("Editor: C. Babbage", ""), "article-page", "biblatex", unheard).text;
    BOOST_TEST((bib.find("article-page-line = {Editor: C. Babbage}") != bib.npos), bib);
    std::string const again = convert(bib, "biblatex", "ibid-json", unheard).text;
    BOOST_TEST((again.find(R"({"format": "article-page", "name": "line", "value": "Editor: C. Babbage"})") != again.npos), again);
}

BOOST_AUTO_TEST_CASE(a_page_is_told_by_its_labels) {
    Format const* const format = find_format("article-page");
    BOOST_TEST_REQUIRE((format != nullptr));
    BOOST_TEST((format->make_writer == nullptr));
    for (MappingRow const& row : format->table()) BOOST_TEST(row.direction == "read", row.native);
    std::string const page = page_with("Published online on: May 3, 2018\nArticle Number: 3\nPrint ISSN: 1234-5679", "");
    BOOST_TEST((detect_format("page.txt", page) == format));
    BOOST_TEST((detect_format("", page) == format));
    BOOST_TEST((detect_format("x.txt", "A letter.\n\nAuthors: we.\n") == nullptr));
    BOOST_TEST((detect_format("x.txt", "TY  - JOUR\nAB  - Authors: we\nER  - \n") == find_format("ris")));
}

BOOST_AUTO_TEST_SUITE_END()
