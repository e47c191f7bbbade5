// Real .bib files from the web, kept beside the project (corpus/serde_bibtex): what is read of them, written in each
// dialect and read again is the same. Nothing is asserted of their content, which nobody has checked.
#include "support/corpus.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;

std::vector<Record> read(std::string_view text, std::string_view format) {
    Diagnostics diagnostics;
    Options const options;
    auto const source = open_memory(text, "wild", diagnostics);
    auto const reader = find_format(format)->make_reader({*source, diagnostics, options});
    std::vector<Record> records;
    for (Item item; reader->next(item);)
        if (item.kind == ItemKind::record) records.push_back(item.record);
    return records;
}

std::string converted(std::string_view text, std::string_view from, std::string_view to) { return convert(text, from, to).text; }

}  // namespace

BOOST_AUTO_TEST_CASE(records_of_wild_files_come_back_through_ibid_json_and_bibtex) {
    auto const files = tests::corpus({{"serde_bibtex", "bibtex"}});
    if (files.empty()) BOOST_TEST_MESSAGE("SKIPPED: corpus/serde_bibtex is not there");
    std::size_t records = 0;
    for (auto const& [path, format] : files) {
        std::string const text = tests::Case{path, format}.text();
        std::string const json = converted(text, "bibtex", "ibid-json");
        auto const before = read(text, "bibtex"), between = read(json, "ibid-json");
        auto const after = read(converted(json, "ibid-json", "bibtex"), "bibtex");
        BOOST_TEST(before.size() == after.size(), path);
        BOOST_TEST((before == between), path << " is not what ibid-json says");
        auto const [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
        BOOST_TEST((a == before.end() && b == after.end()), path << ": " << (a == before.end() ? "" : a->id) << " changed");
        records += before.size();
    }
    BOOST_TEST((files.empty() || records > 20000), records << " records in " << files.size() << " files");
}

BOOST_AUTO_TEST_CASE(files_that_are_preserved_keep_every_byte) {
    auto const cases = tests::corpus({{"bibtex", "bibtex"}, {"biblatex", "biblatex"}, {"ris", "ris"}});
    if (cases.empty()) BOOST_TEST_MESSAGE("SKIPPED: the corpus is not there");
    Options options;
    options.set("keep-source", "true");
    options.set("preserve", "true");
    for (tests::Case const& c : cases) {
        std::string const text = c.text();
        if (text.substr(0, 4).find_first_of(std::string_view("\0\xFE\xFF", 3)) != text.npos) continue;  // of UTF-16 only the meaning is kept
        Diagnostics diagnostics;
        BOOST_TEST((convert(text, c.format, c.format, diagnostics, options).text == text), c.path);
    }
}
