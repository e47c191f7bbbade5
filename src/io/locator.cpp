// Locator: forwards by counting lines, and code points on the last of them; backwards by taking them off again.
#include "io/locator.hpp"

#include "io/utf8.hpp"

#include <algorithm>

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

std::string_view line_around(char const* at, std::string_view buffer, bool begins_line) noexcept {
    constexpr std::ptrdiff_t longest = 1024;
    char const* begin = at;
    while (begin != buffer.data() && begin[-1] != '\n') {
        if (--begin; at - begin > longest) return {};
    }
    if (begin == buffer.data() && !begins_line) return {};
    std::string_view const line = buffer.substr(static_cast<std::size_t>(begin - buffer.data()), longest);
    char const* end = begin + std::min(line.find('\n'), line.size());
    if (end != begin && end[-1] == '\r') --end;
    while (end != begin && (static_cast<unsigned char>(*end) & 0xC0) == 0x80) --end;  // no half code points
    return {begin, static_cast<std::size_t>(end - begin)};
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
