// Fuzz target: the whole way, and back. The last four bytes choose a format to read, or to be told from the content, one to
// write, and options of both from the registry; what is before them is the file, so that seeds are files as they are.
// Whatever the bytes are, the counts add up, and each record that was written is read again.

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
    if (size < 4 || writable.empty()) return 0;
    auto const* const choice = data + size - 4;
    ibid::fuzz::Padded const text(data, size - 4);

    auto const which = choice[0] % (readable.size() + 1);
    auto const* const from = which != 0 ? readable[which - 1] : ibid::detect_format("", text.view());
    auto const& to = *writable[choice[1] % writable.size()];
    if (from == nullptr) return 0;
    ibid::Options options;
    choose_options(*from, choice[2], options);
    choose_options(to, choice[3], options);

    ibid::Diagnostics diagnostics;
    auto const converted = ibid::convert(text.view(), from->id, to.id, diagnostics, options);
    if (!converted.counts.add_up()) std::abort();
    if (to.make_reader == nullptr || options.flag("preserve", false)) return 0;  // what could not be read is kept, too
    auto const again = ibid::convert(converted.text, to.id, from->make_writer != nullptr ? from->id : to.id, diagnostics, options);
    auto const& counts = again.counts;
    if (!counts.add_up() || counts.rejected != 0 || counts.read - counts.absorbed != converted.counts.written) std::abort();
    return 0;
}
