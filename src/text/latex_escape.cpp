// Characters -> LaTeX source, and what keeps neighbours from joining to a dash or a quotation mark.
#include "text/latex_escape.hpp"

#include "grammars/csl_markup.hpp"
#include "grammars/support/lane.hpp"
#include "text/latex_source.hpp"
#include "text/latex_table.hpp"
#include "text/scripts.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace ibid::text {
namespace {

constexpr std::size_t longest_ascii_escape = 18;  // `{\textasciicircum}`
constexpr std::size_t longest_escape = 64;        // of any character; what would be longer stays UTF-8

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Characters that stand for themselves only where their neighbour is another.
bool joins(char before, char c) noexcept {
    return (before == c && (c == '-' || c == '\'' || c == '`')) || (c == '`' && (before == '?' || before == '!'));
}

/// What a byte may need: nothing, an escape, an escape where a certain byte follows, one if it is beyond ASCII.
enum class Needs : std::uint8_t { nothing, escape, neighbour, beyond, look };
constexpr auto needs = [] {
    std::array<Needs, 256> table{};
    for (std::size_t byte = 0x80; byte < 256; ++byte) table[byte] = Needs::beyond;
    table[0xC2] = table[0xE2] = Needs::look;  // U+0080 to U+00BF, U+2000 to U+2FFF: spaces, dashes, quotes, scripts
    for (char const byte : std::string_view("\\{}~^$%&#_\n")) table[static_cast<unsigned char>(byte)] = Needs::escape;
    for (char const byte : std::string_view("-'`?!")) table[static_cast<unsigned char>(byte)] = Needs::neighbour;
    return table;
}();

template <bool Ascii>
bool escapes(char const* at, char const* last) noexcept {
    switch (needs[static_cast<unsigned char>(*at)]) {
    case Needs::nothing: return false;
    case Needs::beyond: return Ascii;
    case Needs::neighbour: return at + 1 < last && joins(*at, at[1]);
    default: return true;
    }
}

#if defined(__SSE2__)

/// Places among sixteen where an escape may be needed: all where it is, and some where it is not.
template <bool Ascii>
[[gnu::always_inline]] inline unsigned candidates(char const* at) noexcept {
    auto const is = [](__m128i lane, char byte) { return _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte)); };
    // Comparisons are signed: bytes beyond ASCII are below all others.
    auto const above = [](__m128i lane, char low) { return _mm_cmpgt_epi8(lane, _mm_set1_epi8(low)); };
    auto const below = [](__m128i lane, char high) { return _mm_cmpgt_epi8(_mm_set1_epi8(high), lane); };
    __m128i const here = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
    __m128i const next = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at + 1));
    // `\ ^ _ { } ~` and, folded onto them, `[ ] |`; `# $ % &`, moved to the lowest four; line ends
    __m128i const folded = _mm_or_si128(here, _mm_set1_epi8(0x20));
    __m128i const moved = _mm_sub_epi8(here, _mm_set1_epi8(static_cast<char>('#' + 0x80)));
    __m128i const single = _mm_or_si128(_mm_or_si128(above(folded, 'z'), below(moved, '\x84')), is(here, '\n'));
    __m128i const twin = _mm_or_si128(_mm_and_si128(_mm_cmpeq_epi8(here, next), below(here, '/')), is(next, '`'));
    __m128i const beyond = Ascii ? here : is(folded, '\xE2');  // and 0xC2, folded onto it
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(single, twin), beyond)));
}

template <bool Ascii>
char const* find(char const* first, char const* last) noexcept {
    for (; first < last; first += 16) {
        for (unsigned hits = candidates<Ascii>(first); hits != 0; hits &= hits - 1) {
            char const* const at = first + std::countr_zero(hits);
            if (at >= last || escapes<Ascii>(at, last)) return std::min(at, last);
        }
    }
    return last;
}

template <bool Ascii>
std::size_t count(char const* first, char const* last) noexcept {
    std::size_t found = 0;
    for (; first < last; first += 16) {
        unsigned hits = candidates<Ascii>(first);
        if (last - first < 16) hits &= (1U << (last - first)) - 1;
        for (; hits != 0; hits &= hits - 1) ++found;
    }
    return found;
}

/// As find(), and what is before the escape is copied, by lanes. Two call it for every text, so it is to be inlined.
template <bool Ascii>
[[gnu::always_inline]] inline char const* copy(char const* first, char const* last, char* out) noexcept {
    for (; first < last; first += 16, out += 16) {
        std::memcpy(out, first, 16);
        for (unsigned hits = candidates<Ascii>(first); hits != 0; hits &= hits - 1) {
            char const* const at = first + std::countr_zero(hits);
            if (at >= last || escapes<Ascii>(at, last)) return std::min(at, last);
        }
    }
    return last;
}

#else

template <bool Ascii>
char const* find(char const* first, char const* last) noexcept {
    while (first < last && !escapes<Ascii>(first, last)) ++first;
    return first;
}

