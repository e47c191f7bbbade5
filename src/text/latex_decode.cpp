// LaTeX -> Text: a walk over the tokens of a value with a stack of what is open. Groups nest to a limit; nothing
// recurses.
#include "text/latex.hpp"

#include "grammars/latex_text.hpp"
#include "text/draft.hpp"
#include "text/latex_math.hpp"
#include "text/latex_source.hpp"
#include "text/latex_table.hpp"

namespace ibid::text {
namespace {

namespace latex_text = grammars::latex_text;
using latex_text::Token;

constexpr std::uint32_t depth_limit = 64;
constexpr std::uint32_t no_mark = 0xFFFFFFFF;

/// Something that is open: a group, or a command that waits for its argument or is in the midst of it.
struct Frame {
    Command command{};              // what to do at its end; action `unknown`: a group
    char const* source = nullptr;   // a group's brace
    std::uint32_t begin = 0;        // where its text begins
    std::uint32_t mark = no_mark;   // its own mark
    std::uint32_t first_mark = 0;   // marks from here on were opened inside
    bool braced = true;             // false: the next token is the argument
    bool protects = false;          // a nocase mark is open
    bool has_fonts = false;         // marks last to its end

    void open(Draft& draft, Style style, std::string_view argument = {}) {
        mark = draft.open(style, argument);
        first_mark = mark + 1;
    }
};

class LatexDecoder {
public:
    LatexDecoder(std::string_view value, Arena& arena, LatexOptions const& options, Issues* issues)
        : next_(value.data()), last_(next_ + value.size()), options_(options), issues_(issues), draft_(arena, value.size()) {}

    /// `plain`: as many bytes at the begin as are known to be plain.
    Text decode(std::size_t plain) {
        if (plain != 0) draft_.put_words({next_, plain});
        next_ += plain;
        while (next_ != last_) take(latex_text::next(next_, last_));
        while (!frames_.empty()) close();
        return draft_.finish();
    }

private:
    using Kind = latex_text::Kind;

