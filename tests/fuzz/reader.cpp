// Fuzz target: a reader, of the format that IBID_FUZZ_FORMAT names; there is one for each. Where the windows of a source end
// makes no difference to what is read; and with limits as low as the last byte says, records are read or counted as rejected,
// and each is within them.

#include "fuzz/padded.hpp"

#include "io/window_source.hpp"

#include <ibid/ibid.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace ibid;

struct Read {
    std::string text;  ///< the items as ibid-json
    std::vector<std::string> told;  ///< but where: what is skipped is told of where that is known
    std::size_t rejected = 0;
    bool operator==(Read const&) const = default;
};

Read read(std::string_view text, std::size_t capacity, Limits const& limits) {
    Format const& format = *find_format(IBID_FUZZ_FORMAT);
    Read outcome;
    Diagnostics diagnostics({.handler = [&](Diagnostic const& d, Severity) {
        if (d.code == Code::skipped_text || d.code == Code::bad_utf8) return;  // told for each window, or of all that was read
        outcome.told.push_back(std::string(info(d.code).spelling) + ' ' + std::string(d.message));
    }});
    Options const options;
    {
        io::WindowSource source(io::memory_input(text), "in", &diagnostics, capacity, "utf-8", limits);
        auto const sink = sink_to_string(outcome.text);
        Diagnostics unheard;
        auto const writer = find_format("ibid-json")->make_writer({*sink, unheard, options, true});
        auto const reader = format.make_reader({source, diagnostics, options});
        for (Item item; reader->next(item);) {
            if (item.kind == ItemKind::record)
                for (Field const& field : item.record.fields())
                    if (field.kind() == Kind::names && field.names().list.size() > limits.names) std::abort();
            writer->put(item);
        }
        writer->finish();
        sink->finish();
        outcome.rejected = reader->rejected();
    }
    std::sort(outcome.told.begin(), outcome.told.end());  // what a file lacks at its end is told when that is seen
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    if (read(text.view(), io::WindowSource::usual_capacity, {}) != read(text.view(), 1, {})) std::abort();
    std::uint64_t const low = size == 0 ? 1 : 1 + data[size - 1] % 8;
    Limits const limits{.record_size = 1024, .line_length = 1024, .depth = low, .fields = low, .names = low, .expansion = 16 * low, .parents = low};
    if (read(text.view(), io::WindowSource::usual_capacity, limits) != read(text.view(), 1, limits)) std::abort();
    return 0;
}
