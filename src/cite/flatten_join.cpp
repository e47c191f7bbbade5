// Flattener: texts that meet. Blanks and punctuation double nowhere, commas and full stops go into closing quotes where
// a locale wants it, raised characters become raised text.
#include "cite/flattener.hpp"

#include "cite/punctuation.hpp"
#include "cite/unicode.hpp"

namespace ibid::cite {
namespace {

/// Whether a code point may be one of those that append_unraised() knows.
bool may_be_raised(char32_t code) noexcept {
    if (code < 0x2B0) return code == 0xAA || code == 0xB2 || code == 0xB3 || code == 0xB9 || code == 0xBA;
    if (code < 0x1D2C) return code <= 0x2E4 || code == 0x6E5 || code == 0x6E6 || code == 0x10FC;
    if (code <= 0x1DBF) return true;
    if (code < 0x2070) return false;
    return code <= 0x207F || code == 0x2120 || code == 0x2122 || (code >= 0x3192 && code <= 0x319F);
}

}  // namespace

void Flattener::append(std::string_view text) {
    if (text.empty()) return;
    settle_block(text);
    if (within_text_) put_raw(text);
    else join(text);
    within_text_ = false;
}

void Flattener::join(std::string_view text) {
    std::string const& so_far = block_->text;
    if (so_far.empty()) return put_raw(text);
    char const right = text.front();
    if (right == ' ') {
        if (so_far.back() == ' ') {
            while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        }
    } else if (is_punctuation(right)) {
        bool const behind_quotes = quotes_end_ == size() && quotes_begin_ != 0;
        char const left = behind_quotes ? so_far[quotes_begin_ - 1] : so_far.back();
        Meeting const meets = meeting(left, right);
        if (behind_quotes) {
            bool const moves = punctuation_.in_quote && (right == ',' || right == '.')
                               && (text.size() == 1 || !is_letter_or_digit(code_point_at(text, 1).value));
            if (moves && meets == Meeting::both) {
                insert(quotes_begin_, right);
                ++quotes_begin_;
                ++quotes_end_;
            }
            if (moves || (right == '.' && meets == Meeting::left)) text.remove_prefix(1);
        } else if (meets == Meeting::left) {
            text.remove_prefix(1);
        } else if (meets == Meeting::right) {
            drop_last();
        }
    }
    put_raw(text);
}

void Flattener::put_raw(std::string_view text) {
    std::string& to = block_->text;
    if (is_ascii(text)) {
        to += text;
        return;
    }
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const point = code_point_at(text, at);
        std::size_t const next = at + point.size;
        scratch_.clear();
        if (may_be_raised(point.value) && append_unraised(scratch_, point.value)) {
            to += text.substr(from, at - from);
            bool const raises = now_.align != VerticalAlign::sup;
            if (raises) open(Face::superscript);
            to += scratch_;
            if (raises) close();
            from = next;
        }
        at = next;
    }
    to += text.substr(from);
}

void Flattener::put_quote(std::string_view mark, bool opens) {
    settle_block(mark);
    within_text_ = within_text_ && opens;
    Offset const begin = size();
    if (!opens && quotes_end_ != begin) quotes_begin_ = begin;
    block_->text += mark;
    if (!opens) quotes_end_ = size();
}

}  // namespace ibid::cite
