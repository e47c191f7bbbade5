// The sink that compresses what it gets into another one.
#include "io/compression/codec.hpp"

#include <utility>

namespace ibid {

namespace {

class CompressedSink final : public Sink {
public:
    CompressedSink(std::unique_ptr<Sink> next, io::Codec const& codec) : next_sink_{std::move(next)}, encoder_{codec.make_encoder()} {}

    bool finish() override {
        if (!std::exchange(finished_, true)) {
            flush_all();
            encoder_->encode({}, true, *next_sink_);
        }
        good_ = next_sink_->finish();
        return good_;
    }

private:
    void flush(std::string_view bytes) override {
        encoder_->encode(bytes, false, *next_sink_);
        good_ = next_sink_->good();
    }

    std::unique_ptr<Sink> next_sink_;
    std::unique_ptr<io::Encoder> encoder_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<Sink> compressed_sink(std::unique_ptr<Sink> sink, Compression compression) {
    if (sink == nullptr || compression == Compression::none) return sink;
    return std::make_unique<CompressedSink>(std::move(sink), io::codec_of(compression));
}

}  // namespace ibid
