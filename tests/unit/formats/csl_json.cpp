// CSL-JSON beyond its fixtures: options, what is reported when nothing is carried, validity by the schema, batches,
// and how the format is told from other JSON.
#include "ibid/ibid.hpp"

#include "formats/csl_json/mapping.hpp"
#include "support/generate.hpp"
#include "support/places.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

using namespace ibid;
using nlohmann::json;

namespace {

struct Written {
    std::string text;
    std::vector<std::string> reports;  ///< "code field", in order
};

std::vector<Item> read(std::string_view text, std::string_view format, Diagnostics& diagnostics) {
    Options const options;
    auto const source = open_memory(text, "test", diagnostics);
    auto const reader = find_format(format)->make_reader({*source, diagnostics, options});
    std::vector<Item> items;
    for (Item item; reader->next(item);) items.push_back(item);
    return items;
}

Written write(std::vector<Item> items, std::string_view format, bool carry = true,
              std::vector<std::pair<std::string, std::string>> const& given = {}) {
    Written result;
    Diagnostics::Settings settings;
    settings.summary_limit = 100;
    settings.handler = [&](Diagnostic const& d, Severity) {
        result.reports.push_back(std::string(info(d.code).spelling) + " " + std::string(d.field));
    };
    Diagnostics diagnostics(settings);
    Options options;
    for (auto const& [name, value] : given) options.set(name, value);
    auto const sink = sink_to_string(result.text);
    auto const writer = find_format(format)->make_writer({*sink, diagnostics, options, carry});
    for (Item& item : items) writer->put(item);
    writer->finish();
    sink->finish();
    return result;
}

Written rewrite(std::string_view text, bool carry = true,
                std::vector<std::pair<std::string, std::string>> const& given = {}) {
    Diagnostics unheard;
    return write(read(text, "csl-json", unheard), "csl-json", carry, given);
}

/// What of draft-07 csl-data.json uses; answers the first fault.
std::string fault(json const& root, json const& schema, json const& value, std::string const& where) {
    if (schema.contains("$ref")) {
        std::string const name = schema["$ref"];
        return fault(root, root["definitions"][name.substr(name.rfind('/') + 1)], value, where);
    }
    if (schema.contains("anyOf")) return fault(root, schema["anyOf"][0], value, where);
    std::string const type = value.is_number() ? "number" : value.type_name();
    json const types = schema.value("type", json());
    bool const fits = types.is_null() || types == type
                      || (types.is_array() && std::find(types.begin(), types.end(), type) != types.end());
    if (!fits) return where + " is " + type;
    if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
        return where + " is " + value.dump();
    std::string found;
    if (value.is_object() && schema.contains("properties"))
        for (auto const& [key, member] : value.items()) {
            bool const forgotten = std::any_of(
                std::begin(formats::csl_json::not_in_schema), std::end(formats::csl_json::not_in_schema),
                [&name = key](VariableId id) { return spelling(id) == name; });
            bool const known = schema["properties"].contains(key);
            if (!known && !forgotten && schema.value("additionalProperties", true) == false) return where + " has " + key;
            if (known) found = fault(root, schema["properties"][key], member, where + "/" + key);
            if (!found.empty()) return found;
        }
    for (json const& key : schema.value("required", json::array()))
        if (!value.contains(key)) return where + " lacks " + std::string(key);
    if (!value.is_array() || !schema.contains("items")) return found;
    if (value.size() < schema.value("minItems", 0U) || value.size() > schema.value("maxItems", 1000000U))
        return where + " has " + std::to_string(value.size()) + " values";
    for (std::size_t i = 0; i < value.size() && found.empty(); ++i)
        found = fault(root, schema["items"], value[i], where + "/" + std::to_string(i));
    return found;
}

constexpr std::string_view rich_item = R"([{"id": "a", "type": "figure-set", "author": [{"family": "Doe", "ORCID": "x"}],
  "editor": [{"family": "Roe"}], "issued": {"date-parts": [[1984]], "circa": true}, "URL": "u1", "keyword": "a, b", "volume": {"x": 1},
  "custom": {"others": ["editor"], "edtf": {"issued": "1984?/.."}, "URL": ["u2"], "keyword": ["a, b"], "shorthand": "D",
             "bibtex": {"owner": "me"}, "mine": 1}}])";

}  // namespace

