// LaTeX -> Text: tokens and groups.
#include "text/latex_decoder.hpp"

#include "grammars/latex_text_scan.hpp"
#include "text/latex_decode_short.hpp"
#include "text/latex_math.hpp"

namespace ibid::text {

namespace latex_text = grammars::latex_text;
using latex_text::Kind;

Text LatexDecoder::decode(std::size_t plain) {
    if (plain != 0) draft_.put_words({next_, plain});
    next_ += plain;
    while (next_ != last_) {
        if (*next_ == '{') {
            ++next_;
            open(next_ - 1);
        } else if (*next_ == '}') {
            ++next_;
            close_group();
        } else if (waiting() || !plain_text()) {
            take(latex_text::next(next_, last_));
        }
    }
    while (!frames_.empty()) close();
    return draft_.finish();
}

void LatexDecoder::take(Token const& token) {
    switch (token.kind) {
    case Kind::text: return text(token.value);
    case Kind::blank:
        if (!waiting()) draft_.put_blank();
        return;
    case Kind::paragraph: return end_line("\n\n");
    case Kind::open: return open(token.source.data());
    case Kind::close: return close_group();
    case Kind::word:
    case Kind::symbol: return command(token);
    case Kind::math: return formula(token.value);
    case Kind::tie: return character(0xA0);
    case Kind::ligature: return character(ligature(token.value));
    case Kind::verbatim: return verbatim(token);
    case Kind::link:
        if (!around(token.source.data())) verbatim(token);
        return;
    }
}

/// The common case of a text: copied while its end is looked for. False if there is none.
bool LatexDecoder::plain_text() {
    if (latex_text::begins_token(next_, last_)) return false;
    bool const skipped = *next_ == ' ' && draft_.at_blank();
    char const* const first = next_ + (skipped ? 1 : 0);
    next_ = latex_text::skip_plain<true>(first, last_, draft_.reserve(static_cast<std::size_t>(last_ - first)));
    draft_.commit(draft_.end() + (next_ - first));
    return true;
}

void LatexDecoder::text(std::string_view words) {
    while (waiting()) {
        if (words.front() == ' ') words.remove_prefix(1);
        if (words.empty()) return;
        std::size_t const size = first_code_point(words).size;
        draft_.put(words.substr(0, size));
        words.remove_prefix(size);
        item_done();
        if (words.empty()) return;
    }
    draft_.put_words(words);
}

void LatexDecoder::character(char32_t code) {
    if (code == ' ') draft_.put_blank();
    else draft_.put(code);
    item_done();
}

void LatexDecoder::end_line(std::string_view kind) {
    if (options_.paragraphs) draft_.put_break(kind, frames_.empty() ? 0 : frames_.back().begin);
    else draft_.put_blank();
}

void LatexDecoder::verbatim(Token const& token) {
    std::string_view const source = token.source;
    std::string_view const name = trim_source(slice(source.data(), token.value.data() - 1));
    bool const is_code = name == "\\verb";
    auto const mark = draft_.open(Style::verbatim, name == "\\url" || token.kind == Kind::link ? "" : name);
    char* const to = draft_.reserve(token.value.size());
    if (is_code) token.value.copy(to, token.value.size());
    draft_.commit(is_code ? to + token.value.size() : clean_verbatim(token.value, to));
    draft_.close(mark);
    item_done();
}

void LatexDecoder::formula(std::string_view source) {
    auto const size = draft_.size();
    auto const mark = draft_.open(Style::math, source);
    switch (read_formula(source, draft_)) {
    case Formula::plain: draft_.remove_mark(mark); break;
    case Formula::readable: draft_.close(mark); break;
    case Formula::opaque:
        draft_.rewind(size, mark + 1);
        draft_.mark(mark).argument = {};
        draft_.put_collapsed(source);
        draft_.close(mark);
        break;
    }
    item_done();
}

void LatexDecoder::open(char const* source) {
    if (waiting()) {
        frames_.back().braced = true;
        return;
    }
    if (!has_room(source)) {
        ++ignored_groups_;
        return;
    }
    Frame frame{.command = {.action = Action::nothing}, .source = source, .begin = draft_.size(), .first_mark = draft_.mark_count()};
    bool const special = next_ != last_ && *next_ == '\\';
    if (options_.protection && !special && !protected_) {
        frame.open(draft_, Style::nocase);
        frame.protects = protected_ = true;
    }
    frames_.push(frame);
}

void LatexDecoder::close_group() {
    while (waiting()) close();
    if (ignored_groups_ != 0) --ignored_groups_;
    else if (!frames_.empty()) close();
    item_done();
    while (!frames_.empty() && frames_.back().command.action == Action::several) {
        if (next_ != last_ && *next_ == '{') return draft_.put_blank();
        close();
        item_done();
    }
}

/// Ends what is open innermost.
void LatexDecoder::close() {
    Frame const frame = frames_.back();
    frames_.pop();
    if (frame.protects) protected_ = false;
    if (frame.has_fonts) draft_.end_fonts(frame.first_mark);
    if (frame.source != nullptr) keep_silent_group(frame);
    if (frame.command.action == Action::accent) {
        if (draft_.only_blank_since(frame.begin)) {
            draft_.rewind(frame.begin, frame.first_mark);
            draft_.put(frame.command.spacing != 0 ? frame.command.spacing : frame.command.code);
        } else {
            draft_.remove_sources(frame.first_mark, frame.begin);
            draft_.accent(frame.begin, frame.first_mark, frame.command.code);
            if (frame.command.over != 0) draft_.accent(frame.begin, frame.first_mark, frame.command.over);
        }
    } else if (frame.command.action == Action::quotation) {
        draft_.put(frame.command.code);
        quotations_ -= frame.command.over;
    } else if (frame.command.action == Action::unknown && draft_.only_blank_since(frame.begin)) {
        show_unknown(frame);
    } else if (frame.command.action == Action::several) {
        Mark& mark = draft_.mark(frame.mark);
        mark.argument = slice(mark.argument.data(), next_);
    }
    if (frame.mark == no_mark) return;
    draft_.close(frame.mark);
    if (frame.protects && draft_.size() == frame.begin && draft_.mark_count() == frame.first_mark)
        draft_.rewind(frame.begin, frame.mark);  // `{}`
}

/// A group of commands that show nothing is kept as one, `{\noopsort{b}}`, unless its braces are those that
/// encoding puts around a single command anyway.
void LatexDecoder::keep_silent_group(Frame const& group) {
    if (draft_.mark_count() <= group.first_mark || !draft_.only_blank_since(group.begin)) return;
    std::string_view const source = slice(group.source, next_);
    std::string_view const inside = trim_blanks(source.substr(1, source.size() - 2));
    Mark const& first = draft_.mark(group.first_mark);
    if (first.style != Style::tex || open_braces(source) != 0) return;
    bool const is_nested = !frames_.empty() && frames_.back().source != nullptr && frames_.back().source + 1 == group.source;
    bool const is_single = draft_.mark_count() == group.first_mark + 1 && inside.starts_with(first.argument)
                        && inside.size() <= first.argument.size() + 1;
    if (is_single && (is_nested || wants_braces(inside))) return;
    draft_.rewind(group.begin, group.first_mark);
    draft_.put_mark(Style::tex, source);
}

bool LatexDecoder::has_room(char const* where) {
    if (frames_.size() < depth_limit && ignored_groups_ == 0) return true;
    report(issues_, IssueCode::too_deep, slice(where, next_));
    return false;
}

namespace {

/// `plain`: as many bytes at the begin as are known to be text.
[[gnu::noinline]] Text decode_tokens(std::string_view value, std::size_t plain, Arena& arena, LatexOptions const& options,
                                     Issues* issues) {
    if (latex_text::balance(value.substr(plain))) return LatexDecoder(value, arena, options, issues).decode(plain);
    report(issues, IssueCode::unbalanced_brace, value);
    Issues found;
    Text const text = LatexDecoder(balance_braces(value, arena), arena, options, issues != nullptr ? &found : nullptr).decode(0);
    for (Issue const& issue : found) report(issues, issue.code, value);
    return text;
}

/// Most values with a token in them are pages, `12--15`, or have a tie: no decoder is needed for those. The text up to
/// `token` is copied to `to` already.
[[gnu::noinline]] Text decode_dashes(std::string_view value, char const* token, char* to, Arena& arena,
                                     LatexOptions const& options, Issues* issues) {
    char const* const last = value.data() + value.size();
    auto const plain = static_cast<std::size_t>(token - value.data());
    while (token != last) {
        if (*token != '-' && *token != '~') {
            Text text;
            return decode_latex_shortly(value, plain, arena, options, text) ? text : decode_tokens(value, plain, arena, options, issues);
        }
        std::size_t const size = *token == '~' ? 1 : last - token > 2 && token[2] == '-' ? 3 : 2;
        to = put_utf8(size == 1 ? 0xA0 : ligature({token, size}), to);
        char const* const text = token + size;
        token = latex_text::copy_text(text, last, to);
        to += token - text;
    }
    return arena.commit(to);
}

}  // namespace

Text decode_latex(std::string_view value, Arena& arena, LatexOptions const& options, Issues* issues) {
    if (value.empty()) return {};
    if (value.front() <= ' ' || value.back() <= ' ') [[unlikely]] value = trim_blanks(value);
    char* const to = arena.reserve(value.size() * 2);  // a tie is two bytes, and no dash is longer than its source
    char const* const last = value.data() + value.size();
    char const* const token = latex_text::skip_plain<true>(value.data(), last, to);
    if (token != last) return decode_dashes(value, token, to + (token - value.data()), arena, options, issues);
    return arena.commit(to + value.size());
}

}  // namespace ibid::text
