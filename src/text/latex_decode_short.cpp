// LaTeX -> Text, the short way: one walk over the value, without X3 and without a look at what is far. What it answers is
// what LatexDecoder does: tests/unit/text/short_ways.cpp.
#include "text/latex_decode_short.hpp"

#include "grammars/latex_text_scan.hpp"
#include "text/draft.hpp"
#include "text/latex_source.hpp"
#include "text/latex_table.hpp"

#include <algorithm>
#include <cstdint>

namespace ibid::text {

namespace latex_text = grammars::latex_text;
using grammars::support::in, grammars::support::letter;

namespace {

class ShortDecoder {
public:
    ShortDecoder(std::string_view value, Arena& arena, LatexOptions const& options)
        : next_(value.data()), last_(next_ + value.size()), options_(options), draft_(arena, value.size()) {}

    /// False: there is something else in the value. `plain` as many bytes at the begin are known to be text.
    bool decode(std::size_t plain);
    /// The text, after decode() has answered true.
    [[nodiscard]] Text finish() { return draft_.finish(); }

private:
    static constexpr std::uint32_t depth_limit = 8;

    /// A group, or the argument of a style.
    struct Group {
        char const* inside;        // of a group
        std::uint32_t first_mark;  // its own mark and those that were opened inside
        bool protects;             // its own mark is nocase
        bool is_font;              // its first mark keeps a font: `{\tt`
    };

    void plain_text();
    bool token();
    bool join();
    bool skip_white() noexcept;
    bool push(char const* inside, bool protects);
    bool open();
    bool close();
    bool command();
    bool plain_font(char const* source, char const* end);
    bool reading(std::string_view plain, std::string_view source);
    bool accent(Command const& found);
    bool base_letter();

