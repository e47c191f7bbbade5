// What every fuzz target needs: the fuzzer's bytes as grammars and text functions are promised to get them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace ibid::fuzz {

/// A copy with 64 readable bytes behind its end, which look as if the text went on: whoever reads on will be misled.
/// What is read behind them, an address sanitizer sees.
class Padded {
public:
    Padded(std::uint8_t const* data, std::size_t size) : bytes_(size + padding), size_(size) {
        if (size != 0) std::memcpy(bytes_.data(), data, size);
        constexpr std::string_view misleading = "}\"{\\} ,=@#\nER  - \n]<i>x</i>&\xC3\xA9";
        for (std::size_t i = 0; i < padding; ++i) bytes_[size + i] = misleading[i % misleading.size()];
    }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), size_}; }

    /// Whether a slice is one of this text, or empty.
    [[nodiscard]] bool holds(std::string_view slice) const noexcept {
        return slice.empty() || (slice.data() >= bytes_.data() && slice.data() + slice.size() <= bytes_.data() + size_);
    }

private:
    static constexpr std::size_t padding = 64;
    std::vector<char> bytes_;
    std::size_t size_;
};

}  // namespace ibid::fuzz
