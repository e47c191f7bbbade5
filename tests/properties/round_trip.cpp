// read(write(r)) == r, for generated records, in every format that reads and writes. What a format cannot say is
// carried, so nothing may be missing.
#include "ibid/ibid.hpp"

#include "support/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <sstream>

namespace {

using namespace ibid;

std::string dump(Record const& record) {
    std::string out;
    Diagnostics diagnostics;
    Options const options;
    auto const sink = sink_to_string(out);
    auto const writer = find_format("ibid-json")->make_writer({*sink, diagnostics, options, true});
    Item item;
    item.record = record;
    writer->put(item);
    writer->finish();
    sink->finish();
    return out;
}

/// Whether two records say the same: id, type and fields.
bool same(Record const& a, Record const& b) {
    auto const x = a.fields(), y = b.fields();
    return a.id == b.id && a.type == b.type && std::equal(x.begin(), x.end(), y.begin(), y.end());
}

/// Writes and reads `count` records; answers how many came back otherwise, and prints the first few.
void check(std::string_view id, tests::Profile const& profile, int count) {
    Format const& format = *find_format(id);
    Diagnostics diagnostics;
    Options const options;
    std::string text;
    std::map<std::string, Record> sent;
    {
        auto const sink = sink_to_string(text);
        auto const writer = format.make_writer({*sink, diagnostics, options, true});
        tests::Generator generator(42, profile);
        for (int n = 0; n < count; ++n) {
            Item item;
            generator.fill(item.record, "key" + std::to_string(n));
            sent.emplace("key" + std::to_string(n), item.record);
            writer->put(item);
        }
        writer->finish();
        sink->finish();
    }
    auto const source = open_memory(text, id, diagnostics);
    auto const reader = format.make_reader({*source, diagnostics, options});
    int wrong = 0;
    std::size_t seen = 0;
    for (Item item; reader->next(item);) {
        if (item.kind != ItemKind::record) continue;
        ++seen;
        auto const original = sent.find(std::string(item.record.id));
        BOOST_TEST_REQUIRE((original != sent.end()), id << ": unknown key " << item.record.id);
        if (same(original->second, item.record) || ++wrong > 3) continue;
        BOOST_ERROR(id << ": sent\n" << dump(original->second) << "came back as\n" << dump(item.record));
    }
    BOOST_TEST(seen == sent.size());
    BOOST_TEST(wrong == 0, id << ": " << wrong << " of " << count << " records changed");
}

}  // namespace

BOOST_AUTO_TEST_CASE(ibid_json_gives_every_record_back) { check("ibid-json", {}, 2000); }
BOOST_AUTO_TEST_CASE(csl_json_gives_every_record_back) { check("csl-json", {}, 2000); }
BOOST_AUTO_TEST_CASE(csl_json_lines_give_every_record_back) { check("csl-jsonl", {}, 500); }
BOOST_AUTO_TEST_CASE(biblatex_gives_every_record_back) { check("biblatex", {}, 2000); }
BOOST_AUTO_TEST_CASE(bibtex_gives_every_record_back_that_has_plain_dates) { check("bibtex", {.edtf = false}, 2000); }
BOOST_AUTO_TEST_CASE(ris_gives_every_record_back_that_has_plain_text_and_dates) { check("ris", {.marks = false, .edtf = false}, 2000); }
