// Limits: in each format, a record that is beyond one costs itself alone, and is told with the code of that limit.
#include <ibid/ibid.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {
using namespace ibid;

/// What a reader made of a text: the keys of its records, and what there was to tell.
struct Read {
    std::vector<std::string> keys;
    std::size_t rejected = 0;
    Diagnostics diagnostics;
    std::vector<std::string> hints;

    Read(std::string_view format, std::string_view text, Limits const& limits)
        : diagnostics({.handler = [this](Diagnostic const& d, Severity) {
              if (!d.hint.empty()) hints.emplace_back(d.hint);
          }}) {
        auto const source = open_memory(text, "in", diagnostics, {}, limits);
        Options const options;
        auto const reader = find_format(format)->make_reader({*source, diagnostics, options});
        for (Item item; reader->next(item);)
            if (item.kind == ItemKind::record) keys.emplace_back(item.record.id);
        rejected = reader->rejected();
    }
};

std::vector<Format const*> formats_both_ways() {
    std::vector<Format const*> both;
    for (Format const* format : all_formats())
        if (format->make_reader != nullptr && format->make_writer != nullptr) both.push_back(format);
    return both;
}

/// A small record, one that `swell` makes large, and another small one, as a format writes them.
template <class Swell>
std::string three_records(Format const& format, Swell const& swell) {
    std::string text;
    Diagnostics unheard;
    Options const options;
    auto const sink = sink_to_string(text);
    auto const writer = format.make_writer({*sink, unheard, options, true});
    for (std::string const key : {"first", "large", "last"}) {
        Item item;
        item.record.type = ItemType::article_journal;
        item.record.set_id(key);
        item.record.set(var::title, Text("A title"));
        if (key == "large") swell(item.record);
        writer->put(item);
    }
    writer->finish();
    sink->finish();
    return text;
}

