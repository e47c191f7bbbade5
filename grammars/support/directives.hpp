// X3 directives that every grammar of ibid needs: a slice of the source as attribute, a sink that is undone when a
// rule fails, the furthest failure without exceptions. A sink is the tree under construction, handed down in X3's
// context; it says `auto mark() const` (its sizes) and `void rewind(mark)` (truncate), and nothing else.
#pragma once

#include <string_view>
#include <type_traits>

#include <boost/spirit/home/x3/core/parser.hpp>
#include <boost/spirit/home/x3/core/action.hpp>
#include <boost/spirit/home/x3/support/context.hpp>
#include <boost/spirit/home/x3/support/traits/container_traits.hpp>
#include <boost/spirit/home/x3/support/unused.hpp>

#include "grammars/support/lane.hpp"

/// A slice is a value, not a container of characters to insert into.
template <>
struct boost::spirit::x3::traits::detail::is_container_impl<std::string_view, void> : boost::mpl::false_ {};

namespace ibid::grammars::support {

namespace x3 = boost::spirit::x3;

/// Gives the slice [first, last) to an attribute; to `unused`, nothing.
template <typename Attribute>
IBID_INLINE void give(Attribute& attribute, char const* first, char const* last) {
    if constexpr (std::is_assignable_v<Attribute&, std::string_view> && !std::is_same_v<Attribute, x3::unused_type>)
        attribute = std::string_view{first, static_cast<std::size_t>(last - first)};
}

/// `view[p]`: what `p` consumed, as a std::string_view into the source; a slice is its own position.
template <typename Subject>
struct View : x3::unary_parser<Subject, View<Subject>> {
    using attribute_type = std::string_view;
    static bool const has_attribute = true;
    static bool const handles_container = false;

    constexpr explicit View(Subject const& inner) : x3::unary_parser<Subject, View>{inner} {}

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule,
                           Attribute& attribute) const {
        char const* const start = first;
        if (!this->subject.parse(first, last, context, rule, x3::unused)) return false;
        give(attribute, start, first);
        return true;
    }
};

/// `rare[p]`: `p` as a call of its own. For repairs: the straight way stays small and in the processor's cache.
template <typename Subject>
struct Rare : x3::unary_parser<Subject, Rare<Subject>> {
    static bool const is_pass_through_unary = true;
    static bool const handles_container = Subject::handles_container;

    constexpr explicit Rare(Subject const& inner) : x3::unary_parser<Subject, Rare<Subject>>{inner} {}

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule,
                           Attribute& attribute) const {
        char const* at = first;  // a copy to point at: `first` itself can stay in a register
        bool const parsed = call(at, last, context, rule, attribute);
        first = at;
        return parsed;
    }

private:
    template <typename Context, typename RuleContext, typename Attribute>
    [[gnu::noinline, gnu::cold]] bool call(char const*& first, char const* last, Context const& context,
                                           RuleContext& rule, Attribute& attribute) const {
        return this->subject.parse(first, last, context, rule, attribute);
    }
};

/// `tight[p]`: `p` with all it calls in one piece, as its author wrote it by hand. For the innermost loop of a grammar.
template <typename Subject>
struct Tight : x3::unary_parser<Subject, Tight<Subject>> {
    static bool const is_pass_through_unary = true;
    static bool const handles_container = Subject::handles_container;

    constexpr explicit Tight(Subject const& inner) : x3::unary_parser<Subject, Tight<Subject>>{inner} {}

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule,
                           Attribute& attribute) const {
        auto const [parsed, end] = call(first, last, context, rule, attribute);
        first = end;
        return parsed;
    }

private:
    struct Outcome {
        bool parsed;
        char const* end;
    };
    template <typename Context, typename RuleContext, typename Attribute>
    [[gnu::noinline, gnu::flatten]] Outcome call(char const* first, char const* last, Context const& context,
                                                 RuleContext& rule, Attribute& attribute) const {
        bool const parsed = this->subject.parse(first, last, context, rule, attribute);
        return {parsed, first};
    }
};

struct SinkTag;
struct FurthestTag;

/// The sink in X3's context.
template <typename Context>
IBID_INLINE auto& sink_of(Context const& context) {
    return x3::get<SinkTag>(context);
}

/// `attempt[p]`: a transaction. X3 restores the position of a failed rule but not its side effects: a rule that
/// writes to the sink and can still fail belongs in here.
template <typename Subject>
struct Attempt : x3::unary_parser<Subject, Attempt<Subject>> {
    static bool const is_pass_through_unary = true;
    static bool const handles_container = Subject::handles_container;

    constexpr explicit Attempt(Subject const& inner) : x3::unary_parser<Subject, Attempt>{inner} {}

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule,
                           Attribute& attribute) const {
        auto& sink = sink_of(context);
        auto const mark = sink.mark();
        char const* const start = first;
        if (this->subject.parse(first, last, context, rule, attribute)) return true;
        sink.rewind(mark);
        first = start;
        return false;
    }
};

