// Files that several threads read in pieces: whatever the size of the pieces and the number of threads, what is written and
// what is told are the same, in the same order. Over the fixtures, and over the corpus where it is there.
#include "support/corpus.hpp"
#include "support/generate.hpp"
#include "support/outcome.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;
using tests::Outcome, tests::convert_with;

/// Says where two texts part.
std::string difference(std::string_view a, std::string_view b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    std::size_t const from = at < 60 ? 0 : at - 60;
    return "...\n" + std::string(a.substr(from, 160)) + "\n--- in pieces ---\n" + std::string(b.substr(from, 160));
}

void check_same(std::string_view text, std::string_view from, std::string_view to, unsigned threads, std::size_t piece, std::string const& what) {
    Outcome const whole = convert_with(text, from, to, 1, piece), pieces = convert_with(text, from, to, threads, piece);
    BOOST_TEST((whole.text == pieces.text), what << ", pieces of " << piece << ": " << difference(whole.text, pieces.text));
    BOOST_TEST((whole.told == pieces.told), what << ", pieces of " << piece << ", told: " << difference(whole.told, pieces.told));
    BOOST_TEST((whole.lines == pieces.lines), what << ", pieces of " << piece << ", lines shown: " << difference(whole.lines, pieces.lines));
    BOOST_TEST((whole == pieces), what << ", pieces of " << piece << ": " << whole.read << ' ' << pieces.read << " records");
}

std::vector<tests::Case> fixtures(std::string const& folder, std::string_view format) {
    std::vector<tests::Case> all;
    for (auto const& entry : std::filesystem::directory_iterator(tests::source("tests/fixtures/" + folder)))
        if (entry.is_regular_file()) all.push_back({entry.path(), format});
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
    return all;
}

std::vector<tests::Case> cases() {
    std::vector<tests::Case> all = tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"serde_bibtex", "bibtex"}, {"ris", "ris"}, {"csljson", "csl-json"}});
    if (all.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    for (auto const& [folder, format] : {std::pair{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"ris", "ris"}, {"csl-json", "csl-json"}, {"csl-jsonl", "csl-jsonl"}})
        for (tests::Case const& one : fixtures(folder, format)) all.push_back(one);
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(files_read_in_pieces_become_what_they_become_whole) {
    tests::Random random{11};
    for (tests::Case const& one : cases()) {
        std::string const text = one.text();
        check_same(text, one.format, random.one_in(2) ? "csl-json" : "biblatex", 2 + random(2), 32 + random(400), one.path.string());
    }
}

BOOST_AUTO_TEST_CASE(so_do_long_files_of_many) {
    std::map<std::string_view, std::string> joined;
    for (tests::Case const& one : cases())
        if (!one.format.starts_with("csl-json")) joined[one.format] += one.text() + "\n";
    for (auto const& [format, text] : joined)
        for (std::size_t const piece : {std::size_t{700}, std::size_t{40'000}, std::size_t{256} << 10})
            check_same(text, format, format == "ris" ? "bibtex" : "ris", 3, piece, "all files of " + std::string(format));
}

BOOST_AUTO_TEST_CASE(macros_and_parents_hold_across_pieces) {
    std::string text = "@string{a = {One}}\n";
    for (int n = 0; n < 200; ++n) {
        text += "@incollection{b" + std::to_string(n) + ", title = a # { and more}, publisher = p, crossref = {parent" + std::to_string(n % 7) + "}}\n";
        if (n % 20 == 0) text += "@string{p = {Publisher " + std::to_string(n / 40) + "}}\n@string{a = {Title " + std::to_string(n / 60) + "}}\n";
    }
    for (int n = 0; n < 7; ++n) text += "@collection{parent" + std::to_string(n) + ", title = {Parent " + std::to_string(n) + "}, year = 20" + std::to_string(10 + n) + "}\n";
    for (std::size_t const piece : {100U, 300U, 2000U}) for (std::string_view const to : {"csl-json", "biblatex", "bibtex"}) check_same(text, "biblatex", to, 4, piece, "macros and parents");
    std::string const back = convert_with(text, "biblatex", "ris", 4, 300).text;
    BOOST_TEST(back.find("TI  - Title 3 and more") != back.npos);
    BOOST_TEST(back.find("T2  - Parent 6") != back.npos);
}

BOOST_AUTO_TEST_CASE(what_looks_like_a_record_inside_of_one_does_not_cut_it) {
    std::string text;
    for (int n = 0; n < 50; ++n)
        text += "@book{k" + std::to_string(n) + ",\n  note = {a\n@note{that} stands here\n@misc{x, y = 1}\n},\n  title = {T}\n}\n@comment{\n@book{c" + std::to_string(n) + ", title = {no}}\n}\n";
    for (std::size_t const piece : {64U, 150U, 1000U}) check_same(text, "bibtex", "csl-json", 3, piece, "records in records");
    std::string json = "[";
    for (int n = 0; n < 50; ++n)
        json += R"({"id":"k)" + std::to_string(n) + R"(","type":"book","custom":{"a":[{"x":1},{"y":2}]},"author":[{"family":"A"},{"family":"B"}],"title":"},{\"id\":"},)" "\n";
    json += R"({"id":"last","type":"book"}])";
    for (std::size_t const piece : {64U, 150U, 1000U}) check_same(json, "csl-json", "bibtex", 3, piece, "objects in items");
    check_same("[" + json.substr(1, json.size() / 2), "csl-json", "bibtex", 3, 300, "an array that is cut off");
    check_same(text + "@book{open, title = {never closed", "bibtex", "csl-json", 3, 300, "an entry that is cut off");
    check_same(std::string("@book{open, title = {never closed\n") + text, "bibtex", "csl-json", 3, 300, "an entry that is not closed");
}

BOOST_AUTO_TEST_CASE(a_message_shows_the_whole_line_wherever_it_is_cut) {
    std::string json = "[";
    for (int n = 0; n < 60; ++n) json += R"({"id":"k)" + std::to_string(n) + (n % 3 == 0 ? R"(","type":: "book"}, )" : R"(","type":"book"}, )") + (n % 7 == 0 ? "\n" : "");
    json += R"({"id":"last","type":"book"}])";
    for (std::size_t const piece : {20U, 64U, 150U}) check_same(json, "csl-json", "bibtex", 3, piece, "items that share a line");
    BOOST_TEST(convert_with(json, "csl-json", "bibtex", 3, 64).lines.find(R"({"id":"k4","type":"book"})") != std::string::npos);
}
