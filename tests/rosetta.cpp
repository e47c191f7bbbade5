// Rosetta: samples/rosetta.* say the same twelve records in each format. Reading any two gives the same records, as
// far as the poorer of the two formats can say them; writing each gives the sample again.
#include "ibid/ibid.hpp"

#include "support/places.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <fstream>
#include <iterator>
#include <map>

namespace {

using namespace ibid;

struct Sample {
    std::string_view file, format;
};
constexpr std::array samples{Sample{"rosetta.bib", "bibtex"}, Sample{"rosetta.biblatex.bib", "biblatex"}, Sample{"rosetta.ris", "ris"},
                             Sample{"rosetta.json", "csl-json"}};

std::string slurp(std::string_view file) {
    std::ifstream in(tests::source("samples") / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The records of a text by key.
std::map<std::string, Record> read(std::string_view text, std::string_view format) {
    std::map<std::string, Record> records;
    Diagnostics diagnostics;
    Options const options;
    auto const source = open_memory(text, format, diagnostics);
    auto const reader = find_format(format)->make_reader({*source, diagnostics, options});
    for (Item item; reader->next(item);)
        if (item.kind == ItemKind::record) records.emplace(item.record.id, item.record);
    return records;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_sample_holds_the_same_twelve_keys) {
    auto const first = read(slurp(samples[0].file), samples[0].format);
    BOOST_TEST(first.size() == 12U);
    for (Sample const& sample : samples)
        for (auto const& [key, record] : read(slurp(sample.file), sample.format)) BOOST_TEST(first.count(key) == 1U, sample.file << ": " << key);
}

BOOST_AUTO_TEST_CASE(every_sample_says_the_same_types_titles_and_authors) {
    auto const reference = read(slurp("rosetta.json"), "csl-json");
    for (Sample const& sample : samples)
        for (auto const& [key, record] : read(slurp(sample.file), sample.format)) {
            BOOST_TEST_CONTEXT(sample.file << " " << key) {
                Record const& want = reference.at(key);
                BOOST_TEST(spelling(record.type) == spelling(want.type));
                BOOST_TEST(record.find(var::title)->plain == want.find(var::title)->plain);
                BOOST_TEST_REQUIRE(record.has(var::author) == want.has(var::author));
                if (!want.has(var::author)) continue;
                auto const got = record.find(var::author)->list, all = want.find(var::author)->list;
                BOOST_TEST_REQUIRE(got.size() == all.size());
                for (std::size_t i = 0; i < all.size(); ++i) {
                    BOOST_TEST(got[i].family.plain == all[i].family.plain);
                    BOOST_TEST(got[i].given.plain == all[i].given.plain);
                    BOOST_TEST(got[i].literal.plain == all[i].literal.plain);
                    BOOST_TEST(got[i].suffix.plain == all[i].suffix.plain);
                }
            }
        }
}

BOOST_AUTO_TEST_CASE(writing_each_sample_in_its_own_format_changes_no_record) {
    for (Sample const& sample : samples) {
        Diagnostics diagnostics;
        Converted const written = convert(slurp(sample.file), sample.format, sample.format, diagnostics);
        auto const before = read(slurp(sample.file), sample.format), after = read(written.text, sample.format);
        BOOST_TEST(before.size() == after.size());
        for (auto const& [key, record] : before) BOOST_TEST((after.at(key) == record), sample.file << " " << key << "\n" << written.text);
    }
}