template <bool Ascii>
char const* copy(char const* first, char const* last, char* out) noexcept {
    while (first < last && !escapes<Ascii>(first, last)) *out++ = *first++;
    return first;
}

template <bool Ascii>
std::size_t count(char const* first, char const* last) noexcept {
    std::size_t found = 0;
    for (; first < last; ++first) found += escapes<Ascii>(first, last);
    return found;
}

#endif

/// `&amp;` that is text: `\&amp;` would be read as a reference.
bool is_like_reference(char const* at, char const* last) noexcept {
    return *at == '&' && grammars::csl_markup::hides_reference({at + 1, static_cast<std::size_t>(last - at - 1)});
}

}  // namespace

char const* find_escape(char const* first, char const* last, bool ascii) noexcept {
    return ascii ? find<true>(first, last) : find<false>(first, last);
}

char* copy_unescaped(char const* first, char const* last, char* out, bool ascii) noexcept {
    char const* const end = ascii ? copy<true>(first, last, out) : copy<false>(first, last, out);
    return end == last ? out + (last - first) : nullptr;
}

std::size_t escaped_size(std::string_view plain, bool ascii) noexcept {
    char const* const last = plain.data() + plain.size();
    if (!ascii) return plain.size() + count<false>(plain.data(), last) * longest_ascii_escape;
    // Of a character beyond ASCII each byte counts, at least two.
    return plain.size() + count<true>(plain.data(), last) * (longest_escape / 2);
}

void LatexWriter::text(std::string_view plain) {
    char const* at = plain.data();
    char const* const last = at + plain.size();
    while (at != last) {
        if (target_.ascii ? !escapes<true>(at, last) : !escapes<false>(at, last)) {
            begin_run(*at);
            char const* const escape = target_.ascii ? copy<true>(at, last, out_) : copy<false>(at, last, out_);
            out_ += escape - at;
            at = escape;
            if (at == last) return;
        }
        if (static_cast<unsigned char>(*at) >= 0x80) at += character({at, static_cast<std::size_t>(last - at)});
        else if (*at == '\n') at = line_end(at, last);
        else if (is_like_reference(at, last)) command("&"), ++at;
        else special(*at++);
    }
}

/// What has to stand in front of characters that need no escape, `first` and those behind it.
void LatexWriter::begin_run(char first) noexcept {
    guard(first);
    if (first == ' ') end_open_command();
    bool const is_word = is_letter(first) || static_cast<unsigned char>(first) >= 0x80;
    if (out_ == word_ && is_word && is_letter(out_[-1])) *out_++ = ' ';
}

void LatexWriter::source(std::string_view latex) noexcept {
    if (latex.empty()) return;
    if (latex.front() == '{') {
        open_brace();
        latex.remove_prefix(1);
    }
    latex.copy(out_, latex.size());
    out_ += latex.size();
}

void LatexWriter::open_brace() noexcept {
    end_open_command();
    if (out_ == word_ && word_takes_arguments_) {  // `{\foo\/{`: the correction shows nothing
        *out_++ = '\\';
        *out_++ = '/';
    }
    *out_++ = '{';
}

/// `\foo ` becomes `{\foo} `, behind which anything may follow.
void LatexWriter::end_open_command() noexcept {
    if (out_ != open_ended_) return;
    char* const command = out_ - open_ended_size_;
    std::memmove(command + 1, command, open_ended_size_ - 1);
    *command = '{';
    *out_++ = '}';
    if (open_ended_blank_) *out_++ = ' ';
}

void LatexWriter::guard(char next) noexcept {
    if (out_ == begin_ || !joins(out_[-1], next)) return;
    open_brace();
    *out_++ = '}';
}

/// `{\textbackslash}`, or what else stands in braces so that nothing behind it is skipped or changed in case.
void LatexWriter::command(std::string_view braced) noexcept {
    open_brace();
    *out_++ = '\\';
    braced.copy(out_, braced.size());
    out_ += braced.size();
    *out_++ = '}';
}

/// `\\` for one, an empty line for more.
char const* LatexWriter::line_end(char const* first, char const* last) noexcept {
    char const* end = first + 1;
    while (end != last && *end == '\n') ++end;
    if (end - first > 1) source("\n\n");
    else if (in_front_of_protection()) command("\\");
    else source("\\\\\n");
    return end;
}

void LatexWriter::special(char c) {
    switch (c) {
    case '\\': return command("textbackslash");
    case '^': return command("textasciicircum");
    case '~': return command("textasciitilde");
    case '{':
    case '}':
        if (!braces_) return command(c == '{' ? "textbraceleft" : "textbraceright");
        break;
    case '$': case '%': case '&': case '#': case '_': break;
    default:
        guard(c);
        *out_++ = c;
        return;
    }
    if (in_front_of_protection()) return command({&c, 1});
    *out_++ = '\\';
    *out_++ = c;
}

