// Gate: the first sink that items meet. It ends the reading when a signal came, and tells the progress what passes.
#pragma once

#include "batch/interruption.hpp"
#include "batch/progress.hpp"
#include "files.hpp"

#include <ibid/source.hpp>
#include <ibid/writer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace ibid::tools {

/// The bytes of an input as it is stored; 0: not known, as of standard input and members of archives.
inline std::uint64_t stored_size(Input const& input) {
    std::error_code error;
    if (input.is_standard() || input.archive != nullptr) return 0;
    auto const size = std::filesystem::file_size(input.path, error);
    return error ? 0 : size;
}

/// How far one input has been read. Whatever becomes of it, it is done when its meter goes.
class Meter {
public:
    /// Null: nobody wants to know, and nothing is done.
    Meter(Progress* progress, Input const& input) : progress_{progress}, size_{progress == nullptr ? 0 : stored_size(input)} {
        is_packed_ = progress != nullptr && compression_of_name(input.path.native()) != Compression::none;
    }
    ~Meter() {
        if (progress_ == nullptr) return;
        source_ = nullptr;  // after an exception it may be gone
        tell();
        progress_->add_read(0, 0, size_ - done_);
        progress_->add_file();
    }
    Meter(Meter const&) = delete;
    Meter& operator=(Meter const&) = delete;

    /// What to ask for bytes; null: it is about to go.
    void watch(Source const* source) noexcept {
        if (progress_ != nullptr && source == nullptr) tell();
        source_ = source;
    }
    void count_record() noexcept {
        if (progress_ != nullptr && ++records_ % 32 == 0) tell();
    }

private:
    void tell() noexcept {
        std::uint64_t const read = source_ == nullptr ? read_ : source_->bytes_read();
        // How much of a compressed file has been read is not known: it is done all at once.
        std::uint64_t const done = is_packed_ ? done_ : std::min(read, size_);
        progress_->add_read(records_ - records_told_, read - read_, done - done_);
        records_told_ = records_;
        read_ = read;
        done_ = done;
    }

    Progress* progress_;
    std::uint64_t size_;
    Source const* source_ = nullptr;
    bool is_packed_ = false;
    std::size_t records_ = 0, records_told_ = 0;
    std::uint64_t read_ = 0, done_ = 0;
};

class Gate final : public ItemSink {
public:
    explicit Gate(ItemSink& next) : next_{next} {}

    /// Of the input that items come from.
    void set_meter(Meter* meter) noexcept { meter_ = meter; }
    void put(Item& item) override {
        if (meter_ != nullptr && item.kind == ItemKind::record) meter_->count_record();
        next_.put(item);
    }
    void finish() override { next_.finish(); }
    [[nodiscard]] bool wants_more() const noexcept override { return interruption() == 0 && next_.wants_more(); }

private:
    ItemSink& next_;
    Meter* meter_ = nullptr;
};

}  // namespace ibid::tools
