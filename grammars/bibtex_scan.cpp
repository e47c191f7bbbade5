// The looks ahead and the scans of what is broken: off the straight way, so written for clearness.
#include "grammars/bibtex_scan.hpp"

#include <algorithm>

#include "grammars/support/spelling.hpp"

namespace ibid::grammars::bibtex {

namespace {

using support::beyond_ascii;
using support::bytes;
using support::digit;
using support::in;
using support::letter;
using support::scan_to;
using support::scan_word;
using support::skip_blank;
using support::skip_while;
using support::spells;

constexpr bool is_newline(char byte) noexcept { return byte == '\n' || byte == '\r'; }
constexpr bool is_blank(char byte) noexcept { return static_cast<unsigned char>(byte) <= ' '; }
constexpr bool opens(char byte) noexcept { return byte == '{' || byte == '('; }

char const* skip_spaces(char const* first, char const* last) noexcept { return skip_while<' ', '\t'>(first, last); }

bool is_comment(char const* first, char const* last) noexcept {
    return last - first == 7 && spells<"comment">(first);
}

/// Bytes of the blank beyond ASCII at `first`, or 0: U+00A0, U+2000 to U+200B, U+202F, U+3000, U+FEFF.
std::ptrdiff_t foreign_blank(char const* first, char const* last) noexcept {
    std::string_view const text{first, static_cast<std::size_t>(std::min<std::ptrdiff_t>(last - first, 3))};
    if (text.starts_with("\xC2\xA0")) return 2;
    if (text == "\xE2\x80\xAF" || text == "\xE3\x80\x80" || text == "\xEF\xBB\xBF") return 3;
    bool const general = text.starts_with("\xE2\x80") && in<support::byte_range(0x80, 0x8B)>(text.back());
    return general && text.size() == 3 ? 3 : 0;
}

/// A no is noted where it might become a yes with more text.
bool yes(Look look, Watch& watch) noexcept {
    if (look == Look::unknown) watch.hit_end = true;
    return look == Look::yes;
}

/// Only blanks between `at` and the line's beginning? `floor` begins no line.
bool begins_line(char const* at, char const* floor) noexcept {
    while (at != floor && (at[-1] == ' ' || at[-1] == '\t')) --at;
    return at != floor && is_newline(at[-1]);
}

/// Whether a bracket behind the word of a block opens it; `\{` is a character of a value: `@article\{key, title = \{T\}\}`.
bool opens_block(char const* at) noexcept { return opens(*at) && at[-1] != '\\'; }

/// `@word {` or `@word (`, or `@comment`: enough where a line begins between blocks.
Look loose_block_ahead(char const* at, char const* last) noexcept {
    char const* type = at + 1;
    char const* type_end = scan_word<type_name>(type, last);
    if (type_end != type && type_end != last && opens_block(type_end)) return Look::yes;  // `@word{`, as nearly all are
    if (type_end == type) {
        type = skip_remarks(type, last);
        type_end = scan_word<type_name>(type, last);
    }
    if (type_end == last) return Look::unknown;
    if (type_end == type) return Look::no;
    if (is_comment(type, type_end)) return Look::yes;
    char const* const open = skip_remarks(type_end, last);
    if (open == last) return Look::unknown;
    return opens_block(open) ? Look::yes : Look::no;
}

/// `@word {`, or what is surely a record: enough behind a block or a word of prose, save what may be an address or
/// a command.
Look block_ahead_in_line(char const* at, char const* last) noexcept {
    if (!in<letter | digit | beyond_ascii | bytes("._-+\\")>(at[-1])) {
        char const* const type_end = scan_word<type_name>(at + 1, last);
        char const* const open = skip_spaces(type_end, last);
        if (open == last) return Look::unknown;
        if (type_end != at + 1 && *open == '{' && opens_block(open)) return Look::yes;
    }
    return record_ahead(at, last);
}

/// A record behind a % is commented out when the whole of it is: it ends on its line, or the next line has a % too.
Look record_behind_percent(char const* at, char const* last) noexcept {
    if (Look const look = record_ahead(at, last); look != Look::yes) return look;
    char const* const line_end = scan_to<'\n'>(at, last);
    char const* const next = skip_blank(line_end, last);
    if (next == last) return Look::unknown;
    if (*next == '%') return Look::no;
    Watch watch;
    char const* const open = scan_to<'{', '('>(at, line_end);
    return end_of_comment(open + 1, line_end, *open, watch) == nullptr ? Look::yes : Look::no;
}

}  // namespace

char const* without_blanks(char const* first, char const* last) noexcept {
    while (first < last && is_blank(last[-1])) --last;
    return last;
}

char const* skip_any_blank(char const* first, char const* last) noexcept {
    for (;;) {
        first = skip_blank(first, last);
        if (first == last || !in<beyond_ascii>(*first)) return first;
        char const* const next = first + foreign_blank(first, last);
        if (next == first) return first;
        first = next;
    }
}

char const* skip_remarks(char const* first, char const* last) noexcept {
    first = skip_blank(first, last);
    while (first < last && *first == '%') first = skip_blank(scan_to<'\n', '\r'>(first, last), last);
    return first;
}

char const* end_of_name(char const* first, char const* last) noexcept {
    char const* end = first;
    while (end < last && in<identifier>(*end) && !(in<beyond_ascii>(*end) && foreign_blank(end, last) != 0)) ++end;
    return end;
}

bool assignment_ahead(char const* first, char const* last) noexcept {
    char const* const name_end = end_of_name(first, last);
    if (name_end == first) return false;
    char const* const equals = skip_any_blank(name_end, last);
    return equals < last && *equals == '=';
}

Look record_ahead(char const* at, char const* last) noexcept {
    static constexpr std::ptrdiff_t reach = 512;
    char const* const limit = last - at > reach ? at + reach : last;
    Look const beyond = limit == last ? Look::unknown : Look::no;

    char const* const type = skip_spaces(at + 1, limit);
    char const* const type_end = scan_word<type_name>(type, limit);
    char const* const open = skip_spaces(type_end, limit);
    if (open == limit) return beyond;
    if (type_end == type || !opens_block(open) || is_comment(type, type_end)) return Look::no;

    char const* const key = skip_blank(open + 1, limit);
    if (key == limit) return beyond;
    if (type_end - type == 8 && spells<"preamble">(type)) return *key == '"' || *key == '{' ? Look::yes : Look::no;

    char const* const key_end = scan_to<',', '=', '{', '}', '"', '\n'>(key, limit);
    char const* const comma = skip_blank(key_end, limit);
    if (comma == limit) return beyond;
    if (*comma == '=') return key_end != key ? Look::yes : Look::no;
    if (*comma != ',') return *key_end == '\n' && assignment_ahead(comma, limit) ? Look::yes : Look::no;

    char const* const next = skip_spaces(comma + 1, limit);
    if (next == limit) return beyond;
    if (is_newline(*next) || *next == '}' || *next == ')' || *next == '%') return Look::yes;
    char const* const name_end = scan_word<identifier>(next, limit);
    char const* const equals = skip_blank(name_end, limit);
    if (equals == limit) return beyond;
    return name_end != next && *equals == '=' ? Look::yes : Look::no;
}

bool block_ahead(char const* at, char const* floor, char const* last, Watch& watch) noexcept {
    return yes(begins_line(at, floor) ? loose_block_ahead(at, last) : record_ahead(at, last), watch);
}

bool begins_record(char const* at, char const* floor, char const* last, Watch& watch) noexcept {
    return begins_line(at, floor) && yes(record_ahead(at, last), watch);
}

bool value_ends(char const* first, char const* last, Watch& watch) noexcept {
    char const* const next = skip_any_blank(first, last);
    if (next == last || in<bytes(",#})%")>(*next)) return true;
    return assignment_ahead(next, last) || (*next == '@' && yes(record_ahead(next, last), watch));
}

bool value_surely_ends(char const* first, char const* last, Watch& watch) noexcept {
    char const* next = skip_blank(first, last);
    if (next < last && *next == ',') {
        next = skip_blank(next + 1, last);
        if (next < last && *next == '#') return false;
    }
    return value_ends(next, last, watch);
}

bool field_goes_on(char const* first, char const* last, Watch& watch) noexcept {
    bool const comma = *first == ',';
    char const* const name = comma ? skip_blank(first + 1, last) : first;
    char const* const name_end = end_of_name(name, last);
    char const* const equals = skip_any_blank(name_end, last);
    char const* const value = equals < last ? skip_any_blank(equals + 1, last) : last;
    if (value == last) watch.hit_end = true;
    if (name_end == name || equals == last || *equals != '=') return false;
    return comma || (value < last && (*value == '{' || *value == '"'));
}

char const* end_behind_inner_quote(char const* first, char const* quote, char const* last, Watch& watch) noexcept {
    if (!watch.quotes_are_literal) return quote;
    std::uint32_t depth = 0;
    for (char const* at = quote + 1; (at = scan_to<'"', '{', '}', ')', '@'>(at, last)) != last; ++at) {
        if (*at == '{') {
            ++depth;
        } else if (*at == '@') {
            if (block_ahead(at, first, last, watch)) break;
        } else if (depth != 0) {
            depth -= *at == '}';
        } else if (*at == '}' || *at == watch.close) {
            break;
        } else if (*at == '"' && value_surely_ends(at + 1, last, watch)) {
            watch.noticed = true;
            watch.inner_quote = quote;
            return at;
        }
    }
    // The search ends where the block does at the latest, and is made once in it: else it would be quadratic.
    watch.hit_end = true;
    watch.quotes_are_literal = false;
    return quote;
}

char const* end_of_comment(char const* first, char const* last, char open, Watch& watch) noexcept {
    static constexpr int deepest = 32;
    char const close = open == '{' ? '}' : ')';
    int depth = 1;
    for (char const* at = first; (at = scan_to<'{', '}', '(', ')'>(at, last)) != last; ++at) {
        if (*at == open && ++depth > deepest) return nullptr;
        if (*at == close && --depth == 0) return at;
    }
    watch.hit_end = true;
    return nullptr;
}

char const* end_of_bare(char const* first, char const* last, Watch& watch, bool& open) noexcept {
    char const* at = first;
    for (; (at = scan_to<',', '{', '}', ')', '\n', '\r'>(at, last)) != last; ++at) {
        if (*at == '{') {
            at = end_of_braces(at + 1, last, watch);
            if (at == last || *at == '@') {
                open = true;
                return at;
            }
        } else if (*at == '}' || *at == watch.close || is_newline(*at) || value_surely_ends(at, last, watch)) {
            break;
        }
    }
    return without_blanks(first, at);
}

char const* end_of_junk(char const* first, char const* last, Watch& watch) noexcept {
    for (char const* at = first; at < last; ++at) {
        at = scan_to<',', '{', '}', ')', '\n', '@'>(at, last);
        if (at == last) break;
        if (*at == ',' || (*at == watch.close && at != first)) return at;
        if (*at == '{') {
            at = end_of_braces(at + 1, last, watch);
            if (at == last || *at == '@') return at;
        } else if (*at == '\n') {
            char const* const next = skip_blank(at, last);
            if (next == last || assignment_ahead(next, last) || *next == watch.close) return at;
            at = next - 1;
        } else if (*at == '@' && begins_record(at, first, last, watch)) {
            return at;
        }
    }
    watch.hit_end = true;
    return last;
}

char const* end_of_key(char const* first, char const* last, Watch const& watch) noexcept {
    std::uint32_t depth = 0;
    char const* at = first;
    for (; at < last; ++at) {
        at = scan_to<',', '{', '}', ')', '\n', '\r', ' ', '\t'>(at, last);
        if (at == last || is_newline(*at)) break;
        if (*at == '{') ++depth;
        if (*at == ',' && depth == 0) break;
        if (*at == watch.close && depth == 0) break;
        if (*at == '}' && depth != 0) --depth;
        if (*at == ' ' || *at == '\t') {
            char const* const next = skip_spaces(at, last);
            if (assignment_ahead(next, last)) break;
            at = next - 1;
        }
    }
    return without_blanks(first, at);
}

char const* field_line(char const* first, char const* last, bool delimited) noexcept {
    for (char const* at = first; (at = scan_to<'\n', '\r'>(at, last)) != last;) {
        at = skip_any_blank(at, last);
        char const* const name_end = end_of_name(at, last);
        char const* const equals = skip_any_blank(name_end, last);
        if (name_end == at || equals == last || *equals != '=') continue;
        char const* const value = skip_any_blank(equals + 1, last);
        if (value == last) break;
        if (*value == '{' || *value == '"' || (!delimited && in<digit | letter>(*value))) return at;
    }
    return nullptr;
}

Next next_block(char const* first, char const* last) noexcept {
    enum class Line : std::uint8_t { blank, percent, remark, prose };  // what it holds so far; a remark is `% text`
    Line line = Line::blank;
    char const* seen = first;  // up to where `line` is known: looking back from each @ would be quadratic
    char const* stray = nullptr;
    for (char const* at = first; (at = scan_to<'@'>(at, last)) != last; ++at) {
        for (; seen != at; ++seen) {
            if (is_newline(*seen))
                line = Line::blank;
            else if (line == Line::blank && !is_blank(*seen))
                line = *seen == '%' ? Line::percent : Line::prose;
            else if (line == Line::percent && !is_blank(*seen) && *seen != '%')
                line = Line::remark;
        }
        Look look = Look::no;
        switch (line) {
        case Line::blank:
            look = loose_block_ahead(at, last);
            if (look != Look::yes && stray == nullptr) stray = at;
            break;
        case Line::percent: look = record_behind_percent(at, last); break;
        case Line::remark: break;
        case Line::prose: look = block_ahead_in_line(at, last); break;
        }
        if (look != Look::no) return {at, look == Look::unknown, stray};
    }
    return {last, false, stray};
}

std::size_t find_block_line(std::string_view window, std::size_t from) noexcept {
    char const* const last = window.data() + window.size();
    for (std::size_t at = from; (at = window.find("\n@", at)) != std::string_view::npos; ++at)
        if (loose_block_ahead(window.data() + at + 1, last) == Look::yes) return at + 1;
    return std::string_view::npos;
}

}  // namespace ibid::grammars::bibtex
