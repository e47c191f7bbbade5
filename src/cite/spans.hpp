// Walking a block: its text in pieces, and the spans that open and close between them.
#pragma once

#include "cite/output.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// Calls on_text(piece) for each piece of the text and on_span(span, opens) where a span opens or closes, in their order.
template <class OnText, class OnSpan>
void walk_spans(Block const& block, OnText&& on_text, OnSpan&& on_span) {
    std::string_view const text = block.text;
    std::vector<Span const*> open;
    std::size_t at = 0;
    auto const advance = [&](std::size_t end) {
        if (end > at) on_text(text.substr(at, end - at));
        at = std::max(at, end);
    };
    auto const close_until = [&](std::size_t begin) {
        while (!open.empty() && open.back()->end <= begin) {
            advance(open.back()->end);
            on_span(*open.back(), false);
            open.pop_back();
        }
    };
    for (Span const& span : block.spans) {
        if (span.begin >= span.end) continue;
        close_until(span.begin);
        advance(span.begin);
        on_span(span, true);
        open.push_back(&span);
    }
    close_until(text.size());
    advance(text.size());
}

}  // namespace ibid::cite
