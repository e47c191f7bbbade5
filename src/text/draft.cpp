// Draft: how a text under construction grows and ends.
#include "text/draft.hpp"

#include <algorithm>

namespace ibid::text {
namespace {

/// A mark may be over nothing where its argument says something.
bool says_something(Mark const& mark) noexcept {
    return mark.begin < mark.end || mark.style == Style::tex || (mark.style == Style::math && !mark.argument.empty());
}

std::string_view copy_collapsed(std::string_view bytes, Arena& arena) {
    char* const to = arena.reserve(bytes.size());
    char* out = to;
    for (char const c : bytes) {
        bool const blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank) *out++ = c;
        else if (out == to || out[-1] != ' ') *out++ = ' ';
    }
    return arena.commit(out);
}

}  // namespace

Text Draft::finish(bool trimmed) {
    while (trimmed && next_ != begin_ && (next_[-1] == ' ' || next_[-1] == '\n')) --next_;
    auto const plain = arena_.commit(next_);
    if (marks_.empty()) return plain;
    auto const end = static_cast<std::uint32_t>(plain.size());
    std::uint32_t kept = 0;
    for (Mark& mark : marks_) {
        mark.begin = std::min(mark.begin, end);
        mark.end = std::min(mark.end, end);  // of one that is still open too
        if (!says_something(mark)) continue;
        if (!mark.argument.empty()) mark.argument = copy_collapsed(mark.argument, arena_);
        if (Mark& to = marks_[kept++]; &to != &mark) to = mark;
    }
    if (kept == 0) return plain;
    auto const marks = arena_.array<Mark>(kept);
    std::copy_n(marks_.begin(), kept, marks.begin());
    return {plain, marks};
}

void Draft::grow(std::size_t needed) {
    auto const used = static_cast<std::size_t>(next_ - begin_);
    auto const capacity = static_cast<std::size_t>(limit_ - begin_) * 2 + needed;
    char* const larger = arena_.reserve(capacity);  // perhaps the same place; the old bytes live on in either case
    if (larger != begin_) std::memcpy(larger, begin_, used);
    begin_ = larger;
    next_ = larger + used;
    limit_ = larger + capacity;
}

}  // namespace ibid::text
