// Draft: a Text under construction, its plain text written straight into an arena. Marks open and close as a decoder
// goes; finish() trims, drops the marks that came to nothing and hands the Text out. One draft at a time per arena.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"
#include "text/small_buffer.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ibid::text {

class Draft {
public:
    /// `expected`: bytes that the text will have, about.
    Draft(Arena& arena, std::size_t expected)
        : arena_(arena), begin_(arena.reserve(expected + slack)), next_(begin_), limit_(begin_ + expected + slack) {}

    // ---- plain text

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(next_ - begin_); }
    [[nodiscard]] bool at_blank() const noexcept {
        return next_ == begin_ || size() == no_blank_ || next_[-1] == ' ' || next_[-1] == '\n';
    }
    /// No blank is put here, as none is at the begin.
    void swallow_blank() noexcept { no_blank_ = size(); }

    /// What was written from `begin` on.
    [[nodiscard]] std::string_view since(std::uint32_t begin) const noexcept { return {begin_ + begin, size() - begin}; }

    [[nodiscard]] bool only_blank_since(std::uint32_t begin) const noexcept {
        char const* at = begin_ + begin;
        while (at != next_ && (*at == ' ' || *at == '\n')) ++at;
        return at == next_;
    }

    /// Room for `size` bytes; commit() takes them.
    [[nodiscard]] char* reserve(std::size_t size) {
        if (static_cast<std::size_t>(limit_ - next_) < size) [[unlikely]] grow(size);
        return next_;
    }
    void commit(char* end) noexcept { next_ = end; }
    [[nodiscard]] char* end() const noexcept { return next_; }

    void put(std::string_view bytes) {
        char* const to = reserve(bytes.size());
        std::memcpy(to, bytes.data(), bytes.size());
        next_ = to + bytes.size();
    }
    /// The same, from where 64 bytes can be read behind the end: short texts are copied by lanes.
    void put_padded(std::string_view bytes) {
        char* const to = reserve(bytes.size() + 16);
        if (bytes.size() <= 64) {
            // memmove: the bytes may end where the draft begins
            for (std::size_t i = 0; i < bytes.size(); i += 16) std::memmove(to + i, bytes.data() + i, 16);
        } else {
            std::memcpy(to, bytes.data(), bytes.size());
        }
        next_ = to + bytes.size();
    }
    void put_collapsed(std::string_view bytes) {
        for (char const c : bytes) {
            if (c == ' ' || (c >= '\t' && c <= '\r')) put_blank();
            else put({&c, 1});
        }
    }
    void put(char32_t code) { next_ = put_utf8(code, reserve(4)); }
    /// A blank that collapses with the blanks before it, and vanishes at the begin.
    void put_blank() {
        if (!at_blank()) {
            *reserve(1) = ' ';
            ++next_;
        }
    }
    /// Text with single spaces, the first of which collapses.
    void put_words(std::string_view words) {
        if (words.front() == ' ' && at_blank()) words.remove_prefix(1);
        put_padded(words);
    }
    /// A line end ("\n") or paragraph ("\n\n") in the place of the blanks before it. A blank from before `floor` or
    /// under a mark stays instead.
    void put_break(std::string_view kind, std::uint32_t floor) {
        while (size() > std::max(floor, last_end_) && next_[-1] == ' ') --next_;
        std::size_t ended = 0;
        while (ended < size() && next_[-1 - static_cast<std::ptrdiff_t>(ended)] == '\n') ++ended;
        if (ended != 0 && !marks_.empty() && marks_.back().begin == size()) return;  // one line end is enough around a mark
        if (size() != 0 && next_[-1] != ' ' && ended < kind.size()) put(kind.substr(ended));
    }
    /// Accents what was written from `begin` on, marks included.
    void accent(std::uint32_t begin, std::uint32_t first_mark, char32_t mark) {
        auto const before = size();
        static_cast<void>(reserve(mark_size));
        next_ = add_mark(begin_ + begin, next_, mark);
        for (std::uint32_t i = first_mark; i < marks_.size(); ++i) {
            if (marks_[i].begin > begin) marks_[i].begin += size() - before;
            if (marks_[i].end > begin && marks_[i].end != open_end) marks_[i].end += size() - before;
        }
    }

    // ---- marks

    [[nodiscard]] std::uint32_t mark_count() const noexcept { return marks_.size(); }
    std::uint32_t open(Style style, std::string_view argument = {}) {
        marks_.push({size(), open_end, style, argument});
        return marks_.size() - 1;
    }
    void close(std::uint32_t mark) noexcept { marks_[mark].end = last_end_ = size(); }
    /// Closes the marks from `first` on that are still open.
    void end_fonts(std::uint32_t first) noexcept {
        no_blank_ = 0;
        for (std::uint32_t i = first; i < marks_.size(); ++i)
            if (marks_[i].end == open_end) close(i);
    }
    void put_mark(Style style, std::string_view argument = {}) { close(open(style, argument)); }
    /// Takes a mark away, but not those inside of it.
    void remove_mark(std::uint32_t mark) noexcept {
        std::memmove(&marks_[mark], &marks_[mark] + 1, (marks_.size() - mark - 1) * sizeof(Mark));
        marks_.pop();
    }
    /// Takes away those marks from `first` on that claim to know the source of the text at `begin`, which is about to
    /// change.
    void remove_sources(std::uint32_t first, std::uint32_t begin) noexcept {
        std::uint32_t kept = first;
        for (std::uint32_t i = first; i < marks_.size(); ++i) {
            bool const is_source = marks_[i].style == Style::math || marks_[i].style == Style::tex;
            if (!is_source || marks_[i].begin != begin) marks_[kept++] = marks_[i];
        }
        marks_.truncate(kept);
    }
    [[nodiscard]] Mark& mark(std::uint32_t index) noexcept { return marks_[index]; }

    /// Forgets text and marks behind a place.
    void rewind(std::uint32_t size, std::uint32_t marks) noexcept {
        next_ = begin_ + size;
        marks_.truncate(marks);
    }

    /// The text, without blanks at its end. The arguments of its marks are copied, white space collapsed.
    [[nodiscard]] Text finish(bool trimmed = true);

private:
    static constexpr std::uint32_t open_end = 0xFFFFFFFF;
    static constexpr std::size_t slack = 64;
    void grow(std::size_t size);

    Arena& arena_;
    char* begin_;
    char* next_;
    char* limit_;
    SmallBuffer<Mark, 16> marks_;
    std::uint32_t last_end_ = 0;  // of a mark
    std::uint32_t no_blank_ = 0;
};

}  // namespace ibid::text
