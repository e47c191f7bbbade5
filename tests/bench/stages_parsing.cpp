// The stages from bytes to tree: each grammar over the whole file, batch by batch, as its reader calls it.

#include "bench/stage.hpp"

#include "grammars/bibtex.hpp"
#include "grammars/ris.hpp"

#include <memory>

namespace ibid::bench {
namespace {

namespace bibtex = grammars::bibtex;
namespace ris = grammars::ris;

void count(bibtex::Batch const& batch, Work& work) {
    work.fields += batch.fields.size();
    for (auto const& block : batch.blocks) work.records += block.kind == bibtex::BlockKind::entry;
}

void count(ris::Batch const& batch, Work& work) {
    work.fields += batch.lines.size();
    work.records += batch.records.size();
}

/// Parses the whole text; the batch keeps its memory from run to run, as it does in a reader.
template <typename Batch>
Job prepare_raw(Input const& input) {
    return {[] {}, [batch = std::make_shared<Batch>(), text = input.text] {
                Work work{.bytes = text.size()};
                for (std::size_t at = 0; at < text.size();) {
                    batch->clear();
                    auto const parsed = parse(text.substr(at), true, *batch);
                    if (parsed.consumed == 0) break;
                    at += parsed.consumed;
                    count(*batch, work);
                }
                return work;
            }};
}

constexpr Stage stages[] = {
    {"raw_bibtex", "input byte", prepare_raw<bibtex::Batch>},
    {"raw_ris", "input byte", prepare_raw<ris::Batch>},
};

}  // namespace

std::span<Stage const> parsing_stages() { return stages; }

}  // namespace ibid::bench
