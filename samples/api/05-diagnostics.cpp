// Collects what a conversion lost: each loss as it happens, and the sums at the end. Nothing is lost in silence.
// Run it in samples/, or give it that folder.
#include <ibid/ibid.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    std::filesystem::path const folder = argc > 1 ? argv[1] : ".";
    std::ifstream file(folder / "rosetta.biblatex.bib", std::ios::binary);
    std::string const biblatex(std::istreambuf_iterator<char>(file), {});

    auto const print = [](ibid::Diagnostic const& diagnostic, ibid::Severity) {
        std::cout << diagnostic.where.line << ": " << diagnostic.key << ": " << diagnostic.field << " {"
                  << diagnostic.before << "} [" << ibid::info(diagnostic.code).spelling << "]\n";
    };
    ibid::Diagnostics diagnostics({.handler = print, .summary_limit = 20});
    ibid::convert(biblatex, "biblatex", "ris", diagnostics);

    std::cout << '\n';
    for (ibid::Tally const& tally : diagnostics.tallies())
        std::cout << tally.count << " x " << tally.field << ": " << ibid::info(tally.code).help << '\n';

    // RIS has no word for "and others" and for "circa", and no tag for an eprint.
    bool const is_right = diagnostics.lost_data() && diagnostics.count(ibid::Code::lost_others) == 1
                          && diagnostics.count(ibid::Code::lost_precision) == 1
                          && diagnostics.count(ibid::Code::dropped_field) > 0;
    return is_right ? 0 : 1;
}
