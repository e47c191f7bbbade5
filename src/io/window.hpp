// Window: one growing buffer whose front is given up as it is read. Bytes are moved only to make room, and then
// at least as many come in as are moved: all copying together is linear in the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace ibid::io {

class Window {
public:
    static constexpr std::size_t padding = 64;

    explicit Window(std::size_t capacity) : buffer_{allocate(capacity)}, capacity_{capacity} { seal(); }

    [[nodiscard]] char const* base() const noexcept { return buffer_.get(); }
    [[nodiscard]] char const* begin() const noexcept { return buffer_.get() + begin_; }
    [[nodiscard]] char* end() noexcept { return buffer_.get() + end_; }
    [[nodiscard]] std::size_t size() const noexcept { return end_ - begin_; }
    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
    [[nodiscard]] std::size_t room() const noexcept { return capacity_ - end_; }
    [[nodiscard]] std::string_view view() const noexcept { return {begin(), size()}; }

    void drop(std::size_t size) noexcept { begin_ += size; }

    /// Takes bytes that were written at end().
    void extend(std::size_t size) noexcept {
        end_ += size;
        seal();
    }

    /// Moves what is left to the front, of a larger buffer if the room there is less than `wanted`. Of what was dropped the
    /// last `kept` bytes, or as many as there are, stay before it.
    void make_room(std::size_t wanted, std::size_t kept) {
        std::size_t const before = std::min(kept, begin_), used = size() + before;
        char const* const from = begin() - before;
        if (capacity_ - used < wanted) {
            std::size_t const larger = std::max(used + wanted, 2 * capacity_);
            auto buffer = allocate(larger);
            std::memcpy(buffer.get(), from, used);
            buffer_ = std::move(buffer);
            capacity_ = larger;
        } else {
            std::memmove(buffer_.get(), from, used);
        }
        begin_ = before;
        end_ = used;
        seal();
    }

private:
    static std::unique_ptr<char[]> allocate(std::size_t capacity) {
        return std::make_unique_for_overwrite<char[]>(capacity + padding);  // pages that are never used cost nothing
    }
    void seal() noexcept { std::memset(buffer_.get() + end_, 0, padding); }

    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace ibid::io
