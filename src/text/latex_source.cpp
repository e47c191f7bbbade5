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
    if (at == first || code < ' ' || code == 0x7F || code > 0x10FFFF || surrogate) return {};
    return {code, at != last && *at == ' ' ? at + 1 : at};
}

int open_braces(std::string_view source) noexcept {
    int depth = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '{') ++depth;
        else if (source[i] == '}' && --depth < 0) return -1;
        else if (source[i] == '\\' && ++i < source.size() && (source[i] == '{' || source[i] == '}')) return -1;
    }
    return depth;
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

char* clean_verbatim(std::string_view argument, char* out) noexcept {
    struct Spelling {
        std::string_view source;
        char meant;
    };
    constexpr Spelling spellings[] = {
        {"{\\textasciitilde}", '~'}, {"\\textasciitilde{}", '~'}, {"\\textasciitilde ", '~'}, {"\\textasciitilde", '~'},
        {"{\\~{}}", '~'}, {"{\\~}", '~'}, {"\\~{}", '~'}, {"\\string~", '~'}, {"$\\sim$", '~'}, {"\\~", '~'},
        {"{\\textunderscore}", '_'}, {"\\textunderscore{}", '_'}, {"{\\_}", '_'}, {"\\_", '_'}, {"\\%", '%'},
        {"\\#", '#'}, {"\\&", '&'}, {"\\$", '$'}, {"{\\textbraceleft}", '{'}, {"{\\textbraceright}", '}'},
        {"\\{", '{'}, {"\\}", '}'}, {"\\/", '\0'}, {"\\-", '\0'},
    };
    while (!argument.empty()) {
        std::size_t taken = 0;
        if (argument.front() == '\\' || argument.front() == '{' || argument.front() == '$') {
            for (Spelling const& spelling : spellings) {
                if (argument.substr(0, spelling.source.size()) != spelling.source) continue;
                taken = spelling.source.size();
                if (spelling.meant != '\0') *out++ = spelling.meant;
                break;
            }
        }
        if (taken == 0) *out++ = argument.front();
        argument.remove_prefix(taken == 0 ? 1 : taken);
    }
    return out;
}

}  // namespace ibid::text
