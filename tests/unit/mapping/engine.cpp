// The mapping engine on a format made up for the purpose: what rows hit, who wins, what is left.
#include "mapping/codecs.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace ibid;
using namespace ibid::mapping;

struct Toy {
    struct Decoder {
        Record& record;
        Text text(NativeField const& f) { return Text(record.arena().copy(f.value)); }
        List list(NativeField const& f) { return record.arena().copy_array<Text>(std::array{text(f)}); }
        Names names(Match<Toy> const&) { return {}; }
        bool date(NativeField const& f, Date& d) {
            if (f.value.size() != 4) return false;
            d.begin.year = std::stoi(std::string(f.value));
            return true;
        }
    };
    struct Encoder {
        std::vector<std::pair<std::string, std::string>> out;
        mapping::Plans all_plans;
        mapping::Plans& plans() { return all_plans; }
        bool text(std::string_view name, Text const& t) { out.emplace_back(name, t.plain); return true; }
        bool list(std::string_view name, List l) { for (Text const& t : l) out.emplace_back(name, t.plain); return true; }
        bool names(std::string_view, Names const&) { return false; }
        bool date(std::string_view name, Field const& f) { out.emplace_back(name, std::to_string(f.date().begin.year)); return true; }
    };
};

constexpr auto journals = in(ItemType::article_journal);
constexpr auto rows = table<Toy>(row<mapping::text>(any_of("TI", "T1"), var::title),
                                 row<mapping::text>(any_of("T2"), var::container_title, journals),
                                 row<mapping::text>(any_of("T2"), var::collection_title, not_in(journals)),
                                 row<mapping::list>(repeat("UR", "LK"), var::URL),
                                 row<mapping::date>(any_of("PY", "DA"), var::issued, write_as(1, "DA")),
                                 row<mapping::text>(any_of("N1"), var::note, from("REPORT"), read_only));
static_assert(writes_are_unambiguous<Toy>(rows, 2));

constexpr std::string_view native_types[] = {"ARTICLE", "REPORT"};
Engine<Toy> const engine(rows, native_types, LetterCase::counts);

/// Reads fields into a record; answers the names of those that nobody claimed.
std::vector<std::string> read(Record& record, std::vector<std::pair<char const*, char const*>> const& fields, std::size_t native_type = 0) {
    static Arena padded;
    NativeRecord native(engine.names().size());
    for (auto const& [name, value] : fields) {
        auto const n = padded.copy(name);
        native.add(engine.names().find(n), n, padded.copy(value), nullptr);
    }
    Toy::Decoder decoder{record};
    engine.decode(decoder, native, record, native_type);
    std::vector<std::string> left;
    for (NativeField const& f : native.fields())
        if (!f.claimed) left.emplace_back(f.name);
    return left;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mapping_engine)

BOOST_AUTO_TEST_CASE(takes_the_first_alternative_that_is_present_and_leaves_the_other) {
    Record record;
    auto const left = read(record, {{"T1", "second"}, {"TI", "first"}});
    BOOST_TEST(record.find(var::title)->plain == "first");
    BOOST_TEST(left == std::vector<std::string>{"T1"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(passes_over_an_empty_field_when_another_one_speaks) {
    Record record;
    read(record, {{"TI", ""}, {"T1", "spoken"}});
    BOOST_TEST(record.find(var::title)->plain == "spoken");
}

BOOST_AUTO_TEST_CASE(reads_one_name_by_the_type_of_the_record) {
    Record article, book;
    article.type = ItemType::article_journal;
    book.type = ItemType::book;
    read(article, {{"T2", "Nature"}});
    read(book, {{"T2", "Lecture Notes"}});
    BOOST_TEST(article.find(var::container_title)->plain == "Nature");
    BOOST_TEST(!article.has(var::collection_title));
    BOOST_TEST(book.find(var::collection_title)->plain == "Lecture Notes");
}

BOOST_AUTO_TEST_CASE(collects_repeated_fields_of_all_names_in_the_order_of_the_file) {
    Record record;
    read(record, {{"LK", "a"}, {"UR", "b"}, {"LK", "c"}});
    auto const urls = *record.find(var::URL);
    BOOST_TEST_REQUIRE(urls.size() == 3U);
    BOOST_TEST(urls[0].plain == "a");
    BOOST_TEST(urls[1].plain == "b");
    BOOST_TEST(urls[2].plain == "c");
}

BOOST_AUTO_TEST_CASE(leaves_what_does_not_decode_unclaimed) {
    Record record;
    auto const left = read(record, {{"PY", "someday"}});
    BOOST_TEST(!record.has(var::issued));
    BOOST_TEST(left.size() == 1U);
}

BOOST_AUTO_TEST_CASE(heeds_the_native_type_of_a_row) {
    Record article, report;
    BOOST_TEST(read(article, {{"N1", "x"}}, 0).size() == 1U);
    BOOST_TEST(read(report, {{"N1", "x"}}, 1).empty());
    BOOST_TEST(report.find(var::note)->plain == "x");
}

BOOST_AUTO_TEST_CASE(writes_in_the_order_of_the_table_and_by_the_profile) {
    Record record;
    record.type = ItemType::article_journal;
    Date date;
    date.begin.year = 1999;
    record.set(var::issued, date);
    record.set(var::container_title, "Nature");
    record.set(var::title, "On tables");
    Toy::Encoder standard, other;
    engine.encode(standard, record, 0);
    engine.encode(other, record, 1);
    BOOST_TEST_REQUIRE(standard.out.size() == 3U);
    BOOST_TEST(standard.out[0].first == "TI");
    BOOST_TEST(standard.out[1].first == "T2");
    BOOST_TEST(standard.out[2].first == "PY");
    BOOST_TEST(other.out[2].first == "DA");
}

BOOST_AUTO_TEST_CASE(answers_what_no_row_has_said) {
    Record record;
    record.set(var::title, "x");
    record.set(var::note, "only read");
    Toy::Encoder encoder;
    auto const said = engine.encode(encoder, record, 0);
    BOOST_TEST(said.has(static_cast<std::size_t>(VariableId::title)));
    BOOST_TEST(!said.has(static_cast<std::size_t>(VariableId::note)));
}

BOOST_AUTO_TEST_CASE(finds_long_and_short_names_whatever_their_letter_case) {
    NameIndex index(LetterCase::ignored);
    static Arena padded;
    index.add("doi");
    index.add("a-very-long-name-of-a-field");
    BOOST_TEST(index.find(padded.copy("DOI")) == 0);
    BOOST_TEST(index.find(padded.copy("A-very-LONG-name-of-a-field")) == 1);
    BOOST_TEST(index.find(padded.copy("a-very-long-nome-of-a-field")) == unknown_name);
    BOOST_TEST(index.find(padded.copy("do")) == unknown_name);
    for (int i = 0; i < 5000; ++i) index.add(padded.copy("macro" + std::to_string(i)));
    BOOST_TEST(index.find(padded.copy("MACRO4999")) == 5001);
}

BOOST_AUTO_TEST_SUITE_END()
