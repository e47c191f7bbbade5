// Codec: one compression: how its data begins, its decoder and its encoder. What is common to all of them, members that
// follow each other, data that ends too early, and limits, is DecompressedInput's.
#pragma once

#include "ibid/compression.hpp"
#include "ibid/sink.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace ibid::io {

/// The most memory that a decoder takes for its dictionary or window: what `xz -9` and `zstd -19` want fits.
inline constexpr std::size_t decoder_memory = std::size_t{128} << 20;

/// What one call of a decoder did.
struct Decoded {
    std::size_t taken = 0;    ///< bytes of the compressed data
    std::size_t made = 0;     ///< bytes put
    bool ended = false;       ///< the member is whole, its checksum was right
    char const* fault = nullptr;  ///< "is damaged", "needs more memory than it may have"; null: none
};

/// Decompresses members, one after the other.
class Decoder {
public:
    Decoder() = default;
    virtual ~Decoder() = default;
    Decoder(Decoder const&) = delete;
    Decoder& operator=(Decoder const&) = delete;
    /// Takes bytes of a member and puts up to `room` at `to`. Nothing taken and nothing made: it waits for more bytes.
    virtual Decoded decode(std::string_view bytes, char* to, std::size_t room) = 0;
    /// Makes it ready for a further member.
    virtual void restart() = 0;
};

/// Compresses into one member.
class Encoder {
public:
    Encoder() = default;
    virtual ~Encoder() = default;
    Encoder(Encoder const&) = delete;
    Encoder& operator=(Encoder const&) = delete;
    /// Takes all bytes and appends what comes of them; `last`: and ends the member.
    virtual void encode(std::string_view bytes, bool last, Sink& to) = 0;
};

struct Codec {
    Compression id;
    std::string_view name;       ///< "gzip"
    std::string_view extension;  ///< "gz"
    /// Whether data begins so; of data that `ended` early, whether it may have been meant to.
    bool (*begins)(std::string_view bytes, bool ended) noexcept;
    std::unique_ptr<Decoder> (*make_decoder)();
    std::unique_ptr<Encoder> (*make_encoder)();
};

/// How many bytes Codec::begins() wants to see.
inline constexpr std::size_t longest_magic = 10;

/// All there are.
std::span<Codec const* const> codecs() noexcept;
/// The one of a compression that is not none.
Codec const& codec_of(Compression) noexcept;

extern Codec const gzip_codec;
extern Codec const zstd_codec;
extern Codec const xz_codec;
extern Codec const bzip2_codec;

/// Deflated data without a frame, as zip archives have it.
std::unique_ptr<Decoder> make_deflate_decoder();

/// begins() for a magic number: `least` bytes of it tell data that ended early.
inline bool begins_with(std::string_view bytes, std::string_view magic, bool ended, std::size_t least) noexcept {
    return bytes.starts_with(magic) || (ended && bytes.size() >= least && magic.starts_with(bytes));
}

/// Sizes of buffers, for libraries that count in 32 bits.
inline unsigned at_most_32_bits(std::size_t size) noexcept {
    return static_cast<unsigned>(std::min(size, std::size_t{1} << 30));
}

}  // namespace ibid::io
