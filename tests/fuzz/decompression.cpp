// Fuzz target: bytes that stand behind a compressed member, behind the begin of its header, and in the middle of it.
// Whatever they are, reading ends, no more comes out than the limit allows, and reading again gives the same, as far as it is sound.

#include "fuzz/padded.hpp"

#include <ibid/sink.hpp>
#include <ibid/source.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr std::size_t limit = 100'000;

std::string drain(ibid::Source& source) {
    std::string all;
    while (!source.window().empty() || source.more()) {
        all += source.window();
        source.consume(source.window().size());
    }
    return all;
}

void read(std::string const& bytes) {
    ibid::Diagnostics diagnostics;
    auto const source = ibid::open_memory(bytes, "fuzz", diagnostics, "windows-1252", {.decompressed_size = limit, .decompressed_ratio = 0});
    auto const second = source->again();
    std::string const text = drain(*source);
    if (text.size() > 3 * (limit + bytes.size())) std::abort();  // a byte of Windows-1252 becomes three of UTF-8 at most
    if (second == nullptr) std::abort();
    std::string const again = drain(*second);
    bool const told = diagnostics.count(ibid::Code::cannot_read) != 0;  // how much of damaged data comes out depends on the pieces
    if (told ? !again.starts_with(text) && !text.starts_with(again) : again != text) std::abort();
}

/// A text in each compression.
std::vector<std::string> make_samples() {
    using ibid::Compression;
    std::vector<std::string> samples;
    for (Compression const method : {Compression::gzip, Compression::zstd, Compression::xz, Compression::bzip2}) {
        auto const sink = ibid::compressed_sink(ibid::sink_to_string(samples.emplace_back()), method);
        for (int i = 0; i < 20; ++i) sink->append("TY  - BOOK\nTI  - Title " + std::to_string(i * i) + "\nER  - \n");
        if (!sink->finish()) std::abort();
    }
    return samples;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static std::vector<std::string> const samples = make_samples();
    std::string const text(reinterpret_cast<char const*>(data), size);
    read(text);
    for (std::string const& sample : samples) {
        read(sample + text);                // behind a member
        read(sample.substr(0, 10) + text);  // behind the begin of a header
        if (size < 2) continue;
        std::string damaged = sample;
        std::size_t const at = (data[size - 1] * 256U + data[size - 2]) % sample.size();
        read(damaged.replace(at, std::min<std::size_t>(size, 3), text, 0, 3));
    }
    return 0;
}
