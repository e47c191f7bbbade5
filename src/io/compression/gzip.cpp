// gzip over zlib: RFC 1952. Checksum and length of each member are held against its trailer by zlib. Deflated data
// without a frame (RFC 1951) is the same work.
#include "io/compression/codec.hpp"

#include <new>

#include <zlib.h>

namespace ibid::io {

namespace {

constexpr int in_gzip_frame = 16 + MAX_WBITS;
constexpr int without_frame = -MAX_WBITS;

/// zlib does not write to what it reads.
Bytef* readable(std::string_view bytes) noexcept { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

class InflateDecoder final : public Decoder {
public:
    explicit InflateDecoder(int window_bits) {
        if (::inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
    }
    ~InflateDecoder() override { ::inflateEnd(&stream_); }

    Decoded decode(std::string_view bytes, char* to, std::size_t room) override {
        stream_.next_in = readable(bytes);
        uInt const given = stream_.avail_in = at_most_32_bits(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        uInt const free = stream_.avail_out = at_most_32_bits(room);
        int const state = ::inflate(&stream_, Z_NO_FLUSH);
        Decoded done{given - stream_.avail_in, free - stream_.avail_out, state == Z_STREAM_END, nullptr};
        if (state == Z_MEM_ERROR) throw std::bad_alloc();
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) done.fault = "is damaged";
        return done;
    }
    void restart() override { ::inflateReset(&stream_); }

private:
    z_stream stream_{};
};

/// The frame has neither name nor time: equal records make equal bytes.
class GzipEncoder final : public Encoder {
public:
    GzipEncoder() {
        constexpr int usual_memory = 8;
        if (::deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, in_gzip_frame, usual_memory, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~GzipEncoder() override { ::deflateEnd(&stream_); }

    void encode(std::string_view bytes, bool last, Sink& to) override {
        constexpr std::size_t piece = 32 * 1024;
        for (bool done = false; !done;) {
            stream_.next_in = readable(bytes);
            uInt const given = stream_.avail_in = at_most_32_bits(bytes.size());
            bool const is_last_call = last && given == bytes.size();
            char* const out = to.reserve(piece);
            stream_.next_out = reinterpret_cast<Bytef*>(out);
            stream_.avail_out = piece;
            int const state = ::deflate(&stream_, is_last_call ? Z_FINISH : Z_NO_FLUSH);
            to.commit(out + (piece - stream_.avail_out));
            bytes.remove_prefix(given - stream_.avail_in);
            done = is_last_call ? state == Z_STREAM_END : bytes.empty() && stream_.avail_out != 0;
        }
    }

private:
    z_stream stream_{};
};

bool begins(std::string_view bytes, bool ended) noexcept { return begins_with(bytes, "\x1F\x8B\x08", ended, 2); }

}  // namespace

std::unique_ptr<Decoder> make_deflate_decoder() { return std::make_unique<InflateDecoder>(without_frame); }

constinit Codec const gzip_codec{
    Compression::gzip, "gzip", "gz", begins,
    []() -> std::unique_ptr<Decoder> { return std::make_unique<InflateDecoder>(in_gzip_frame); },
    []() -> std::unique_ptr<Encoder> { return std::make_unique<GzipEncoder>(); }};

}  // namespace ibid::io
