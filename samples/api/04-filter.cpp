// A filter of one's own, between a file and a writer: only records with a DOI pass.
// Run it in samples/, or give it that folder.
#include <ibid/ibid.hpp>

#include <filesystem>
#include <iostream>
#include <string>

class WithDoi final : public ibid::Filter {
public:
    using Filter::Filter;

    void put(ibid::Item& item) override {
        if (item.kind != ibid::ItemKind::record || item.record.has(ibid::var::DOI)) next_.put(item);
    }
};

int main(int argc, char** argv) {
    std::filesystem::path const folder = argc > 1 ? argv[1] : ".";

    ibid::Diagnostics diagnostics;
    auto const source = ibid::open_file(folder / "rosetta.ris", diagnostics);
    if (!source) return 1;

    std::string text;
    auto const sink = ibid::sink_to_string(text);
    ibid::Options const options;
    ibid::WriteContext const context{*sink, diagnostics, options};
    auto const writer = ibid::find_format("csl-json")->make_writer(context);

    WithDoi with_doi(*writer);
    auto const counts = ibid::read_all(*source, *ibid::find_format("ris"), with_doi, diagnostics);
    with_doi.finish();
    sink->finish();

    std::cout << text;
    return counts.read == 12 && writer->written() == 5 ? 0 : 1;
}