BOOST_AUTO_TEST_SUITE(formats_csl_json)

BOOST_AUTO_TEST_CASE(without_carriage_every_loss_is_reported_and_nothing_else) {
    Written const written = rewrite(rich_item, false);
    std::vector<std::string> const expected{
        "dropped-field author.identifier", "lost-others editor",   "lost-range-end issued", "dropped-field URL",
        "dropped-field keyword", "dropped-field shorthand", "dropped-field volume", "dropped-field owner",
        "dropped-field custom.mine", "type-approximated type"};
    BOOST_TEST(written.reports == expected, boost::test_tools::per_element());
    BOOST_TEST(written.text.find("custom") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(with_carriage_nothing_is_lost_and_nothing_reported) {
    Written const once = rewrite(rich_item);
    BOOST_TEST(once.reports.empty());
    BOOST_TEST(rewrite(once.text).text == once.text);
    Diagnostics unheard;
    auto const before = read(rich_item, "csl-json", unheard), after = read(once.text, "csl-json", unheard);
    auto const x = before[0].record.fields(), y = after[0].record.fields();
    BOOST_TEST(std::equal(x.begin(), x.end(), y.begin(), y.end()));
    BOOST_TEST(before[0].record.origin.native_type == after[0].record.origin.native_type);
    BOOST_TEST(before[0].record.extras().size() == after[0].record.extras().size());
}

BOOST_AUTO_TEST_CASE(compact_is_an_item_a_line) {
    std::string_view const two = R"([{"id": "a", "type": "book", "title": "x", "x": [1, {"y": null}]}, {"id": "b", "type": "book"}])";
    BOOST_TEST(rewrite(two, true, {{"style", "compact"}}).text ==
               "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"x\",\"x\":[1,{\"y\":null}]},\n{\"id\":\"b\",\"type\":\"book\"}]\n");
    BOOST_TEST(rewrite("[]", true, {{"style", "compact"}}).text == "[]\n");
}

BOOST_AUTO_TEST_CASE(unknown_members_go_to_custom_on_request) {
    std::string_view const item = R"([{"id": "a", "type": "book", "x": [1, 2], "custom": {"y": 3}}])";
    std::string const text = rewrite(item, true, {{"unknown", "custom"}}).text;
    BOOST_TEST(json::parse(text)[0]["custom"] == json::parse(R"({"y": 3, "csl-json": {"x": [1, 2]}})"));
    Diagnostics unheard;
    auto const again = read(text, "csl-json", unheard);
    BOOST_TEST(again[0].record.extras().size() == 2U);
}

BOOST_AUTO_TEST_CASE(native_types_that_were_carried_stay_for_their_formats) {
    std::string_view const item = R"([{"id": "a", "type": "book", "custom": {"native-type": {"biblatex": "mvbook", "ris": "EBOOK"}}}])";
    BOOST_TEST(rewrite(item).text.find(R"("native-type": {"biblatex": "mvbook", "ris": "EBOOK"})") != std::string::npos);
    std::string_view const others[] = {R"({"biblatex": 1})", R"({"nowhere": "x"})", R"("book")"};
    for (std::string_view const odd : others) {  // not ours: kept as it is
        std::string const custom = std::string(R"("native-type": )").append(odd);
        BOOST_TEST(rewrite(R"([{"id": "a", "type": "book", "custom": {)" + custom + "}}]").text.find(custom) != std::string::npos, odd);
    }
}

BOOST_AUTO_TEST_CASE(values_that_are_no_json_become_strings) {
    Item item;
    item.record.set_id("a");
    for (std::string_view const value : {"}, \"x\": {", "1, \"x\": 2", "", "{", "\"unclosed", "[1,]", "nul", "1 2"})
        item.record.add_extra({"csl-json", "odd", value, {}, ExtraKind::unclaimed, VariableId::none});
    Written const written = write({item}, "csl-json");
    auto const parsed = json::parse(written.text, nullptr, false);
    BOOST_TEST_REQUIRE(!parsed.is_discarded(), written.text);
    BOOST_TEST(parsed[0]["odd"].is_string());
}

BOOST_AUTO_TEST_CASE(the_year_0_is_a_year_with_a_month_and_a_season_too) {
    auto const issued = [](std::string_view edtf) {
        std::string const written = convert("@book{a, date={" + std::string(edtf) + "}}", "biblatex", "csl-json").text;
        BOOST_TEST(convert(written, "csl-json", "biblatex").text.find("date = {" + std::string(edtf) + "}") != std::string::npos);
        return json::parse(written)[0]["issued"].dump();
    };
    BOOST_TEST(issued("0000-05") == R"({"date-parts":[[-1,5]]})");
    BOOST_TEST(issued("0000-05-03") == R"({"date-parts":[[-1,5,3]]})");
    BOOST_TEST(issued("0000-21") == R"({"date-parts":[[-1]],"season":1})");
}

BOOST_AUTO_TEST_CASE(a_decade_or_a_century_is_the_range_of_its_years) {
    auto const issued = [](std::string_view edtf) { return json::parse(convert("@book{a, date={" + std::string(edtf) + "}}", "biblatex", "csl-json").text)[0]; };
    BOOST_TEST(issued("199X")["issued"].dump() == R"({"date-parts":[[1990],[1999]]})");
    BOOST_TEST(issued("199X")["custom"]["edtf"]["issued"] == "199X");
    BOOST_TEST(issued("20uu")["issued"].dump() == R"({"date-parts":[[2000],[2099]]})");
    BOOST_TEST(issued("199X~")["issued"].dump() == R"({"circa":true,"date-parts":[[1990],[1999]]})");
    BOOST_TEST(issued("199X/200X")["issued"].dump() == R"({"date-parts":[[1990],[2009]]})");
    BOOST_TEST(issued("-003X")["issued"].dump() == R"({"date-parts":[[-40],[-31]]})");
    BOOST_TEST(issued("19XX-05")["issued"].dump() == R"({"circa":true,"date-parts":[[1900,5]]})");
}

BOOST_AUTO_TEST_CASE(repeated_names_of_another_format_become_an_array_in_their_order) {
    Item item;
    item.record.set_id("a");
    for (auto const& [format, name, value] : {std::array{"ris", "C1", "1"}, {"bibtex", "owner", "2"}, {"ris", "ZZ", "3"}, {"ris", "C1", "4"}})
        item.record.add_extra({format, name, value, {}, ExtraKind::unclaimed, VariableId::none});
    Written const written = write({item}, "csl-json");
    BOOST_TEST(written.text.find(R"({"ris": {"C1": ["1", "4"], "ZZ": "3"}, "bibtex": {"owner": "2"}})") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(items_come_in_order_however_many_batches_they_fill) {
    std::string text = "[";
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "" : ",") + std::string(R"({"id": )") + std::to_string(i) + R"(, "type": "book", "title": "Some words to fill it"})";
    text += "]";
    Diagnostics diagnostics;
    auto const items = read(text, "csl-json", diagnostics);
    BOOST_TEST_REQUIRE(items.size() == static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) BOOST_TEST_REQUIRE(items[static_cast<std::size_t>(i)].record.id == std::to_string(i));
    BOOST_TEST(diagnostics.count(Severity::note) == 0U);
}

BOOST_AUTO_TEST_CASE(a_diagnostic_says_where_in_the_file) {
    std::vector<Location> places;
    Diagnostics::Settings settings;
    settings.handler = [&](Diagnostic const& d, Severity) { places.push_back(d.where); };
    Diagnostics diagnostics(settings);
    read("[\n  {\"id\": \"ä\", \"type\": \"book\", \"title\": 5}\n]", "csl-json", diagnostics);
    BOOST_TEST_REQUIRE(places.size() == 1U);
    BOOST_TEST(places[0].line == 2U);
    BOOST_TEST(places[0].column == 40U);
}

BOOST_AUTO_TEST_CASE(an_escaped_name_is_reported_where_it_stands) {
    std::vector<Location> places;
    Diagnostics::Settings settings;
    settings.summary_limit = 10;
    settings.handler = [&](Diagnostic const& d, Severity) { places.push_back(d.where); };
    Diagnostics diagnostics(settings);
    read(R"([{"id": "a", "type": "book", "title": "a", "t\u0069tle": "b", "custom": {"o\u0074hers": 1}}])", "csl-json", diagnostics);
    BOOST_TEST_REQUIRE(places.size() == 2U);
    BOOST_TEST(places[0].column == 45U);
    BOOST_TEST(places[1].column == 75U);
}

BOOST_AUTO_TEST_CASE(what_is_written_is_valid_by_the_schema) {
    auto const path = tests::shared("csl/csl-data.json");
    if (path.empty()) {
        BOOST_TEST_MESSAGE("SKIPPED: csl-data.json is not there");
        return;
    }
    std::ifstream file(path);
    json const schema = json::parse(file);
    std::vector<Item> items(500);
    tests::Generator generator(7, {});
    for (std::size_t i = 0; i < items.size(); ++i) generator.fill(items[i].record, i % 3 == 0 ? "" : "key" + std::to_string(i));
    for (Item& item : items) item.record.origin.native_type = "odd";
    json const written = json::parse(write(items, "csl-json").text);
    BOOST_TEST(fault(schema, schema, written, "") == "");
}

BOOST_AUTO_TEST_CASE(content_tells_the_formats_apart) {
    auto const detected = [](std::string_view text) -> std::string_view {
        Format const* const format = detect_format("-", text);
        return format == nullptr ? "none" : format->id;
    };
    BOOST_TEST(detected(R"([{"id": "a", "type": "book"}])") == "csl-json");
    BOOST_TEST(detected("\n{\"id\": \"a\",\n \"type\": \"book\"}\n") == "csl-json");
    BOOST_TEST(detected(R"({"items": [{"title": "a"}]})") == "csl-json");
    BOOST_TEST(detected("{\"id\": \"a\", \"type\": \"book\"}\n{\"id\": \"b\"}\n") == "csl-jsonl");
    BOOST_TEST(detected("{\"ibid-json\": 1, \"items\": []}") == "ibid-json");
    BOOST_TEST(find_format("csl-json")->recognise("TY  - BOOK\n") == 0);
    BOOST_TEST(find_format("csl-json")->recognise("@book{a,") == 0);
    BOOST_TEST(find_format("csl-jsonl")->recognise("{\"id\": \"a\"}") == 0);
    BOOST_TEST(find_format("csl-jsonl")->recognise("{\"id\": \"}\"") == 0);
}

BOOST_AUTO_TEST_CASE(the_table_has_a_row_for_every_type_and_variable) {
    auto const rows = find_format("csl-json")->table();
    BOOST_TEST(rows.size() > item_type_count + variable_count);
    auto const has = [&](std::string_view native, std::string_view variables, std::string_view direction) {
        return std::any_of(rows.begin(), rows.end(), [&](MappingRow const& row) {
            return row.native == native && row.variables == variables && row.direction == direction;
        });
    };
    BOOST_TEST(has("container-title", "container-title", "both"));
    BOOST_TEST(has("custom.shorthand", "shorthand", "both"));
    BOOST_TEST(has("journalAbbreviation", "container-title-short", "read"));
    BOOST_TEST(has("posted-content", "type article", "read"));
}

BOOST_AUTO_TEST_SUITE_END()
