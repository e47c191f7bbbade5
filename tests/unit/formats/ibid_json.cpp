// ibid-json beyond its fixtures: any record comes back, nothing invented gets in, and hostile files do no harm.
#include "ibid/ibid.hpp"

#include "support/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace ibid;

namespace {

std::string write(std::vector<Item> const& items, bool locations = false) {
    std::string text;
    Diagnostics diagnostics;
    Options options;
    if (locations) options.set("locations", "true");
    auto const sink = sink_to_string(text);
    auto const writer = find_format("ibid-json")->make_writer({*sink, diagnostics, options});
    for (Item item : items) writer->put(item);
    writer->finish();
    sink->finish();
    return text;
}

struct Reading {
    std::vector<Item> items;
    std::size_t rejected = 0;
    std::vector<std::string> reports;
};

Reading read(std::string_view text) {
    Reading result;
    Diagnostics::Settings settings;
    settings.handler = [&](Diagnostic const& d, Severity) { result.reports.emplace_back(info(d.code).spelling); };
    Diagnostics diagnostics(settings);
    Options const options;
    auto const source = open_memory(text, "test", diagnostics);
    auto const reader = find_format("ibid-json")->make_reader({*source, diagnostics, options});
    for (Item item; reader->next(item);) result.items.push_back(item);
    result.rejected = reader->rejected();
    return result;
}

/// Random values of every shape that a record may hold, likely or not.
class Anything {
public:
    explicit Anything(std::uint64_t seed) : random_(seed) {}

    Item item() {
        Item made;
        Record& record = made.record;
        if (!random_.one_in(5)) record.set_id(string());
        record.type = static_cast<ItemType>(random_(item_type_count));
        if (random_.one_in(2)) record.origin.native_type = record.arena().copy(string());
        if (random_.one_in(2)) record.origin.format = "bibtex";
        for (std::size_t v = 0; v < variable_count; ++v)
            if (random_.one_in(6)) set(record, static_cast<VariableId>(v));
        for (std::uint32_t n = random_(4); n > 0; --n) {
            std::string const format = string(), name = string(), value = string(), source = string();
            auto const variable = random_.one_in(2) ? VariableId::none : static_cast<VariableId>(random_(variable_count));
            record.add_extra({format, name, value, source, static_cast<ExtraKind>(random_(4)), variable});
        }
        return made;
    }

private:
    std::string string() {
        static constexpr std::array<std::string_view, 12> pieces{
            "a", " ", "\"", "\\", "\n", std::string_view("\0", 1), "\x1f", "ä", "毛", "😀", "others", "\x7f{}[],:"};
        std::string made;
        for (std::uint32_t n = random_(8); n > 0; --n) made += random_.pick(pieces);
        return made;
    }
    static bool begins(std::string const& text, std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    }
    /// A text and marks that nest, in the record's arena.
    Text text(Arena& arena) {
        std::string const plain = string();
        std::vector<Mark> marks;
        mark(plain, 0, plain.size(), marks, 0, arena);
        return {arena.copy(plain), arena.copy_array(std::span<Mark const>(marks))};
    }
    void mark(std::string const& plain, std::size_t from, std::size_t to, std::vector<Mark>& marks, int depth, Arena& arena) {
        while (from <= to && depth < 4 && random_.one_in(2)) {
            std::size_t begin = from + random_(static_cast<std::uint32_t>(to - from + 1));
            std::size_t end = begin + random_(static_cast<std::uint32_t>(to - begin + 1));
            while (!begins(plain, begin)) --begin;
            while (!begins(plain, end)) ++end;
            if (begin < from || end > to) return;
            auto const style = static_cast<Style>(random_(static_cast<std::uint32_t>(Style::subtitle) + 1));
            auto const argument = random_.one_in(3) ? arena.copy(string()) : std::string_view{};
            marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), style, argument});
            mark(plain, begin, end, marks, depth + 1, arena);
            if (end == begin) return;
            from = end;
        }
    }
    DatePoint point() {
        DatePoint p;
        p.year = static_cast<std::int32_t>(random_(30000)) - 10000;
        p.month = static_cast<std::uint8_t>(random_(13));
        p.day = static_cast<std::uint8_t>(random_(32));
        p.season = static_cast<std::uint8_t>(random_(5));
        p.unspecified = static_cast<std::uint8_t>(random_(4));
        p.month_unspecified = random_.one_in(8), p.day_unspecified = random_.one_in(8);
        p.approximate = random_.one_in(8), p.uncertain = random_.one_in(8);
        p.has_time = random_.one_in(8), p.has_zone = random_.one_in(8);
        p.hour = static_cast<std::uint8_t>(random_(24));
        p.zone_minutes = static_cast<std::int16_t>(static_cast<int>(random_(1440)) - 720);
        return p;
    }
    DatePoint likely_point() {
        DatePoint p;
        p.year = 1900 + static_cast<std::int32_t>(random_(120));
        if (random_.one_in(2)) p.month = static_cast<std::uint8_t>(1 + random_(12));
        if (p.month != 0 && random_.one_in(2)) p.day = static_cast<std::uint8_t>(1 + random_(28));
        p.approximate = random_.one_in(4);
        return p;
    }
    void set(Record& record, VariableId id) {
        Arena& arena = record.arena();
        switch (info(id).kind) {
        case Kind::text: record.adopt(Field(id, text(arena))); break;
        case Kind::list: {
            auto const list = arena.array<Text>(random_(4));
            for (Text& each : list) each = text(arena);
            record.adopt(Field(id, List(list)));
            break;
        }
        case Kind::names: {
            auto const list = arena.array<Name>(random_(4));
            for (Name& name : list) {
                for (auto part : {&Name::family, &Name::given, &Name::dropping_particle, &Name::non_dropping_particle,
                                  &Name::suffix, &Name::literal})
                    if (random_.one_in(3)) name.*part = text(arena);
                if (random_.one_in(4)) name.identifier = arena.copy(string());
            }
            record.adopt(Field(id, Names{list, random_.one_in(3)}));
            break;
        }
        case Kind::date: {
            auto const date = arena.array<Date>(1);
            bool const likely = random_.one_in(2);
            date[0].begin = likely ? likely_point() : point();
            if (random_.one_in(2)) {
                date[0].range = static_cast<DateRange>(random_(6));
                date[0].end = likely ? likely_point() : point();
            }
            if (random_.one_in(4)) date[0].literal = arena.copy(string());
            record.adopt(Field(id, date.data()));
            break;
        }
        }
    }

    tests::Random random_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(formats_ibid_json)

