// The grammar of article pages: what is a label, where lists and paragraphs end, which lines are furniture; and the
// tails of formatted citations.
#include "grammars/article_page.hpp"
#include "grammars/article_page_citation.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "padded.hpp"

namespace page = ibid::grammars::article_page;
using ibid::tests::Padded;
using page::Part;

namespace {

/// The values of a part, joined by bars.
std::string parts(std::string_view text, Part which) {
    Padded const padded(text);
    std::vector<page::Piece> pieces;
    page::parse(padded.view(), pieces);
    std::string all;
    for (page::Piece const& piece : pieces)
        if (piece.part == which) all.append(all.empty() ? "" : "|").append(piece.value);
    return all;
}

/// "journal;volume;issue;pages;year", "press" behind it; empty if it is not understood.
std::string tail(page::Style style, std::string_view text) {
    Padded const padded(text);
    page::Tail t;
    if (!page::parse_tail(padded.view(), style, t)) return {};
    std::string all;
    for (std::string_view const part : {t.journal, t.volume, t.issue, t.pages, t.year}) all.append(all.empty() ? "" : ";").append(part);
    return all + (t.in_press ? ";press" : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars_article_page)

BOOST_AUTO_TEST_CASE(the_title_is_the_first_line_that_is_neither_label_nor_notice) {
    BOOST_TEST(parts("\n\nOpen Access\n\n  Moss and stone \n\nAuthors:\nA B\n", Part::title) == "Moss and stone");
    BOOST_TEST(parts("Pages: a history of the book\nAuthors: A B\n", Part::title) == "Pages: a history of the book");
    BOOST_TEST(parts("Volume and surface of stones\nAuthors: A B\n", Part::title) == "Volume and surface of stones");
    BOOST_TEST(parts("Abstract thinking in apes\nAbstract\nText.", Part::title) == "Abstract thinking in apes");
    BOOST_TEST(parts("May 2021\nMoss\n", Part::title) == "Moss");
}

BOOST_AUTO_TEST_CASE(without_a_title_above_the_authors_there_is_none) {
    std::string const text = "Open Access\nAuthors:\n  - A B\nView Affiliations\nStray\n";
    BOOST_TEST(parts(text, Part::title) == "");
    BOOST_TEST(parts(text, Part::unknown) == "Stray");
}

BOOST_AUTO_TEST_CASE(a_kind_stands_alone_or_beside_the_notice_above_the_title) {
    BOOST_TEST(parts("Case report Open Access\nMoss\n", Part::kind) == "Case report");
    BOOST_TEST(parts("Review\n\nMoss\n", Part::kind) == "Review");
    BOOST_TEST(parts("Editorial\n\nAuthors:\nA B\n", Part::kind) == "");
    BOOST_TEST(parts("Editorial\n\nAuthors:\nA B\n", Part::title) == "Editorial");
}

BOOST_AUTO_TEST_CASE(authors_are_a_list_with_any_bullets_or_none) {
    for (std::string_view const bullet : {"    \u2022 ", "* ", "- ", "\t", "\u2013 ", "\u2022\u00A0", "", "  "})
        for (std::string_view const end : {"\n", "\r\n", "\r"}) {
            std::string text = "Moss" + std::string(end) + "Authors:" + std::string(end);
            for (std::string_view const name : {"Jia-Jie Chen", "Hu Hou"}) text.append(bullet).append(name).append(end);
            text.append("View Affiliations").append(end).append("Article Number: 3").append(end);
            BOOST_TEST(parts(text, Part::author) == "Jia-Jie Chen|Hu Hou", text);
            BOOST_TEST(parts(text, Part::article_number) == "3");
            BOOST_TEST(parts(text, Part::unknown) == "");
        }
}

BOOST_AUTO_TEST_CASE(a_labelled_line_that_is_not_known_is_no_author) {
    std::string const text = "Moss\nAuthors:\n  - A B\n  - Editor: C D\n";
    BOOST_TEST(parts(text, Part::author) == "A B");
    BOOST_TEST(parts(text, Part::unknown) == "- Editor: C D");
}

BOOST_AUTO_TEST_CASE(date_and_doi_share_a_line_or_have_their_own) {
    BOOST_TEST(parts("M\nPublished online on: May 3, 2018     https://doi.org/10.5/x\n", Part::published) == "May 3, 2018");
    BOOST_TEST(parts("M\nPublished online on: May 3, 2018     https://doi.org/10.5/x\n", Part::doi) == "https://doi.org/10.5/x");
    BOOST_TEST(parts("M\nPUBLISHED\u00A0ONLINE  ON : May 3, 2018\nDOI: 10.5555/x\n", Part::published) == "May 3, 2018");
    BOOST_TEST(parts("M\nPublished online: 3 May 2018\n10.5555/x\n", Part::doi) == "10.5555/x");
}

BOOST_AUTO_TEST_CASE(issue_and_volume_share_a_line_or_have_their_own) {
    for (std::string_view const text : {"M\nJanuary-2021\nVolume 21 Issue 1\n", "M\nJanuary-2021 Volume 21, Issue 1", "M\n\u2022 January-2021\nVolume\u00A021 No. 1\n"}) {
        BOOST_TEST(parts(text, Part::issue_date) == "January-2021");
        BOOST_TEST(parts(text, Part::volume) == "21");
        BOOST_TEST(parts(text, Part::issue) == "1");
        BOOST_TEST(parts(text, Part::unknown) == "");
    }
    BOOST_TEST(parts("M\nVolume 7\n", Part::volume) == "7");
    BOOST_TEST(parts("M\nVolume 7\n", Part::issue) == "");
    BOOST_TEST(parts("M\nMay\u2011June\u20112018\n", Part::issue_date) == "May\u2011June\u20112018");
}

BOOST_AUTO_TEST_CASE(an_abstract_goes_on_to_the_next_label) {
    BOOST_TEST(parts("M\nAbstract\n\nOne.\n\nBackground: two.\nView Figures\nthree\n", Part::abstract) == "One.\n\nBackground: two.");
    BOOST_TEST(parts("M\nAbstract: One.\n\n\n", Part::abstract) == "One.");
    BOOST_TEST(parts("M\nABSTRACT\r\nOne.\r\nKeywords: a, b\r\n", Part::abstract) == "One.");
}

BOOST_AUTO_TEST_CASE(keywords_stand_behind_their_label_or_below_it) {
    BOOST_TEST(parts("M\nKeywords: a, b\nstray\n", Part::keywords) == "a, b");
    BOOST_TEST(parts("M\nKey words: a,\nb\n\nstray\n", Part::keywords) == "a,\nb");
    BOOST_TEST(parts("M\nKeywords\n\na\nb\n\nstray\n", Part::keywords) == "a\nb");
}

BOOST_AUTO_TEST_CASE(furniture_leaves_nothing_and_the_rest_is_unknown) {
    std::string const text = "M\nView Affiliations\nMetrics: Total Views: 0 (Spandidos Publications: | PMC Statistics: )\nTotal PDF Downloads: 0\n"
                             "View Figures\nView References\nRelated Articles\nJournal Cover\nSign up for eToc alerts\n"
                             "Recommend to Library\nCopy and paste a formatted citation\nx\nOpen Access\nx-rays\nView Figures of speech\n";
    BOOST_TEST(parts(text, Part::unknown) == "x-rays|View Figures of speech");
}

BOOST_AUTO_TEST_CASE(citations_stand_below_the_names_of_their_styles) {
    BOOST_TEST(parts("M\nSpandidos Publications style\nA B: M. J 1: 2, 2003\nAPA\nMLA\n\nx\n", Part::spandidos_citation) == "A B: M. J 1: 2, 2003");
    BOOST_TEST(parts("M\nAPA\nMLA\nA\nB\n", Part::apa_citation) == "");
    BOOST_TEST(parts("M\nAPA\nMLA\nA\nB\n", Part::mla_citation) == "A");
    BOOST_TEST(parts("M\nAPA\nMLA\nA\nB\n", Part::unknown) == "B");
}

BOOST_AUTO_TEST_CASE(the_journal_ends_where_the_style_counts_on) {
    using enum page::Style;
    BOOST_TEST(tail(spandidos, "Exp Ther Med 21: 24, 2021") == "Exp Ther Med;21;;24;2021");
    BOOST_TEST(tail(spandidos, "Mol Med Rep 3 (Suppl 1): S1-S2, 2020.") == "Mol Med Rep;3;Suppl 1;S1-S2;2020");
    BOOST_TEST(tail(spandidos, "Int J Oncol: (In Press), 2021") == "Int J Oncol;;;;2021;press");
    BOOST_TEST(tail(spandidos, "Int J Oncol, 2020") == "Int J Oncol;;;;2020");
    BOOST_TEST(tail(spandidos, "21st Century Med IV: e3, 2020") == "21st Century Med;IV;;e3;2020");
    BOOST_TEST(tail(spandidos, "no tail at all") == "");
    BOOST_TEST(tail(apa, "Oncology Letters, 21(3), 24-29. https://doi.org/10.3892/x") == "Oncology Letters;21;3;24-29;");
    BOOST_TEST(tail(apa, "Oncology Letters. https://doi.org/10.3892/x") == "Oncology Letters;;;;");
    BOOST_TEST(tail(apa, "Blood, Sweat and Tears, 21, 24.") == "Blood, Sweat and Tears;21;;24;");
    BOOST_TEST(tail(mla, "Oncology Letters 21.1 (2021): 24.") == "Oncology Letters;21;1;24;2021");
    BOOST_TEST(tail(mla, "Oncology Letters (2021).") == "Oncology Letters;;;;2021");
    BOOST_TEST(tail(chicago, "Oncology Letters 21, no. 1 (2021): 24. https://doi.org/10.3892/x") == "Oncology Letters;21;1;24;2021");
}

BOOST_AUTO_TEST_SUITE_END()
