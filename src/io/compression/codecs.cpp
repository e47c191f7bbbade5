// The list of codecs, and what names of files say of them.
#include "io/compression/codec.hpp"

#include <array>
#include <cctype>

namespace ibid {

namespace io {

std::span<Codec const* const> codecs() noexcept {
    static constexpr std::array<Codec const*, 4> all{&gzip_codec, &zstd_codec, &xz_codec, &bzip2_codec};
    return all;
}

Codec const& codec_of(Compression id) noexcept {
    auto const all = codecs();
    return **std::find_if(all.begin(), all.end(), [id](Codec const* codec) { return codec->id == id; });
}

}  // namespace io

namespace {

io::Codec const* codec_of_name(std::string_view file_name) noexcept {
    for (io::Codec const* const codec : io::codecs()) {
        std::size_t const size = codec->extension.size();
        if (file_name.size() < size + 2 || file_name[file_name.size() - size - 1] != '.') continue;
        auto const same = [](unsigned char a, char b) { return std::tolower(a) == b; };
        if (std::equal(codec->extension.begin(), codec->extension.end(), file_name.end() - static_cast<std::ptrdiff_t>(size),
                       [&](char b, char a) { return same(static_cast<unsigned char>(a), b); }))
            return codec;
    }
    return nullptr;
}

}  // namespace

Compression compression_of_name(std::string_view file_name) noexcept {
    io::Codec const* const codec = codec_of_name(file_name);
    return codec != nullptr ? codec->id : Compression::none;
}

std::string_view without_compression(std::string_view file_name) noexcept {
    io::Codec const* const codec = codec_of_name(file_name);
    return codec != nullptr ? file_name.substr(0, file_name.size() - codec->extension.size() - 1) : file_name;
}

std::optional<Compression> compression_named(std::string_view name) noexcept {
    for (io::Codec const* const codec : io::codecs())
        if (codec->name == name) return codec->id;
    return std::nullopt;
}

std::string_view extension(Compression compression) noexcept {
    return compression == Compression::none ? std::string_view{} : io::codec_of(compression).extension;
}

}  // namespace ibid
