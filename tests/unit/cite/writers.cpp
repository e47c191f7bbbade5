// Writers: each escapes what its target needs and nests what nests.
#include "cite/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {
using namespace ibid::cite;

std::string as(std::string_view name, Output const& output) { return write(*find_writer(name), flatten(output, {})); }
std::string as(std::string_view name, std::string_view markup) { return as(name, output_of_markup(markup)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_writers)

BOOST_AUTO_TEST_CASE(each_knows_its_formatting) {
    BOOST_TEST(as("html", "<i>a</i> <b>b</b>") == "<i>a</i> <b>b</b>");
    BOOST_TEST(as("plain", "<i>a</i> <b>b</b>") == "a b");
    BOOST_TEST(as("latex", "<i>a <i>b</i></i> <sc>c</sc>") == "\\textit{a \\textup{b}} \\textsc{c}");
    BOOST_TEST(as("markdown", "<i>a</i> <b>b</b><sup>2</sup>") == "*a* **b**^2^");
    BOOST_TEST(as("rtf", "<i>a</i> <b>b</b>") == "{\\i a} {\\b b}");
    BOOST_TEST(as("typst", "<i>a</i> <b>b</b>") == "#emph[a] #strong[b]");
}

BOOST_AUTO_TEST_CASE(each_escapes_its_specials) {
    BOOST_TEST(as("html", "a < b & c > d") == "a &#60; b &#38; c &#62; d");
    BOOST_TEST(as("latex", "50% & $1_{2}~^\\#") == "50\\% \\& \\$1\\_\\{2\\}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\#");
    BOOST_TEST(as("markdown", "a*b_c") == "a\\*b\\_c");
    BOOST_TEST(as("rtf", "{é–}") == "\\{\\uc0\\u233{}\\uc0\\u8211{}\\}");
    BOOST_TEST(as("rtf", "\U0001D11E") == "\\uc0\\u-10188{}\\uc0\\u-8930{}");
    BOOST_TEST(as("typst", "#a$") == "\\#a\\$");
}

BOOST_AUTO_TEST_CASE(links_are_written_where_a_target_has_them) {
    Output output;
    output.text = "x";
    output.link = "http://a.b/?c=1&d";
    BOOST_TEST(as("html", output) == "x");
    BOOST_TEST(as("html-links", output) == "<a href=\"http://a.b/?c=1&#38;d\">x</a>");
    BOOST_TEST(as("markdown", output) == "[x](http://a.b/?c=1&d)");
}

BOOST_AUTO_TEST_CASE(a_bibliography_wraps_its_entries) {
    Output output;
    output.text = "a";
    std::vector<WrittenEntry> const entries{{"a", {}, flatten(output, {})}, {"b", {}, flatten(output, {})}};
    BOOST_TEST(write_bibliography(html_writer, entries) ==
               "<div class=\"csl-bib-body\">\n  <div class=\"csl-entry\">a</div>\n  <div class=\"csl-entry\">a</div>\n</div>");
    BOOST_TEST(write_bibliography(*find_writer("plain"), entries) == "a\na\n");
}

BOOST_AUTO_TEST_CASE(what_latex_has_no_letters_for_is_a_command) {
    BOOST_TEST(as("latex", "Müller – “α”") == "Müller – “$\\alpha$”");
    BOOST_TEST(as("latex", "Ḥasan") == "{\\d H}asan");
    BOOST_TEST(as("latex", "COVID‑19") == "COVID\\mbox{-}19");
    BOOST_TEST(as("latex", "p < 1 \u2212\u202F2") == "p \\textless{} 1 $-$\\,2");
    BOOST_TEST(as("latex", "東京") == "東京");  // there is none
}

BOOST_AUTO_TEST_CASE(a_formula_is_itself_in_latex_and_its_reading_elsewhere) {
    ibid::Mark const marks[] = {{2, 6, ibid::Style::math, "H_2O"}};
    Output const output = output_of(ibid::Text("a H₂", marks));
    BOOST_TEST(as("latex", output) == "a $H_2O$");
    BOOST_TEST(as("html", output) == "a H₂");
    BOOST_TEST(as("json", output) == "{\"text\": \"a H₂\", \"runs\": [{\"text\": \"a \"}, {\"text\": \"H₂\", \"tex\": \"$H_2O$\"}]}");
}

BOOST_AUTO_TEST_CASE(what_would_begin_a_list_or_a_comment_is_escaped) {
    BOOST_TEST(as("markdown", "- a - b") == "\\- a - b");
    BOOST_TEST(as("markdown", "1. a") == "1\\. a");
    BOOST_TEST(as("markdown", "x @key") == "x \\@key");
    BOOST_TEST(as("typst", "= a // b") == "\\= a \\/\\/ b");
    BOOST_TEST(as("typst", "J. Doe") == "J. Doe");
}

BOOST_AUTO_TEST_CASE(a_title_of_nothing_but_signs_is_no_burden) {
    std::string signs;
    for (int i = 0; i < 300'000; ++i) signs += i % 2 == 0 ? "\u200B" : "\u2212";
    Output output;
    output.text = signs;
    BOOST_TEST(as("latex", output).size() == 150'000 * (std::string_view("\\hspace{0pt}").size() + 3));
}

BOOST_AUTO_TEST_CASE(runs_of_json_carry_the_attributes_of_css_and_csl) {
    std::vector<WrittenEntry> const entries{{"k\"1", {}, flatten(output_of_markup("a <i>b <b>c</b></i>"), {})}};
    BOOST_TEST(write_bibliography(*find_writer("json"), entries) ==
               "[\n  {\"id\": \"k\\\"1\", \"text\": \"a b c\", \"runs\": [{\"text\": \"a \"}, {\"text\": \"b \", \"font-style\": \"italic\"}, "
               "{\"text\": \"c\", \"font-style\": \"italic\", \"font-weight\": \"bold\"}]}\n]\n");
}

BOOST_AUTO_TEST_CASE(bibitems_are_numbered_by_latex_or_labelled_for_natbib) {
    std::vector<WrittenEntry> entries{{"a_1", {}, flatten(output_of_markup("A & B"), {})}};
    BOOST_TEST(write_bibliography(*find_writer("thebibliography"), entries) ==
               "\\providecommand{\\href}[2]{#2}\n\\begin{thebibliography}{9}\n\n\\bibitem{a_1}\nA \\& B\n\n\\end{thebibliography}\n");
    entries.front().label = {"Doe & [x]", "2001"};
    BOOST_TEST(write_bibliography(*find_writer("thebibliography"), entries) ==
               "\\providecommand{\\href}[2]{#2}\n\\begin{thebibliography}{{Doe \\& [x]}(2001)}\n\n\\bibitem[{Doe \\& [x]}(2001)]{a_1}\nA \\& B\n\n\\end{thebibliography}\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_target_is_none) { BOOST_TEST(find_writer("troff") == nullptr); }

BOOST_AUTO_TEST_SUITE_END()
