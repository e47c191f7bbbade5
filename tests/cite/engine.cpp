// What ibid makes of a case of the official CSL test-suite: its input through the reader of CSL-JSON, its style through
// the parser, its calls through Document. The calls are those of citeproc-js, from which the suite comes.
#include "case.hpp"

#include "cite/document.hpp"
#include "cite/library.hpp"
#include "cite/writer.hpp"
#include "ibid/ibid.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace ibid::cite::suite {
namespace {

using Json = nlohmann::json;

/// A member as text, be it a number.
std::string text_of(Json const& object, char const* name) {
    auto const found = object.find(name);
    if (found == object.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

bool flag(Json const& object, char const* name) {
    auto const found = object.find(name);
    return found != object.end() && (found->is_boolean() ? found->get<bool>() : found->is_number() && *found != 0);
}

/// INPUT with the flag comma-suffix in the shape that ibid's names have it: a suffix that begins with a comma.
std::string with_comma_suffixes(std::string_view text) {
    if (text.find("comma-suffix") == std::string_view::npos) return std::string(text);
    Json items = Json::parse(text);
    for (Json& item : items)
        for (auto& member : item.items())
            if (member.value().is_array())
                for (Json& name : member.value())
                    if (name.is_object() && flag(name, "comma-suffix")) name["suffix"] = ", " + text_of(name, "suffix");
    return items.dump();
}

/// Keeps the records; the suite's items need no id.
struct Collector final : ItemSink {
    explicit Collector(std::vector<Record>& to) : records(to) {}
    void put(Item& item) override {
        if (item.kind != ItemKind::record) return;
        records.push_back(item.record);
        if (records.back().id.empty()) records.back().set_id("#" + std::to_string(records.size()));
    }
    void finish() override {}
    std::vector<Record>& records;
};

std::vector<Record> read_records(std::string_view json, std::vector<std::string>& complaints) {
    std::vector<Record> records;
    Diagnostics diagnostics;
    auto const source = open_memory(with_comma_suffixes(json), "INPUT", diagnostics);
    Format const* const format = find_format("csl-json");
    if (!source || !format) return records;
    Options const options;
    Collector collector{records};
    auto const filter = read_note_fields(collector);  // as citeproc-js does
    Counts const counts = read_all(*source, *format, *filter, diagnostics, {.options = options});
    if (counts.rejected > 0) complaints.push_back(std::to_string(counts.rejected) + " records of INPUT rejected");
    return records;
}

Cite read_cite(Json const& json) {
    Cite cite;
    cite.item = text_of(json, "id");
    cite.locator = text_of(json, "locator");
    cite.label = text_of(json, "label");
    cite.prefix = text_of(json, "prefix");
    cite.suffix = text_of(json, "suffix");
    cite.near_note = flag(json, "near-note");
    if (flag(json, "suppress-author")) cite.mode = CiteMode::suppress_author;
    else if (flag(json, "author-only")) cite.mode = CiteMode::author_only;
    using Position = Condition::Position;
    constexpr std::array positions{Position::first, Position::subsequent, Position::ibid, Position::ibid_with_locator};
    if (auto const found = json.find("position"); found != json.end() && found->is_number_unsigned())
        if (auto const number = found->get<std::size_t>(); number < positions.size()) cite.position = positions[number];
    cite.first_note = std::atoi(text_of(json, "first-reference-note-number").c_str());
    return cite;
}

std::vector<Cite> read_cites(Json const& json) {
    std::vector<Cite> cites;
    for (Json const& one : json) cites.push_back(read_cite(one));
    return cites;
}

/// CITATIONS: calls of [cluster, what stands before, what stands behind]. The answer marks what the last call changed.
std::string run_calls(Document& document, Json const& calls) {
    std::vector<std::size_t> changed;
    std::string last;
    for (Json const& call : calls) {
        Json const& json = call.at(0);
        Cluster cluster;
        cluster.id = text_of(json, "citationID");
        cluster.cites = read_cites(json.at("citationItems"));
        if (auto const found = json.find("properties"); found != json.end()) {
            cluster.note = found->value("noteIndex", 0);
            cluster.sorted = !flag(*found, "unsorted");
        }
        std::vector<ClusterPlace> order;
        auto const add = [&](Json const& places) {
            for (Json const& place : places) order.push_back({place.at(0).get<std::string>(), place.at(1).get<int>()});
        };
        add(call.at(1));
        order.push_back({cluster.id, cluster.note});
        add(call.at(2));
        last = cluster.id;
        document.set_cluster(std::move(cluster));
        document.set_order(order);
        changed = document.update();
    }
    std::string result;
    for (std::size_t i = 0; i < document.cluster_count(); ++i) {
        bool const is_changed = document.cluster(i).id == last || std::find(changed.begin(), changed.end(), i) != changed.end();
        if (i > 0) result += '\n';
        result += (is_changed ? ">>[" : "..[") + std::to_string(i) + "] " + write(html_writer, document.text(i));
    }
    return result;
}

std::string bibliography_of(Document const& document) {
    std::vector<WrittenEntry> entries;
    for (BibliographyEntry& entry : document.bibliography().entries) entries.emplace_back().blocks = std::move(entry.blocks);
    return write_bibliography(html_writer, entries);
}

}  // namespace

std::string Engine::run(Case const& test, std::vector<std::string>& complaints) const {
    auto const records = read_records(test.section("INPUT"), complaints);
    std::vector<StyleProblem> problems;
    Style style = parse_style(test.section("CSL"), problems);
    Library const library({{}, {locales}});
    Locale locale = library.locale(style, {}, problems);
    for (StyleProblem const& problem : problems)
        complaints.push_back("CSL:" + std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
                             problem.message);
    Processor const processor(std::move(style), std::move(locale));
    Document document(processor);
    document.set_items(records);
    document.set_no_printed_form("[CSL STYLE ERROR: reference with no printed form.]");

    bool const in_bibliography = test.section("MODE") == "bibliography";
    if (auto const calls = test.section("CITATIONS"); !calls.empty()) {
        std::string result = run_calls(document, Json::parse(calls));
        return in_bibliography ? bibliography_of(document) : result;
    }
    document.set_uncited(Uncited::all);
    document.update();
    if (in_bibliography) return bibliography_of(document);
    if (auto const clusters = test.section("CITATION-ITEMS"); !clusters.empty()) {
        std::string result;
        for (Json const& cluster : Json::parse(clusters)) {
            if (!result.empty()) result += '\n';
            result += write(html_writer, document.preview(read_cites(cluster)));
        }
        return result;
    }
    std::vector<Cite> all;
    for (std::string_view const id : document.order()) all.emplace_back().item = id;
    return write(html_writer, document.preview(all));
}

}  // namespace ibid::cite::suite
