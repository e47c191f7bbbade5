// Text -> LaTeX: the spelling of each mark and character, and that what is written is read as the same text.
#include "text/latex.hpp"

#include "support/generate.hpp"
#include "unit/grammars/padded.hpp"
#include "unit/text/marked.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using ibid::Arena;
using ibid::Mark;
using ibid::Style;
using ibid::Text;
using ibid::tests::marked;
using ibid::tests::Padded;
namespace text = ibid::text;
using text::LatexDialect;
using text::LatexTarget;

namespace {

constexpr LatexTarget biblatex{};
constexpr LatexTarget bibtex{LatexDialect::bibtex, false};
constexpr LatexTarget ascii{LatexDialect::biblatex, true};

std::string encoded(Text const& given, LatexTarget const& target, text::Issues* issues = nullptr) {
    Arena arena;
    Text const value(arena.copy(given.plain), given.marks);
    std::string out(text::latex_size(value, target) + 64, '?');
    char* const end = text::encode_latex(value, out.data(), target, issues);
    auto const size = static_cast<std::size_t>(end - out.data());
    BOOST_TEST(size + 64 <= out.size());
    out.resize(size);
    return out;
}

/// What becomes of a value that is read and written.
std::string rewritten(std::string_view latex, LatexTarget const& target = biblatex) {
    Padded const value(latex);
    Arena arena;
    return encoded(text::decode_latex(value.view(), arena, {.paragraphs = true}), target);
}

void check_reads_the_same(Text const& value, LatexTarget const& target) {
    std::string const latex = encoded(value, target);
    Padded const again(latex);
    Arena arena;
    BOOST_TEST_CONTEXT("written: " << latex) {
        BOOST_TEST(marked(text::decode_latex(again.view(), arena, {.paragraphs = true})) == marked(value));
        BOOST_TEST(std::count(latex.begin(), latex.end(), '{') == std::count(latex.begin(), latex.end(), '}'));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_latex_encode)

BOOST_AUTO_TEST_CASE(writes_marks_as_the_commands_of_the_target) {
    std::string_view const latex = R"({\em a} {\bf b} {\sc c} 1\sp{st} H\textsubscript{2} \enquote{d} {E} \url{f_g})";
    BOOST_TEST(rewritten(latex) == R"(\emph{a} \textbf{b} \textsc{c} 1\textsuperscript{st} H\textsubscript{2} \mkbibquote{d} {E} \url{f_g})");
    BOOST_TEST(rewritten(latex, bibtex) == R"(\emph{a} \textbf{b} \textsc{c} 1\textsuperscript{st} H\textsubscript{2} ``d'' {E} \url{f_g})");
}

BOOST_AUTO_TEST_CASE(leaves_what_is_normal_as_it_stands) {
    for (std::string_view const latex : {
             "Plain text, with (some) [marks] | \"quotes\" * + / ? !", R"(A \& B: 100\% of \$5 \#1 a\_b)", R"({\TeX}book and {\LaTeX})", "{NASA} and {HIV}",
             "pp. 1--2 --- x", "``so''", "a~b", R"(\acro{PDF} {\tt x} \foo[x]{y} {\relax Ph}ilippe)", R"({\noopsort{1973b}}1973)", R"($n^2$ \ce{H2O} $\frac{a}{b}$)",
             R"(\emph{{E. coli} x})", R"({{\emph{E. coli}} x})", R"(\href{http://x_y}{text})", R"({\textasciitilde}user {\textbackslash} {\textasciicircum})", R"(\{a\})",
             R"(\verb|a_b|)", R"(a \foo b)", "H$_2$O and x$^{4+}$", "a\n\nb", "a\\\\\nb", R"(\'{\i})"}) {
        std::string expected(latex);
        if (latex == R"(\'{\i})") expected = "í";
        BOOST_TEST(rewritten(latex) == expected);
    }
}

BOOST_AUTO_TEST_CASE(writes_characters_as_commands_for_ascii) {
    struct {
        std::string_view text, latex;
    } const cases[] = {
        {"Café Östlund", R"(Caf{\'e} {\"O}stlund)"}, {"í ĵ", R"({\'\i} {\^\j})"}, {"ế ộ", R"({\'{\^e}} {\^{\d o}})"}, {"Straße", R"(Stra{\ss}e)"},
        {"ŁøÅæ", R"({\L}{\o}{\AA}{\ae})"}, {"č š ş", R"({\v c} {\v s} {\c s})"}, {"αβ ≤ Ω", R"($\alpha$$\beta$ $\leq$ $\Omega$)"}, {"€ ™", R"({\texteuro} {\texttrademark})"},
        {"x²⁺ H₂O", R"(x$^{2+}$ H$_2$O)"}, {"яЯ", R"({\cyrya}{\CYRYA})"}, {"a–b “c”", "a--b ``c''"}, {"… † §", R"({\textellipsis} {\textdagger} {\textsection})"}, {"ǽ", R"({\'\ae})"},
    };
    for (auto const& [plain, latex] : cases) {
        BOOST_TEST(encoded(plain, ascii) == latex);
        check_reads_the_same(plain, ascii);
    }
}

BOOST_AUTO_TEST_CASE(keeps_characters_that_have_no_command_and_reports_them) {
    Padded const value("毛 a");
    text::Issues issues;
    char out[100];
    char* const end = text::encode_latex(value.view(), out, ascii, &issues);
    BOOST_TEST(std::string_view(out, static_cast<std::size_t>(end - out)) == value.view());
    BOOST_REQUIRE(issues.size() == 1);
    BOOST_TEST((issues[0].code == text::IssueCode::no_escape && issues[0].where == "毛"));
}

BOOST_AUTO_TEST_CASE(never_lets_neighbours_join) {
    for (std::string_view const plain : {"--", "---", "–-", "-–", "—–-", "``", "''", "“`", "`“", "?`", "!`x", "?“", "''”", "”'", "‘`'’", "a-–-—b"}) {
        for (LatexTarget const& target : {biblatex, bibtex, ascii}) check_reads_the_same(plain, target);
    }
}

BOOST_AUTO_TEST_CASE(writes_a_word_of_scripts_so_that_it_stays_one) {
    Arena arena;
    Text const word = ibid::tests::text_of("nₘₐₓ ≤ 10²", {}, arena);
    BOOST_TEST(encoded(word, biblatex) == R"(n$_{ma}$$_x$ ≤ 10²)");
    check_reads_the_same(word, biblatex);
    check_reads_the_same(word, ascii);
}

BOOST_AUTO_TEST_CASE(writes_braces_that_balance_for_bibtex_too) {
    BOOST_TEST(encoded("a {b} c", biblatex) == R"(a \{b\} c)");
    BOOST_TEST(encoded("a {b c", biblatex) == R"(a {\textbraceleft}b c)");
    BOOST_TEST(encoded("}{", biblatex) == R"({\textbraceright}{\textbraceleft})");
    for (std::string_view const plain : {"{", "}", "{}", "}{", "a{b}c}d", "\\{", "\\"})
        for (LatexTarget const& target : {biblatex, bibtex, ascii}) check_reads_the_same(plain, target);
}

BOOST_AUTO_TEST_CASE(protects_what_begins_with_a_command) {
    Arena arena;
    auto const check = [&](std::string_view plain, std::initializer_list<Mark> marks, std::string_view latex) {
        Text const value = ibid::tests::text_of(plain, marks, arena);
        BOOST_TEST(encoded(value, biblatex) == latex);
        check_reads_the_same(value, biblatex);
        check_reads_the_same(value, ascii);
    };
    check("& Co", {{0, 4, Style::nocase, {}}}, R"({{\&} Co})");
    check("École", {{0, 6, Style::nocase, {}}}, "{École}");
    check("E. coli x", {{0, 9, Style::nocase, {}}, {0, 7, Style::italic, {}}}, R"({{\emph{E. coli}} x})");
    check("http://x", {{0, 8, Style::nocase, {}}, {0, 8, Style::verbatim, {}}}, R"({{\url{http://x}}})");
    check("TeX x", {{0, 5, Style::nocase, {}}, {0, 3, Style::tex, "\\TeX"}}, R"({{\TeX} x})");
    check("foo", {{0, 3, Style::tex, "\\Foo{"}}, R"({\Foo{foo}})");
}

BOOST_AUTO_TEST_CASE(writes_the_text_of_marks_that_make_no_sense) {
    Arena arena;
    text::Issues issues;
    for (std::string_view const source : {"", "x", "}", "\\foo{{", "{", "\\", "\\foo}{"}) {
        Text const value = ibid::tests::text_of("a & b", {{0, 5, Style::tex, source}}, arena);
        BOOST_TEST(encoded(value, biblatex, &issues) == R"(a \& b)");
    }
    BOOST_TEST(issues.size() == 7);
    BOOST_TEST(encoded(ibid::tests::text_of("a $ b", {{0, 5, Style::math, {}}}, arena), biblatex) == R"(\(a $ b\))");
    BOOST_TEST(encoded(ibid::tests::text_of("a } b", {{0, 5, Style::verbatim, {}}}, arena), biblatex) == R"(a {\textbraceright} b)");
    BOOST_TEST(encoded(ibid::tests::text_of("abc", {{0, 2, Style::italic, {}}, {1, 3, Style::bold, {}}, {9, 12, Style::bold, {}}}, arena), biblatex) == R"(\emph{a\textbf{b}}c)");
}

namespace {

/// Texts over a nasty alphabet under nested marks, as decoding makes them: white space in order, no mark in vain.
class RandomText {
public:
    explicit RandomText(std::uint64_t seed) : random_(seed) {}

    Text operator()(Arena& arena) {
        plain_.clear();
        marks_.clear();
        run(0, false);
        while (!plain_.empty() && (plain_.back() == ' ' || plain_.back() == '\n')) plain_.pop_back();
        auto const end = static_cast<std::uint32_t>(plain_.size());
        std::vector<Mark> kept;
        for (Mark mark : marks_) {
            mark.end = std::min(mark.end, end);
            if (mark.begin < mark.end || (mark.style == Style::tex && mark.begin <= end)) kept.push_back(mark);
        }
        return {arena.copy(plain_), arena.copy_array(std::span<Mark const>(kept))};
    }

private:
    void run(int depth, bool protect) {
        for (std::uint32_t n = 1 + random_(5); n > 0; --n) {
            if (depth < 5 && random_.one_in(3)) group(depth, protect);
            else piece();
        }
    }

    void piece() {
        static constexpr std::array<std::string_view, 46> pieces{
            "a", "B", "i", " ", " ", "-", "--", "–", "—", "'", "`", "“", "”", "‘", "?", "!", "\\", "{", "}", "$", "&", "%", "#", "_", "^", "~", "\u00A0", "\u2009", "é",
            "ế", "ß", "α", "≤", "²", "₂", "⁺", "ʰ", "毛", "я", "x_1", "[1]", "\"", "|", "<i>", "and", "°"};
        std::string_view const piece = random_.pick(pieces);
        if (piece == " " && (plain_.empty() || plain_.back() == ' ')) return;
        plain_ += piece;
    }

    void group(int depth, bool protect) {
        static constexpr Style styles[] = {Style::italic, Style::bold, Style::superscript, Style::subscript, Style::small_caps, Style::nocase, Style::tex, Style::tex};
        Style const style = styles[random_(std::size(styles))];
        if (style == Style::nocase && protect) return piece();
        if (style == Style::tex && random_.one_in(2)) return whole();
        std::size_t const mark = marks_.size();
        marks_.push_back({at(), 0, style, style == Style::tex ? "\\acro{" : ""});
        run(depth + 1, protect || style == Style::nocase);
        marks_[mark].end = at();
    }

    void whole() {
        static constexpr std::array<std::array<std::string_view, 2>, 6> commands{
            {{"\\TeX", "TeX"}, {"\\relax", ""}, {"\\ce{H2O}", "H₂O"}, {"\\foo", "\\foo"}, {"\\noopsort{a{b}}", ""}, {"\\<", "\\<"}}};
        auto const& [source, reading] = commands[random_(6)];
        marks_.push_back({at(), at() + static_cast<std::uint32_t>(reading.size()), Style::tex, source});
        plain_ += reading;
    }

    [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(plain_.size()); }

    ibid::tests::Random random_;
    std::string plain_;
    std::vector<Mark> marks_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(is_read_as_the_text_that_was_written_whatever_that_is) {
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        Arena arena;
        Text const value = RandomText(seed)(arena);
        BOOST_TEST_CONTEXT("seed " << seed) {
            for (LatexTarget const& target : {biblatex, bibtex, ascii}) check_reads_the_same(value, target);
        }
    }
}

BOOST_AUTO_TEST_CASE(changes_nothing_from_the_second_pass_on) {
    for (std::string_view const latex : {
             R"({{World Health Organization}})", R"({\emph{E. coli}} and {{E.} coli})", R"(\'{\i} \c{c} {\"o} $\alpha$ $x_2$)", R"(\foo{a}{b} \bar c {\baz d})", "a -- b ``c'' \\enquote{d}",
             R"(\url{a_b} \href{a}{b} \verb|c|)", R"({\em a {B} \bf c} d)", "a {b", R"(\textbf{\emph{a}\TeX{}} {\TeX}nical)", R"({$\Delta$1,4-Pregnadiene} ${\mathrm{H}}^{+}$)"}) {
        for (LatexTarget const& target : {biblatex, bibtex, ascii}) {
            std::string const once = rewritten(latex, target);
            BOOST_TEST(rewritten(once, target) == once);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
