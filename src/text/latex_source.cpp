// Small questions about LaTeX source: lengths, character codes, braces.
#include "text/latex_source.hpp"

#include "text/unicode.hpp"

#include <cstring>
#include <vector>

namespace ibid::text {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string_view trim_source(std::string_view source) noexcept {
    while (source.size() > 2 && is_blank(source.back())) source.remove_suffix(1);
    return source;
}

char32_t ligature(std::string_view source) noexcept {
    switch (source.front()) {
    case '-': return source.size() == 3 ? 0x2014 : 0x2013;
    case '`': return 0x201C;
    case '\'': return 0x201D;
    case '?': return 0xBF;
    default: return 0xA1;
    }
}

char const* skip_blanks(char const* first, char const* last) noexcept {
    while (first != last && is_blank(*first)) ++first;
    return first;
}

char const* skip_length(char const* first, char const* last) noexcept {
    char const* at = first;
    for (bool more = true; more;) {
        more = false;
        at = skip_blanks(at, last);
        if (at != last && *at == '=') ++at;
        while (at != last && (*at == '-' || *at == '+' || *at == ' ')) ++at;
        char const* const number = at;
        while (at != last && (is_digit(*at) || *at == '.' || *at == ',')) ++at;
        if (at == number) return first;
        if (last - at >= 2 && is_letter(at[0]) && is_letter(at[1])) at += 2;  // the unit
        first = at;
        char const* const behind = skip_blanks(at, last);
        for (std::string_view const word : {"plus", "minus"}) {
            if (static_cast<std::size_t>(last - behind) < word.size() || std::memcmp(behind, word.data(), word.size()) != 0)
                continue;
            at = behind + word.size();
            more = true;
        }
    }
    return first;
}

CharacterCode read_code(char const* first, char const* last) noexcept {
    unsigned base = 10;
    if (last - first >= 2 && *first == '`') {
        first += first[1] == '\\' && last - first >= 3 ? 2 : 1;
        CodePoint const quoted = first_code_point({first, static_cast<std::size_t>(last - first)});
        return {quoted.value, first + quoted.size};
    }
    if (first != last && (*first == '"' || *first == '\'')) base = *first++ == '"' ? 16 : 8;
    char32_t code = 0;
    char const* at = first;
    for (; at != last && code <= 0x10FFFF; ++at) {
        unsigned digit = base;
        if (is_digit(*at)) digit = static_cast<unsigned>(*at - '0');
        else if (*at >= 'A' && *at <= 'F') digit = static_cast<unsigned>(*at - 'A') + 10;
        if (digit >= base) break;
        code = code * base + digit;
    }
    bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (at == first || code > 0x10FFFF || surrogate) return {};
    return {code, at != last && *at == ' ' ? at + 1 : at};
}

bool has_capital(std::string_view command) noexcept {
    if (command.empty() || command.front() != '\\') return false;
    std::size_t i = 1;
    while (i < command.size() && command[i] >= 'a' && command[i] <= 'z') ++i;
    return i < command.size() && command[i] >= 'A' && command[i] <= 'Z';
}

bool wants_braces(std::string_view command) noexcept {
    return command.front() == '\\' && (command.back() != '}' || has_capital(command));
}

namespace {

/// Characters of Zapf Dingbats that are not at their place in Unicode's block of that name, which has them in the
/// font's order: 0x21 is U+2701, 0xA1 is U+2761 (The Unicode Standard, section 22.9; pifont's \ding).
struct Dingbat {
    char32_t number, code;
};
constexpr Dingbat dingbats_elsewhere[] = {
    {0x25, 0x260E}, {0x2A, 0x261B}, {0x2B, 0x261E}, {0x48, 0x2605}, {0x6C, 0x25CF}, {0x6E, 0x25A0}, {0x73, 0x25B2}, {0x74, 0x25BC},
    {0x75, 0x25C6}, {0x77, 0x25D7}, {0xA8, 0x2663}, {0xA9, 0x2666}, {0xAA, 0x2665}, {0xAB, 0x2660}, {0xAC, 0x2460}, {0xAD, 0x2461},
    {0xAE, 0x2462}, {0xAF, 0x2463}, {0xB0, 0x2464}, {0xB1, 0x2465}, {0xB2, 0x2466}, {0xB3, 0x2467}, {0xB4, 0x2468}, {0xB5, 0x2469},
    {0xD5, 0x2192}, {0xD6, 0x2194}, {0xD7, 0x2195}, {0xF0, 0},      {0xFF, 0}};

}  // namespace

char32_t dingbat(char32_t number) noexcept {
    for (Dingbat const& one : dingbats_elsewhere)
        if (one.number == number) return one.code;
    if (number >= 0x21 && number <= 0x7E) return number + 0x26E0;
    return number >= 0xA1 && number <= 0xFE ? number + 0x26C0 : 0;
}

char32_t dingbat_number(char32_t code) noexcept {
    for (Dingbat const& one : dingbats_elsewhere)
        if (one.code == code) return one.number;
    char32_t const number = code >= 0x2701 && code <= 0x275E ? code - 0x26E0 : code >= 0x2761 && code <= 0x27BE ? code - 0x26C0 : 0;
    return number != 0 && dingbat(number) == code ? number : 0;
}

char32_t font_accent(char32_t number) noexcept {
    switch (number) {  // The TeXbook, appendix F, figure 4
    case 18: return 0x300;
    case 19: return 0x301;
    case 20: return 0x30C;
    case 21: return 0x306;
    case 22: return 0x304;
    case 23: return 0x30A;
    case 24: return 0x327;
    case 94: return 0x302;
    case 95: return 0x307;
    case 125: return 0x30B;
    case 126: return 0x303;
    case 127: return 0x308;
    default: return 0;
    }
}

int open_braces(std::string_view source) noexcept {
    int tex = 0;
    int bibtex = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        bool const escaped = source[i] == '\\';
        if (escaped && ++i == source.size()) return -1;
        if (source[i] != '{' && source[i] != '}') continue;
        int const step = source[i] == '{' ? 1 : -1;
        bibtex += step;
        if (!escaped) tex += step;
        if (bibtex < 0 || tex < 0) return -1;
    }
    return tex == bibtex ? tex : -1;
}

