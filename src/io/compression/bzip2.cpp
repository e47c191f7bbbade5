// bzip2 over libbz2: blocks of up to 900 kB, each with its checksum.
#include "io/compression/codec.hpp"

#include <new>

#include <bzlib.h>

namespace ibid::io {

namespace {

/// libbz2 does not write to what it reads.
char* readable(std::string_view bytes) noexcept { return const_cast<char*>(bytes.data()); }

class Bzip2Decoder final : public Decoder {
public:
    Bzip2Decoder() { begin(); }
    ~Bzip2Decoder() override { ::BZ2_bzDecompressEnd(&stream_); }

    Decoded decode(std::string_view bytes, char* to, std::size_t room) override {
        stream_.next_in = readable(bytes);
        unsigned const given = stream_.avail_in = at_most_32_bits(bytes.size());
        stream_.next_out = to;
        unsigned const free = stream_.avail_out = at_most_32_bits(room);
        int const state = ::BZ2_bzDecompress(&stream_);
        if (state == BZ_MEM_ERROR) throw std::bad_alloc();
        return {given - stream_.avail_in, free - stream_.avail_out, state == BZ_STREAM_END,
                state == BZ_OK || state == BZ_STREAM_END ? nullptr : "is damaged"};
    }
    void restart() override {
        ::BZ2_bzDecompressEnd(&stream_);
        begin();
    }

private:
    void begin() {
        stream_ = {};
        if (::BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    }
    bz_stream stream_{};
};

class Bzip2Encoder final : public Encoder {
public:
    Bzip2Encoder() {
        constexpr int largest_blocks = 9;
        if (::BZ2_bzCompressInit(&stream_, largest_blocks, 0, 0) != BZ_OK) throw std::bad_alloc();
    }
    ~Bzip2Encoder() override { ::BZ2_bzCompressEnd(&stream_); }

    void encode(std::string_view bytes, bool last, Sink& to) override {
        constexpr std::size_t piece = 32 * 1024;
        while (!bytes.empty()) {
            stream_.next_in = readable(bytes);
            unsigned const given = stream_.avail_in = at_most_32_bits(bytes.size());
            run(BZ_RUN, piece, to);
            bytes.remove_prefix(given - stream_.avail_in);
        }
        stream_.avail_in = 0;
        while (last && run(BZ_FINISH, piece, to) != BZ_STREAM_END) {
        }
    }

private:
    int run(int action, std::size_t piece, Sink& to) {
        stream_.next_out = to.reserve(piece);
        stream_.avail_out = at_most_32_bits(piece);
        int const state = ::BZ2_bzCompress(&stream_, action);
        to.commit(stream_.next_out);
        return state;
    }
    bz_stream stream_{};
};

/// "BZh" alone may be text; behind it and the size of blocks stands the sign of a block, or of the end.
bool begins(std::string_view bytes, bool ended) noexcept {
    if (bytes.size() < 4 || !bytes.starts_with("BZh") || bytes[3] < '1' || bytes[3] > '9') return false;
    auto const sign = bytes.substr(4);
    return begins_with(sign, "1AY&SY", ended, 0) || begins_with(sign, "\x17rE8P\x90", ended, 0);
}

}  // namespace

constinit Codec const bzip2_codec{
    Compression::bzip2, "bzip2", "bz2", begins,
    []() -> std::unique_ptr<Decoder> { return std::make_unique<Bzip2Decoder>(); },
    []() -> std::unique_ptr<Encoder> { return std::make_unique<Bzip2Encoder>(); }};

}  // namespace ibid::io
