// ByteInput: where raw bytes come from: a descriptor or memory. It knows nothing of windows and encodings.
#pragma once

#include "ibid/diagnostic.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ibid::io {

/// What to tell of an input.
struct Notice {
    Code code = Code::cannot_read;
    std::string message;
    std::string hint{};
};
/// A cannot-read in the words for an errno value.
Notice fault_of(int error);
/// Puts it, about the input of that name.
void put(Diagnostics& diagnostics, std::string_view name, Notice const& notice);

class ByteInput {
public:
    virtual ~ByteInput() = default;
    /// Puts up to `size` bytes at `to` and answers how many; 0: there are no more, or fault() says why not.
    virtual std::size_t read(char* to, std::size_t size) = 0;
    /// The same bytes from their begin once more; null if they can be read only once.
    [[nodiscard]] virtual std::unique_ptr<ByteInput> again() const = 0;
    /// Whether they can be read more than once.
    [[nodiscard]] virtual bool is_repeatable() const noexcept { return false; }
    /// Whether they come out of compressed data: what is compressed in them is not looked into.
    [[nodiscard]] virtual bool decompresses() const noexcept { return false; }
    /// Why no more can be read; none if all went well so far.
    [[nodiscard]] std::optional<Notice> const& fault() const noexcept { return fault_; }
    /// What else there is to tell at the end.
    [[nodiscard]] std::optional<Notice> const& remark() const noexcept { return remark_; }

protected:
    std::optional<Notice> fault_{};
    std::optional<Notice> remark_{};
};

/// Opens a file; null with `error` set to an errno value if that fails.
std::unique_ptr<ByteInput> file_input(std::string const& path, int& error);
/// An open descriptor that stays open; null with `error` set if it cannot be read, being a directory for one.
std::unique_ptr<ByteInput> descriptor_input(int descriptor, int& error);
/// What was read of an input, and then what is left of it.
std::unique_ptr<ByteInput> prefixed_input(std::string front, std::unique_ptr<ByteInput> input);
/// A copy of bytes.
std::unique_ptr<ByteInput> memory_input(std::string_view bytes);

/// What was read of an input and what is left of it, in a temporary file without a name.
struct Spooled {
    std::unique_ptr<ByteInput> whole;  ///< `front` and the rest
    std::unique_ptr<ByteInput> rest;   ///< what comes after `front`
};
/// Reads `input` to its end. Null inputs if there is no place for a temporary file; if that shows too late, `rest` is
/// an input that has failed, for what was read cannot be given back.
Spooled spool(std::string_view front, ByteInput& input);

}  // namespace ibid::io