    char const* next_;
    char const* last_;
    LatexOptions const& options_;
    Draft draft_;
    Group groups_[depth_limit];
    std::uint32_t depth_ = 0;
    bool protected_ = false;
};

bool ShortDecoder::decode(std::size_t plain) {
    if (plain != 0) draft_.put_words({next_, plain});
    next_ += plain;
    while (next_ != last_) {
        if (!latex_text::begins_token(next_, last_)) plain_text();
        else if (!token()) return false;
    }
    return depth_ == 0;
}

void ShortDecoder::plain_text() {
    if (*next_ == ' ' && draft_.at_blank()) ++next_;
    char const* const first = next_;
    next_ = latex_text::skip_plain<true>(first, last_, draft_.reserve(static_cast<std::size_t>(last_ - first) + 16));
    draft_.commit(draft_.end() + (next_ - first));
}

bool ShortDecoder::token() {
    switch (*next_) {
    case '{': return open();
    case '}': return close();
    case '\\': return command();
    case '$': return false;
    case '~':
        ++next_;
        draft_.put(U'\u00A0');
        return true;
    case '-':
    case '`':
    case '\'':
    case '?':
    case '!': return join();
    default:
        if (!skip_white()) return false;
        draft_.put_blank();
        return true;
    }
}

bool ShortDecoder::join() {
    std::size_t const size = *next_ == '-' && last_ - next_ > 2 && next_[2] == '-' ? 3 : 2;
    draft_.put(ligature({next_, size}));
    next_ += size;
    return true;
}

/// White space without an empty line in it, be it a paragraph or not; false: there may be one.
bool ShortDecoder::skip_white() noexcept {
    char const* const first = next_;
    next_ = skip_blanks(first, last_);
    return next_ - first < 2 || std::count_if(first, next_, [](char c) { return c == '\n' || c == '\r'; }) < 2;
}

bool ShortDecoder::push(char const* inside, bool protects) {
    if (depth_ == depth_limit) return false;
    groups_[depth_++] = {inside, draft_.mark_count(), protects, false};
    return true;
}

bool ShortDecoder::open() {
    ++next_;
    bool const special = next_ != last_ && *next_ == '\\';
    bool const protects = options_.protection && !special && !protected_;
    if (!push(next_, protects)) return false;
    if (protects) {
        draft_.open(Style::nocase);
        protected_ = true;
    }
    return true;
}

bool ShortDecoder::close() {
    if (depth_ == 0) return false;
    ++next_;
    Group const& group = groups_[--depth_];
    if (group.is_font && draft_.only_blank_since(draft_.mark(group.first_mark).begin)) return false;  // kept as one
    if (draft_.mark_count() != group.first_mark) draft_.end_fonts(group.first_mark);
    if (!group.protects) return true;
    protected_ = false;
    bool const is_empty = draft_.mark_count() == group.first_mark + 1 && draft_.mark(group.first_mark).begin == draft_.size();
    if (is_empty) draft_.rewind(draft_.size(), group.first_mark);
    return true;
}

bool ShortDecoder::command() {
    char const* const source = next_;
    char const* const name = next_ + 1;
    if (name == last_) return false;
    char const* end = name;
    while (end != last_ && in<letter>(*end)) ++end;
    bool const is_word = end != name;
    next_ = is_word ? end : ++end;
    if (is_word && next_ != last_ && (*next_ == '[' || !skip_white())) return false;
    Command const found = find_command({name, static_cast<std::size_t>(end - name)});
    switch (found.action) {
    case Action::nothing: return true;
    case Action::character:
        if (found.code == ' ') draft_.put_blank();
        else draft_.put(found.code);
        return true;
    case Action::accent: return accent(found);
    case Action::style:
        if (next_ == last_ || *next_++ != '{' || !push(nullptr, false)) return false;
        draft_.open(found.style);
        return true;
    case Action::font:
        if (depth_ == 0) return false;
        draft_.open(found.style);
        return true;
    case Action::plain_font: return plain_font(source, end);
    case Action::reading: return reading(found.reading, {source, static_cast<std::size_t>(end - source)});
    default: return false;
    }
}

/// `{\tt text}`
bool ShortDecoder::plain_font(char const* source, char const* end) {
    if (depth_ == 0 || next_ == last_ || *next_ == '}') return false;
    Group& group = groups_[depth_ - 1];
    if (group.inside != source || draft_.mark_count() != group.first_mark) return false;
    group.is_font = true;
    draft_.open(Style::tex, {source - 1, static_cast<std::size_t>(end - source) + 1});
    draft_.swallow_blank();
    return true;
}

bool ShortDecoder::reading(std::string_view plain, std::string_view source) {
    if (is_blank(plain.front())) return false;  // a group of such is kept as one
    auto const mark = draft_.open(Style::tex, source);
    draft_.put(plain);
    draft_.close(mark);
    return true;
}

/// Over one letter, `\'e` or `\'{e}`, or over a dotless one, `\'\i`.
bool ShortDecoder::accent(Command const& found) {
    auto const begin = draft_.size();
    bool const braced = next_ != last_ && *next_ == '{';
    if (braced) ++next_;
    if (!base_letter()) return false;
    if (braced && (next_ == last_ || *next_++ != '}')) return false;
    draft_.accent(begin, draft_.mark_count(), found.code);
    if (found.over != 0) draft_.accent(begin, draft_.mark_count(), found.over);
    return true;
}

bool ShortDecoder::base_letter() {
    if (next_ == last_) return false;
    if (in<letter>(*next_)) {
        draft_.put({next_++, 1});
        return true;
    }
    bool const dotless = last_ - next_ > 1 && *next_ == '\\' && (next_[1] == 'i' || next_[1] == 'j');
    if (!dotless) return false;
    draft_.put(find_command({next_ + 1, 1}).code);
    next_ += 2;
    // What ends the word is left to the long way, save what cannot be its own.
    return next_ == last_ || !(in<letter>(*next_) || *next_ == '[' || is_blank(*next_));
}

}  // namespace

bool decode_latex_shortly(std::string_view value, std::size_t plain, Arena& arena, LatexOptions const& options, Text& text) {
    ShortDecoder decoder(value, arena, options);
    if (!decoder.decode(plain)) return false;
    text = decoder.finish();
    return true;
}

}  // namespace ibid::text
