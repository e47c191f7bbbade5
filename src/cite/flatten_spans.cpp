// Flattener: spans and blocks, and what moves when text is put before or taken from under them.
#include "cite/flattener.hpp"

#include "cite/punctuation.hpp"

#include <algorithm>

namespace ibid::cite {

void Flattener::open(Face face, std::uint32_t link) {
    open_.push_back(static_cast<Offset>(block_->spans.size()));
    block_->spans.push_back({size(), size(), face, link});
}

void Flattener::close() {
    Offset const index = open_.back();
    open_.pop_back();
    Span& span = block_->spans[index];
    span.end = size();
    if (span.begin >= span.end && index + 1 == block_->spans.size()) block_->spans.pop_back();
}

int Flattener::open_format(Formatting const& format, bool flips) {
    if (format == Formatting{}) return 0;
    int opened = 0;
    // `face_of` knows the faces of an attribute, the one that undoes all others included.
    auto const change = [&](auto wanted, auto& now, auto normal, auto flipped, auto face_of) {
        using Value = decltype(wanted);
        if (wanted == Value::unset) return;
        Value const current = now == Value::unset ? normal : now;
        if (flipped && wanted == current) wanted = normal;
        if (wanted == current) return;
        open(face_of(wanted));
        ++opened;
        now = wanted;
    };
    change(format.align, now_.align, VerticalAlign::baseline, false, [](VerticalAlign align) {
        return align == VerticalAlign::sup ? Face::superscript
               : align == VerticalAlign::sub ? Face::subscript
                                             : Face::baseline;
    });
    change(format.decoration, now_.decoration, Decoration::none, flips, [](Decoration decoration) {
        return decoration == Decoration::underline ? Face::underline : Face::no_underline;
    });
    change(format.weight, now_.weight, FontWeight::normal, flips, [](FontWeight weight) {
        return weight == FontWeight::bold    ? Face::bold
               : weight == FontWeight::light ? Face::light
                                             : Face::normal_weight;
    });
    change(format.variant, now_.variant, FontVariant::normal, flips, [](FontVariant variant) {
        return variant == FontVariant::small_caps ? Face::small_caps : Face::normal_caps;
    });
    change(format.style, now_.style, FontStyle::normal, flips, [](FontStyle style) {
        return style == FontStyle::italic ? Face::italic : style == FontStyle::oblique ? Face::oblique : Face::upright;
    });
    return opened;
}

void Flattener::begin_block(Display display) {
    after_display_ = false;
    ++blocks_begun_;
    std::vector<Span> again;
    for (Offset const index : open_) {
        Span& span = block_->spans[index];
        span.end = size();
        again.push_back({0, 0, span.face, span.link});
    }
    std::vector<std::string> links = open_.empty() ? std::vector<std::string>{} : block_->links;
    blocks_.push_back({display, {}, std::move(again), std::move(links)});
    block_ = &blocks_.back();
    for (std::size_t i = 0; i < open_.size(); ++i) open_[i] = static_cast<Offset>(i);
    std::fill(marks_.begin(), marks_.end(), 0);
    kept_.clear();
    quotes_begin_ = quotes_end_ = 0;
}

/// After a block with a display: punctuation that ends it stays in it, all else begins another.
void Flattener::settle_block(std::string_view text) {
    if (!after_display_ || text.empty()) return;
    if (is_punctuation(text.front())) return;
    begin_block(Display::none);
}

void Flattener::move(Offset from, std::ptrdiff_t by) {
    auto const shift = [from, by](Offset& at) {
        if (at > from) at = static_cast<Offset>(std::max(static_cast<std::ptrdiff_t>(at) + by, std::ptrdiff_t{from}));
    };
    for (Span& span : block_->spans) {
        shift(span.begin);
        shift(span.end);
    }
    for (Range& range : kept_) {
        shift(range.begin);
        shift(range.end);
    }
    for (Offset& mark : marks_) shift(mark);
}

void Flattener::insert(Offset at, char c) {
    block_->text.insert(at, 1, c);
    move(at, 1);
}

void Flattener::drop_last() {
    block_->text.pop_back();
    move(size(), -1);
}

void Flattener::apply_case(Output const& node, Offset begin) {
    std::string_view const text = std::string_view(block_->text).substr(begin);
    std::vector<Range> kept;
    for (Range const& range : kept_)
        if (range.end > begin) kept.push_back({std::max(range.begin, begin) - begin, range.end - begin});
    std::sort(kept.begin(), kept.end(), [](Range const& a, Range const& b) { return a.begin < b.begin; });
    std::vector<std::uint32_t> cuts;
    for (Span const& span : block_->spans) {
        if (span.begin > begin) cuts.push_back(span.begin - begin);
        if (span.end > begin) cuts.push_back(span.end - begin);
    }
    std::sort(cuts.begin(), cuts.end());
    std::string_view const language = node.language.empty() ? std::string_view(punctuation_.language) : node.language;
    std::vector<CaseEdit> const edits = case_edits(node.text_case, text, kept, cuts, language);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {  // from the end, for their places to hold
        Offset const at = begin + edit->begin, length = edit->end - edit->begin;
        block_->text.replace(at, length, edit->text);
        if (edit->text.size() != length)
            move(at, static_cast<std::ptrdiff_t>(edit->text.size()) - static_cast<std::ptrdiff_t>(length));
    }
}

}  // namespace ibid::cite
