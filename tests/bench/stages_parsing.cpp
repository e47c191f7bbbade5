// The stages from bytes to tree: each grammar over the whole file, batch by batch, as its reader calls it.

#include "bench/stage.hpp"

#include "grammars/ris.hpp"

#include <memory>

namespace ibid::bench {
namespace {

Job prepare_raw_ris(Input const& input) {
    namespace ris = grammars::ris;
    auto const batch = std::make_shared<ris::Batch>();
    return {[] {},
            [=, text = input.text] {
                Work work{.bytes = text.size()};
                for (std::size_t at = 0; at < text.size();) {
                    batch->clear();
                    auto const parsed = ris::parse(text.substr(at), true, *batch);
                    if (parsed.consumed == 0) break;
                    at += parsed.consumed;
                    work.records += batch->records.size();
                    work.fields += batch->lines.size();
                }
                return work;
            }};
}

constexpr Stage stages[] = {
    {"raw_ris", "input byte", prepare_raw_ris},
};

}  // namespace

std::span<Stage const> parsing_stages() { return stages; }

}  // namespace ibid::bench
