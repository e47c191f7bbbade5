// The HTML-like markup of CSL-JSON -> Text. Tags are paired first, so that those without their other half stay text.
#include "text/markup.hpp"

#include "grammars/csl_markup.hpp"
#include "grammars/support/scan.hpp"
#include "text/draft.hpp"

#include <algorithm>

namespace ibid::text {
namespace {

namespace csl_markup = grammars::csl_markup;
using csl_markup::Kind;
using csl_markup::Tag;
using csl_markup::Token;

constexpr std::uint32_t depth_limit = 64;

Style style_of(Tag tag) noexcept {
    switch (tag) {
    case Tag::italic: return Style::italic;
    case Tag::bold: return Style::bold;
    case Tag::superscript: return Style::superscript;
    case Tag::subscript: return Style::subscript;
    case Tag::span_nocase: return Style::nocase;
    default: return Style::small_caps;
    }
}

bool is_span(Tag tag) noexcept { return tag == Tag::span_nocase || tag == Tag::span_small_caps; }

/// The tags of a string, in their order, and which of them have their other half.
class Pairs {
public:
    explicit Pairs(std::string_view value) {
        char const* first = value.data();
        char const* const last = first + value.size();
        while (first != last) {
            Token const token = csl_markup::next(first, last);
            if (token.kind == Kind::open) open(token.tag);
            else if (token.kind == Kind::close) close(token.tag);
        }
    }
    /// Whether the next tag in turn is one of a pair.
    bool next() noexcept { return paired_[turn_++]; }

private:
    struct Open {
        std::uint32_t number;
        Tag tag;
    };

    void open(Tag tag) {
        if (open_.size() < depth_limit) open_.push({paired_.size(), tag});
        paired_.push(false);
    }
    void close(Tag tag) {
        for (std::uint32_t i = open_.size(); i-- != 0;) {
            if (open_[i].tag != tag && !(tag == Tag::span && is_span(open_[i].tag))) continue;
            paired_[open_[i].number] = true;
            paired_.push(true);
            open_.truncate(i);  // tags that were opened since are text
            return;
        }
        paired_.push(false);
    }

    SmallBuffer<bool, 64> paired_;
    SmallBuffer<Open, depth_limit> open_;
    std::uint32_t turn_ = 0;
};

[[gnu::noinline]] Text decode_tokens(std::string_view value, Arena& arena, Issues* issues) {
    Pairs pairs(value);
    Draft draft(arena, value.size());
    SmallBuffer<std::uint32_t, depth_limit> open;
    char const* first = value.data();
    char const* const last = first + value.size();
    while (first != last) {
        Token const token = csl_markup::next(first, last);
        if (token.kind == Kind::reference) {
            draft.put(token.code);
            if (token.code == U'&' && csl_markup::hides_reference({first, static_cast<std::size_t>(last - first)}))
                report(issues, IssueCode::double_entity, token.source);
        } else if (token.kind == Kind::text || !pairs.next()) {
            draft.put(token.source);
        } else if (token.kind == Kind::open) {
            open.push(draft.open(style_of(token.tag)));
        } else {
            draft.close(open.back());
            open.pop();
        }
    }
    return draft.finish(false);
}

}  // namespace

std::string_view reference_in(std::string_view text) noexcept {
    auto const is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#'; };
    for (std::size_t at = 0; (at = text.find('&', at)) != std::string_view::npos; ++at) {
        std::size_t end = at + 1;
        while (end < text.size() && is_part(text[end])) ++end;
        if (end > at + 1 && end < text.size() && text[end] == ';') return text.substr(at, end + 1 - at);
    }
    return {};
}

Text decode_csl_markup(std::string_view value, Arena& arena, Issues* issues) {
    char* const to = arena.reserve(value.size());
    char const* const last = value.data() + value.size();
    if (csl_markup::copy_text(value.data(), last, to) == last) return arena.commit(to + value.size());
    return decode_tokens(value, arena, issues);
}

}  // namespace ibid::text
