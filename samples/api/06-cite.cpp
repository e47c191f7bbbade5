// Formatted citations: records in a style, one by one and as a text that cites them, which changes while it is written.
// Run it in samples/, or give it that folder.
#include <ibid/cite.hpp>
#include <ibid/ibid.hpp>

#include <filesystem>
#include <iostream>

namespace {

struct Records final : ibid::ItemSink {
    void put(ibid::Item& item) override {
        if (item.kind == ibid::ItemKind::record) all.push_back(std::move(item.record));
    }
    void finish() override {}
    std::vector<ibid::Record> all;
};

ibid::Citation citation(char const* id, char const* key, int note) {
    ibid::Citation made;
    made.id = id, made.note = note;
    made.cites.emplace_back().item = key;
    return made;
}

}  // namespace

int main(int argc, char** argv) {
    std::filesystem::path const folder = argc > 1 ? argv[1] : ".";
    ibid::Diagnostics diagnostics;
    auto const source = ibid::open_file(folder / "rosetta.json", diagnostics);
    if (!source) return 1;
    Records records;
    ibid::read_all(*source, *ibid::find_format("csl-json"), records, diagnostics);

    // Any style of the CSL project by its name or path; four are built in.
    std::vector<ibid::CitationProblem> problems;
    auto const formatter = ibid::CitationFormatter::open({.style = "spandidos-apa"}, problems);
    if (!formatter) return 1;
    std::cout << formatter->entry(records.all.front()) << '\n';

    ibid::CitationDocument document(*formatter);
    document.set_records(records.all);
    document.set_citation(citation("first", "ito2016", 1));
    document.set_citation(citation("second", "chen2021", 2));
    document.update();
    document.set_citation(citation("second", "who2020", 2));
    auto const changed = document.update();  // the second reads differently now
    for (std::size_t const place : changed) std::cout << place << ": " << document.text(place) << '\n';
    std::cout << document.bibliography();

    bool const is_right = changed.size() == 1 && changed.front() == 1 && document.size() == 2 && document.entries().size() == 2;
    return is_right ? 0 : 1;
}
