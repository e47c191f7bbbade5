// The makers of sources: a file, a descriptor, memory.
#include "ibid/source.hpp"

#include "io/charset.hpp"
#include "io/window_source.hpp"

#include <string>
#include <utility>

namespace ibid {

namespace {

std::unique_ptr<Source> make_source(std::unique_ptr<io::ByteInput> input, int error, std::string_view name, Diagnostics& diagnostics,
                                    std::string_view encoding, DecompressionLimit limit) {
    if (input != nullptr)
        return std::make_unique<io::WindowSource>(std::move(input), name, &diagnostics, io::WindowSource::usual_capacity, encoding, limit);
    io::put(diagnostics, name, io::fault_of(error));
    return nullptr;
}

}  // namespace

std::unique_ptr<Source> open_file(std::filesystem::path const& path, Diagnostics& diagnostics, std::string_view encoding,
                                  DecompressionLimit limit) {
    int error = 0;
    auto input = io::file_input(path.string(), error);
    return make_source(std::move(input), error, path.string(), diagnostics, encoding, limit);
}

std::unique_ptr<Source> open_descriptor(int descriptor, std::string_view name, Diagnostics& diagnostics, std::string_view encoding,
                                  DecompressionLimit limit) {
    int error = 0;
    auto input = io::descriptor_input(descriptor, error);
    return make_source(std::move(input), error, name, diagnostics, encoding, limit);
}

std::unique_ptr<Source> open_memory(std::string_view bytes, std::string_view name, Diagnostics& diagnostics, std::string_view encoding,
                                    DecompressionLimit limit) {
    return make_source(io::memory_input(bytes), 0, name, diagnostics, encoding, limit);
}

bool is_encoding(std::string_view name) { return io::unicode_named(name).has_value() || io::Charset::named(name) != nullptr; }

}  // namespace ibid
