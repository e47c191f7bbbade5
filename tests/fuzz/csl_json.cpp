// Fuzz target: the CSL-JSON grammar. The whole document is consumed, in steps, and every slice lies in the window.

#include "fuzz/padded.hpp"

#include "grammars/csl_json.hpp"

#include <cstdlib>

namespace csl_json = ibid::grammars::csl_json;

namespace {

void check(csl_json::Batch const& batch, ibid::fuzz::Padded const& text) {
    std::vector<char> room(text.view().size());
    for (auto const& item : batch.items)
        if (!text.holds(item.source) || batch.nodes[item.first_node].kind != csl_json::Kind::object) std::abort();
    for (std::size_t i = 0; i < batch.nodes.size(); ++i) {
        auto const& node = batch.nodes[i];
        if (!text.holds(node.text) || node.next <= i || node.next > batch.nodes.size()) std::abort();
        if (node.kind != csl_json::Kind::string || !node.escaped) continue;
        if (csl_json::unescape(node.text, room.data()) > room.data() + node.text.size()) std::abort();
    }
    for (auto const skipped : batch.skipped)
        if (!text.holds(skipped)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    csl_json::Limits const small{.max_record = 512, .max_batch = 64, .max_depth = 4};
    for (auto const& limits : {csl_json::Limits{}, small}) {
        csl_json::Batch batch;
        csl_json::State state;
        auto window = text.view();
        // A window that ends anywhere: what is not consumed comes again.
        auto const early = csl_json::parse(window.substr(0, size / 2), false, state, batch, limits);
        if (early.consumed > size / 2) std::abort();
        check(batch, text);
        window.remove_prefix(early.consumed);
        do {
            batch.clear();
            auto const parsed = csl_json::parse(window, true, state, batch, limits);
            if (parsed.consumed > window.size() || (parsed.consumed == 0 && !window.empty())) std::abort();
            check(batch, text);
            window.remove_prefix(parsed.consumed);
        } while (!window.empty());
    }
    return 0;
}
