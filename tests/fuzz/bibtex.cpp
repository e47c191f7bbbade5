// Fuzz target: the BibTeX grammar. The sources of the blocks are the whole file, and every slice lies in the window.

#include "fuzz/padded.hpp"

#include "grammars/bibtex.hpp"

#include <cstdlib>

namespace bibtex = ibid::grammars::bibtex;

namespace {

void check(bibtex::Batch const& batch, std::size_t consumed, ibid::fuzz::Padded const& text) {
    std::size_t sources = 0;
    for (auto const& block : batch.blocks) {
        sources += block.source.size();
        if (!text.holds(block.source) || block.first_field + block.field_count > batch.fields.size()) std::abort();
    }
    if (sources != consumed) std::abort();
    for (auto const& field : batch.fields)
        if (field.first_token + field.token_count > batch.tokens.size()) std::abort();
    for (auto const& token : batch.tokens)
        if (!text.holds(token.text)) std::abort();
    for (auto const& problem : batch.problems)
        if (problem.block >= batch.blocks.size() || !text.holds(problem.where)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    bibtex::Limits const small{.max_record = 512, .batch_bytes = 64, .max_depth = 4};
    for (auto const& limits : {bibtex::Limits{}, small}) {
        bibtex::Batch batch;
        auto window = text.view();
        // A window that ends anywhere: what is not consumed comes again.
        auto const early = bibtex::parse(window.substr(0, size / 2), false, batch, limits);
        if (early.consumed > size / 2) std::abort();
        check(batch, early.consumed, text);
        window.remove_prefix(early.consumed);
        while (!window.empty()) {
            auto const parsed = bibtex::parse(window, true, batch, limits);
            if (parsed.consumed == 0 || parsed.consumed > window.size()) std::abort();
            check(batch, parsed.consumed, text);
            window.remove_prefix(parsed.consumed);
        }
    }
    return 0;
}
