// The short ways: where they answer at all, they answer what the long ways do.
#include "text/latex.hpp"
#include "text/latex_decode_short.hpp"
#include "text/latex_decoder.hpp"
#include "text/names.hpp"
#include "text/pages.hpp"

#include "ibid/arena.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace ibid;
using namespace ibid::text;

/// Texts of a few pieces that matter to LaTeX or to names, the same ones every time.
class Pieces {
public:
    explicit Pieces(std::vector<std::string_view> all) : all_(std::move(all)) {}
    std::string some(std::size_t most) {
        std::string made;
        for (std::size_t n = below(most + 1); n > 0; --n) made += all_[below(all_.size())];
        return made;
    }
    std::size_t below(std::size_t n) { return random_() % n; }

private:
    std::vector<std::string_view> all_;
    std::mt19937 random_{4711};
};

std::string as_latex(Text const& value, bool ascii) {
    std::string out(latex_size(value, {LatexDialect::bibtex, ascii}), '?');
    out.resize(static_cast<std::size_t>(encode_latex(value, out.data(), {LatexDialect::bibtex, ascii}) - out.data()));
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_short_ways)

BOOST_AUTO_TEST_CASE(of_latex) {
    Pieces pieces({"word", " ", "A", "-", "'", "`", "?", "&", "_", "\u00e9", "\u2013", "\u00a0", "longer than one lane of bytes", "{", "\\", "\n"});
    int taken = 0;
    for (int i = 0; i < 20000; ++i) {
        Arena arena;
        std::string_view const plain = arena.copy(pieces.some(1 + pieces.below(6)));
        std::vector<Mark> marks;
        for (std::uint32_t at = 0; marks.size() < 3 && pieces.below(2) == 0;) {
            auto const size = static_cast<std::uint32_t>(plain.size());
            Mark mark{.begin = at + static_cast<std::uint32_t>(pieces.below(size - at + 1)), .style = Style::nocase};
            mark.end = mark.begin + static_cast<std::uint32_t>(pieces.below(size - mark.begin + 1));
            at = pieces.below(2) == 0 ? mark.begin : mark.end;  // some nest, some cross
            if (constexpr std::string_view commands[] = {"\\TeX", "\\foo", "\\ss", "{\\sc ", "\\LaTeX{}"}; pieces.below(2) == 0) {
                mark.style = Style::tex;
                mark.argument = commands[pieces.below(std::size(commands))];
            }
            marks.push_back(mark);
        }
        bool const ascii = pieces.below(2) == 0;
        Text const value(plain, marks);
        std::string out(plain.size() + 12 * marks.size() + 16, '?');
        char* const end = copy_as_latex(value, out.data(), ascii);
        if (end == nullptr) continue;
        ++taken;
        BOOST_TEST_REQUIRE(std::string_view(out.data(), static_cast<std::size_t>(end - out.data())) == as_latex(value, ascii));
    }
    BOOST_TEST(taken > 2000);
}

BOOST_AUTO_TEST_CASE(of_reading_latex) {
    Pieces pieces({"word", "a", "i", " ", "  ", "\n", "\n\n", "{", "{", "}", "}", "{}", "\\", "\\TeX", "\\TeX ", "\\TeX\n", "\\&", "\\,", "\\ ",
                   "\\/", "\\'", "\\v", "\\v ", "\\c{c}", "\\i", "\\i ", "\\=", "\\emph", "\\emph{", "\\addspace", "{\\it", "\\bf ", "{\\tt",
                   "{\\tt ", "\\tt", "\\ss", "\\relax", "\\foo", "[", "$", "~", "--", "-", "`", "'", "?", "\u00e9", "\u0301", "\\url{", "longer than a lane"});
    int taken = 0;
    for (int i = 0; i < 100000; ++i) {
        Arena arena;
        std::string_view const value = trim_blanks(arena.copy(pieces.some(1 + pieces.below(9))));
        if (value.empty()) continue;
        LatexOptions const options{.protection = pieces.below(4) != 0, .paragraphs = pieces.below(4) == 0};
        Text text;
        if (!decode_latex_shortly(value, 0, arena, options, text)) continue;
        ++taken;
        Arena other;
        Issues issues;
        BOOST_TEST_REQUIRE(grammars::latex_text::balance(value));
        BOOST_TEST_REQUIRE((text == LatexDecoder(value, other, options, &issues).decode(0)), std::string(value));
        BOOST_TEST_REQUIRE(issues.empty());
    }
    BOOST_TEST(taken > 5000);
}

BOOST_AUTO_TEST_CASE(of_verbatim_values) {
    Pieces pieces({"http://example.org/", "a", "%7B", "{", "}", "_", "#", "\\", "and so on until a lane is full"});
    int taken = 0;
    for (int i = 0; i < 5000; ++i) {
        Arena arena;
        std::string_view const value = arena.copy(pieces.some(5));
        std::string out(value.size() + 16, '?'), expected(verbatim_size(value), '?');
        char* const end = copy_as_verbatim(value, out.data());
        expected.resize(static_cast<std::size_t>(encode_verbatim(value, expected.data()) - expected.data()));
        if (end == nullptr) continue;
        ++taken;
        BOOST_TEST_REQUIRE(std::string_view(out.data(), static_cast<std::size_t>(end - out.data())) == expected);
    }
    BOOST_TEST(taken > 1000);
}

BOOST_AUTO_TEST_CASE(of_names) {
    Pieces pieces({"Knuth", "D.", " ", "-", "'", "van", "And", "and", "AND", "Others", "others", "al.", "\u00c9", "J", "\t", "{", ","});
    int taken = 0;
    for (int i = 0; i < 20000; ++i) {
        Arena arena;
        Name name;
        name.family = Text(arena.copy(pieces.some(4)));
        name.given = Text(arena.copy(pieces.some(4)));
        if (pieces.below(10) == 0) name.suffix = Text(arena.copy("Jr."));
        std::string out(name.family.plain.size() + name.given.plain.size() + 32, '?');
        char* const end = copy_as_bib_name(name, out.data());
        if (end == nullptr) continue;
        ++taken;
        NameLoss loss{};
        BOOST_TEST_REQUIRE(std::string_view(out.data(), static_cast<std::size_t>(end - out.data())) == encode_name(name, {}, loss));
    }
    BOOST_TEST(taken > 200);
}

BOOST_AUTO_TEST_CASE(of_pages) {
    Pieces pieces({"12", "e0123", "-", "--", "---", "S1", "\u2013", ",", " ", "{", "\\"});
    int taken = 0;
    for (int i = 0; i < 5000; ++i) {
        Arena arena;
        std::string_view const latex = arena.copy(pieces.some(5));
        std::string_view const pages = copy_plain_pages(latex, arena);
        if (pages.empty()) continue;
        ++taken;
        BOOST_TEST_REQUIRE(pages == decode_pages(decode_latex(latex, arena).plain, arena));
    }
    BOOST_TEST(taken > 500);
}

BOOST_AUTO_TEST_SUITE_END()
