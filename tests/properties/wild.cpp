// Real .bib files from the web, kept beside the project (corpus/serde_bibtex): what is read of them, written in each
// dialect and read again is the same. Nothing is asserted of their content, which nobody has checked.
#include "ibid/ibid.hpp"

#include "support/places.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {
using namespace ibid;

std::vector<std::filesystem::path> wild_files() {
    std::vector<std::filesystem::path> files;
    std::filesystem::path const folder = tests::shared("corpus/serde_bibtex");
    if (folder.empty()) return files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".bib" && entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

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
    auto const files = wild_files();
    if (files.empty()) BOOST_TEST_MESSAGE("SKIPPED: corpus/serde_bibtex is not there");
    std::size_t records = 0;
    for (auto const& path : files) {
        std::ifstream file(path, std::ios::binary);
        std::string const text(std::istreambuf_iterator<char>(file), {});
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
