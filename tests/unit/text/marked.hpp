// Texts in a spelling that a test can be read by: `A «tex \TeX|TeX» «nocase|HIV»`.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace ibid::tests {

/// Spells a text out; a mark over nothing stands behind what ends there.
class Marked {
public:
    explicit Marked(Text const& text) : text_(text) {
        while (next_ < text.marks.size()) mark();
        until(text.plain.size());
    }
    std::string out;

private:
    void mark() {
        Mark const& mark = text_.marks[next_++];
        until(mark.begin);
        ((out += "«") += spelling(mark.style)) += mark.argument.empty() ? "" : " ";
        (out += mark.argument) += '|';
        while (next_ < text_.marks.size() && text_.marks[next_].begin < mark.end) this->mark();
        until(mark.end);
        out += "»";
    }
    void until(std::size_t end) {
        out += text_.plain.substr(at_, end - at_);
        at_ = end;
    }

    Text const& text_;
    std::size_t next_ = 0;
    std::size_t at_ = 0;
};

inline std::string marked(Text const& text) { return Marked(text).out; }

/// A text of its own, in an arena.
inline Text text_of(std::string_view plain, std::initializer_list<Mark> marks, Arena& arena) {
    auto const plain_copy = arena.copy(plain);
    return {plain_copy, arena.copy_array(std::span<Mark const>(marks.begin(), marks.size()))};
}

}  // namespace ibid::tests
