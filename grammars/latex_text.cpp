// LaTeX text: the rules for one token, by X3, and what lies below them.
#include "grammars/latex_text.hpp"

#include "grammars/latex_text_scan.hpp"
#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/operator.hpp>

namespace ibid::grammars::latex_text {
namespace {

using support::keyword, support::one, support::punct, support::run, support::view;

// ---- primitives

char const* skip_white(char const* first, char const* last) noexcept {
    return support::skip_while<' ', '\n', '\t', '\r', '\v', '\f'>(first, last);
}

/// In white space.
bool has_empty_line(char const* first, char const* last) noexcept {
    char const* const end = support::scan_to<'\n', '\r'>(first, last);
    if (end == last) return false;
    bool const is_pair = *end == '\r' && end + 1 != last && end[1] == '\n';
    return support::scan_to<'\n', '\r'>(end + (is_pair ? 2 : 1), last) != last;
}

/// Behind the group that begins at `first`, or null.
char const* skip_group(char const* first, char const* last) noexcept {
    std::uint32_t depth = 0;
    for (char const* at = first; (at = support::scan_to<'{', '}', '\\'>(at, last)) < last; ++at) {
        if (*at == '{') ++depth;
        else if (*at == '\\') at += at + 1 < last;
        else if (depth-- <= 1) return at + 1;
    }
    return nullptr;
}

struct Plain : support::SlicePrimitive<Plain> {
    static char const* scan(char const* first, char const* last) noexcept {
        char const* const end = skip_plain<false>(first, last);
        return end != first ? end : nullptr;
    }
    static constexpr char const* what() noexcept { return "text"; }
};
constexpr Plain plain{};

/// White space without or with an empty line in it.
template <bool Paragraph>
struct White : support::SlicePrimitive<White<Paragraph>> {
    static char const* scan(char const* first, char const* last) noexcept {
        char const* const end = skip_white(first, last);
        return end != first && has_empty_line(first, end) == Paragraph ? end : nullptr;
    }
    static constexpr char const* what() noexcept { return "white space"; }
};
constexpr White<false> white{};
constexpr White<true> empty_line{};

/// What TeX skips behind a control word: it is in state S there, and an empty line is `\par` none the less.
struct Skipped : support::SilentPrimitive<Skipped> {
    static char const* scan(char const* first, char const* last) noexcept {
        char const* const end = skip_white(first, last);
        return end != first && has_empty_line(first, end) ? first : end;
    }
    static constexpr char const* what() noexcept { return ""; }
};
constexpr Skipped skipped{};

/// `{...}`: yields what is inside.
struct Group : support::SlicePrimitive<Group> {
    static char const* scan(char const* first, char const* last) noexcept {
        return first < last && *first == '{' ? skip_group(first, last) : nullptr;
    }
    static constexpr char const* what() noexcept { return "a group"; }
};
constexpr Group braced{};

/// `[...]`.
struct Option : support::SilentPrimitive<Option> {
    static char const* scan(char const* first, char const* last) noexcept {
        if (first >= last || *first != '[') return nullptr;
        char const* const end = support::scan_to<']', '{', '}', '\\', '$'>(first, last);
        return end < last && *end == ']' ? end + 1 : nullptr;
    }
    static constexpr char const* what() noexcept { return "an optional argument"; }
};
constexpr Option option{};

/// Up to the next `$` that no backslash escapes, or up to `\)` or `\]`; braces balance, and nothing opens twice.
template <char Open, char Close>
struct Formula : support::SlicePrimitive<Formula<Open, Close>> {
    static char const* scan(char const* first, char const* last) noexcept {
        std::int32_t depth = 0;
        for (char const* at = first; (at = support::scan_to<'{', '}', '\\', '$'>(at, last)) < last; ++at) {
            if (*at == '$') {
                if constexpr (Close == '$') return depth == 0 && at != first ? at : nullptr;
            } else if (*at == '{') {
                ++depth;
            } else if (*at == '}') {
                if (--depth < 0) return nullptr;
            } else if (++at < last && Close != '$') {
                if (*at == Close) return depth == 0 ? at - 1 : nullptr;
                if (*at == Open) return nullptr;
            }
        }
        return nullptr;
    }
    static constexpr char const* what() noexcept { return "the end of the formula"; }
};
constexpr Formula<'$', '$'> dollars{};
constexpr Formula<'(', ')'> parentheses{};
constexpr Formula<'[', ']'> brackets{};

/// `|...|` with any character that is no letter, no blank and no brace in the place of the bars.
struct Delimited : support::SlicePrimitive<Delimited> {
    static char const* scan(char const* first, char const* last) noexcept {
        if (first >= last || support::in<support::letter | blank_byte | support::bytes("{}*")>(*first)) return nullptr;
        std::int32_t depth = 0;
        for (char const* at = first + 1; at < last && *at != '\n'; ++at) {
            if (*at == *first) return depth == 0 ? at + 1 : nullptr;
            if (*at == '{') ++depth;
            if (*at == '}' && --depth < 0) return nullptr;
        }
        return nullptr;
    }
    static constexpr char const* what() noexcept { return "the delimiter"; }
};
constexpr Delimited delimited{};

/// One character, whole in UTF-8.
struct Character : support::SlicePrimitive<Character> {
    static char const* scan(char const* first, char const* last) noexcept {
        if (first >= last) return nullptr;
        char const* end = first + 1;
        if (static_cast<unsigned char>(*first) >= 0xC0)
            while (end < last && (static_cast<unsigned char>(*end) & 0xC0U) == 0x80U) ++end;
        return end;
    }
    static constexpr char const* what() noexcept { return "a character"; }
};
constexpr Character character{};

struct Builder {
    Kind kind{};
    std::string_view value{};
};

/// `p[as<kind>]`: the token is of this kind and its value is what `p` yields.
template <Kind K>
struct As {
    template <typename Context>
    IBID_INLINE void operator()(Context const& context) const {
        support::sink_of(context) = Builder{K, support::x3::_attr(context)};
    }
};
template <Kind K>
constexpr As<K> as{};

// ---- grammar

// clang-format off
auto const name     = run<support::letter>;
auto const word_end = !one<support::letter>;

auto const url      = (keyword<"url"> | keyword<"path"> | keyword<"nolinkurl">) >> word_end >> skipped >> braced[as<Kind::verbatim>];
auto const verb     = keyword<"verb"> >> delimited[as<Kind::verbatim>];
auto const href     = keyword<"href"> >> word_end >> skipped >> braced[as<Kind::link>] >> skipped;
auto const options  = +option >> &punct<'{'>;
auto const word     = name[as<Kind::word>] >> (options | skipped);
auto const formula  = punct<'('> >> parentheses[as<Kind::math>] >> keyword<"\\)">
                    | punct<'['> >> brackets[as<Kind::math>] >> keyword<"\\]">;
auto const symbol   = character[as<Kind::symbol>];
auto const command  = punct<'\\'> >> (url | verb | href | word | formula | symbol);

auto const math     = keyword<"$$"> >> dollars[as<Kind::math>] >> keyword<"$$">
                    | punct<'$'> >> dollars[as<Kind::math>] >> punct<'$'>;
auto const dash     = keyword<"---"> | keyword<"--">;
auto const mark     = keyword<"``"> | keyword<"''"> | keyword<"?`"> | keyword<"!`">;
auto const ligature = view[dash | mark];

auto const token = view[punct<'{'>][as<Kind::open>]
                 | view[punct<'}'>][as<Kind::close>]
                 | command
                 | plain[as<Kind::text>]
                 | white[as<Kind::blank>]
                 | view[punct<'~'>][as<Kind::tie>]
                 | math
                 | ligature[as<Kind::ligature>]
                 | empty_line[as<Kind::paragraph>]
                 | character[as<Kind::text>];
// clang-format on

}  // namespace

Token next(char const*& first, char const* last) noexcept {
    char const* const start = first;
    Builder built;
    support::parse_into(token, first, last, built);
    if (built.kind == Kind::verbatim || built.kind == Kind::link) built.value = built.value.substr(1, built.value.size() - 2);
    return {built.kind, {start, static_cast<std::size_t>(first - start)}, built.value};
}

std::vector<Token> parse(std::string_view value) {
    std::vector<Token> tokens;
    char const* first = value.data();
    char const* const last = first + value.size();
    while (first != last) tokens.push_back(next(first, last));
    return tokens;
}

std::string_view group(char const* first, char const* last) noexcept {
    if (first >= last || *first != '{') return {};
    char const* const end = skip_group(first, last);
    return end == nullptr ? std::string_view{} : std::string_view{first + 1, static_cast<std::size_t>(end - first) - 2};
}

char const* copy_text(char const* first, char const* last, char* out) noexcept {
    return skip_plain<true>(first, last, out);
}

bool balance(std::string_view value) noexcept {
    using support::Lane;
    std::int64_t depth = 0;
    std::size_t escaped = value.size();  // the place of a byte that a backslash is before
    for (std::size_t begin = 0; begin < value.size(); begin += Lane::width) {
        Lane const lane(value.data() + begin);
        for (auto hits = (lane.equals('{') | lane.equals('}') | lane.equals('\\')).hits(); hits.any(); hits.drop_first()) {
            std::size_t const at = begin + static_cast<std::size_t>(hits.first());
            if (at >= value.size()) break;
            if (at == escaped) continue;
            if (value[at] == '{') ++depth;
            else if (value[at] == '\\') escaped = at + 1;
            else if (--depth < 0) return false;
        }
    }
    return depth == 0;
}

}  // namespace ibid::grammars::latex_text