BOOST_AUTO_TEST_CASE(any_record_comes_back_as_it_was) {
    Anything anything(3);
    std::vector<Item> sent;
    for (int i = 0; i < 1500; ++i) sent.push_back(anything.item());
    std::string const text = write(sent);
    Reading const got = read(text);
    BOOST_TEST(got.reports.empty());
    BOOST_TEST_REQUIRE(got.items.size() == sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        BOOST_TEST_REQUIRE((got.items[i].record == sent[i].record), write({sent[i]}) << write({got.items[i]}));
        BOOST_TEST(got.items[i].record.origin.format == sent[i].record.origin.format);
    }
    BOOST_TEST(write(got.items) == text);
}

BOOST_AUTO_TEST_CASE(what_is_no_record_comes_back_as_it_was) {
    constexpr std::string_view text = "{\n  \"ibid-json\": 1,\n  \"items\": [\n    {\n      \"kind\": \"macro\",\n"
                                      "      \"format\": \"bibtex\",\n      \"name\": \"a\",\n      \"value\": \"\\\"b\\\"\",\n"
                                      "      \"source\": \"@string{a = \\\"b\\\"}\"\n    }\n  ]\n}\n";
    Diagnostics diagnostics;
    Options const options;
    auto const source = open_memory(text, "test", diagnostics);
    auto const reader = find_format("ibid-json")->make_reader({*source, diagnostics, options});
    Item item;
    BOOST_TEST_REQUIRE(reader->next(item));
    BOOST_TEST((item.kind == ItemKind::verbatim));
    BOOST_TEST((item.verbatim.kind == VerbatimKind::macro));
    BOOST_TEST(item.verbatim.value == "\"b\"");
    std::string out;
    auto const sink = sink_to_string(out);
    auto const writer = find_format("ibid-json")->make_writer({*sink, diagnostics, options});
    writer->put(item);
    writer->finish();
    sink->finish();
    BOOST_TEST(out == text);
    BOOST_TEST(writer->written() == 0U);
}

BOOST_AUTO_TEST_CASE(places_are_written_on_request_and_read_again) {
    Item item;
    item.record.set_id("a");
    item.record.origin.where = {"dir/a.bib", 3, 7};
    BOOST_TEST(write({item}).find("a.bib") == std::string::npos);
    std::string const text = write({item}, true);
    BOOST_TEST(text.find(R"("location": {"file": "dir/a.bib", "line": 3, "column": 7})") != std::string::npos);
    BOOST_TEST((read(text).items.at(0).record.origin.where == Location{"dir/a.bib", 3, 7}));
    BOOST_TEST(read(write({item})).items.at(0).record.origin.where.line == 4U);
}

BOOST_AUTO_TEST_CASE(another_version_is_not_read) {
    Reading const newer = read(R"({"ibid-json": 2, "items": [{"id": "a", "type": "book"}]})");
    BOOST_TEST(newer.items.empty());
    BOOST_TEST(newer.reports == std::vector<std::string>{"cannot-read"}, boost::test_tools::per_element());
    BOOST_TEST(read(R"([{"id": "a", "type": "book"}])").reports == std::vector<std::string>{"syntax"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keys_before_the_items_may_be_anything) {
    Reading const got = read(R"( {"a": {"items": [1, "}"]}, "b": "items", "ibid-json": 1, "c": 1.5 , "items" : [{"id": "a", "type": "book"}]} )");
    BOOST_TEST(got.items.size() == 1U);
    BOOST_TEST(got.reports.empty());
}

BOOST_AUTO_TEST_CASE(every_prefix_keeps_what_was_complete) {
    Anything anything(5);
    std::string const text = write({anything.item(), anything.item(), anything.item()});
    std::size_t most = 0;
    for (std::size_t size = 0; size < text.size(); size += 3) {
        Reading const got = read(text.substr(0, size));
        BOOST_TEST(got.items.size() >= most);
        bool const all = size + 4 > text.size();  // the list is closed
        BOOST_TEST(got.reports.empty() == all);
        most = got.items.size();
    }
    BOOST_TEST(most == 3U);
}

BOOST_AUTO_TEST_CASE(an_item_that_is_too_deep_or_too_large_costs_itself_alone) {
    std::string const deep(100, '['), close(100, ']');
    std::string const large(std::size_t{17} << 20, 'x');
    std::string const text = R"({"ibid-json": 1, "items": [{"id": "a", "x": )" + deep + close + R"(}, {"id": "b", "type": "book"}, {"id": ")" +
                             large + R"("}, {"id": "c", "type": "book"}]})";
    Reading const got = read(text);
    BOOST_TEST_REQUIRE(got.items.size() == 2U);
    BOOST_TEST(got.items[0].record.id == "b");
    BOOST_TEST(got.items[1].record.id == "c");
    BOOST_TEST(got.rejected == 2U);
    std::vector<std::string> const expected{"too-deep", "too-large"};
    BOOST_TEST(got.reports == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
