// Character references that web pages and databases leave in .bib files, as LaTeX.
#include "text/latex.hpp"

#include "grammars/csl_markup.hpp"
#include "grammars/support/scan.hpp"
#include "text/scratch.hpp"
#include "text/unicode.hpp"

namespace ibid::text {
namespace {

namespace csl_markup = grammars::csl_markup;

void put_character(char32_t code, Scratch& out) {
    if (code == 0xA0) return out.append('~');
    if (code == '&' || code == '%' || code == '#' || code == '_' || code == '$' || code == '{' || code == '}') out.append('\\');
    char bytes[4];
    out.append({bytes, static_cast<std::size_t>(put_utf8(code, bytes) - bytes)});
}

/// The reference that begins at `first`, an ampersand: its token and its end. In LaTeX a `#` has a backslash.
csl_markup::Token reference(char const*& first, char const* last) {
    static constexpr std::string_view number = "&\\#";
    static constexpr std::size_t longest = 16;  // `&\#1114111;`, and zeros before it
    std::string_view const rest(first, static_cast<std::size_t>(last - first));
    if (!rest.starts_with(number)) return csl_markup::next(first, last);
    std::string_view const digits = rest.substr(number.size(), longest);
    char bare[longest + 2 + 64] = {'&', '#'};  // and what the grammar may load
    char const* end = bare + 2 + digits.copy(bare + 2, longest);
    char const* at = bare;
    csl_markup::Token token = csl_markup::next(at, end);
    std::size_t const size = token.kind == csl_markup::Kind::reference ? token.source.size() + 1 : 1;
    token.source = rest.substr(0, size);
    first += size;
    return token;
}

/// Whether a backslash makes a character of what follows.
bool is_escaped(std::string_view before) noexcept {
    std::size_t const text = before.find_last_not_of('\\') + 1;  // 0 where there are backslashes alone
    return (before.size() - text) % 2 != 0;
}

/// `{\&quot;o}` is `{\"o}` on a web page: the backslash is the accent's.
bool is_accent(char32_t code, std::string_view before, std::string_view behind) noexcept {
    bool const is_sign = code == U'"' || code == U'\'';
    bool const is_letter = behind.size() > 1 && ((behind[0] | 0x20) >= 'a' && (behind[0] | 0x20) <= 'z') && behind[1] == '}';
    return is_sign && is_letter && before.ends_with("{\\");
}

}  // namespace

std::string_view without_references(std::string_view value, Arena& arena) {
    char const* first = value.data();
    char const* const last = first + value.size();
    if (grammars::support::scan_to<'&'>(first, last) == last) return value;
    Scratch out;
    bool changed = false;
    while (first != last) {
        auto const token = *first == '&' ? reference(first, last) : csl_markup::next(first, last);
        if (token.kind == csl_markup::Kind::reference && token.code != '\\') {
            std::string_view const behind(first, static_cast<std::size_t>(last - first));
            if (is_escaped(out.view()) && !is_accent(token.code, out.view(), behind)) out.commit(out.view().data() + out.size() - 1);
            put_character(token.code, out);
            changed = true;
        } else {
            out.append(token.source);
        }
    }
    return changed ? arena.copy(out.view()) : value;
}

}  // namespace ibid::text
