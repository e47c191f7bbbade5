// CSL markup: the rules for one tag or reference, by X3.
#include "grammars/csl_markup.hpp"

#include "grammars/csl_markup_entities.hpp"
#include "grammars/support/primitives.hpp"

#include <boost/spirit/home/x3/operator.hpp>

namespace ibid::grammars::csl_markup {
namespace {

namespace x3 = support::x3;
using support::keyword, support::keyword_in_any_case, support::punct;

// ---- primitives

/// A reference without its delimiters; fails if it names no character.
struct Reference : support::SlicePrimitive<Reference> {
    static char const* scan(char const* first, char const* last) noexcept {
        constexpr std::ptrdiff_t longest = 10;
        char const* const limit = last - first > longest ? first + longest : last;
        char const* const end = support::scan_class<support::letter | support::digit | support::bytes("#")>(first, limit);
        return character_of({first, static_cast<std::size_t>(end - first)}) != 0 ? end : nullptr;
    }
    static constexpr char const* what() noexcept { return "a character reference"; }
};
constexpr Reference name{};

template <Kind K, Tag T>
struct As {
    template <typename Context>
    IBID_INLINE void operator()(Context const& context) const {
        Token& token = support::sink_of(context);
        token.kind = K;
        token.tag = T;
        if constexpr (K == Kind::reference) token.code = character_of(x3::_attr(context));
    }
};
template <Tag T> constexpr As<Kind::open, T> opens{};
template <Tag T> constexpr As<Kind::close, T> closes{};

// ---- grammar

// clang-format off
template <typename Name>
auto quoted(Name const& value) { return (punct<'"'> >> value >> punct<'"'>) | (punct<'\''> >> value >> punct<'\''>); }

auto const spaces     = support::spaces;
auto const property   = keyword_in_any_case<"font-variant"> >> spaces >> punct<':'> >> spaces
                     >> keyword_in_any_case<"small-caps"> >> spaces >> -punct<';'>;
auto const attribute  = (keyword_in_any_case<"style"> >> punct<'='> >> quoted(property))[opens<Tag::span_small_caps>]
                      | (keyword_in_any_case<"class"> >> punct<'='> >> quoted(keyword<"nocase">))[opens<Tag::span_nocase>];

auto const element    = keyword_in_any_case<"i>">[opens<Tag::italic>]
                      | keyword_in_any_case<"b>">[opens<Tag::bold>]
                      | keyword_in_any_case<"sup>">[opens<Tag::superscript>]
                      | keyword_in_any_case<"sub>">[opens<Tag::subscript>]
                      | keyword_in_any_case<"sc>">[opens<Tag::small_caps>]
                      | (keyword_in_any_case<"span "> >> spaces >> attribute >> spaces >> punct<'>'>);
auto const end        = keyword_in_any_case<"/i>">[closes<Tag::italic>]
                      | keyword_in_any_case<"/b>">[closes<Tag::bold>]
                      | keyword_in_any_case<"/sup>">[closes<Tag::superscript>]
                      | keyword_in_any_case<"/sub>">[closes<Tag::subscript>]
                      | keyword_in_any_case<"/sc>">[closes<Tag::small_caps>]
                      | keyword_in_any_case<"/span>">[closes<Tag::span>];
auto const tag        = punct<'<'> >> (end | element);
auto const character  = name[As<Kind::reference, Tag::none>{}] >> punct<';'>;
auto const reference  = punct<'&'> >> character;
auto const markup     = tag | reference;
// clang-format on

}  // namespace

Token next(char const*& first, char const* last) noexcept {
    char const* const start = first;
    Token token;
    if (!support::parse_into(markup, first, last, token)) {
        token = {};
        first = support::scan_to<'<', '&'>(start + 1, last);
    }
    token.source = {start, static_cast<std::size_t>(first - start)};
    return token;
}

std::vector<Token> parse(std::string_view value) {
    std::vector<Token> tokens;
    char const* first = value.data();
    char const* const last = first + value.size();
    while (first != last) tokens.push_back(next(first, last));
    return tokens;
}

bool begins_markup(std::string_view value) noexcept {
    char const* first = value.data();
    return next(first, first + value.size()).kind != Kind::text;
}

bool hides_reference(std::string_view value) noexcept {
    char const* first = value.data();
    Token ignored;
    return support::parse_into(character, first, first + value.size(), ignored);
}

#if defined(__SSE2__)
char const* copy_text(char const* first, char const* last, char* out) noexcept {
    for (; first < last; first += 16, out += 16) {
        __m128i const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(first));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out), bytes);
        __m128i const found = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('<')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('&')));
        if (int const hits = _mm_movemask_epi8(found); hits != 0)
            return std::min(first + std::countr_zero(static_cast<unsigned>(hits)), last);
    }
    return last;
}
#else
char const* copy_text(char const* first, char const* last, char* out) noexcept {
    while (first != last && *first != '<' && *first != '&') *out++ = *first++;
    return first;
}
#endif

}  // namespace ibid::grammars::csl_markup
