// The stages from bytes to tree: each grammar over the whole file, batch by batch, as its reader calls it.

#include "bench/stage.hpp"

#include "grammars/bibtex.hpp"
#include "grammars/csl_json.hpp"
#include "grammars/ris.hpp"

#include <memory>

namespace ibid::bench {
namespace {

/// A grammar as all of them are called: what it yields, what it carries from call to call, and what that holds.
struct Bibtex {
    using Batch = grammars::bibtex::Batch;
    struct State {};
    static auto parse(std::string_view window, State&, Batch& batch) {
        return grammars::bibtex::parse(window, true, batch);
    }
    static void count(Batch const& batch, Work& work) {
        work.fields += batch.fields.size();
        for (auto const& block : batch.blocks) work.records += block.kind == grammars::bibtex::BlockKind::entry;
    }
};

struct Ris {
    using Batch = grammars::ris::Batch;
    struct State {};
    static auto parse(std::string_view window, State&, Batch& batch) { return grammars::ris::parse(window, true, batch); }
    static void count(Batch const& batch, Work& work) {
        work.fields += batch.lines.size();
        work.records += batch.records.size();
    }
};

struct CslJson {
    using Batch = grammars::csl_json::Batch;
    using State = grammars::csl_json::State;
    static auto parse(std::string_view window, State& state, Batch& batch) {
        return grammars::csl_json::parse(window, true, state, batch);
    }
    static void count(Batch const& batch, Work& work) {
        work.records += batch.items.size();
        for (auto const& item : batch.items) {
            auto const end = batch.nodes[item.first_node].next;
            // A member is its name and its value, which may have nodes inside.
            for (auto name = item.first_node + 1; name < end; name = batch.nodes[name + 1].next) ++work.fields;
        }
    }
};

/// Parses the whole text; the batch keeps its memory from run to run, as it does in a reader.
template <typename Grammar>
Job prepare_raw(Input const& input) {
    return {[] {}, [batch = std::make_shared<typename Grammar::Batch>(), text = input.text] {
                Work work{.bytes = text.size()};
                typename Grammar::State state;
                for (std::size_t at = 0; at < text.size();) {
                    batch->clear();
                    auto const parsed = Grammar::parse(text.substr(at), state, *batch);
                    if (parsed.consumed == 0) break;
                    at += parsed.consumed;
                    Grammar::count(*batch, work);
                }
                return work;
            }};
}

constexpr Stage stages[] = {
    {"raw_bibtex", "input byte", prepare_raw<Bibtex>},
    {"raw_ris", "input byte", prepare_raw<Ris>},
    {"raw_csl_json", "input byte", prepare_raw<CslJson>},
};

}  // namespace

std::span<Stage const> parsing_stages() { return stages; }

}  // namespace ibid::bench
