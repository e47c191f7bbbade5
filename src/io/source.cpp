// The makers of sources: a file, a descriptor, memory.
#include "ibid/source.hpp"

#include "io/charset.hpp"
#include "io/window_source.hpp"

#include <string>
#include <utility>

namespace ibid {

namespace {

std::unique_ptr<Source> make_source(std::unique_ptr<io::ByteInput> input, int error, std::string_view name, Diagnostics& diagnostics,
                                    std::string_view encoding, Limits const& limits) {
    if (input != nullptr)
        return std::make_unique<io::WindowSource>(std::move(input), name, &diagnostics, io::WindowSource::usual_capacity, encoding, limits);
    io::put(diagnostics, name, io::fault_of(error));
    return nullptr;
}

}  // namespace

std::unique_ptr<Source> open_file(std::filesystem::path const& path, Diagnostics& diagnostics, std::string_view encoding,
                                  Limits const& limits) {
    int error = 0;
    auto input = io::file_input(path.string(), error);
    return make_source(std::move(input), error, path.string(), diagnostics, encoding, limits);
}

std::unique_ptr<Source> open_descriptor(int descriptor, std::string_view name, Diagnostics& diagnostics, std::string_view encoding,
                                  Limits const& limits) {
    int error = 0;
    auto input = io::descriptor_input(descriptor, error);
    return make_source(std::move(input), error, name, diagnostics, encoding, limits);
}

std::unique_ptr<Source> open_memory(std::string_view bytes, std::string_view name, Diagnostics& diagnostics, std::string_view encoding,
                                    Limits const& limits) {
    return make_source(io::memory_input(bytes), 0, name, diagnostics, encoding, limits);
}

bool is_encoding(std::string_view name) { return io::unicode_named(name).has_value() || io::Charset::named(name) != nullptr; }

}  // namespace ibid
