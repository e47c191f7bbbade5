// An item's text as a tree of outputs: its ranges become nodes, its quotation marks go, its apostrophes are curved.
#include "cite/output.hpp"

#include "cite/field_text.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Whether there is anything in a text that makes more of it than a copy: quotation marks and apostrophes, and blanks
/// that stand before or behind punctuation as in French.
bool is_simple(std::string_view text) noexcept {
    char before = 0;
    for (char const c : text) {
        if (c == '\'' || c == '"' || c == '\xE2' || c == '\xC2') return false;
        if (before == ' ' && (c == ':' || c == ';' || c == '?' || c == '!')) return false;
        before = c;
    }
    return true;
}

/// Appends a text as a typesetter has it: apostrophes are curved, and blanks before `: ; ? ! »` and behind `«` are narrow
/// and keep lines together.
void append_set(std::string& to, std::string_view text) {
    constexpr std::string_view narrow_blank = "\u202F";
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '\'') {
            to += "’";
        } else if (c == ' ') {
            std::string_view const after = text.substr(at + 1);
            bool const narrow = after.starts_with(':') || after.starts_with(';') || after.starts_with('?')
                                || after.starts_with('!') || after.starts_with("»") || to.ends_with("«");
            to += narrow ? narrow_blank : std::string_view(" ");
        } else {
            to += c;
        }
    }
}

/// Makes nodes of ranges.
class Builder {
public:
    Builder(std::string_view text, std::vector<FieldRange> const& ranges) : text_(text), ranges_(ranges) {}

    /// The nodes of [begin, end) from the range `next_` on.
    void build(Output& to, std::uint32_t begin, std::uint32_t end, bool literal) {
        std::uint32_t from = begin;
        while (next_ < ranges_.size() && ranges_[next_].begin < end) {
            FieldRange const range = ranges_[next_++];
            if (range.end > end || range.begin < from) continue;  // crosses another
            leaf(to, from, range.begin, literal);
            Output node = node_of(range.mark);
            if (!range.tex.empty()) node.tex = '$' + std::string(range.tex) + '$';
            bool const within = literal || range.mark == FieldMark::literal;
            build(node, range.begin + range.inset, range.end - range.outset, within);
            if (!node.empty()) to.children.push_back(std::move(node));
            from = range.end;
        }
        if (from == begin && to.children.empty()) text_of(to.text, from, end, literal);
        else leaf(to, from, end, literal);
    }

private:
    void text_of(std::string& to, std::uint32_t begin, std::uint32_t end, bool literal) const {
        std::string_view const text = text_.substr(begin, end - begin);
        if (literal) to.append(text);
        else append_set(to, text);
    }

    void leaf(Output& to, std::uint32_t begin, std::uint32_t end, bool literal) const {
        if (begin >= end) return;
        to.children.emplace_back();
        text_of(to.children.back().text, begin, end, literal);
    }

    static Output node_of(FieldMark mark) {
        Output node;
        node.flips = node.one_text = true;
        switch (mark) {
        case FieldMark::italic: node.format.style = FontStyle::italic; break;
        case FieldMark::bold: node.format.weight = FontWeight::bold; break;
        case FieldMark::superscript: node.format.align = VerticalAlign::sup; break;
        case FieldMark::subscript: node.format.align = VerticalAlign::sub; break;
        case FieldMark::small_caps: node.format.variant = FontVariant::small_caps; break;
        case FieldMark::nocase: node.keeps_case = true; break;
        case FieldMark::undecorated:
            node.format.style = FontStyle::normal;
            node.format.variant = FontVariant::normal;
            node.format.weight = FontWeight::normal;
            node.format.decoration = Decoration::none;
            node.flips = false;
            node.keeps_case = true;
            break;
        case FieldMark::literal: break;
        case FieldMark::quotation: node.quoted = true; break;
        case FieldMark::single_quotation: node.quoted = node.single_quotes = true; break;
        }
        return node;
    }

    std::string_view text_;
    std::vector<FieldRange> const& ranges_;
    std::size_t next_ = 0;
};

Output tree_of(std::string_view text, std::vector<FieldRange>& ranges) {
    Output output;
    output.one_text = true;
    if (is_simple(text)) {
        if (ranges.empty()) {
            output.text = text;
            return output;
        }
    } else {
        find_quotations(text, ranges);
    }
    sort_ranges(ranges);
    Builder(text, ranges).build(output, 0, static_cast<std::uint32_t>(text.size()), false);
    return output;
}

void add_range(std::vector<FieldRange>& ranges, Mark const& mark, std::string_view plain) {
    auto const add = [&](FieldMark kind) {
        if (mark.begin < mark.end) ranges.push_back({.begin = mark.begin, .end = mark.end, .mark = kind});
    };
    switch (mark.style) {
    case Style::italic: add(FieldMark::italic); break;
    case Style::bold: add(FieldMark::bold); break;
    case Style::superscript: add(FieldMark::superscript); break;
    case Style::subscript: add(FieldMark::subscript); break;
    case Style::small_caps: add(FieldMark::small_caps); break;
    case Style::nocase: add(FieldMark::nocase); break;
    case Style::math:
        add(FieldMark::nocase);
        if (!ranges.empty() && mark.begin < mark.end) ranges.back().tex = mark.argument.empty() ? plain.substr(mark.begin, mark.end - mark.begin) : mark.argument;
        add(FieldMark::literal);
        break;
    case Style::verbatim: add(FieldMark::literal); break;
    case Style::quoted:  // its quotation marks are found where they stand
    case Style::tex:
    case Style::language:
    case Style::subtitle: break;
    }
}

}  // namespace

bool Output::empty() const noexcept {
    auto const is_empty = [](Output const& child) { return child.empty(); };
    return text.empty() && std::all_of(children.begin(), children.end(), is_empty);
}

Output output_of(Text const& text) {
    std::vector<FieldRange> ranges;
    for (Mark const& mark : text.marks) add_range(ranges, mark, text.plain);
    if (text.plain.find("<span class=\"nodecor\">") == std::string_view::npos) return tree_of(text.plain, ranges);
    std::string const plain = take_tags(text.plain, ranges, true);
    return tree_of(plain, ranges);
}

Output output_of_markup(std::string_view markup) {
    std::vector<FieldRange> ranges;
    if (markup.find('<') == std::string_view::npos) return tree_of(markup, ranges);
    std::string const plain = take_tags(markup, ranges, false);
    return tree_of(plain, ranges);
}

}  // namespace ibid::cite
