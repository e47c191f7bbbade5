// DecompressedInput: members that follow each other are read as one, zeros behind them are padding, anything else
// behind them is told and left; a member that does not end is a fault.
#include "io/compression/decompressed_input.hpp"

#include "ibid/limits.hpp"

#include <algorithm>
#include <utility>

#include <zlib.h>

namespace ibid::io {

namespace {

constexpr std::size_t buffer_size = 64 * 1024;

}  // namespace

std::size_t Allowance::admit(std::size_t bytes_taken, std::size_t bytes_made) noexcept {
    taken += bytes_taken;
    std::uint64_t const before = std::exchange(made, made + bytes_made);
    std::uint64_t const by_ratio = ratio != 0 && taken > UINT64_MAX / ratio ? UINT64_MAX : taken * ratio;
    std::uint64_t const most = std::max(size, by_ratio);
    return before >= most ? 0 : static_cast<std::size_t>(std::min<std::uint64_t>(bytes_made, most - before));
}

Packing packing_of(Codec const& codec) noexcept { return {codec.name, codec.make_decoder, codec.begins}; }

DecompressedInput::DecompressedInput(Packing packing, std::string_view front, std::unique_ptr<ByteInput> input,
                                     std::shared_ptr<Allowance> allowance)
    : packing_{packing}, decoder_{packing.make_decoder != nullptr ? packing.make_decoder() : nullptr},
      input_{std::move(input)}, allowance_{std::move(allowance)}, buffer_(buffer_size), end_{front.size()} {
    std::copy(front.begin(), front.end(), buffer_.begin());
}

std::string_view DecompressedInput::unread() const noexcept { return {buffer_.data() + begin_, end_ - begin_}; }

/// Reads behind what is unread; false at the end of the input.
bool DecompressedInput::refill() {
    std::copy(buffer_.data() + begin_, buffer_.data() + end_, buffer_.data());
    end_ -= std::exchange(begin_, 0);
    std::size_t const got = input_->read(buffer_.data() + end_, buffer_.size() - end_);
    end_ += got;
    return got != 0;
}

void DecompressedInput::fail(std::string_view what, Code code, std::string hint) {
    fault_ = Notice{code, std::string(what), std::move(hint)};
    done_ = true;
}

void DecompressedInput::tell_limit() {
    std::string what = "the data grows to more than " + amount(LimitUnit::bytes, allowance_->size);
    if (allowance_->ratio != 0) what += ", and to more than " + std::to_string(allowance_->ratio) + " times what it is compressed";
    fail(what, Code::decompressed_too_large, hint_of_limit(Code::decompressed_too_large));
}

Decoded DecompressedInput::decode(char* to, std::size_t room) {
    if (decoder_ != nullptr) return decoder_->decode(unread(), to, room);
    std::string_view const stored = unread().substr(0, room);
    std::copy(stored.begin(), stored.end(), to);
    return {stored.size(), stored.size()};
}

std::size_t DecompressedInput::read(char* to, std::size_t size) {
    while (!done_ && size != 0) {
        Decoded const step = decode(to, size);
        begin_ += step.taken;
        std::size_t const good = allowance_->admit(step.taken, step.made);
        if (packing_.checksum) checksum_ = static_cast<std::uint32_t>(::crc32_z(checksum_, reinterpret_cast<Bytef const*>(to), good));
        made_ += good;
        if (good != step.made)
            tell_limit();
        else if (step.fault != nullptr)
            fail("the " + std::string(packing_.name) + " data " + step.fault);
        else if (step.ended)
            between_members();
        else if (step.taken == 0 && step.made == 0 && !refill())
            check_whole();
        if (good != 0) return good;
    }
    return 0;
}

/// At the end of a member: goes on to the next one, if there is one.
void DecompressedInput::between_members() {
    if (packing_.begins == nullptr) return check_whole();
    for (;;) {
        while (begin_ != end_ && buffer_[begin_] == 0) ++begin_;
        if (end_ - begin_ >= longest_magic || !refill()) break;
    }
    if (begin_ != end_ && packing_.begins(unread(), true)) return decoder_->restart();
    done_ = true;
    if (input_->fault())
        fault_ = input_->fault();
    else if (begin_ != end_)
        remark_ = Notice{Code::trailing_bytes, "what follows the " + std::string(packing_.name) + " data is none and was not read"};
}

/// At the end of the input, or of its one member.
void DecompressedInput::check_whole() {
    done_ = true;
    if (input_->fault()) {
        fault_ = input_->fault();
        return;
    }
    bool const has_end = packing_.begins == nullptr && packing_.checksum;
    if (!has_end || made_ < packing_.size) return fail("the " + std::string(packing_.name) + " data ends too early");
    if (made_ != packing_.size || checksum_ != *packing_.checksum) fail("the " + std::string(packing_.name) + " data is damaged");
}

std::unique_ptr<ByteInput> DecompressedInput::again() const {
    auto input = input_->again();
    if (input == nullptr) return nullptr;
    auto allowance = std::make_shared<Allowance>(Allowance{allowance_->size, allowance_->ratio});
    return std::make_unique<DecompressedInput>(packing_, std::string_view{}, std::move(input), std::move(allowance));
}

Codec const* codec_of_content(std::string_view bytes, bool ended) noexcept {
    for (Codec const* const codec : codecs())
        if (codec->begins(bytes, ended)) return codec;
    return nullptr;
}

bool begins_archive(std::string_view bytes) noexcept { return bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6"); }

bool may_be_packed(std::string_view three_bytes) noexcept {
    auto const at = [three_bytes](std::size_t i) { return i < three_bytes.size() ? static_cast<unsigned char>(three_bytes[i]) : 0; };
    if ((at(0) & 0xF0) == 0x50 && at(1) == 0x2A && at(2) == 0x4D) return true;  // a frame that zstd skips
    switch (at(0)) {
        case 0x1F: return at(1) == 0x8B;
        case 0x28: return at(1) == 0xB5;
        case 0xFD: return at(1) == '7';
        case 'B': return at(1) == 'Z' && at(2) == 'h';
        case 'P': return at(1) == 'K';
        default: return false;
    }
}

}  // namespace ibid::io
