// Locator: forwards by counting lines, and code points on the last of them; backwards by taking them off again.
#include "io/locator.hpp"

#include "io/utf8.hpp"

namespace ibid::io {

namespace {

/// The first byte of the line that `at` stands in, or `begin` if that line began before.
char const* line_begin(char const* begin, char const* at) noexcept {
    while (at != begin && at[-1] != '\n') --at;
    return at;
}

}  // namespace

Locator::Place Locator::locate(char const* base, std::size_t at) noexcept {
    if (at >= at_)
        advance(base + at_, base + at);
    else
        go_back(base, base + at_, base + at);
    at_ = at;
    return place_;
}

void Locator::advance(char const* from, char const* to) noexcept {
    std::size_t const lines = count_lines(from, to);
    if (lines == 0) {
        place_.column += count_code_points(from, to);
    } else {
        place_.line += lines;
        place_.column = 1 + count_code_points(line_begin(from, to), to);
    }
}

void Locator::go_back(char const* base, char const* from, char const* to) noexcept {
    std::size_t const lines = count_lines(to, from);
    if (lines == 0) {
        place_.column -= count_code_points(to, from);
        return;
    }
    char const* const begin = line_begin(base, to);
    place_.line -= lines;
    place_.column = (begin == base ? base_place_.column : 1) + count_code_points(begin, to);
}

void Locator::rebase(char const* base, std::size_t new_base) noexcept {
    Place const ahead = place_;
    std::size_t const ahead_at = at_;
    base_place_ = locate(base, new_base);
    at_ = 0;
    if (ahead_at > new_base) {  // keep the place that the walk had come to
        place_ = ahead;
        at_ = ahead_at - new_base;
    }
}

}  // namespace ibid::io
