// Texts taken apart and put together. Linear in text and marks, however many parts there are.
#include "text/rich.hpp"

#include "text/latex_source.hpp"
#include "text/small_buffer.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace ibid::text {
namespace {

/// Whether a part of the mark would say something wrong.
bool is_whole(Mark const& mark) noexcept {
    switch (mark.style) {
    case Style::quoted: return true;
    case Style::math: return !mark.argument.empty();
    case Style::tex: return open_braces(mark.argument) == 0;
    default: return false;
    }
}

bool protects(Style style) noexcept {
    return style == Style::nocase || style == Style::math || style == Style::tex || style == Style::verbatim;
}

/// The mark over [begin, end), counted from `begin`; false if there is nothing left of it.
bool cut(Mark& mark, std::uint32_t begin, std::uint32_t end, std::uint32_t size) noexcept {
    if (mark.begin == mark.end) {  // belongs to what follows it
        if (mark.begin < begin || mark.begin > end || (mark.begin == end && end != size)) return false;
    } else if (mark.begin >= end || mark.end <= begin) {
        return false;
    } else if ((mark.begin < begin || mark.end > end) && is_whole(mark)) {
        return false;
    }
    mark.begin = std::max(mark.begin, begin) - begin;
    mark.end = std::min(mark.end, end) - begin;
    return true;
}

/// Hands out the marks over one part after another, from left to right. Marks nest, so few of them reach over an end.
class MarkCutter {
public:
    explicit MarkCutter(Text const& text) noexcept : marks_(text.marks), size_(static_cast<std::uint32_t>(text.plain.size())) {}

    std::span<Mark const> cut(std::size_t first, std::size_t last, Arena& arena) {
        auto const begin = static_cast<std::uint32_t>(first);
        auto const end = static_cast<std::uint32_t>(last);
        SmallBuffer<Mark, 16> kept;
        std::uint32_t still_open = 0;
        for (Mark const mark : open_) {
            take(mark, begin, end, kept);
            if (mark.end > end) open_[still_open++] = mark;
        }
        open_.truncate(still_open);
        for (; next_ < marks_.size() && (marks_[next_].begin < end || end == size_); ++next_) {
            take(marks_[next_], begin, end, kept);
            if (marks_[next_].end > end) open_.push(marks_[next_]);
        }
        return arena.copy_array(std::span<Mark const>(kept.begin(), kept.size()));
    }

private:
    void take(Mark mark, std::uint32_t begin, std::uint32_t end, SmallBuffer<Mark, 16>& kept) {
        if (text::cut(mark, begin, end, size_)) kept.push(mark);
    }

    std::span<Mark const> marks_;
    std::uint32_t const size_;
    std::size_t next_ = 0;
    SmallBuffer<Mark, 16> open_;
};

/// Goes through the marks along with a growing place in the text, and knows whether one of them protects it.
class Protection {
public:
    explicit Protection(std::span<Mark const> marks) noexcept : marks_(marks) {}
    [[nodiscard]] bool covers(std::size_t at) noexcept {
        for (; next_ < marks_.size() && marks_[next_].begin <= at; ++next_)
            if (protects(marks_[next_].style)) end_ = std::max<std::size_t>(end_, marks_[next_].end);
        return at < end_;
    }

private:
    std::span<Mark const> marks_;
    std::size_t next_ = 0;
    std::size_t end_ = 0;
};

/// Parts between separators; `find` answers where the next one from a place on begins and ends.
template <class Find>
List split_where(Text const& text, Arena& arena, Find const& find) {
    SmallBuffer<Text, 16> parts;
    MarkCutter cutter(text);
    Protection protection(text.marks);
    std::size_t begin = 0;
    for (std::size_t from = 0;;) {
        auto const [at, behind] = find(from);
        bool const ends = at == text.plain.npos;
        if (!ends && protection.covers(at)) {
            from = at + 1;
            continue;
        }
        std::string_view const part = trim_blanks(text.plain.substr(begin, ends ? text.plain.npos : at - begin));
        auto const first = static_cast<std::size_t>(part.data() - text.plain.data());
        if (!part.empty()) parts.push({part, cutter.cut(first, first + part.size(), arena)});
        if (ends) return arena.copy_array(std::span<Text const>(parts.begin(), parts.size()));
        begin = from = behind;
    }
}

char* put(std::string_view bytes, char* to) noexcept { return to + bytes.copy(to, bytes.size()); }

}  // namespace

Text slice(Text const& text, std::size_t begin, std::size_t end, Arena& arena) {
    end = std::min(end, text.plain.size());
    begin = std::min(begin, end);
    if (begin == 0 && end == text.plain.size()) return text;
    return {text.plain.substr(begin, end - begin), MarkCutter(text).cut(begin, end, arena)};
}

