// Fuzz target: the RIS grammar. Every byte is consumed, in steps, and every slice lies in the window.

#include "fuzz/padded.hpp"

#include "grammars/ris.hpp"

#include <cstdlib>

namespace ris = ibid::grammars::ris;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    ris::Limits const small{.max_record = 512, .max_batch = 64};
    for (auto const& limits : {ris::Limits{}, small}) {
        ris::Batch batch;
        auto window = text.view();
        // A window that ends anywhere: what is not consumed comes again.
        auto const early = ris::parse(window.substr(0, size / 2), false, batch, limits);
        if (early.consumed > size / 2) std::abort();
        window.remove_prefix(early.consumed);
        while (!window.empty()) {
            batch.clear();
            auto const parsed = ris::parse(window, true, batch, limits);
            if (parsed.consumed == 0 || parsed.consumed > window.size()) std::abort();
            for (auto const& record : batch.records) {
                if (!text.holds(record.source) || record.first_line + record.line_count > batch.lines.size()) std::abort();
            }
            for (auto const& line : batch.lines)
                if (!text.holds(line.value)) std::abort();
            window.remove_prefix(parsed.consumed);
        }
    }
    return 0;
}
