// Text -> the HTML-like markup of CSL-JSON, or plain text without it.
#include "text/markup.hpp"

#include "grammars/csl_markup.hpp"
#include "grammars/support/scan.hpp"
#include "text/small_buffer.hpp"

#include <algorithm>

namespace ibid::text {
namespace {

using grammars::support::scan_to;

struct Tags {
    std::string_view open{}, close{};
};

Tags tags_of(Mark const& mark) noexcept {
    switch (mark.style) {
    case Style::italic: return {"<i>", "</i>"};
    case Style::bold: return {"<b>", "</b>"};
    case Style::superscript: return {"<sup>", "</sup>"};
    case Style::subscript: return {"<sub>", "</sub>"};
    case Style::small_caps: return {"<span style=\"font-variant:small-caps;\">", "</span>"};
    case Style::nocase: return {"<span class=\"nocase\">", "</span>"};
    default: return {};
    }
}

/// A formula that has no reading stands between dollars.
Tags plain_tags_of(Mark const& mark) noexcept {
    return shows_in_plain(mark) ? Tags{"$", "$"} : Tags{};
}

char* put(std::string_view bytes, char* to) noexcept { return to + bytes.copy(to, bytes.size()); }

/// Plain text from `begin` to `end`; what is behind it counts when it comes to whether a `<` begins a tag.
char* escape(std::string_view whole, std::size_t begin, std::size_t end, char* out) noexcept {
    char const* first = whole.data() + begin;
    char const* const last = whole.data() + end;
    for (;;) {
        char const* const at = scan_to<'<', '&'>(first, last);
        out = put({first, static_cast<std::size_t>(at - first)}, out);
        if (at == last) return out;
        std::string_view const rest = whole.substr(static_cast<std::size_t>(at - whole.data()));
        if (!grammars::csl_markup::begins_markup(rest)) *out++ = *at;
        else out = put(*at == '<' ? "&lt;" : "&amp;", out);
        first = at + 1;
    }
}

/// Goes along the marks; `tags` says what stands around each.
template <class TagsOf>
char* encode(Text const& text, char* out, TagsOf const& tags) {
    struct Open {
        std::uint32_t end;
        std::string_view close;
    };
    SmallBuffer<Open, 16> open;
    auto const size = static_cast<std::uint32_t>(text.plain.size());
    std::uint32_t at = 0;
    auto const advance = [&](std::uint32_t to) {
        while (!open.empty() && open.back().end <= to) {
            Open const inner = open.back();
            open.pop();
            out = put(inner.close, escape(text.plain, at, inner.end, out));
            at = inner.end;
        }
        out = escape(text.plain, at, to, out);
        at = to;
    };
    for (Mark const& mark : text.marks) {
        if (mark.begin < at || mark.begin >= mark.end || mark.begin >= size) continue;  // marks never cross
        advance(mark.begin);
        Tags const around = tags(mark);
        if (around.open.empty()) continue;
        out = put(around.open, out);
        open.push({std::min(mark.end, open.empty() ? size : open.back().end), around.close});
    }
    advance(size);
    return out;
}

}  // namespace

std::size_t csl_markup_size(Text const& text) noexcept {
    constexpr std::size_t longest_tags = 48;       // of small capitals
    constexpr std::size_t longest_reference = 4;  // `&amp;` for `&`
    std::size_t size = text.plain.size() + text.marks.size() * longest_tags;
    char const* const last = text.plain.data() + text.plain.size();
    for (char const* at = text.plain.data(); (at = scan_to<'<', '&'>(at, last)) != last; ++at) size += longest_reference;
    return size;
}

char* encode_csl_markup(Text const& text, char* out) {
    return encode(text, out, [](Mark const& mark) {
        Tags const tags = tags_of(mark);
        return tags.open.empty() ? plain_tags_of(mark) : tags;
    });
}

bool shows_in_plain(Mark const& mark) noexcept { return mark.style == Style::math && mark.argument.empty(); }

char* encode_plain(Text const& text, char* out) {
    return encode(text, out, [](Mark const& mark) { return plain_tags_of(mark); });
}

}  // namespace ibid::text
