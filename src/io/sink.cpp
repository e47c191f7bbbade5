// Sink: its buffer, and the sink that appends to a string.
#include "ibid/sink.hpp"

#include <algorithm>

namespace ibid {

namespace {

constexpr std::size_t buffer_size = 256 * 1024;

class StringSink final : public Sink {
public:
    explicit StringSink(std::string& to) : to_{to} {}
    bool finish() override {
        flush_all();
        return true;
    }

private:
    void flush(std::string_view bytes) override { to_ += bytes; }
    std::string& to_;
};

}  // namespace

void Sink::make_room(std::size_t size) {
    flush_all();
    auto const capacity = static_cast<std::size_t>(end_ - begin_);
    if (capacity >= size) return;
    std::size_t const wanted = std::max({buffer_size, size, 2 * capacity});
    buffer_ = std::make_unique<char[]>(wanted);  // zeroed once: scanners load past what was written
    begin_ = next_ = buffer_.get();
    end_ = begin_ + wanted;
}

std::unique_ptr<Sink> sink_to_string(std::string& to) { return std::make_unique<StringSink>(to); }

}  // namespace ibid
