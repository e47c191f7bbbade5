// Quotation marks in a field, told from apostrophes by what stands beside them. A mark opens at the beginning and
// behind a blank, a bracket, a dash or another opening mark; it closes behind anything but a blank. A single one that pairs
// with none is an apostrophe.
#include "cite/field_text.hpp"

#include "cite/unicode.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

enum class Shape : std::uint8_t {
    none, straight_double, straight_single, open_double, close_double, open_single, close_single
};

Shape shape_of(char32_t code) noexcept {
    switch (code) {
    case U'"': return Shape::straight_double;
    case U'\'': return Shape::straight_single;
    case U'“': return Shape::open_double;
    case U'”': return Shape::close_double;
    case U'‘': return Shape::open_single;
    case U'’': return Shape::close_single;
    default: return Shape::none;
    }
}

bool opens_behind(char32_t before) noexcept {
    switch (before) {
    case 0:
    case U'(':
    case U'[':
    case U'{':
    case U'/':
    case U'-':
    case U'–':
    case U'—':
    case U'“':
    case U'‘':
    case U'«':
    case U'"':
    case U'\'':
    case U'¿':
    case U'¡': return true;
    default: return is_space(before);
    }
}

/// A mark that may open a quotation.
struct Opening {
    std::uint32_t at;
    std::uint8_t size;
    Shape closes_with;
    std::uint32_t in;  ///< how many ranges are open around it, and
    std::uint32_t range;  ///< which is the innermost
};

class Finder {
public:
    Finder(std::string_view text, std::vector<FieldRange>& ranges)
        : text_(text), ranges_(ranges), known_(ranges.size()) {}

    void run() {
        char32_t before = 0;
        for (std::size_t at = 0; at < text_.size();) {
            if (at >= next_event_) enter(static_cast<std::uint32_t>(at));
            CodePoint const point = code_point_at(text_, at);
            Shape const shape = literal_ ? Shape::none : shape_of(point.value);
            if (shape != Shape::none) {
                char32_t const after = code_point_at(text_, at + point.size).value;
                mark(shape, static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(point.size), before, after);
            }
            before = point.value;
            at += point.size;
        }
    }

private:
    /// Leaves the ranges that end at a place or before, enters those that begin there.
    void enter(std::uint32_t at) {
        while (!inside_.empty() && ranges_[inside_.back()].end <= at) {
            if (ranges_[inside_.back()].mark == FieldMark::literal) --literal_;
            inside_.pop_back();
        }
        for (; next_ < known_ && ranges_[next_].begin <= at; ++next_) {
            if (ranges_[next_].end <= at) continue;
            inside_.push_back(static_cast<std::uint32_t>(next_));
            if (ranges_[next_].mark == FieldMark::literal) ++literal_;
        }
        while (!openings_.empty() && openings_.back().in > inside_.size()) openings_.pop_back();
        next_event_ = inside_.empty() ? UINT32_MAX : ranges_[inside_.back()].end;
        if (next_ < known_) next_event_ = std::min(next_event_, ranges_[next_].begin);
    }

    [[nodiscard]] std::uint32_t innermost() const noexcept { return inside_.empty() ? UINT32_MAX : inside_.back(); }

    void open(std::uint32_t at, std::uint8_t size, Shape closes_with) {
        openings_.push_back({at, size, closes_with, static_cast<std::uint32_t>(inside_.size()), innermost()});
    }

    static FieldMark kind_of(Shape shape) noexcept {
        return shape == Shape::close_single ? FieldMark::single_quotation : FieldMark::quotation;
    }

    bool close(std::uint32_t at, std::uint8_t size, Shape shape) {
        for (std::size_t i = openings_.size(); i-- != 0;) {
            Opening const& opening = openings_[i];
            if (opening.in != inside_.size() || opening.range != innermost()) return false;
            if (opening.closes_with != shape) continue;
            if (opening.at + opening.size != at)  // nothing is quoted by two marks side by side
                ranges_.push_back({opening.at, at + size, kind_of(shape), opening.size, size});
            openings_.resize(i);
            return true;
        }
        return false;
    }

    void mark(Shape shape, std::uint32_t at, std::uint8_t size, char32_t before, char32_t after) {
        bool const may_open = opens_behind(before) && after != 0 && !is_space(after);
        bool const may_close = before != 0 && !is_space(before);
        switch (shape) {
        case Shape::open_double: open(at, size, Shape::close_double); break;
        case Shape::open_single:  // in transliterations it stands within words
            if (opens_behind(before)) open(at, size, Shape::close_single);
            break;
        case Shape::close_double: close(at, size, shape); break;
        case Shape::close_single:
            if (!is_letter_or_digit(after)) close(at, size, shape);
            break;
        case Shape::straight_double:
            if (may_close && !is_letter_or_digit(after) && close(at, size, shape)) break;
            if (may_open) open(at, size, shape);
            else if (may_close) close(at, size, shape);
            break;
        case Shape::straight_single:
            if (may_close && !is_letter_or_digit(after) && close(at, size, shape)) break;
            if (may_open) open(at, size, shape);
            break;
        case Shape::none: break;
        }
    }

    std::string_view text_;
    std::vector<FieldRange>& ranges_;
    std::size_t known_, next_ = 0;
    std::uint32_t next_event_ = 0;
    int literal_ = 0;
    std::vector<std::uint32_t> inside_{};
    std::vector<Opening> openings_{};
};

}  // namespace

void sort_ranges(std::vector<FieldRange>& ranges) {
    std::stable_sort(ranges.begin(), ranges.end(), [](FieldRange const& a, FieldRange const& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
}

void find_quotations(std::string_view text, std::vector<FieldRange>& ranges) {
    sort_ranges(ranges);
    Finder(text, ranges).run();
}

}  // namespace ibid::cite
