// Values that are no prose: url, doi, eprint, file.
#include "text/latex.hpp"

#include "grammars/latex_text.hpp"
#include "grammars/support/lane.hpp"
#include "grammars/support/scan.hpp"
#include "text/latex_source.hpp"

#include <cstring>
#include <vector>

namespace ibid::text {
namespace {

namespace latex_text = grammars::latex_text;
constexpr std::string_view left = "{\\textbraceleft}";
constexpr std::string_view right = "{\\textbraceright}";

/// What is inside of `{...}`, `\url{...}` or the first argument of `\href{...}{...}`, if that is all there is.
std::string_view unwrap(std::string_view value) {
    for (int wrappings = 0; wrappings < 4; ++wrappings) {
        value = trim_blanks(value);
        if (value.empty()) return value;
        char const* first = value.data();
        char const* const last = first + value.size();
        if (*first == '{') {
            std::string_view const inside = latex_text::group(first, last);
            if (inside.size() + 2 != value.size() || value == left || value == right) return value;
            value = inside;
        } else if (*first == '\\') {
            latex_text::Token const token = latex_text::next(first, last);
            bool const is_link = token.kind == latex_text::Kind::link;
            if (!is_link && (token.kind != latex_text::Kind::verbatim || first != last)) return value;
            if (is_link && first != last && latex_text::group(first, last).size() + 2 != static_cast<std::size_t>(last - first))
                return value;
            value = token.value;
        } else {
            return value;
        }
    }
    return value;
}

}  // namespace

std::string_view decode_verbatim(std::string_view value, Arena& arena) {
    value = unwrap(value);
    if (value.empty()) return {};
    char const* const last = value.data() + value.size();
    if (grammars::support::scan_to<'\\', '{', '$', '\n', '\r'>(value.data(), last) == last) return arena.copy(value);
    char* const to = arena.reserve(value.size());
    return arena.commit(clean_verbatim(value, to));
}

char* copy_as_verbatim(std::string_view value, char* out) noexcept {
    using grammars::support::Lane;
    char const* at = value.data();
    char const* const last = at + value.size();
    for (; at < last; at += Lane::width, out += Lane::width) {
        Lane const lane{at};
        auto const braces = (lane.equals('{') | lane.equals('}')).hits();
        if (braces.any() && at + braces.first() < last) return nullptr;
        std::memcpy(out, at, Lane::width);
    }
    return out - (at - last);
}

std::size_t verbatim_size(std::string_view value) noexcept {
    std::size_t size = value.size();
    for (char const c : value)
        if (c == '{' || c == '}') size += right.size();
    return size;
}

char* encode_verbatim(std::string_view value, char* out) noexcept {
    char const* const last = value.data() + value.size();
    std::size_t closing = 0;  // `}` from here on
    char const* first_brace = grammars::support::scan_to<'{', '}'>(value.data(), last);
    if (first_brace == last) {
        value.copy(out, value.size());
        return out + value.size();
    }
    for (char const c : value) closing += c == '}';
    std::size_t open = 0;  // `{` that were written and still have to close
    for (char const c : value) {
        if (c == '{' && open < closing) {
            ++open;
            *out++ = c;
        } else if (c == '}' && open > 0) {
            --open;
            --closing;
            *out++ = c;
        } else if (c == '{' || c == '}') {
            std::string_view const name = c == '{' ? left : right;
            if (c == '}') --closing;
            out += name.copy(out, name.size());
        } else {
            *out++ = c;
        }
    }
    return out;
}

}  // namespace ibid::text
