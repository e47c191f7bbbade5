// Tags in a field: paired first, then taken out.
// Specification: CSL 1.0.2, appendix "HTML-like Formatting Tags"; `nodecor` as the official suite has it.
#include "cite/field_text.hpp"

#include <algorithm>
#include <array>

namespace ibid::cite {
namespace {

struct Tag {
    std::string_view open, close;
    FieldMark mark;
};

constexpr std::array tags{
    Tag{"<i>", "</i>", FieldMark::italic},
    Tag{"<b>", "</b>", FieldMark::bold},
    Tag{"<sup>", "</sup>", FieldMark::superscript},
    Tag{"<sub>", "</sub>", FieldMark::subscript},
    Tag{"<sc>", "</sc>", FieldMark::small_caps},
    Tag{"<span style=\"font-variant:small-caps;\">", "</span>", FieldMark::small_caps},
    Tag{"<span style=\"font-variant: small-caps;\">", "</span>", FieldMark::small_caps},
    Tag{"<span class=\"nocase\">", "</span>", FieldMark::nocase},
    Tag{"<span class=\"nodecor\">", "</span>", FieldMark::undecorated},
};

struct Found {
    std::uint32_t at = 0, size = 0;
    Tag const* tag = nullptr;
    std::uint32_t other = 0;  ///< of an opening one that pairs: index of the closing one; 0: text
    bool closes = false;
};

std::vector<Found> find_tags(std::string_view markup, bool only_undecorated) {
    std::vector<Found> found;
    std::vector<std::uint32_t> open;
    for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at + 1)) {
        std::string_view const rest = markup.substr(at);
        for (Tag const& tag : tags) {
            if (only_undecorated && tag.mark != FieldMark::undecorated) continue;
            auto const index = static_cast<std::uint32_t>(found.size());
            auto const put = [&](std::string_view spelling, bool closes) {
                auto const size = static_cast<std::uint32_t>(spelling.size());
                found.push_back({static_cast<std::uint32_t>(at), size, &tag, 0, closes});
            };
            if (rest.starts_with(tag.open)) {
                open.push_back(index);
                put(tag.open, false);
                break;
            }
            if (rest.starts_with(tag.close)) {
                auto const half = std::find_if(open.rbegin(), open.rend(),
                                               [&](std::uint32_t i) { return found[i].tag->close == tag.close; });
                if (half == open.rend()) break;
                found[*half].other = index;
                open.erase(half.base() - 1, open.end());  // those opened since are text
                put(tag.close, true);
                break;
            }
        }
    }
    return found;
}

}  // namespace

std::string take_tags(std::string_view markup, std::vector<FieldRange>& ranges, bool only_undecorated) {
    std::vector<Found> const found = find_tags(markup, only_undecorated);
    std::vector<Found> taken;
    for (Found const& tag : found)
        if (tag.closes || tag.other != 0) taken.push_back(tag);
    // Where a byte of the markup is in the plain text: the bytes of all tags before it are gone.
    std::vector<std::uint32_t> gone(taken.size() + 1, 0);
    for (std::size_t i = 0; i < taken.size(); ++i) gone[i + 1] = gone[i] + taken[i].size;
    auto const plain_place = [&](std::uint32_t at) {
        auto const is_before = [at](Found const& tag) { return tag.at < at; };
        auto const behind = std::partition_point(taken.begin(), taken.end(), is_before);
        return at - gone[static_cast<std::size_t>(behind - taken.begin())];
    };
    for (FieldRange& range : ranges) {
        range.begin = plain_place(range.begin);
        range.end = plain_place(range.end);
    }
    for (Found const& tag : found)
        if (tag.other != 0)
            ranges.push_back({plain_place(tag.at + tag.size), plain_place(found[tag.other].at), tag.tag->mark});
    std::string plain;
    plain.reserve(markup.size());
    std::size_t from = 0;
    for (Found const& tag : taken) {
        plain += markup.substr(from, tag.at - from);
        from = tag.at + tag.size;
    }
    plain += markup.substr(from);
    return plain;
}

}  // namespace ibid::cite
