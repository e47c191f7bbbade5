// Sink: where writers put their bytes. A file appears whole under its name when it is finished, or not at all.
#pragma once

#include "ibid/compression.hpp"
#include "ibid/diagnostic.hpp"

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ibid {

/// One output: a buffer that is written on when it is full.
class Sink {
public:
    virtual ~Sink() = default;
    Sink(Sink const&) = delete;
    Sink& operator=(Sink const&) = delete;

    /// At least `size` writable bytes; commit() takes what was used.
    [[nodiscard]] char* reserve(std::size_t size) {
        if (static_cast<std::size_t>(end_ - next_) < size) make_room(size);
        return next_;
    }
    void commit(char* end) noexcept { next_ = end; }
    void append(std::string_view bytes) {
        if (bytes.empty()) return;
        char* const to = reserve(bytes.size());
        std::memcpy(to, bytes.data(), bytes.size());
        commit(to + bytes.size());
    }
    /// Bytes put so far.
    [[nodiscard]] std::size_t size() const noexcept { return written_ + static_cast<std::size_t>(next_ - begin_); }

    /// Writes everything and makes it visible; false and a cannot-write diagnostic if that failed.
    virtual bool finish() = 0;
    /// Whether everything so far could be written; what comes after a fault is thrown away.
    [[nodiscard]] bool good() const noexcept { return good_; }

protected:
    Sink() = default;
    /// Passes on the bytes [begin_, next_).
    virtual void flush(std::string_view bytes) = 0;
    void flush_all() {
        if (next_ != begin_) flush({begin_, static_cast<std::size_t>(next_ - begin_)});
        written_ += static_cast<std::size_t>(next_ - begin_);
        next_ = begin_;
    }
    bool good_ = true;

private:
    void make_room(std::size_t size);
    std::unique_ptr<char[]> buffer_;
    char* begin_ = nullptr;
    char* next_ = nullptr;
    char* end_ = nullptr;
    std::size_t written_ = 0;
};

/// A file, written aside in the same folder and renamed by finish(), so that it may be an input as well. A symbolic
/// link stays and what it points to is replaced; a device or a pipe is written through. A file that was there keeps
/// its permissions. Null and a cannot-write diagnostic if it cannot be made. An unfinished file is taken away.
std::unique_ptr<Sink> create_file(std::filesystem::path const& path, Diagnostics& diagnostics);
/// Standard output or another open descriptor, which stays open. That nobody reads a pipe any more is no fault to
/// report (`ibid ... | head`): good() turns false, and that is all.
std::unique_ptr<Sink> sink_to_descriptor(int descriptor, std::string_view name, Diagnostics& diagnostics);
/// Compresses what it gets into another sink, which may be null, as the answer then is. Equal bytes become equal bytes.
/// Throws std::bad_alloc if there is no memory for it: xz wants 95 MiB.
std::unique_ptr<Sink> compressed_sink(std::unique_ptr<Sink> sink, Compression compression);
/// Appends to a string.
std::unique_ptr<Sink> sink_to_string(std::string& to);

}  // namespace ibid
