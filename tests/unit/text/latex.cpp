// LaTeX -> Text: what the values of .bib files mean.
#include "text/latex.hpp"
#include "text/latex_source.hpp"

#include "unit/grammars/padded.hpp"
#include "unit/text/marked.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using ibid::tests::marked;
using ibid::tests::Padded;
namespace text = ibid::text;
using text::IssueCode;

namespace {

struct Case {
    std::string_view latex;
    std::string_view meaning;
};

std::string decoded(std::string_view latex, text::LatexOptions const& options = {}) {
    Padded const value(latex);
    ibid::Arena arena;
    return marked(text::decode_latex(value.view(), arena, options));
}

template <std::size_t N>
void check(Case const (&cases)[N]) {
    for (auto const& [latex, meaning] : cases)
        BOOST_TEST_CONTEXT("value: " << latex) BOOST_TEST(decoded(latex) == meaning);
}

/// What is odd in a value.
std::string issues_of(std::string_view latex) {
    Padded const value(latex);
    ibid::Arena arena;
    text::Issues issues;
    text::decode_latex(value.view(), arena, {}, &issues);
    std::string all;
    for (text::Issue const& issue : issues) {
        switch (issue.code) {
        case IssueCode::unknown_command: all += "unknown"; break;
        case IssueCode::unbalanced_brace: all += "unbalanced"; break;
        case IssueCode::too_deep: all += "deep"; break;
        default: all += "other"; break;
        }
        ((all += '<') += issue.where) += '>';
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_latex)

BOOST_AUTO_TEST_CASE(composes_accents_with_the_letter_they_are_over) {
    check({
        {R"(\'{\i})", "í"}, {R"({\'\i})", "í"}, {R"(\'i)", "í"}, {R"(\'{i})", "í"}, {R"(\' i)", "í"}, {R"({\'{\i}})", "í"},
        {R"(\c{c}\c c{\c c})", "ççç"}, {R"(\v{s}\v s)", "šš"}, {R"({\"O}stlund)", "Östlund"}, {R"(G{\"o}del)", "Gödel"},
        {R"(\`a \^e \~n \=o \.z \"u)", "à ê ñ ō ż ü"}, {R"(\u{g} \v{c} \H{o} \r{a} \k{a} \d{s} \b{d})", "ğ č ő å ą ṣ ḏ"},
        {R"(\^{\j} \v{\j} \"{\i})", "ĵ ǰ ï"}, {R"(\t{oo})", "o͡o"}, {R"(Erd{\H o}s)", "Erdős"}, {R"(\textcommabelow{s}t)", "șt"},
        {R"(\d{\i})", "ı̣"},
    });
}

BOOST_AUTO_TEST_CASE(stacks_accents_as_vietnamese_does) {
    check({
        {R"(\'{\^e} \'{\^{e}} {\'{\^e}})", "ế ế ế"}, {R"(\d{\^o})", "ộ"}, {R"(\^{\d o})", "ộ"}, {R"(\h{\^a})", "ẩ"},
        {R"(Nguy\~{\^e}n)", "Nguyễn"}, {R"(\'{\OHORN}\h{\uhorn})", "Ớử"}, {R"(\={\"u})", "ǖ"},
    });
}

BOOST_AUTO_TEST_CASE(reads_commands_of_two_accents) {
    check({{R"(\textacutemacron{a} \textacutemacron{e}x)", "ā́ ḗx"}, {R"(\textcircumacute{e}\texttildedot{o})", "ếȯ̃"}, {R"(\textringmacron{})", "̄"}});
}

BOOST_AUTO_TEST_CASE(spaces_accents_that_stand_alone) {
    check({{R"(\~{}user)", "~user"}, {R"(\^{} \'{} \"{} \c{ })", "^ ´ ¨ ¸"}, {R"(\`{})", "`"}});
}

BOOST_AUTO_TEST_CASE(accents_any_base_and_leaves_what_was_composed) {
    check({{R"(\'{é})", "é́"}, {R"(\v{ж})", "ж̌"}, {R"(\'{ea}x)", "éax"}, {"e\xCC\x81", "e\xCC\x81"}, {R"(\'{\ae})", "ǽ"}});
}

BOOST_AUTO_TEST_CASE(reads_letters_and_symbols_of_the_base_and_its_encodings) {
    check({
        {R"(\ss \o\O \l\L \ae\AE{} \oe\OE{} \aa\AA)", "ßøØłŁæÆ œŒ åÅ"}, {R"(\dh\DH\th\TH\ng\NG\dj\DJ\i\j)", "ðÐþÞŋŊđĐıȷ"},
        {R"(\&\%\$\#\_\{\})", "&%$#_{}"}, {R"(\textbackslash\textasciitilde\textasciicircum)", "\\~^"},
        {R"(\textendash\textemdash\ldots\dots)", "–—……"}, {R"(\glqq x\grqq{} \flqq y\frqq)", "„x“ «y»"},
        {R"(\textregistered\texttrademark\textdegree\pounds\S\P\dag)", "®™°£§¶†"}, {R"(\cyrya\CYRYA)", "яЯ"},
        {R"(\textalpha\textOmega)", "αΩ"}, {R"(\textschwa\textesh)", "əʃ"}, {R"({\ss}e Stra{\ss}e)", "ße Straße"},
        {R"(\char"41\char'102\char67 \symbol{68})", "ABCD"}, {R"(\texteuro{} \textquotesingle\textquotedbl)", "€ '\""},
    });
}

BOOST_AUTO_TEST_CASE(reads_dingbats_by_their_number_in_the_font) {
    check({{R"(\ding{51}\ding{"33} \ding{172}\ding{213}\ding{254})", "✓✓ ①→➾"}, {R"(\ding{37} \ding{108})", "☎ ●"}});
    for (char32_t number = 0; number < 256; ++number)
        if (char32_t const code = text::dingbat(number); code != 0) BOOST_TEST(bool(text::dingbat_number(code) == number), static_cast<unsigned>(number));
}

BOOST_AUTO_TEST_CASE(turns_spaces_dashes_and_quotation_marks_into_their_characters) {
    check({
        {"a~b", "a\u00A0b"}, {R"(a\,b\;c\quad d)", "a\u2009b\u2005c\u2003d"}, {"1--2---3", "1–2—3"}, {"``a'' `b'", "“a” `b'"},
        {"?`Que? !`Si!", "¿Que? ¡Si!"}, {R"(a\-b c\/d e\!f)", "ab cd ef"}, {R"(a\ b)", "a b"}, {"-{}- '{}'", "-- ''"},
        {"----", "—-"}, {R"(a\\b)", "a b"}, {"\"so\"", "\"so\""},
    });
}

BOOST_AUTO_TEST_CASE(collapses_white_space_and_trims_it) {
    check({{"  a \n\t b  ", "a b"}, {"a\n\nb", "a b"}, {R"(\emph{ a } b)", "«italic|a »b"}, {"{ a }", "«nocase|a»"}, {"a\\ \n  b", "a b"}, {"a\\  b", "a b"}, {"", ""}, {" \n ", ""}});
}

BOOST_AUTO_TEST_CASE(keeps_paragraphs_and_lines_where_it_is_asked_to) {
    text::LatexOptions const options{.paragraphs = true};
    BOOST_TEST(decoded("a\nb\n\n c \\par d\\\\ e", options) == "a b\n\nc\n\nd\ne");
    BOOST_TEST(decoded("\n\na\n\n", options) == "a");
}

BOOST_AUTO_TEST_CASE(takes_braces_for_protection_as_bibtex_does) {
    check({
        {"The {NASA} way", "The «nocase|NASA» way"}, {"{{World} Health}", "«nocase|World Health»"}, {"{W}orld", "«nocase|W»orld"},
        {R"({\'E}cole)", "École"}, {R"({{\'E}cole})", "«nocase|École»"}, {R"({\emph{X} y})", "«italic|X» y"},
        {R"({{\emph{X}} y})", "«nocase|«italic|X» y»"}, {R"(\emph{{X} y})", "«italic|«nocase|X» y»"}, {"a {} b", "a b"},
        {R"({$\alpha$})", "«nocase|α»"}, {R"({\TeX}book)", "«tex \\TeX|TeX»book"}, {R"({ \'E})", "«nocase|É»"},
    });
    BOOST_TEST(decoded("The {NASA} {\\em way}", {.protection = false}) == "The NASA «italic|way»");
}

BOOST_AUTO_TEST_CASE(reads_markup_commands_and_fonts) {
    check({
        {R"(\emph{a} \textit{b} \textsl{c} \mkbibemph{d})", "«italic|a» «italic|b» «italic|c» «italic|d»"},
        {R"(\textbf{a} \textsc{b} 1\textsuperscript{st} H\textsubscript{2}O)", "«bold|a» «small-caps|b» 1«superscript|st» H«subscript|2»O"},
        {R"({\em a} {\it b} {\bf c} {\sc d} {\itshape e})", "«italic|a» «italic|b» «bold|c» «small-caps|d» «italic|e»"},
        {R"({\bf\em a} b)", "«bold|«italic|a»» b"}, {R"(a \em b)", "a «italic|b»"}, {R"({a \bf b} c)", "«nocase|a «bold|b»» c"},
        {R"(\emph x \textbf{\textit{y}})", "«italic|x» «bold|«italic|y»»"}, {R"(\emph{a \textbf{b} c})", "«italic|a «bold|b» c»"},
        {R"(\emph{})", ""}, {R"(E. \emph{coli} in)", "E. «italic|coli» in"},
    });
}

BOOST_AUTO_TEST_CASE(puts_quotation_marks_into_the_text_of_a_quotation) {
    check({{R"(\enquote{a \mkbibquote{b} c})", "«quoted|“a «quoted|‘b’» c”»"}, {R"(\enquote{a} \enquote{b})", "«quoted|“a”» «quoted|“b”»"}});
}

BOOST_AUTO_TEST_CASE(reads_formulas_that_unicode_can_say) {
    check({
        {R"($\alpha$-helix)", "α-helix"}, {R"(H$_2$O, H$_{2}$O)", "H₂O, H₂O"}, {R"($^{131}$I)", "¹³¹I"}, {R"($90^\circ$C)", "90°C"},
        {R"($\leq 5$)", "≤ 5"}, {R"($11^{th}$)", "11ᵗʰ"}, {R"($\sp{2}\sb{3}$)", "²₃"}, {R"(\(\beta\))", "β"}, {R"($\frac12$)", "½"},
        {R"(DNA$_{\textrm{2}}$)", "DNA₂"}, {R"($10^{-3}$)", "10⁻³"}, {R"($k_{\rm max}$)", "«math k_{\\rm max}|k«subscript|max»»"}, {R"(n$_{\text{max}}$)", "n«subscript|max»"}, {R"($a_{\max}$)", "«math a_{\\max}|a«subscript|max»»"}, {R"($a_{x\max}$)", "«math a_{x\\max}|a«subscript|x max»»"}, {R"($4^{\textrm{ème}}$)", "4«superscript|ème»"}, {R"($\not\in$ $\neq$)", "∉ ≠"},
        {R"(\ensuremath{\pi})", "π"}, {R"($\alpha\beta$)", "αβ"}, {R"($\ell_1$)", "ℓ₁"}, {R"(a $\cdot$ b)", "a ⋅ b"},
    });
}

BOOST_AUTO_TEST_CASE(draws_a_line_over_negative_indices) {
    check({{R"($(000\bar{1})$)", "«math (000\\bar{1})|(0001\xCC\x85)»"}, {R"($\bar x$)", "«math \\bar x|x\xCC\x84»"}});
}

BOOST_AUTO_TEST_CASE(reads_delimiters_that_grow_without_the_blanks_inside) {
    check({
        {R"($\left( 0001 \right)$)", "(0001)"}, {R"($\left\{ 1, 2 \right\}$)", "{1, 2}"}, {R"($\left. 1 \right| 2$)", "1| 2"},
        {R"($\left$)", "«math|\\left»"},
    });
}

BOOST_AUTO_TEST_CASE(keeps_the_source_of_formulas_with_variables_and_of_those_without_a_reading) {
    check({
        {R"($n^2$)", "«math n^2|n²»"}, {R"($O(n\log n)$)", "«math O(n\\log n)|O(n log n)»"}, {R"($x \leq y$)", "«math x \\leq y|x ≤ y»"},
        {R"($\mathbb{R}^n$)", "«math \\mathbb{R}^n|ℝⁿ»"}, {R"(${\cal NP}$)", "«math {\\cal NP}|𝒩𝒫»"}, {R"($R_q$)", "«math R_q|R«subscript|q»»"},
        {R"($\check{S}$)", "«math \\check{S}|Š»"}, {R"($\frac{a}{b}$)", "«math|\\frac{a}{b}»"}, {R"($\sqrt{x}$)", "«math|\\sqrt{x}»"},
        {R"($\!$a)", "«math \\!|»a"}, {"$a\n  b$", "«math a b|a b»"}, {R"($\unknown x$)", "«math|\\unknown x»"},
    });
}

BOOST_AUTO_TEST_CASE(reads_chemical_formulas) {
    check({
        {R"(\ce{H2SO4})", "«tex \\ce{H2SO4}|H₂SO₄»"}, {R"(\ce{SO4^2-})", "«tex \\ce{SO4^2-}|SO₄²⁻»"}, {R"(\ce{2H2 + O2 -> 2H2O})", "«tex \\ce{2H2 + O2 -> 2H2O}|2H₂ + O₂ → 2H₂O»"},
        {R"(\ce{NH4+ + Cl- -> NH4Cl})", "«tex \\ce{NH4+ + Cl- -> NH4Cl}|NH₄⁺ + Cl⁻ → NH₄Cl»"}, {R"(\ce{C-H})", "«tex \\ce{C-H}|C-H»"},
        {R"(\ce{^{13}C})", "«tex \\ce{^{13}C}|¹³C»"}, {R"(\ce{$x$})", "«tex \\ce{$x$}|$x$»"},
    });
}

BOOST_AUTO_TEST_CASE(gives_logos_and_journals_a_reading) {
    check({
        {R"(\LaTeX{} and {\BibTeX})", "«tex \\LaTeX|LaTeX» and «tex \\BibTeX|BibTeX»"},
        {R"(\mnras)", "«tex \\mnras|Monthly Notices of the Royal Astronomical Society»"},
    });
}

BOOST_AUTO_TEST_CASE(keeps_commands_that_it_does_not_know) {
    check({
        {R"(\acro{PDF} x)", "«tex \\acro{|PDF» x"}, {R"(\foo[x]{y}{z})", "«tex \\foo[x]{y}{z}|y z»"}, {R"(\SI{5}{\kg})", "«tex \\SI{5}{\\kg}|5 «tex \\kg|\\kg»»"},
        {R"(n.d\adddot)", "n.d«tex \\adddot|.»"}, {R"(\enquote*{a \enquote{b}})", "«quoted|‘a «quoted|“b”»’»"}, {R"(\raisebox{-0.5ex}\textasciitilde 2)", "«tex \\raisebox{-0.5ex}\\textasciitilde|~»2"}, {R"({\ssf foo} x)", "«tex {\\ssf|foo» x"},
        {R"(a \foo b)", "a «tex \\foo |\\foo »b"}, {R"({\foo})", "«tex \\foo|\\foo»"}, {R"(\<x)", "«tex \\<|\\<»x"}, {R"(a\foo)", "a«tex \\foo|\\foo»"},
        {R"(\footnote{a {B}})", "«tex \\footnote{|a «nocase|B»»"}, {R"(\Foo{}ing)", "«tex \\Foo|\\Foo»ing"},
    });
    BOOST_TEST(issues_of(R"(\foo{x} \baz \mbox{y} \TeX)") == "unknown<\\foo>unknown<\\baz>");
}

BOOST_AUTO_TEST_CASE(shows_nothing_of_commands_that_only_order_or_space) {
    check({
        {R"({\noopsort{1973b}}1973)", "«tex {\\noopsort{1973b}}|»1973"}, {R"(\noopsort{b}1973)", "«tex \\noopsort{b}|»1973"}, {R"(d'{\aftergroup\ignorespaces} Este)", "d'«tex {\\aftergroup\\ignorespaces}|» Este"}, {R"(\{\vphantom{\}}a)", "{a"}, {R"({\relax Ph}ilippe)", "«tex {\\relax|Ph»ilippe"},
        {R"(\relax a)", "«tex \\relax|»a"}, {R"(a\kern-.1em b)", "a«tex \\kern-.1em|» b"}, {R"(a\hspace{1em}b)", "a«tex \\hspace{1em}| »b"}, {R"(a\hspace*{2mm}b)", "a«tex \\hspace*{2mm}| »b"},
        {R"(a\hspace{-1em}b)", "a«tex \\hspace{-1em}|»b"}, {R"(a \hspace{1em}b)", "a «tex \\hspace{1em}|»b"}, {R"(in/\hspace{0pt}out)", "in/«tex \\hspace{0pt}|»out"}, {R"(a\hspace{\fill}b)", "a«tex \\hspace{\\fill}| »b"},
        {R"({\it a\hspace{1em}} b)", "«italic|a»«tex \\hspace{1em}|» b"}, {R"(a\hspace{1em} b)", "a«tex \\hspace{1em}|» b"},
    });
    BOOST_TEST(issues_of(R"(\noopsort{a}\relax\protect\kern 1pt\hspace{1em})") == "");
}

BOOST_AUTO_TEST_CASE(shows_nothing_of_counters_that_only_tex_knows) {
    check({{R"(by \arabic{author} authors)", "by «tex \\arabic{author}|»authors"}, {R"(\Roman{page}i)", "«tex \\Roman{page}|»i"},
           {R"(\Roman{4})", "«tex \\Roman{|4»"}});
    BOOST_TEST(issues_of(R"(\arabic{author}\Roman{4})") == "unknown<\\arabic>unknown<\\Roman>");
}

BOOST_AUTO_TEST_CASE(says_the_words_of_localisation_keys) {
    check({{R"(\bibstring{nodate})", "«tex \\bibstring{nodate}|n.d.»"}, {R"(\bibcpstring{newseries} 2)", "«tex \\bibcpstring{newseries}|New series» 2"},
           {R"(a \bibsstring{inpress})", "a «tex \\bibsstring{inpress}|in press»"}, {R"(\bibstring{weather})", "«tex \\bibstring{|weather»"}});
}

BOOST_AUTO_TEST_CASE(leaves_addresses_and_code_alone) {
    check({
        {R"(\url{http://a_b/%20c#d})", "«verbatim|http://a_b/%20c#d»"}, {R"(see \url{http://x/\~{}y\_z})", "see «verbatim|http://x/~y_z»"},
        {R"(\href{http://a_b}{the {X} page})", "«tex \\href{http://a_b}{|the «nocase|X» page»"}, {R"(\verb|a_b\c|)", "«verbatim \\verb|a_b\\c»"},
        {R"(\path{a b})", "«verbatim \\path|a b»"}, {R"(\href{http://a})", "«verbatim|http://a»"},
    });
}

BOOST_AUTO_TEST_CASE(survives_braces_and_dollars_that_do_not_balance) {
    check({
        {"a {b", "a {b"}, {"a} b", "a} b"}, {"a {b} {c", "a «nocase|b» {c"}, {"}{", "}{"}, {"costs $5", "costs $5"}, {"a $b {c$ d}", "a $b «nocase|c$ d»"},
        {R"(\emph{a)", "«italic|{»a"}, {"a\\", "a\\"}, {R"(\url{a)", "«tex \\url|\\url»{a"}, {R"(\'{)", "{\xCC\x81"}, {R"({\')", "{´"},
        {R"(\verb|a)", "«tex \\verb|\\verb»|a"}, {"$$", "$$"}, {R"(\( x)", "«tex \\(|\\(» x"},
    });
    BOOST_TEST(issues_of("a {b") == "unbalanced<a {b>");
}

BOOST_AUTO_TEST_CASE(treats_percent_as_data) { check({{"100% of it\nx", "100% of it x"}, {"a_b^c&d#e", "a_b^c&d#e"}}); }

BOOST_AUTO_TEST_CASE(bounds_the_depth_of_groups) {
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "\\emph{";
    deep += "x" + std::string(1000, '}') + " y";
    Padded const value(deep);
    ibid::Arena arena;
    text::Issues issues;
    ibid::Text const decoded = text::decode_latex(value.view(), arena, {}, &issues);
    BOOST_TEST(decoded.plain == "x y");
    BOOST_TEST(decoded.marks.size() == 64);
    BOOST_TEST((issues.front().code == IssueCode::too_deep));
}

BOOST_AUTO_TEST_SUITE_END()