std::string_view balance_braces(std::string_view value, Arena& arena) {
    std::vector<std::size_t> open;
    std::vector<std::size_t> odd;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\') ++i;
        else if (value[i] == '{') open.push_back(i);
        else if (value[i] != '}') continue;
        else if (open.empty()) odd.push_back(i);
        else open.pop_back();
    }
    // A brace that never closes stands behind every `}` that never opened, save those that come later: merge.
    std::vector<bool> escaped(value.size());
    for (std::size_t const i : open) escaped[i] = true;
    for (std::size_t const i : odd) escaped[i] = true;
    char* const to = arena.reserve(value.size() + open.size() + odd.size());
    char* out = to;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (escaped[i]) *out++ = '\\';
        *out++ = value[i];
    }
    return arena.commit(out);
}

namespace {

struct Escape {
    std::string_view source;
    char meant;  // 0: nothing
};
constexpr Escape escapes[] = {
    {"{\\textasciitilde}", '~'}, {"\\textasciitilde{}", '~'}, {"\\textasciitilde ", '~'}, {"\\textasciitilde", '~'},
    {"{\\~{}}", '~'}, {"{\\~}", '~'}, {"\\~{}", '~'}, {"\\string~", '~'}, {"$\\sim$", '~'}, {"\\~", '~'},
    {"{\\&}", '&'}, {"{\\%}", '%'}, {"{\\#}", '#'}, {"{\\$}", '$'}, {"{~}", '~'}, {"{&}", '&'},
    {"{\\textunderscore}", '_'}, {"\\textunderscore{}", '_'}, {"{\\_}", '_'}, {"\\_", '_'}, {"\\%", '%'},
    {"\\#", '#'}, {"\\&", '&'}, {"\\$", '$'}, {"{\\textbraceleft}", '{'}, {"{\\textbraceright}", '}'},
    {"\\{", '{'}, {"\\}", '}'}, {"\\/", '\0'}, {"\\-", '\0'},
};

/// The escape at the begin of `text`, or null.
Escape const* escape_at(std::string_view text) noexcept {
    if (text.front() != '\\' && text.front() != '{' && text.front() != '$') return nullptr;
    for (Escape const& escape : escapes)
        if (text.starts_with(escape.source)) return &escape;
    return nullptr;
}

}  // namespace

bool is_clean_verbatim(std::string_view argument) noexcept {
    if (argument.find_first_of("\n\r") != argument.npos) return false;
    for (; !argument.empty(); argument.remove_prefix(1))
        if (escape_at(argument) != nullptr) return false;
    return true;
}

char* clean_verbatim(std::string_view argument, char* out) noexcept {
    char const* const begin = out;
    while (!argument.empty()) {
        if (argument.front() == '\n' || argument.front() == '\r') {
            while (out != begin && is_blank(out[-1])) --out;
            while (!argument.empty() && is_blank(argument.front())) argument.remove_prefix(1);
            continue;
        }
        Escape const* const escape = escape_at(argument);
        if (escape == nullptr) *out++ = argument.front();
        else if (escape->meant != '\0') *out++ = escape->meant;
        argument.remove_prefix(escape == nullptr ? 1 : escape->source.size());
    }
    return out;
}

}  // namespace ibid::text
