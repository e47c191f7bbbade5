// Scratch: a string that grows in one piece, with `reserve` and `commit` as Sink and Arena have them, and with
// readable bytes behind its end as grammars want them.
#pragma once

#include "ibid/arena.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace ibid::text {

class Scratch {
public:
    [[nodiscard]] char* reserve(std::size_t size) {
        if (capacity_ - size_ < size) grow(size);
        return bytes_.get() + size_;
    }
    void commit(char const* end) noexcept { size_ = static_cast<std::size_t>(end - bytes_.get()); }
    void append(std::string_view text) {
        char* const to = reserve(text.size());
        if (!text.empty()) std::memcpy(to, text.data(), text.size());
        size_ += text.size();
    }
    void append(char c) {
        *reserve(1) = c;
        ++size_;
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }
    void clear() noexcept { size_ = 0; }

private:
    void grow(std::size_t size) {
        std::size_t const capacity = (size_ + size) * 2;
        auto bytes = std::make_unique<char[]>(capacity + Arena::padding);
        if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
        bytes_ = std::move(bytes);
        capacity_ = capacity;
    }
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace ibid::text
