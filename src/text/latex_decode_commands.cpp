// LaTeX -> Text: what each command does.
#include "text/latex_decoder.hpp"

#include "grammars/support/scan.hpp"
#include "text/latex_math.hpp"
#include "text/localisation_keys.hpp"

#include <algorithm>
#include <string>

namespace ibid::text {

namespace latex_text = grammars::latex_text;

/// What is in the group here, to be looked at; null if there is none. Not in unbounded depth: the group may be
/// walked through again afterwards.
std::string_view LatexDecoder::argument_at(char const* source) {
    return has_room(source) ? latex_text::group(next_, last_) : std::string_view{};
}

void LatexDecoder::command(Token const& token) {
    char const* const source = token.source.data();
    Command const found = find_command(token.value);
    switch (found.action) {
    case Action::character: return character(found.code);
    case Action::accent: wait(found, source); return;
    case Action::math_accent: return accent(found.code, source);
    case Action::font_accent: return font_accent(token);
    case Action::tabbing_accent: return tabbing_accent(token);
    case Action::style:
        if (wait(found, source)) frames_.back().open(draft_, found.style);
        return;
    case Action::quotation: return quotation(source);
    case Action::font: return font(found.style);
    case Action::plain_font: return plain_font(token);
    case Action::reading: return reading(found.reading, trim_source(token.source));
    case Action::around:
        if (!around(source)) silent(token);
        return;
    case Action::second:
        if (!second(source)) silent(token);
        return;
    case Action::silent: return silent(token);
    case Action::silent_argument: return silent_argument(source);
    case Action::space_argument: return space_argument(source);
    case Action::counter: return counter(token);
    case Action::bibstring: return bibstring(token, false);
    case Action::capital_bibstring: return bibstring(token, true);
    case Action::silent_length:
        next_ = skip_length(next_, last_);
        return draft_.put_mark(Style::tex, trim_source(slice(source, next_)));
    case Action::nothing: return;
    case Action::line: return end_line("\n");
    case Action::paragraph: return end_line("\n\n");
    case Action::formula: return math_argument();
    case Action::chemistry: return chemistry(source);
    case Action::code: return code(token, read_code(next_, last_));
    case Action::code_argument: return code_argument(token, false);
    case Action::dingbat: return code_argument(token, true);
    case Action::several:
    case Action::unknown: return unknown(token);
    }
}

void LatexDecoder::accent(char32_t mark, char const* source) {
    wait({.action = Action::accent, .code = mark}, source);
}

/// Marks alternate; `\enquote*` begins with the inner ones.
void LatexDecoder::quotation(char const* source) {
    bool const starred = last_ - next_ > 1 && next_[0] == '*' && next_[1] == '{';
    if (starred) ++next_;
    std::uint32_t const levels = starred ? 2 : 1;
    bool const is_inner = (quotations_ + levels) % 2 == 0;
    if (!wait({.action = Action::quotation, .code = is_inner ? U'\u2019' : U'\u201D', .over = levels}, source)) return;
    frames_.back().open(draft_, Style::quoted);
    draft_.put(is_inner ? U'\u2018' : U'\u201C');
    quotations_ += levels;
}

void LatexDecoder::font_accent(Token const& token) {
    CharacterCode const number = read_code(next_, last_);
    char32_t const mark = text::font_accent(number.code);
    if (mark == 0) return unknown(token);
    next_ = number.end;
    accent(mark, token.source.data());
}

void LatexDecoder::tabbing_accent(Token const& token) {
    bool const is_behind = next_ != last_ && next_ == token.value.data() + token.value.size();
    if (!is_behind || (*next_ != '\'' && *next_ != '`' && *next_ != '=')) return unknown(token);
    Command const found = find_command({next_++, 1});
    wait(found, token.source.data());
}

/// The command waits for its argument.
bool LatexDecoder::wait(Command const& found, char const* source) {
    if (!has_room(source)) return false;
    frames_.push({.command = found, .begin = draft_.size(), .first_mark = draft_.mark_count(), .braced = false});
    return true;
}

/// A mark over the command's argument, which is there, that keeps what is written before it.
bool LatexDecoder::around(char const* source, Action action) {
    if (next_ == last_ || *next_ != '{' || !has_room(source)) return false;
    ++next_;
    frames_.push({.command = {.action = action}, .begin = draft_.size(), .first_mark = draft_.mark_count()});
    frames_.back().open(draft_, Style::tex, slice(source, next_));
    return true;
}

bool LatexDecoder::second(char const* source) {
    std::string_view const first = argument_at(source);
    if (first.data() == nullptr) return false;
    char const* const behind = skip_blanks(first.data() + first.size() + 1, last_);
    if (behind == last_) return false;
    char const* after = behind;
    Token const token = latex_text::next(after, last_);
    Command const shown = find_command(token.value);
    if (token.kind == latex_text::Kind::word && shown.action == Action::character) {  // \raisebox{-0.5ex}\textasciitilde
        next_ = after;
        char bytes[4];
        reading({bytes, static_cast<std::size_t>(put_utf8(shown.code, bytes) - bytes)}, trim_source(slice(source, after)));
        return true;
    }
    if (*behind != '{') return false;
    next_ = behind;
    return around(source);
}

/// A mark that lasts to the end of the group, or of the value.
void LatexDecoder::font(Style style, std::string_view argument) {
    item_done();
    draft_.open(style, argument);
    if (style == Style::tex) draft_.swallow_blank();  // it would belong to the command
    if (!frames_.empty()) frames_.back().has_fonts = true;
}

bool LatexDecoder::begins_group(Token const& token) noexcept {
    if (frames_.empty() || frames_.back().source == nullptr || token.source.data() != frames_.back().source + 1) return false;
    char const* const behind = skip_blanks(next_, last_);
    return behind != last_ && *behind != '}';
}

/// `{\foo`, without the blanks that only end the word: `{\foo text}` and `{\foo{text}}` are the same.
std::string_view LatexDecoder::group_source() noexcept {
    std::string_view const source = slice(frames_.back().source, next_), trimmed = trim_source(source);
    bool const is_word = grammars::support::in<grammars::support::letter>(trimmed.back());
    return is_word ? trimmed : source;
}

/// `{\foo text}` is kept around the text, brace and all.
void LatexDecoder::plain_font(Token const& token) {
    if (begins_group(token)) return font(Style::tex, group_source());
    draft_.put_mark(Style::tex, token.source);
}

void LatexDecoder::silent(Token const& token) {
    if (begins_group(token)) return font(Style::tex, group_source());
    draft_.put_mark(Style::tex, trim_source(token.source));
}

/// Nor does the argument show, be it a group or a command.
void LatexDecoder::silent_argument(char const* source) {
    if (auto const argument = latex_text::group(next_, last_); argument.data() != nullptr)
        next_ = argument.data() + argument.size() + 1;
    else if (next_ != last_ && *next_ == '\\')
        static_cast<void>(latex_text::next(next_, last_));
    std::string_view const hidden = trim_source(slice(source, next_));
    if (open_braces(hidden) == 0) draft_.put_mark(Style::tex, hidden);  // not `\vphantom\}`, which is for BibTeX to count
}

/// `\arabic{author}`: LaTeX, "Source2e", ltcounts. A counter's name is of letters; `\Roman{4}` is a macro of the file.
void LatexDecoder::counter(Token const& token) {
    namespace support = grammars::support;
    std::string_view const name = latex_text::group(next_, last_);
    auto const is_letter = [](char c) { return support::in<support::letter>(c); };
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_letter)) return unknown(token);
    report(issues_, IssueCode::unknown_command, trim_source(token.source));
    silent_argument(token.source.data());
}

