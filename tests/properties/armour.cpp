// Files that were cut off, damaged, or made to hurt: whatever the bytes, each reader ends, each record is counted, and what is
// written is read again. Run with the sanitizers it finds what reads or writes beyond.
#include "support/corpus.hpp"
#include "support/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <map>

namespace {
using namespace ibid;

/// Reads a text as a format and writes what was found; the counts come out, and the output is read without loss of records.
void check(std::string_view text, std::string_view from, std::string_view to, std::string const& what) {
    Diagnostics unheard;
    Converted const once = convert(text, from, to, unheard);
    BOOST_TEST(once.counts.add_up(), what);
    Converted const again = convert(once.text, to, "ibid-json", unheard);
    BOOST_TEST(again.counts.read == once.counts.written, what << " as " << to << ": " << once.counts.written << " written, " << again.counts.read << " read");
    BOOST_TEST(again.counts.rejected == 0U, what);
}

/// One small file of each format that is read.
std::vector<tests::Case> files() {
    std::vector<tests::Case> all;
    for (auto const& [name, format] : {std::pair{"rosetta.bib", "bibtex"}, {"rosetta.biblatex.bib", "biblatex"}, {"rosetta.ris", "ris"}, {"rosetta.json", "csl-json"},
                                       {"rosetta.jsonl", "csl-jsonl"}, {"rosetta.ibid.json", "ibid-json"}, {"article-page.txt", "article-page"}})
        if (std::filesystem::exists(tests::source("samples") / name)) all.push_back({tests::source("samples") / name, format});
    return all;
}

/// Ten files of the corpus that others have written, of some thousand bytes each: of each format those that come first.
std::vector<tests::Case> real_files() {
    std::vector<tests::Case> chosen;
    std::map<std::string_view, int> left{{"bibtex", 3}, {"biblatex", 2}, {"ris", 2}, {"csl-json", 3}};
    for (tests::Case const& one : tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"ris", "ris"}, {"csljson", "csl-json"}})) {
        auto const size = std::filesystem::file_size(one.path);
        if (size >= 1500 && size <= 6000 && left[one.format]-- > 0) chosen.push_back(one);
    }
    if (chosen.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    return chosen;
}

constexpr std::array<std::string_view, 4> targets{"bibtex", "biblatex", "ris", "csl-json"};

void check_cut_off_anywhere(tests::Case const& file) {
    std::string const text = file.text();
    std::size_t target = 0;
    for (std::size_t size = 0; size <= text.size(); ++size)
        check(text.substr(0, size), file.format, targets[++target % targets.size()], file.path.string() + " up to " + std::to_string(size));
}

}  // namespace

BOOST_AUTO_TEST_CASE(files_that_are_cut_off_at_any_byte) {
    BOOST_REQUIRE(files().size() >= 5U);
    for (tests::Case const& file : files()) check_cut_off_anywhere(file);
}

BOOST_AUTO_TEST_CASE(real_files_that_are_cut_off_at_any_byte) {
    for (tests::Case const& file : real_files()) check_cut_off_anywhere(file);
}

BOOST_AUTO_TEST_CASE(files_with_any_bit_turned) {
    for (tests::Case const& file : files()) {
        std::string text = file.text().substr(0, 1500);
        std::size_t target = 0;
        for (std::size_t bit = 0; bit < 8 * text.size(); ++bit) {
            auto const mask = static_cast<char>(1 << bit % 8);
            text[bit / 8] = static_cast<char>(text[bit / 8] ^ mask);
            check(text, file.format, targets[++target % targets.size()], file.path.filename().string() + ", bit " + std::to_string(bit));
            text[bit / 8] = static_cast<char>(text[bit / 8] ^ mask);
        }
    }
}

BOOST_AUTO_TEST_CASE(files_with_bytes_that_have_changed) {
    static constexpr std::array<std::string_view, 16> hurts{std::string_view("\0", 1), "\xED\xA0\x80", "\xC0\xAF", "\xF8\x88\x80\x80\x80", "\xFF", "{", "}", "\"", "@", "\\",
                                                            "\\ud800", "\r", "\nTY  - ", "\nER  - ", "[", "%"};
    tests::Random random{23};
    for (tests::Case const& file : files()) {
        std::string const text = file.text();
        for (int n = 0; n < 400; ++n) {
            std::string hurt = text;
            for (std::uint32_t times = 1 + random(4); times > 0; --times) {
                std::size_t const at = random(static_cast<std::uint32_t>(hurt.size()));
                if (random.one_in(2)) hurt[at] = static_cast<char>(hurt[at] ^ (1 << random(8)));
                else hurt.insert(at, hurts[random(hurts.size())]);
            }
            check(hurt, file.format, targets[random(targets.size())], file.path.filename().string() + ", damage " + std::to_string(n));
        }
    }
}

BOOST_AUTO_TEST_CASE(files_that_go_on_and_on) {
    auto const many = [](std::string_view part, std::size_t times) {
        std::string all;
        for (std::size_t n = 0; n < times; ++n) all += part;
        return all;
    };
    for (std::string_view const format : {"bibtex", "ris", "csl-json", "csl-jsonl", "ibid-json", "citation", "article-page", "html-page"})
        for (std::string_view const part : {"{", "[", "(", "\"", "@", "@a{b,c={", "@string{a={", "@comment{", "{\"a\":", "[{", "TY  - BOOK\n", "AU  - A, B\n", "\\", "\\'", "$", "%", "a # ",
                                            " and ", ",", "\n", "\r", "x", "\xC3\xA9", "\xCC\x81", "<meta name=\"citation_author\" content=\"A\">", "<script type=\"application/ld+json\">", "<!--"})
            check(many(part, 60'000 / part.size()), format, "csl-json", std::string(format) + " of " + std::string(part));
    check("@string{a = {" + many("x", 1000) + "}}" + many("@string{a = a # a}", 40) + "@book{b, title = a}", "bibtex", "csl-json", "macros that double");
    std::string chain;
    for (int n = 0; n < 300; ++n) chain += "@book{k" + std::to_string(n) + ", crossref = {k" + std::to_string(n + 1) + "}, xdata = {k" + std::to_string((n + 7) % 300) + "}}\n";
    check(chain + "@book{k300, crossref = {k0}, title = {round}}", "biblatex", "csl-json", "parents in a circle");
}