void check_costs_itself_alone(Format const& format, std::string const& text, Limits const& limits, Code code, std::string const& hint) {
    BOOST_TEST_CONTEXT(format.id) {
        BOOST_TEST(Read(format.id, text, {}).keys.size() == 3U);
        Read const read(format.id, text, limits);
        BOOST_TEST(read.keys == (std::vector<std::string>{"first", "last"}), boost::test_tools::per_element());
        BOOST_TEST(read.rejected == 1U);
        BOOST_TEST(read.diagnostics.count(code) == 1U);
        BOOST_TEST(read.hints == std::vector<std::string>{hint}, boost::test_tools::per_element());
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_record_of_too_many_names_costs_itself_alone) {
    std::vector<Name> const many(50, Name{.family = "Chen", .given = "Jia"});
    for (Format const* format : formats_both_ways()) {
        std::string const text = three_records(*format, [&](Record& r) { r.set(var::author, Names{many, false}); });
        BOOST_TEST(Read(format->id, text, {.names = 50}).keys.size() == 3U, format->id);
        check_costs_itself_alone(*format, text, {.names = 49}, Code::too_many_names, "--limit names=NUMBER raises the limit");
    }
}

BOOST_AUTO_TEST_CASE(a_record_of_too_many_fields_costs_itself_alone) {
    for (Format const* format : formats_both_ways()) {
        std::string const text = three_records(*format, [](Record& r) {
            r.set(var::volume, Text("1"));
            r.set(var::issue, Text("2"));
            r.set(var::page, Text("3"));
            r.set(var::note, Text("4"));
            r.set(var::DOI, Text("10.1000/5"));
            r.set(var::edition, Text("6"));
            r.set(var::abstract, Text("7"));
        });
        check_costs_itself_alone(*format, text, {.fields = 6}, Code::too_many_fields, "--limit fields=NUMBER raises the limit");
    }
}

BOOST_AUTO_TEST_CASE(a_record_that_is_too_long_costs_no_other) {
    std::string const abstract(9000, 'x');
    for (Format const* format : formats_both_ways()) BOOST_TEST_CONTEXT(format->id) {
        std::string const text = three_records(*format, [&](Record& r) { r.set(var::abstract, Text(abstract)); });
        Read const read(format->id, text, {.record_size = 4096});
        BOOST_TEST(read.diagnostics.count(Code::too_large) >= 1U);
        BOOST_TEST(read.hints.front() == "--limit record-size=SIZE raises the limit");
        BOOST_REQUIRE(read.keys.size() >= 2U);
        BOOST_TEST(read.keys.front() == "first");
        BOOST_TEST(read.keys.back() == "last");
        BOOST_TEST(Read(format->id, text, {.record_size = 16384}).diagnostics.count(Severity::error) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(brackets_that_nest_too_deep_are_told_in_each_format_that_has_them) {
    std::string const deep = std::string(20, '{') + "x" + std::string(20, '}');
    std::string const list = std::string(20, '[') + std::string(20, ']');
    struct {
        std::string_view format;
        std::string text;
        std::size_t records;  // a value of a .bib file is kept as it stands
    } const cases[] = {
        {"bibtex", "@book{a, title = {x}} @book{b, title = " + deep + "} @book{c, title = {x}}", 3},
        {"csl-json", R"([{"id": "a"}, {"id": "b", "x": )" + list + R"(}, {"id": "c"}])", 3},
        {"csl-jsonl", "{\"id\": \"a\"}\n{\"x\": " + list + "}\n{\"id\": \"c\"}\n", 2},
        {"ibid-json", R"({"ibid-json": 1, "items": [{"id": "a", "type": "book"}, {"id": "b", "x": )" + list + R"(}, {"id": "c", "type": "book"}]})", 2},
    };
    for (auto const& one : cases) BOOST_TEST_CONTEXT(one.format) {
        Read const read(one.format, one.text, {.depth = 10});
        BOOST_TEST(read.diagnostics.count(Code::too_deep) == 1U);
        BOOST_TEST(read.hints.size() == 1U);
        BOOST_TEST(read.keys.size() == one.records);
        BOOST_TEST(read.keys.back() == "c");
        BOOST_TEST(Read(one.format, one.text, {.depth = 30}).diagnostics.count(Code::too_deep) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(a_line_that_is_too_long_costs_itself_alone) {
    std::string const good = "Chen J, Zhang L, Hou H, Xu L and Ji K: A title. Exp Ther Med 21: 24, 2021\n";
    std::string const text = good + "Chen J: " + std::string(5000, 'x') + ". Exp Ther Med 21: 24, 2021\n" + good;
    Read const read("citation", text, {.line_length = 4096});
    BOOST_TEST(read.keys.size() == 2U);
    BOOST_TEST(read.rejected == 1U);
    BOOST_TEST(read.diagnostics.count(Code::line_too_long) == 1U);
    BOOST_TEST(Read("citation", text, {}).diagnostics.count(Code::line_too_long) == 0U);
}

BOOST_AUTO_TEST_CASE(macros_add_no_more_than_they_may_to_a_record_and_to_each_other) {
    std::string doubling = "@string{m0 = {xxxxxxxxxxxxxxxx}}\n";
    for (int n = 1; n <= 20; ++n) doubling += "@string{m" + std::to_string(n) + " = m" + std::to_string(n - 1) + " # m" + std::to_string(n - 1) + "}\n";
    std::string many = "@string{m = {" + std::string(1000, 'x') + "}}\n@book{large, ";
    for (int n = 0; n < 100; ++n) many += "f" + std::to_string(n) + " = m, ";
    std::string const last = "}\n@book{last, title = {T}}";
    for (std::string const& text : {doubling + "@book{large, title = m20" + last, many + last}) {
        Read const read("bibtex", text, {.expansion = 50'000});
        BOOST_TEST(read.keys == (std::vector<std::string>{"large", "last"}), boost::test_tools::per_element());
        BOOST_TEST(read.diagnostics.count(Code::expansion_too_large) >= 1U);
        BOOST_TEST(read.hints.front() == "--limit expansion=SIZE raises the limit");
    }
}

BOOST_AUTO_TEST_CASE(macros_that_are_defined_anew_count_once) {
    std::string text;
    for (int n = 0; n < 100; ++n) text += "@string{m = {" + std::string(1000, static_cast<char>('a' + n % 26)) + "}}\n@book{k" + std::to_string(n) + ", title = m}\n";
    Read const read("bibtex", text, {.expansion = 10'000});
    BOOST_TEST(read.keys.size() == 100U);
    BOOST_TEST(read.diagnostics.count(Code::expansion_too_large) == 0U);
}

BOOST_AUTO_TEST_CASE(an_entry_has_no_more_parents_than_it_may) {
    std::string chain;
    for (int n = 0; n < 20; ++n) chain += "@book{k" + std::to_string(n) + ", crossref = {k" + std::to_string(n + 1) + "}}\n";
    chain += "@book{k20, title = {the last}}";
    Read const read("biblatex", chain, {.parents = 5});
    BOOST_TEST(read.keys.size() == 21U);
    BOOST_TEST(read.diagnostics.count(Code::too_many_parents) == 15U);
    BOOST_TEST(read.hints.front() == "--limit parents=NUMBER raises the limit");
    BOOST_TEST(Read("biblatex", chain, {}).diagnostics.count(Code::too_many_parents) == 0U);
}

BOOST_AUTO_TEST_CASE(parents_that_all_name_all_others_cost_no_more_than_their_number) {
    std::string keys, text;
    for (int n = 0; n < 60; ++n) keys += "k" + std::to_string(n) + ",";
    for (int n = 0; n < 60; ++n) text += "@book{k" + std::to_string(n) + ", xdata = {" + keys + "}, title = {T}}\n";
    BOOST_TEST(Read("biblatex", text, {}).keys.size() == 60U);  // in time
}

