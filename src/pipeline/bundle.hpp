// Bundle: items that one thread writes, the bytes that they become, and what there is to tell of them, kept until it is delivered.
#pragma once

#include "ibid/format.hpp"

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace ibid::pipeline {

/// A writer of one thread, which writes bundle after bundle.
class Desk {
public:
    Desk(Format const& to, WriteContext const& context);

    std::string text;  ///< what the writer has written
    std::unique_ptr<Sink> sink;
    DiagnosticLog log;
    std::unique_ptr<Writer> writer;
};

class Bundle {
public:
    explicit Bundle(unsigned thread) : home{thread} {}

    unsigned const home;  ///< the thread that is to write it: its items' memory is in that one's cache
    /// To be filled anew, for an output that is in such a state.
    void begin(std::unique_ptr<WriterState> state);
    /// Takes what an item holds; so much has been told before it came.
    void add(Item& item, std::size_t told_before);
    [[nodiscard]] bool is_empty() const noexcept { return size_ == 0; }
    [[nodiscard]] bool is_full() const noexcept { return bytes_ >= most_bytes || size_ == most_items; }

    /// Throws nothing.
    void write(Desk& desk) noexcept;
    /// Puts the bytes to the sink, and what there is to tell to the diagnostics, that of before each item first. Throws what was
    /// thrown by the writer.
    void deliver(Sink& sink, DiagnosticLog& before, Diagnostics& diagnostics);
    /// Puts the items to a writer in place of write() and deliver().
    void put_to(Writer& writer, DiagnosticLog& before, Diagnostics& diagnostics);

    std::atomic<bool> is_done = false;  ///< the task that writes it
    std::size_t written = 0, rejected = 0;

private:
    static constexpr std::size_t most_bytes = std::size_t{64} << 10;  // so that they stay in the cache
    static constexpr std::size_t most_items = 256;

    std::unique_ptr<WriterState> state_;
    std::vector<Item> items_;  ///< their memory is used again
    std::size_t size_ = 0, bytes_ = 0;
    std::vector<std::size_t> told_before_;  ///< of each item
    std::vector<std::size_t> told_;         ///< how much the writer had told behind each
    std::string text_;
    KeptDiagnostics kept_;
    std::exception_ptr fault_;
};

}  // namespace ibid::pipeline
