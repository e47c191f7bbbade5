// Fuzz target: the whole way. The first two bytes choose a format to read and one to write from the registry, then
// two more a few options of theirs; the rest is the file. Whatever the bytes are, the counts add up.

#include "fuzz/padded.hpp"

#include <ibid/ibid.hpp>

#include <cstdlib>
#include <vector>

namespace {

std::vector<ibid::Format const*> formats_that(bool read) {
    std::vector<ibid::Format const*> chosen;
    for (auto const* format : ibid::all_formats())
        if (read ? format->make_reader != nullptr : format->make_writer != nullptr) chosen.push_back(format);
    return chosen;
}

/// Gives every option with listed values ("a|b|c") one of them.
void choose_options(ibid::Format const& format, unsigned choice, ibid::Options& options) {
    for (auto const& option : format.options) {
        auto values = option.values;
        for (auto skip = choice % 4; skip != 0 && values.find('|') != values.npos; --skip)
            values.remove_prefix(values.find('|') + 1);
        if (option.values.find('|') != option.values.npos) options.set(option.name, values.substr(0, values.find('|')));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const readable = formats_that(true);
    static auto const writable = formats_that(false);
    if (size < 4 || readable.empty() || writable.empty()) return 0;
    auto const& from = *readable[data[0] % readable.size()];
    auto const& to = *writable[data[1] % writable.size()];
    ibid::Options options;
    choose_options(from, data[2], options);
    choose_options(to, data[3], options);

    ibid::fuzz::Padded const text(data + 4, size - 4);
    ibid::Diagnostics diagnostics;
    auto const converted = ibid::convert(text.view(), from.id, to.id, diagnostics, options);
    if (!converted.counts.add_up()) std::abort();
    return 0;
}
