// zstd over libzstd: RFC 8878, a frame at a time; skippable frames, with which parallel compressors begin, hold nothing.
#include "io/compression/codec.hpp"

#include <bit>
#include <new>

#include <zstd.h>
#include <zstd_errors.h>

namespace ibid::io {

namespace {

class ZstdDecoder final : public Decoder {
public:
    ZstdDecoder() : stream_{::ZSTD_createDStream()} {
        if (stream_ == nullptr) throw std::bad_alloc();
        ::ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, std::countr_zero(decoder_memory));
    }
    ~ZstdDecoder() override { ::ZSTD_freeDStream(stream_); }

    Decoded decode(std::string_view bytes, char* to, std::size_t room) override {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        ZSTD_outBuffer out{to, room, 0};
        std::size_t const state = ::ZSTD_decompressStream(stream_, &out, &in);
        if (::ZSTD_isError(state) == 0) return {in.pos, out.pos, state == 0, nullptr};
        ZSTD_ErrorCode const error = ::ZSTD_getErrorCode(state);
        if (error == ZSTD_error_memory_allocation) throw std::bad_alloc();
        return {in.pos, out.pos, false,
                error == ZSTD_error_frameParameter_windowTooLarge ? "needs more memory than the 128 MiB that it may have"
                : error == ZSTD_error_dictionary_wrong ? "needs a dictionary, which is not there" : "is damaged"};
    }
    void restart() override { ::ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only); }

private:
    ZSTD_DStream* stream_;
};

class ZstdEncoder final : public Encoder {
public:
    ZstdEncoder() : stream_{::ZSTD_createCStream()} {
        if (stream_ == nullptr) throw std::bad_alloc();
        ::ZSTD_CCtx_setParameter(stream_, ZSTD_c_checksumFlag, 1);
    }
    ~ZstdEncoder() override { ::ZSTD_freeCStream(stream_); }

    void encode(std::string_view bytes, bool last, Sink& to) override {
        std::size_t const piece = ::ZSTD_CStreamOutSize();
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        for (bool done = false; !done;) {
            char* const at = to.reserve(piece);
            ZSTD_outBuffer out{at, piece, 0};
            std::size_t const left = ::ZSTD_compressStream2(stream_, &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
            if (::ZSTD_isError(left) != 0) throw std::bad_alloc();  // nothing else can go wrong
            to.commit(at + out.pos);
            done = last ? left == 0 : in.pos == in.size;
        }
    }

private:
    ZSTD_CStream* stream_;
};

bool begins(std::string_view bytes, bool ended) noexcept {
    if (begins_with(bytes, "\x28\xB5\x2F\xFD", ended, 2)) return true;
    return bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1).starts_with("\x2A\x4D\x18");
}

}  // namespace

constinit Codec const zstd_codec{
    Compression::zstd, "zstd", "zst", begins,
    []() -> std::unique_ptr<Decoder> { return std::make_unique<ZstdDecoder>(); },
    []() -> std::unique_ptr<Encoder> { return std::make_unique<ZstdEncoder>(); }};

}  // namespace ibid::io
