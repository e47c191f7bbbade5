// A text as the grammars want it: a slice with 64 readable bytes behind its end. The bytes behind are hostile on
// purpose (quotes, braces, separators), so that a scanner which trusts them is found out.
#pragma once

#include <string>
#include <string_view>

namespace ibid::tests {

class Padded {
public:
    explicit Padded(std::string_view text) : size_{text.size()}, bytes_{text} {
        static constexpr std::string_view hostile = "}\"),=@x{y,\n";
        for (std::size_t i = 0; i < 64; ++i) bytes_ += hostile[i % hostile.size()];
    }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.data(), size_}; }
    [[nodiscard]] char const* begin() const noexcept { return bytes_.data(); }
    [[nodiscard]] char const* end() const noexcept { return bytes_.data() + size_; }

private:
    std::size_t size_;
    std::string bytes_;
};

}  // namespace ibid::tests