Text composed(Text const& text, Arena& arena) {
    if (text.marks.empty()) return Text(to_nfc(text.plain, arena));
    if (to_nfc(text.plain, arena) == text.plain) return text;
    std::vector<std::uint32_t> cuts{0, static_cast<std::uint32_t>(text.plain.size())}, moved;
    for (Mark const& mark : text.marks) cuts.insert(cuts.end(), {mark.begin, mark.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::string plain;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        moved.push_back(static_cast<std::uint32_t>(plain.size()));
        if (i + 1 < cuts.size()) plain += to_nfc(text.plain.substr(cuts[i], cuts[i + 1] - cuts[i]), arena);
    }
    auto const place_of = [&](std::uint32_t cut) { return moved[static_cast<std::size_t>(std::lower_bound(cuts.begin(), cuts.end(), cut) - cuts.begin())]; };
    auto const marks = arena.copy_array(text.marks);
    for (Mark& mark : marks) mark.begin = place_of(mark.begin), mark.end = place_of(mark.end);
    return Text(arena.copy(plain), marks);
}

Text trim(Text const& text, Arena& arena) {
    std::string_view const inside = trim_blanks(text.plain);
    if (inside.size() == text.plain.size()) return text;
    auto const begin = static_cast<std::size_t>(inside.data() - text.plain.data());
    return inside.empty() ? Text{} : slice(text, begin, begin + inside.size(), arena);
}

Text concat(List parts, std::string_view delimiter, Arena& arena) {
    std::size_t size = 0;
    std::size_t count = 0;
    for (Text const& part : parts) {
        size += part.plain.size() + delimiter.size();
        count += part.marks.size();
    }
    char* const begin = arena.reserve(size);
    char* out = begin;
    for (Text const& part : parts)
        if (!part.empty()) out = put(part.plain, out == begin ? out : put(delimiter, out));
    std::string_view const plain = arena.commit(out);
    if (count == 0) return plain;
    auto const marks = arena.array<Mark>(count);
    std::size_t filled = 0;
    std::size_t at = 0;
    for (Text const& part : parts) {
        if (part.empty()) continue;
        if (at != 0) at += delimiter.size();
        for (Mark mark : part.marks) {
            mark.begin += static_cast<std::uint32_t>(at);
            mark.end += static_cast<std::uint32_t>(at);
            marks[filled++] = mark;
        }
        at += part.plain.size();
    }
    return {plain, marks.first(filled)};
}

List split(Text const& text, std::string_view separators, Arena& arena) {
    return split_where(text, arena, [&](std::size_t from) {
        std::size_t const at = text.plain.find_first_of(separators, from);
        return std::pair(at, at + 1);
    });
}

List split_and(Text const& text, Arena& arena) {
    constexpr std::string_view word = " and ";
    return split_where(text, arena, [&](std::size_t from) {
        std::size_t const at = text.plain.find(word, from);
        return std::pair(at, at + word.size() - 1);  // its last blank may be the first of the next
    });
}

std::pair<Text, Text> split_at_subtitle(Text const& text, Arena& arena) {
    auto const mark = std::find_if(text.marks.begin(), text.marks.end(), [](Mark const& m) { return m.style == Style::subtitle; });
    if (mark == text.marks.end()) return {text, {}};
    std::size_t const begin = std::min<std::size_t>(mark->begin, text.plain.size());
    std::size_t const subtitle = std::min(text.plain.find_first_not_of(": ", begin), text.plain.size());
    SmallBuffer<Mark, 16> others;
    for (Mark const& other : text.marks)
        if (&other != &*mark) others.push(other);
    Text const plain(text.plain, std::span<Mark const>(others.begin(), others.size()));
    auto const part = [&](std::size_t from, std::size_t to) {
        return Text(text.plain.substr(from, to - from), MarkCutter(plain).cut(from, to, arena));
    };
    return {part(0, begin), part(subtitle, text.plain.size())};
}

Text join_subtitle(Text const& title, Text const& subtitle, Arena& arena) {
    if (subtitle.empty()) return title;
    if (title.empty()) return subtitle;
    bool const ends = title.plain.ends_with('?') || title.plain.ends_with('!') || title.plain.ends_with(':')
                   || title.plain.ends_with("–") || title.plain.ends_with("—");
    std::string_view const delimiter = ends ? " " : ": ";
    char* out = arena.reserve(title.plain.size() + delimiter.size() + subtitle.plain.size());
    out = put(subtitle.plain, put(delimiter, put(title.plain, out)));
    std::string_view const plain = arena.commit(out);

    auto const marks = arena.array<Mark>(title.marks.size() + 1 + subtitle.marks.size());
    auto next = std::copy(title.marks.begin(), title.marks.end(), marks.begin());
    auto const begin = static_cast<std::uint32_t>(title.plain.size());
    *next++ = {begin, static_cast<std::uint32_t>(plain.size()), Style::subtitle, {}};
    auto const shift = begin + static_cast<std::uint32_t>(delimiter.size());
    for (Mark mark : subtitle.marks) *next++ = {mark.begin + shift, mark.end + shift, mark.style, mark.argument};
    return {plain, marks};
}

}  // namespace ibid::text
