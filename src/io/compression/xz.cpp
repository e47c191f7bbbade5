// xz over liblzma: the .xz file format 1.1, a stream at a time. The older .lzma has no magic number and is not read.
#include "io/compression/codec.hpp"

#include <new>

#include <lzma.h>

namespace ibid::io {

namespace {

std::uint8_t const* readable(std::string_view bytes) noexcept { return reinterpret_cast<std::uint8_t const*>(bytes.data()); }

class XzDecoder final : public Decoder {
public:
    XzDecoder() { restart(); }
    ~XzDecoder() override { ::lzma_end(&stream_); }

    Decoded decode(std::string_view bytes, char* to, std::size_t room) override {
        stream_.next_in = readable(bytes);
        stream_.avail_in = bytes.size();
        stream_.next_out = reinterpret_cast<std::uint8_t*>(to);
        stream_.avail_out = room;
        lzma_ret const state = ::lzma_code(&stream_, LZMA_RUN);
        Decoded done{bytes.size() - stream_.avail_in, room - stream_.avail_out, state == LZMA_STREAM_END, nullptr};
        if (state == LZMA_MEM_ERROR) throw std::bad_alloc();
        if (state == LZMA_MEMLIMIT_ERROR) done.fault = "needs more memory than the 128 MiB that it may have";
        else if (state == LZMA_OPTIONS_ERROR) done.fault = "uses filters that are not known";
        else if (state != LZMA_OK && state != LZMA_STREAM_END && state != LZMA_BUF_ERROR) done.fault = "is damaged";
        return done;
    }
    void restart() override {
        if (::lzma_stream_decoder(&stream_, decoder_memory, 0) != LZMA_OK) throw std::bad_alloc();
    }

private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
};

class XzEncoder final : public Encoder {
public:
    XzEncoder() {
        constexpr std::uint32_t usual_preset = 6;
        if (::lzma_easy_encoder(&stream_, usual_preset, LZMA_CHECK_CRC64) != LZMA_OK) throw std::bad_alloc();
    }
    ~XzEncoder() override { ::lzma_end(&stream_); }

    void encode(std::string_view bytes, bool last, Sink& to) override {
        constexpr std::size_t piece = 32 * 1024;
        stream_.next_in = readable(bytes);
        stream_.avail_in = bytes.size();
        for (bool done = false; !done;) {
            char* const out = to.reserve(piece);
            stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
            stream_.avail_out = piece;
            lzma_ret const state = ::lzma_code(&stream_, last ? LZMA_FINISH : LZMA_RUN);
            if (state == LZMA_MEM_ERROR) throw std::bad_alloc();
            to.commit(out + (piece - stream_.avail_out));
            done = last ? state == LZMA_STREAM_END : stream_.avail_in == 0 && stream_.avail_out != 0;
        }
    }

private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
};

bool begins(std::string_view bytes, bool ended) noexcept {
    return begins_with(bytes, std::string_view("\xFD" "7zXZ\0", 6), ended, 2);
}

}  // namespace

constinit Codec const xz_codec{
    Compression::xz, "xz", "xz", begins,
    []() -> std::unique_ptr<Decoder> { return std::make_unique<XzDecoder>(); },
    []() -> std::unique_ptr<Encoder> { return std::make_unique<XzEncoder>(); }};

}  // namespace ibid::io
