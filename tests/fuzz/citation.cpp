// Fuzz target: formatted citations. Every line is a reference, a problem or nothing, and every slice lies in the window,
// which may end anywhere.

#include "fuzz/padded.hpp"

#include "grammars/citation.hpp"

#include <cstdlib>

namespace citation = ibid::grammars::citation;

namespace {

void check(ibid::fuzz::Padded const& text, citation::Batch const& batch) {
    auto const inside = [&](std::string_view slice) {
        if (!slice.empty() && !text.holds(slice)) std::abort();
    };
    for (citation::Reference const& r : batch.references) {
        for (std::string_view const slice : {r.source, r.title, r.container, r.volume, r.issue, r.page, r.publisher,
                                             r.place, r.year, r.year_suffix, r.doi})
            inside(slice);
        if (r.first_name + r.name_count > batch.names.size()) std::abort();
    }
    for (citation::Name const& n : batch.names) {
        for (std::string_view const slice : {n.family, n.initials, n.particle, n.particle_before, n.suffix, n.literal})
            inside(slice);
        if (n.literal.empty() == n.family.empty()) std::abort();
    }
    for (citation::Problem const& p : batch.problems) {
        inside(p.line);
        if (p.where < text.view().data() || p.where > text.view().data() + text.view().size()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    citation::Limits const small{.max_line = 100, .max_batch = 64, .max_window = 200};
    for (auto const& limits : {citation::Limits{}, small}) {
        citation::Batch batch;
        auto window = text.view();
        auto const early = citation::parse(window.substr(0, size / 2), false, batch, limits);
        if (early.consumed > size / 2) std::abort();
        window.remove_prefix(early.consumed);
        while (!window.empty()) {
            auto const parsed = citation::parse(window, true, batch, limits);
            if (parsed.consumed == 0 || parsed.consumed > window.size() || parsed.need_more) std::abort();
            window.remove_prefix(parsed.consumed);
        }
        check(text, batch);
    }
    return 0;
}
