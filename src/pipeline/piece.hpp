// Piece: a stretch of a file, what a reader makes of it, and what it has to tell, kept until it is delivered.
#pragma once

#include "ibid/convert.hpp"

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::pipeline {

class Piece {
public:
    static constexpr std::size_t longest_line = 1024;  ///< that a message shows

    explicit Piece(unsigned thread) : home{thread} {}

    unsigned const home;  ///< the thread that is to read it: its memory is in that one's cache
    /// Takes the first bytes of a source's window; `continues`: a frame is open there (see ReadContext).
    void begin(Source& source, std::size_t size, bool continues);
    /// Takes the bytes of the piece behind it as well.
    void join(Piece const& next);
    /// The same with what a source still has.
    void join(std::string_view rest);
    [[nodiscard]] std::string_view bytes() const noexcept { return std::string_view(bytes_).substr(seen_, bytes_.size() - seen_ - behind_); }
    [[nodiscard]] bool continues() const noexcept { return continues_; }

    /// Opens the source that the pieces are of once more. Threads call it.
    using Again = std::function<std::unique_ptr<Source>()>;
    /// Reads the bytes with what is known of the database. Throws nothing.
    void read(Again const& again, Format const& from, Options const& options, Diagnostics const& to_tell, Database const& known) noexcept;
    /// Whether it was read as it must be: to the end of a record, and with what this database has in it.
    [[nodiscard]] bool broke_off() const noexcept { return broke_off_; }
    [[nodiscard]] bool was_read_with(Database const& database) const noexcept { return digest_ == database.digest(); }
    /// Puts what was read to the sink, and what there was to tell to the diagnostics, in their order. Throws what was thrown by
    /// the reader.
    Counts deliver(ItemSink& to, Diagnostics& diagnostics);
    /// What the database has in it behind the piece; once.
    [[nodiscard]] Database take_database() noexcept { return std::move(database_); }

    std::atomic<bool> is_done = false;  ///< the task that reads it
    bool goes_on = true;  ///< the file does

private:
    void read_items(Again const& again, Format const& from, Options const& options);

    std::string bytes_;
    std::size_t seen_ = 0;    ///< of them: the begin of the line that the piece begins in
    std::size_t behind_ = 0;  ///< the end of the line that it ends in
    std::string file_;
    Location where_;        ///< the first byte stands
    Limits limits_;
    bool continues_ = false;

    std::vector<Item> items_;  ///< their memory is used again, for it is what costs most
    std::size_t size_ = 0;     ///< how many of them were read
    std::vector<std::size_t> told_;  ///< of each item, how much was told before it
    std::unique_ptr<DiagnosticLog> log_;
    std::size_t rejected_ = 0, absorbed_ = 0;
    bool broke_off_ = false;
    Database database_;
    std::uint64_t digest_ = 0;  ///< of the database before
    std::exception_ptr fault_;
};

}  // namespace ibid::pipeline
