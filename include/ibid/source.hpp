// Source: bytes that are read once, from first to last, through one window. Files, pipes and memory look alike.
// Compressed inputs (gzip, zstd, xz, bzip2) are told by their content and decompressed as they are read.
// What comes out is UTF-8 without a byte order mark; what went in may have been in another encoding: UTF-16, what a
// header says ("% Encoding: GBK"), what the bytes look like (GBK, Mac Roman, Polish), else Windows-1252.
#pragma once

#include "ibid/compression.hpp"
#include "ibid/diagnostic.hpp"
#include "ibid/limits.hpp"
#include "ibid/origin.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ibid {

/// One input. The window holds the bytes not yet consumed, followed by at least 64 readable zero bytes.
/// Slices of the window die with the next more() or consume().
class Source {
public:
    virtual ~Source() = default;

    /// The name for messages: a path as it was given, or "<stdin>".
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
    [[nodiscard]] virtual std::string_view window() const noexcept = 0;
    /// Whether the window is known to hold all that is left; more() finds it out.
    [[nodiscard]] virtual bool at_end() const noexcept = 0;
    /// Makes the window longer, at least by half unless the end is reached; false if nothing was added.
    virtual bool more() = 0;
    /// Gives up the first `size` bytes of the window and fills it again.
    virtual void consume(std::size_t size) = 0;
    /// The place of a byte of the window, or of its end.
    [[nodiscard]] virtual Location locate(char const* at) = 0;
    /// The line that a byte of the window stands in, from its begin, without its end, at most 1 KiB of it; empty if
    /// it began too long before. Dies with the next more() or consume().
    [[nodiscard]] virtual std::string_view line_at(char const* at) const noexcept = 0;
    /// Whether the bytes so far are UTF-8.
    [[nodiscard]] virtual bool is_utf8() const noexcept = 0;
    /// Adds the bytes of the (decompressed) input that a slice of the window was made of, in their own encoding. Of UTF-16 they are not known any more: the slice itself is added.
    virtual void append_original(std::string_view slice, std::string& to) const = 0;
    /// Bytes read so far, decompressed and before conversion.
    [[nodiscard]] virtual std::size_t bytes_read() const noexcept = 0;
    /// A second source over the same bytes, for a pass ahead: from the begin of a file or of memory; of a pipe, from the
    /// begin of the window, what follows being spooled to a temporary file. Null if there is no place for one.
    [[nodiscard]] virtual std::unique_ptr<Source> again() = 0;
    /// Whether again() leaves the source as it is, so that threads may call it: a file, memory; not a pipe.
    [[nodiscard]] virtual bool is_repeatable() const noexcept = 0;
    /// What it may ask for; those who read it keep to them.
    [[nodiscard]] virtual Limits const& limits() const noexcept = 0;
};

// Diagnostics outlive the sources that they are given to: a source tells at its end of bytes that it had to convert.

/// A file; null and a cannot-read diagnostic if it cannot be opened. A fault while reading is one as well, and the
/// end of the source.
/// `encoding`: its name, such as "windows-1251"; empty: it is found out. See is_encoding().
/// `limits`: what the input may ask for. Where a compressed one grows beyond them stands a decompressed-too-large diagnostic and
/// the end. Data that is damaged, ends too early or is compressed twice is a cannot-read; zip archives are ibid/archive.hpp's.
std::unique_ptr<Source> open_file(std::filesystem::path const& path, Diagnostics& diagnostics, std::string_view encoding = {},
                                  Limits const& limits = {});
/// Standard input or another open descriptor, which stays open.
std::unique_ptr<Source> open_descriptor(int descriptor, std::string_view name, Diagnostics& diagnostics, std::string_view encoding = {},
                                        Limits const& limits = {});
/// Bytes in memory; they are copied.
std::unique_ptr<Source> open_memory(std::string_view bytes, std::string_view name, Diagnostics& diagnostics, std::string_view encoding = {},
                                    Limits const& limits = {});
/// A piece of a source as a source of its own. `bytes` are UTF-8, stay where they are and have 64 readable bytes behind them;
/// `begin` is the place of the first. The first `seen` of them were read before, the last `behind` will be later: both are there
/// for line_at() alone.
/// `goes_on`: more() has to be called to learn that they end. `again` opens the whole; its limits are the piece's.
std::unique_ptr<Source> open_piece(std::string_view bytes, std::size_t seen, std::size_t behind, Location begin, bool goes_on,
                                   std::function<std::unique_ptr<Source>()> again, Limits const& limits);
/// Whether an encoding of this name can be read: UTF-8, UTF-16, and all in which ASCII is ASCII.
bool is_encoding(std::string_view name);

}  // namespace ibid