    void take(Token const& token) {
        switch (token.kind) {
        case Kind::text: return text(token.value);
        case Kind::blank:
            if (!waiting()) draft_.put_blank();
            return;
        case Kind::paragraph: return end_line("\n\n");
        case Kind::open: return open(token.source.data());
        case Kind::close:
            while (waiting()) close();
            if (ignored_groups_ != 0) --ignored_groups_;
            else if (!frames_.empty()) close();
            return item_done();
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

    // ---- what a value is made of

    void text(std::string_view words) {
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

    void character(char32_t code) {
        if (code == ' ') draft_.put_blank();
        else draft_.put(code);
        item_done();
    }

    static char32_t ligature(std::string_view source) noexcept {
        switch (source.front()) {
        case '-': return source.size() == 3 ? 0x2014 : 0x2013;
        case '`': return 0x201C;
        case '\'': return 0x201D;
        case '?': return 0xBF;
        default: return 0xA1;
        }
    }

    void end_line(std::string_view kind) {
        if (options_.paragraphs) draft_.put_break(kind, frames_.empty() ? 0 : frames_.back().begin);
        else draft_.put_blank();
    }

    void verbatim(Token const& token) {
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

    void formula(std::string_view source) {
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

    void chemistry(char const* source) {
        std::string_view const argument = latex_text::group(next_, last_);
        if (argument.data() == nullptr) return;
        char const* const begin = next_;
        next_ = argument.data() + argument.size() + 1;
        auto const mark = draft_.open(Style::tex, slice(source, next_));
        if (read_chemistry(argument, draft_) == Formula::opaque) {
            draft_.rewind(draft_.mark(mark).begin, mark);
            next_ = begin;
            around(source);
            return;
        }
        draft_.close(mark);
        item_done();
    }

    // ---- groups

    void open(char const* source) {
        if (waiting()) {
            frames_.back().braced = true;
            return;
        }
        if (!has_room(source)) {
            ++ignored_groups_;
            return;
        }
        Frame frame{.source = source, .begin = draft_.size(), .first_mark = draft_.mark_count()};
        bool const special = next_ != last_ && *next_ == '\\';
        if (options_.protection && !special && !protected_) {
            frame.open(draft_, Style::nocase);
            frame.protects = protected_ = true;
        }
        frames_.push(frame);
    }

    /// Ends what is open innermost.
    void close() {
        Frame const frame = frames_.back();
        frames_.pop();
        if (frame.protects) protected_ = false;
        if (frame.has_fonts) draft_.close_from(frame.first_mark);
        if (frame.command.action == Action::accent) {
            if (draft_.only_blank_since(frame.begin)) {
                draft_.rewind(frame.begin, frame.first_mark);
                draft_.put(frame.command.spacing != 0 ? frame.command.spacing : frame.command.code);
            } else {
                draft_.accent(frame.begin, frame.first_mark, frame.command.code);
            }
        } else if (frame.command.action == Action::quotation) {
            draft_.put(--quotations_ % 2 == 0 ? "”" : "’");
        }
        if (frame.mark != no_mark) draft_.close(frame.mark);
    }

    [[nodiscard]] bool waiting() noexcept { return !frames_.empty() && !frames_.back().braced; }

    /// A character, a group or a command with its argument is complete: it was the argument of those that waited.
    void item_done() {
        while (waiting()) close();
    }

    bool has_room(char const* where) {
        if (frames_.size() < depth_limit && ignored_groups_ == 0) return true;
        report(issues_, IssueCode::too_deep, slice(where, next_));
        return false;
    }

    // ---- commands

    void command(Token const& token) {
        char const* const source = token.source.data();
        Command const found = find_command(token.value);
        switch (found.action) {
        case Action::character: return character(found.code);
        case Action::accent: wait(found, source); return;
        case Action::style:
            if (wait(found, source)) frames_.back().open(draft_, found.style);
            return;
        case Action::quotation:
            if (!wait(found, source)) return;
            frames_.back().open(draft_, Style::quoted);
            return draft_.put(quotations_++ % 2 == 0 ? "“" : "‘");
        case Action::font:
            item_done();
            return font(draft_.open(found.style));
        case Action::plain_font: return plain_font(token);
        case Action::reading: return reading(found.reading, trim_source(token.source));
        case Action::around:
            if (!around(source)) silent(token);
            return;
        case Action::second:
            if (!second(source)) silent(token);
            return;
        case Action::silent: return silent(token);
        case Action::silent_argument:
            if (auto const argument = latex_text::group(next_, last_); argument.data() != nullptr)
                next_ = argument.data() + argument.size() + 1;
            return draft_.put_mark(Style::tex, trim_source(slice(source, next_)));
        case Action::silent_length:
            next_ = skip_length(next_, last_);
            return draft_.put_mark(Style::tex, trim_source(slice(source, next_)));
        case Action::nothing: return;
        case Action::line: return end_line("\n");
        case Action::paragraph: return end_line("\n\n");
        case Action::formula:
            if (auto const argument = latex_text::group(next_, last_); argument.data() != nullptr) {
                next_ = argument.data() + argument.size() + 1;
                formula(argument);
            }
            return;
        case Action::chemistry: return chemistry(source);
        case Action::code: return code(token, read_code(next_, last_));
        case Action::code_argument: {
            std::string_view const argument = latex_text::group(next_, last_);
            if (argument.data() == nullptr) return unknown(token);
            CharacterCode number = read_code(argument.data(), argument.data() + argument.size());
            number.end = argument.data() + argument.size() + 1;
            return code(token, number);
        }
        case Action::math_accent:
        case Action::unknown: return unknown(token);
        }
    }

    /// The command waits for its argument.
    bool wait(Command const& found, char const* source) {
        if (!has_room(source)) return false;
        frames_.push({.command = found, .begin = draft_.size(), .first_mark = draft_.mark_count(), .braced = false});
        return true;
    }

    /// A mark over the command's argument, which is there, that keeps what is written before it.
    bool around(char const* source) {
        if (next_ == last_ || *next_ != '{' || !has_room(source)) return false;
        ++next_;
        frames_.push({.command = {.action = Action::around}, .begin = draft_.size(), .first_mark = draft_.mark_count()});
        frames_.back().open(draft_, Style::tex, slice(source, next_));
        return true;
    }

    bool second(char const* source) {
        std::string_view const first = latex_text::group(next_, last_);
        if (first.data() == nullptr) return false;
        char const* const behind = skip_blanks(first.data() + first.size() + 1, last_);
        if (behind == last_ || *behind != '{') return false;
        next_ = behind;
        return around(source);
    }

    /// A mark that was just opened lasts to the end of the group, or of the value.
    void font(std::uint32_t) noexcept {
        if (!frames_.empty()) frames_.back().has_fonts = true;
    }

    [[nodiscard]] bool begins_group(Token const& token) noexcept {
        return !frames_.empty() && frames_.back().source != nullptr && token.source.data() == frames_.back().source + 1
               && next_ != last_ && *next_ != '}';
    }

    /// `{\foo text}` is kept around the text, brace and all.
    void plain_font(Token const& token) {
        if (begins_group(token)) return font(draft_.open(Style::tex, slice(frames_.back().source, next_)));
        draft_.put_mark(Style::tex, token.source);
    }

    void silent(Token const& token) {
        if (begins_group(token)) return font(draft_.open(Style::tex, slice(frames_.back().source, next_)));
        draft_.put_mark(Style::tex, trim_source(token.source));
    }

    void reading(std::string_view plain, std::string_view source) {
        auto const mark = draft_.open(Style::tex, source);
        draft_.put(plain);
        draft_.close(mark);
        item_done();
    }

    void code(Token const& token, CharacterCode const& number) {
        if (number.end == nullptr) return unknown(token);
        next_ = number.end;
        character(number.code);
    }

    /// Kept: around its argument, around the rest of its group, or else as its own plain text.
    void unknown(Token const& token) {
        report(issues_, IssueCode::unknown_command, trim_source(token.source));
        if (token.kind == Kind::word && around(token.source.data())) return;
        if (token.kind == Kind::word && begins_group(token)) return plain_font(token);
        std::string_view const source = trim_source(token.source);
        bool const spaced = source.size() < token.source.size();
        auto const mark = draft_.open(Style::tex, spaced ? slice(source.data(), source.data() + source.size() + 1) : source);
        draft_.put(source);
        if (spaced) draft_.put_blank();
        draft_.close(mark);
        item_done();
    }

    static std::string_view slice(char const* first, char const* last) noexcept {
        return {first, static_cast<std::size_t>(last - first)};
    }

    char const* next_;
    char const* last_;
    LatexOptions const& options_;
    Issues* issues_;
    Draft draft_;
    SmallBuffer<Frame, 12> frames_;
    std::uint32_t ignored_groups_ = 0;
    std::uint32_t quotations_ = 0;
    bool protected_ = false;
};

/// `plain`: as many bytes at the begin as are known to be text.
[[gnu::noinline]] Text decode_tokens(std::string_view value, std::size_t plain, Arena& arena, LatexOptions const& options,
                                     Issues* issues) {
    bool const has_braces = value.find('{', plain) != value.npos || value.find('}', plain) != value.npos;
    if (!has_braces || latex_text::balance(value)) return LatexDecoder(value, arena, options, issues).decode(plain);
    report(issues, IssueCode::unbalanced_brace, value);
    Issues found;
    Text const text = LatexDecoder(balance_braces(value, arena), arena, options, issues != nullptr ? &found : nullptr).decode(0);
    for (Issue const& issue : found) report(issues, issue.code, value);
    return text;
}

}  // namespace

Text decode_latex(std::string_view value, Arena& arena, LatexOptions const& options, Issues* issues) {
    value = trim_blanks(value);
    char* const to = arena.reserve(value.size());
    char const* const last = value.data() + value.size();
    char const* const token = latex_text::copy_text(value.data(), last, to);
    if (token == last) return arena.commit(to + value.size());
    return decode_tokens(value, static_cast<std::size_t>(token - value.data()), arena, options, issues);
}

}  // namespace ibid::text