/// A character beyond ASCII at the begin of `rest`; answers how many bytes it took.
std::size_t LatexWriter::character(std::string_view rest) {
    CodePoint const code = first_code_point(rest);
    auto const join = [&](std::string_view ligature) {
        guard(ligature.front());
        source(ligature);
    };
    switch (code.value) {
    case 0xA0: source("~"); return code.size;
    case 0x2013: join("--"); return code.size;
    case 0x2014: join("---"); return code.size;
    case 0x201C: join("``"); return code.size;
    case 0x201D: join("''"); return code.size;
    case 0x2009:
        if (in_front_of_protection()) command(",");
        else source("\\,");
        return code.size;
    default: break;
    }
    if (std::size_t const taken = scripts(rest); taken != 0) return taken;
    if (target_.ascii) {
        if (symbol(code.value) || accents(code.value) || accent_before(code.value)) return code.size;
        report(issues_, IssueCode::no_escape, rest.substr(0, code.size));
    }
    begin_run(rest.front());
    out_ += rest.copy(out_, code.size);
    return code.size;
}

/// A row of superscripts or subscripts: `$^{2+}$`. Those that text fonts have are left alone. A word is cut, for a script
/// of one would be read as a mark.
std::size_t LatexWriter::scripts(std::string_view rest) noexcept {
    Script const script = script_base(first_code_point(rest).value).script;
    if (script == Script::none) return 0;
    std::size_t taken = 0;
    bool needed = target_.ascii;
    char bases[12];
    std::size_t count = 0, letters = 0;
    while (taken < rest.size() && count < std::size(bases)) {
        CodePoint const code = first_code_point(rest.substr(taken));
        Scripted const base = script_base(code.value);
        if (base.script != script || base.base >= 0x80) break;
        letters += is_script_letter(base.base);
        if (letters == word_of_scripts) break;
        needed |= code.value >= 0x2070 && code.value <= 0x209F;
        bases[count++] = static_cast<char>(base.base);
        taken += code.size;
    }
    if (!needed || count == 0) return 0;
    source(script == Script::superscript ? "$^" : "$_");
    bool const grouped = count != 1;
    if (grouped) *out_++ = '{';
    source({bases, count});
    if (grouped) *out_++ = '}';
    *out_++ = '$';
    return taken;
}

bool LatexWriter::symbol(char32_t code) noexcept {
    Symbol const* const found = find_symbol(code);
    if (found == nullptr) {
        char32_t const number = dingbat_number(code);
        if (number == 0) return false;
        source("\\ding{");
        char digits[3];
        source({digits, static_cast<std::size_t>(std::to_chars(digits, digits + 3, static_cast<unsigned>(number)).ptr - digits)});
        *out_++ = '}';
        return true;
    }
    if (found->mode == SymbolMode::text) {
        command(found->name);
    } else {
        source("$\\");
        source(found->name);
        *out_++ = '$';
    }
    return true;
}

/// `{\'e}`, `{\'{\^e}}`, `{\'\i}`: the accents of a character around what it is without them.
bool LatexWriter::accents(char32_t code) noexcept {
    char32_t apart[decomposed_size];
    std::size_t const count = decompose(code, apart);
    if (count < 2) return false;
    char escape[longest_escape * 2];
    char* to = escape;
    auto const put = [&](std::string_view bytes) {
        std::size_t const room = static_cast<std::size_t>(std::end(escape) - to);
        to += bytes.copy(to, room);
    };
    for (std::size_t i = count; --i != 0;) {
        std::string_view const name = accent_name(apart[i]);
        if (name.empty()) return false;
        put("\\");
        put(name);
        if (i != 1) put("{");
    }
    char32_t const base = apart[0];
    bool const word = is_letter(accent_name(apart[1]).back());
    if (base < 0x80 && is_letter(static_cast<char>(base))) {
        char const letter = static_cast<char>(base);
        bool const dotless = (letter == 'i' || letter == 'j') && is_above(apart[1]);
        if (word && !dotless) put(" ");
        if (dotless) put("\\");
        put({&letter, 1});
    } else {
        Symbol const* const found = find_symbol(base);
        if (found == nullptr || found->mode != SymbolMode::text) return false;
        put("\\");
        put(found->name);
    }
    for (std::size_t i = count; --i > 1;) put("}");
    if (static_cast<std::size_t>(to - escape) > longest_escape - 4) return false;
    open_brace();
    source({escape, static_cast<std::size_t>(to - escape)});
    *out_++ = '}';
    return true;
}

/// A combining character behind a letter that was just written: the letter goes into the accent.
bool LatexWriter::accent_before(char32_t mark) noexcept {
    std::string_view const name = accent_name(mark);
    if (name.empty() || out_ == begin_ || !is_letter(out_[-1])) return false;
    char const letter = *--out_;
    open_brace();
    *out_++ = '\\';
    source(name);
    *out_++ = '{';
    *out_++ = letter;
    *out_++ = '}';
    *out_++ = '}';
    return true;
}

}  // namespace ibid::text