/// The furthest place where a rule could not go on, and what it would have taken there: the best short message
/// about a text that is wrong as a whole. Put one into the context (`parse_into`) to have it filled.
struct Furthest {
    char const* where = nullptr;
    char const* expected = "";
};

/// Notes a failure at `where`; costs nothing in a grammar without a Furthest in its context. The first word about
/// a place stays, unless a rule that has a name of its own speaks (`Named`).
template <bool Named = false, typename Context>
IBID_INLINE void note_failure([[maybe_unused]] Context const& context, [[maybe_unused]] char const* where,
                              [[maybe_unused]] char const* expected) {
    if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(x3::get<FurthestTag>(context))>, x3::unused_type>) {
        Furthest& furthest = x3::get<FurthestTag>(context);
        if (where > furthest.where || (Named && where == furthest.where)) furthest = {where, expected};
    }
}

/// `expected("a month")[p]`: what a message is to say when `p` fails here.
template <typename Subject>
struct Expected : x3::unary_parser<Subject, Expected<Subject>> {
    static bool const is_pass_through_unary = true;
    static bool const handles_container = Subject::handles_container;

    constexpr Expected(Subject const& inner, char const* name)
        : x3::unary_parser<Subject, Expected>{inner}, name_{name} {}

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule,
                           Attribute& attribute) const {
        if (this->subject.parse(first, last, context, rule, attribute)) return true;
        note_failure<true>(context, first, name_);
        return false;
    }

private:
    char const* name_;
};

template <template <typename> class Directive>
struct Brackets {
    template <typename Subject>
    constexpr auto operator[](Subject const& subject) const {
        using Parser = typename x3::extension::as_parser<Subject>::value_type;
        return Directive<Parser>{x3::as_parser(subject)};
    }
};
inline constexpr Brackets<View> view{};
inline constexpr Brackets<Attempt> attempt{};
inline constexpr Brackets<Rare> rare{};
inline constexpr Brackets<Tight> tight{};

struct ExpectedBrackets {
    char const* name;
    template <typename Subject>
    constexpr auto operator[](Subject const& subject) const {
        using Parser = typename x3::extension::as_parser<Subject>::value_type;
        return Expected<Parser>{x3::as_parser(subject), name};
    }
};
constexpr ExpectedBrackets expected(char const* name) noexcept { return {name}; }

/// `p[put<&Sink::member>]`: hands the attribute of `p` to a member function of the sink.
template <auto Member>
struct Put {
    template <typename Context>
    IBID_INLINE void operator()(Context const& context) const {
        (sink_of(context).*Member)(x3::_attr(context));
    }
};
template <auto Member>
inline constexpr Put<Member> put{};

/// `does<&f>`: a step that is easier said as a function, `bool f(char const*& first, char const* last, Sink&)`; like
/// a parser it moves `first` behind what it takes, or fails and leaves it.
template <auto Function>
struct Does : x3::parser<Does<Function>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute&) const {
        char const* at = first;
        if (!Function(at, last, sink_of(context))) return false;
        first = at;
        return true;
    }
};
template <auto Function>
inline constexpr Does<Function> does{};

/// `takes<&f>`: the same with a slice of the source as attribute, `bool f(first, last, Sink&, std::string_view&)`.
template <auto Function>
struct Takes : x3::parser<Takes<Function>> {
    using attribute_type = std::string_view;
    [[maybe_unused]] static bool const has_attribute = true;

    template <typename Context, typename RuleContext, typename Attribute>
    IBID_INLINE bool parse(char const*& first, char const* const& last, Context const& context, RuleContext&,
                           Attribute& attribute) const {
        char const* at = first;
        std::string_view slice;
        if (!Function(at, last, sink_of(context), slice)) return false;
        first = at;
        if constexpr (!std::is_same_v<std::remove_const_t<Attribute>, x3::unused_type>) attribute = slice;
        return true;
    }
};
template <auto Function>
inline constexpr Takes<Function> takes{};

/// Runs `parser` from `first`, which moves behind what was consumed; side effects go to `sink`.
template <typename Parser, typename Sink>
IBID_INLINE bool parse_into(Parser const& parser, char const*& first, char const* last, Sink& sink) {
    auto const context = x3::make_context<SinkTag>(sink);
    return parser.parse(first, last, context, x3::unused, x3::unused);
}

/// The same, and `furthest` says afterwards where and why it did not go on.
template <typename Parser, typename Sink>
IBID_INLINE bool parse_into(Parser const& parser, char const*& first, char const* last, Sink& sink, Furthest& furthest) {
    auto const inner = x3::make_context<FurthestTag>(furthest);
    auto const context = x3::make_context<SinkTag>(sink, inner);
    return parser.parse(first, last, context, x3::unused, x3::unused);
}

}  // namespace ibid::grammars::support
