// Locator: lines and columns of places in a buffer whose bytes come and go. It remembers the last place it was
// asked for and walks from there: questions in the order of the file cost one pass over it.
// Places are offsets from the first byte of the buffer, the base, which the caller holds.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid::io {

class Locator {
public:
    struct Place {
        std::size_t line = 1;
        std::size_t column = 1;  ///< in code points
    };

    Locator() = default;
    /// `first`: the place of the buffer's first byte.
    explicit Locator(Place first) noexcept : base_place_{first}, place_{first} {}

    Place locate(char const* base, std::size_t at) noexcept;

    /// The bytes before `new_base` are about to go; from now on, offsets count from there.
    void rebase(char const* base, std::size_t new_base) noexcept;

    /// Whether the first byte of the buffer begins a line.
    [[nodiscard]] bool base_begins_line() const noexcept { return base_place_.column == 1; }

private:
    void advance(char const* from, char const* to) noexcept;
    void go_back(char const* base, char const* from, char const* to) noexcept;

    Place base_place_;
    Place place_;  ///< of the last place asked for
    std::size_t at_ = 0;
};

/// The line of a buffer that `at` stands in, for Source::line_at(). `begins_line`: the buffer's first byte begins one.
/// There are readable bytes behind the buffer.
std::string_view line_around(char const* at, std::string_view buffer, bool begins_line) noexcept;

}  // namespace ibid::io
