// Opens a file of any format and walks its records: typed keys find values of the right kind, or null.
// Run it in samples/, or give it that folder.
#include <ibid/ibid.hpp>

#include <filesystem>
#include <iostream>

int main(int argc, char** argv) {
    std::filesystem::path const folder = argc > 1 ? argv[1] : ".";

    ibid::Diagnostics diagnostics;
    auto const source = ibid::open_file(folder / "rosetta.biblatex.bib", diagnostics);
    if (!source) return 1;
    auto const* format = ibid::detect_format(source->name(), source->window());
    if (!format) return 1;

    ibid::Options const options;
    ibid::ReadContext const context{*source, diagnostics, options};
    auto const reader = format->make_reader(context);

    int records = 0;
    ibid::Item item;
    while (reader->next(item)) {
        if (item.kind != ibid::ItemKind::record) continue;  // a comment, a macro, free text
        ++records;

        ibid::Record const& record = item.record;
        std::cout << record.id << ": ";
        if (auto const* author = record.find(ibid::var::author)) {
            for (ibid::Name const& name : author->list)
                std::cout << (name.literal.empty() ? name.family.plain : name.literal.plain) << ", ";
            if (author->others) std::cout << "et al., ";
        }
        if (auto const* issued = record.find(ibid::var::issued)) std::cout << issued->begin.year;
        std::cout << '\n';
    }
    return records == 12 ? 0 : 1;
}
