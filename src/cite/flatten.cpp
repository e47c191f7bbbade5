// Flattening: the order in which affixes, quotes, formatting, content and letter case of a node are settled.
// Specification: CSL 1.0.2, "Affixes", "Delimiter", "Display", "Formatting", "Quotes", "Strip-periods", "Text-case".
#include "cite/flattener.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Whether a node's letters stay as they are: those that the item protects, and small capitals and raised or lowered
/// letters of the item, which mean something.
bool keeps_case(Output const& node) noexcept {
    return node.keeps_case
           || (node.flips
               && (node.format.variant == FontVariant::small_caps || node.format.align != VerticalAlign::unset));
}

}  // namespace

void Flattener::put(Output const& node) {
    if (!node.empty()) put_node(node);
}

void Flattener::put_node(Output const& node) {
    bool const displays = node.display != Display::none;
    if (displays) begin_block(node.display);
    append(node.prefix);

    bool const quoted = node.quotes || node.quoted;
    int const depth = quote_depth_;
    bool const inner = depth % 2 != 0 || (depth == 0 && node.single_quotes && punctuation_.open_inner_quote == "‘");
    if (quoted) {
        put_quote(inner ? punctuation_.open_inner_quote : punctuation_.open_quote, true);
        quote_depth_ = inner ? 2 : 1;
    }
    if (!node.link.empty()) {
        block_->links.push_back(node.link);
        open(Face::link, static_cast<std::uint32_t>(block_->links.size() - 1));
    }
    if (!node.tex.empty()) {
        block_->links.push_back(node.tex);
        open(Face::tex, static_cast<std::uint32_t>(block_->links.size() - 1));
    }
    Formatting const before = now_;
    int const spans = open_format(node.format, node.flips);
    bool const notes = node.text_case != TextCase::none || keeps_case(node);
    std::uint32_t const block = blocks_begun_;
    if (notes) marks_.push_back(size());

    put_content(node);

    if (notes) {
        Offset const begin = blocks_begun_ == block ? std::min(marks_.back(), size()) : 0;
        marks_.pop_back();
        if (node.text_case != TextCase::none) apply_case(node, begin);
        if (keeps_case(node)) kept_.push_back({begin, size()});
    }
    now_ = before;
    for (int i = 0; i < spans; ++i) close();
    if (!node.tex.empty()) close();
    if (!node.link.empty()) close();
    quote_depth_ = depth;
    if (quoted) put_quote(inner ? punctuation_.close_inner_quote : punctuation_.close_quote, false);
    append(node.suffix);
    if (displays) after_display_ = true;
}

/// Of a name such as "example.org" the period stays.
std::string Flattener::without_periods(std::string_view text) {
    std::string stripped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const within = i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z';
        if (text[i] != '.' || within) stripped += text[i];
    }
    return stripped;
}

void Flattener::put_content(Output const& node) {
    strip_depth_ += node.strip_periods;
    if (!node.text.empty()) {
        if (strip_depth_ != 0) {
            append(without_periods(node.text));
        } else {
            append(node.text);
        }
    }
    put_children(node);
    strip_depth_ -= node.strip_periods;
}

void Flattener::put_children(Output const& node) {
    bool first = true;
    for (Output const& child : node.children) {
        if (child.empty()) continue;
        if (!first) {
            append(node.delimiter);
            within_text_ = node.one_text;
        }
        first = false;
        put_node(child);
    }
}

std::vector<Block> Flattener::finish() {
    blocks_.erase(std::remove_if(blocks_.begin(), blocks_.end(), [](Block const& block) { return block.text.empty(); }),
                  blocks_.end());
    return std::move(blocks_);
}

std::vector<Block> flatten(Output const& output, Punctuation const& punctuation) {
    Flattener flattener(punctuation);
    flattener.put(output);
    return flattener.finish();
}

std::string plain(std::span<Block const> blocks) {
    std::string text;
    for (Block const& block : blocks) text += block.text;
    return text;
}

}  // namespace ibid::cite
