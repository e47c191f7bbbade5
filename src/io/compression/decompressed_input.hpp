// DecompressedInput: another input as it was before it was compressed: all members of it, up to a limit.
#pragma once

#include "io/byte_input.hpp"
#include "io/compression/codec.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::io {

/// What inputs may grow to that have one limit together.
struct Allowance {
    std::uint64_t size;   ///< bytes that they may grow to, however small they are
    std::uint64_t ratio;  ///< beyond that, how many times their compressed size; 0: no further
    std::uint64_t taken = 0;  ///< compressed bytes
    std::uint64_t made = 0;

    /// Counts what came out; answers how much of it is within the limit.
    std::size_t admit(std::size_t bytes_taken, std::size_t bytes_made) noexcept;
};

/// What to make of one kind of compressed data.
struct Packing {
    std::string_view name;                              ///< "gzip"
    std::unique_ptr<Decoder> (*make_decoder)();         ///< null: the bytes are stored as they are
    bool (*begins)(std::string_view, bool) noexcept;    ///< a further member; null: there is one alone
    std::optional<std::uint32_t> checksum{};            ///< CRC-32 of the whole, where the data itself has none
    std::uint64_t size = 0;                             ///< of the whole, where `checksum` is known
};
Packing packing_of(Codec const& codec) noexcept;

class DecompressedInput final : public ByteInput {
public:
    /// `front`: bytes of the compressed data that were read of `input` already.
    DecompressedInput(Packing packing, std::string_view front, std::unique_ptr<ByteInput> input, std::shared_ptr<Allowance> allowance);

    std::size_t read(char* to, std::size_t size) override;
    [[nodiscard]] std::unique_ptr<ByteInput> again() const override;
    [[nodiscard]] bool is_repeatable() const noexcept override { return input_->is_repeatable(); }
    [[nodiscard]] bool decompresses() const noexcept override { return true; }

private:
    [[nodiscard]] std::string_view unread() const noexcept;
    Decoded decode(char* to, std::size_t room);
    bool refill();
    void between_members();
    void check_whole();
    void fail(std::string_view what, Code code = Code::cannot_read, std::string hint = {});
    void tell_limit();

    Packing packing_;
    std::unique_ptr<Decoder> decoder_;
    std::unique_ptr<ByteInput> input_;
    std::shared_ptr<Allowance> allowance_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t made_ = 0;
    std::uint32_t checksum_ = 0;
    bool done_ = false;
};

/// The codec whose data begins so, or null; of data that `ended` early, the one that was meant.
Codec const* codec_of_content(std::string_view bytes, bool ended) noexcept;
/// Whether a zip archive begins so.
bool begins_archive(std::string_view bytes) noexcept;
/// Whether longer data that begins with these bytes may be compressed or an archive: three bytes tell almost all text from it.
bool may_be_packed(std::string_view three_bytes) noexcept;

}  // namespace ibid::io
