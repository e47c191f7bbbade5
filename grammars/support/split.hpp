// X3 directive for texts that are read from a place within: `split<&where>(left, right)`. Formatted text has no brackets
// to go by; where a title ends is told by what follows it, so a function finds the place and a rule reads either side.
#pragma once

#include "grammars/support/cut.hpp"
#include "grammars/support/directives.hpp"

namespace ibid::grammars::support {

/// `split<&where>(left, right)`: `bool where(first, last, Cut&)` finds a cut, or, given the one it found before, the
/// next. Both rules have to take all of their side. A few cuts are tried, so that time stays linear.
template <auto Where, typename Left, typename Right>
struct Split : x3::parser<Split<Where, Left, Right>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;
    static constexpr int most_cuts = 8;

    constexpr Split(Left const& left, Right const& right, char const* name) : left_{left}, right_{right}, name_{name} {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(char const*& first, char const* const& last, Context const& context, RuleContext& rule, Attribute&) const {
        auto& sink = sink_of(context);
        auto const mark = sink.mark();
        Cut cut;
        for (int tried = 0; tried < most_cuts && Where(first, last, cut); ++tried) {
            char const* left = first;
            char const* right = cut.right_begin;
            if (left_.parse(left, cut.left_end, context, rule, x3::unused) && left == cut.left_end &&
                right_.parse(right, last, context, rule, x3::unused) && right == last) {
                first = last;
                return true;
            }
            sink.rewind(mark);
        }
        if (cut.left_end == nullptr && name_ != nullptr) note_failure(context, first, name_);
        return false;
    }

private:
    Left left_;
    Right right_;
    char const* name_;
};

/// `name`: what a message is to say where there is no place to cut at; null: nothing.
template <auto Where, typename Left, typename Right>
constexpr auto split(Left const& left, Right const& right, char const* name = nullptr) {
    using L = typename x3::extension::as_parser<Left>::value_type;
    using R = typename x3::extension::as_parser<Right>::value_type;
    return Split<Where, L, R>{x3::as_parser(left), x3::as_parser(right), name};
}

}  // namespace ibid::grammars::support
