// SmallBuffer: a row of plain values that lives on the stack until it grows long. For scratch space in functions that
// must not allocate in the common case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <type_traits>

namespace ibid::text {

template <class T, std::uint32_t Inline>
class SmallBuffer {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    SmallBuffer() noexcept : items_(reinterpret_cast<T*>(inline_)) {}
    SmallBuffer(SmallBuffer const&) = delete;
    SmallBuffer& operator=(SmallBuffer const&) = delete;

    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T& operator[](std::uint32_t i) noexcept { return items_[i]; }
    [[nodiscard]] T const& operator[](std::uint32_t i) const noexcept { return items_[i]; }
    [[nodiscard]] T& back() noexcept { return items_[size_ - 1]; }
    [[nodiscard]] T* begin() noexcept { return items_; }
    [[nodiscard]] T* end() noexcept { return items_ + size_; }

    void push(T const& item) {
        if (size_ == capacity_) [[unlikely]] grow();
        items_[size_++] = item;
    }
    void pop() noexcept { --size_; }
    void truncate(std::uint32_t size) noexcept { size_ = size; }

private:
    void grow() {
        auto larger = std::make_unique<T[]>(std::size_t{capacity_} * 2);
        std::memcpy(larger.get(), items_, size_ * sizeof(T));
        spilled_ = std::move(larger);
        items_ = spilled_.get();
        capacity_ *= 2;
    }

    alignas(T) unsigned char inline_[Inline * sizeof(T)];
    std::unique_ptr<T[]> spilled_;
    T* items_;
    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = Inline;
};

}  // namespace ibid::text