/// BibLaTeX 3.20 manual 4.9.1. Which words are long or short is a matter of the style; there is one of each here.
void LatexDecoder::bibstring(Token const& token, bool capitalised) {
    std::string_view const key = argument_at(token.source.data());
    std::string words(text::bibstring(key));
    if (words.empty()) {  // of no table: the key is better than nothing
        if (!around(token.source.data())) silent(token);
        return;
    }
    if (capitalised && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    next_ = key.data() + key.size() + 1;
    reading(words, slice(token.source.data(), next_));
}

namespace {

/// Whether a length shows as a gap: not `0pt`, which only lets a line break, and not `-1em`. `\fill` does.
bool is_gap(std::string_view length) noexcept {
    bool const has_number = length.find_first_of("0123456789") != std::string_view::npos;
    return length.find('-') == std::string_view::npos && (!has_number || length.find_first_of("123456789") != std::string_view::npos);
}

/// Whether the text goes on with a blank, or ends; groups that end before it count for nothing.
bool blank_ahead(char const* at, char const* last) noexcept {
    while (at != last && *at == '}') ++at;
    return at == last || static_cast<unsigned char>(*at) <= ' ' || *at == '~';
}

}  // namespace

/// Beside a blank it shows no other one. `\hspace*` is the space that stays where a line begins.
void LatexDecoder::space_argument(char const* source) {
    if (next_ != last_ && *next_ == '*') ++next_;
    std::string_view const width = latex_text::group(next_, last_);
    if (width.data() == nullptr || !is_gap(width) || draft_.at_blank()) return silent_argument(source);
    char const* const behind = width.data() + width.size() + 1;
    if (blank_ahead(behind, last_)) return silent_argument(source);
    next_ = behind;
    reading(" ", slice(source, next_));
}

void LatexDecoder::reading(std::string_view plain, std::string_view source) {
    item_done();
    auto const mark = draft_.open(Style::tex, source);
    draft_.put(plain);
    draft_.close(mark);
}

void LatexDecoder::math_argument() {
    std::string_view const argument = latex_text::group(next_, last_);
    if (argument.data() == nullptr) return;
    next_ = argument.data() + argument.size() + 1;
    formula(argument);
}

void LatexDecoder::chemistry(char const* source) {
    std::string_view const argument = latex_text::group(next_, last_);
    if (argument.data() == nullptr) return;
    next_ = argument.data() + argument.size() + 1;
    item_done();
    auto const mark = draft_.open(Style::tex, slice(source, next_));
    if (read_chemistry(argument, draft_) == Formula::opaque) draft_.put_collapsed(argument);
    draft_.close(mark);
}

void LatexDecoder::code(Token const& token, CharacterCode const& number) {
    if (number.end == nullptr || number.code < U' ' || number.code == 0x7F) return unknown(token);
    next_ = number.end;
    character(number.code);
}

void LatexDecoder::code_argument(Token const& token, bool is_dingbat) {
    std::string_view const argument = argument_at(token.source.data());
    if (argument.data() == nullptr) return unknown(token);
    char const* const end = argument.data() + argument.size();
    CharacterCode number = read_code(argument.data(), end);
    number.end = number.end == end ? end + 1 : nullptr;
    if (is_dingbat) number.code = dingbat(number.code);
    code(token, number);
}

/// A command of which nobody knows how many of the groups behind it are its own is kept with all of them. They show
/// with blanks between.
bool LatexDecoder::several_arguments(char const* source) {
    std::string_view const first = argument_at(source);
    if (first.data() == nullptr) return false;
    char const* const behind = first.data() + first.size() + 1;
    if (behind == last_ || *behind != '{') return false;
    frames_.push({.command = {.action = Action::several}, .begin = draft_.size(), .first_mark = draft_.mark_count()});
    Frame& frame = frames_.back();
    frame.open(draft_, Style::tex, slice(source, next_));
    frame.protects = options_.protection && !protected_;
    protected_ = protected_ || frame.protects;
    return true;
}

/// Kept: around its argument, around the rest of its group, or else as its own plain text.
void LatexDecoder::unknown(Token const& token) {
    std::string_view const source = trim_source(token.source);
    report(issues_, IssueCode::unknown_command, source);
    if (token.kind == latex_text::Kind::word) {
        if (several_arguments(source.data()) || around(source.data(), Action::unknown)) return;
        bool const is_code = token.value == "verb";  // without its delimiter; written back it might find one
        if (!is_code && begins_group(token)) return plain_font(token);
    }
    item_done();
    bool const spaced = source.size() < token.source.size();
    auto const mark = draft_.open(Style::tex, slice(source.data(), source.data() + source.size() + (spaced ? 1 : 0)));
    draft_.put(source);
    if (spaced) draft_.put_blank();
    draft_.close(mark);
}

/// `\foo{}` around nothing means what `{\foo}` does, and is shown like it.
void LatexDecoder::show_unknown(Frame const& frame) {
    Mark& mark = draft_.mark(frame.mark);
    std::string_view const source = trim_source(mark.argument.substr(0, mark.argument.size() - 1));
    bool const is_bare = source.back() != ']' && draft_.mark_count() == frame.first_mark;
    mark.argument = is_bare ? source : slice(source.data(), next_);
    draft_.rewind(frame.begin, frame.first_mark);
    draft_.put(source);
}

}  // namespace ibid::text
