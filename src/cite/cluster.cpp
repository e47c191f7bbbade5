// Clusters: the cites of a cluster, sorted, grouped and collapsed, as one tree.
// Specification: CSL 1.0.2, "Citation", "Cite Grouping", "Cite Collapsing".
#include "cite/collapse.hpp"
#include "cite/state.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Whether a prefix of several words ends a sentence.
bool ends_sentence(std::string_view prefix) noexcept {
    while (!prefix.empty() && (prefix.back() == ' ' || prefix.back() == '"')) prefix.remove_suffix(1);
    if (prefix.ends_with("”")) prefix.remove_suffix(std::string_view("”").size());
    if (prefix.empty() || prefix.find(' ') == std::string_view::npos) return false;
    return prefix.back() == '.' || prefix.back() == '!' || prefix.back() == '?';
}

}  // namespace

void append_text(Output const& output, std::string& to) {
    if (output.empty()) return;
    to += output.prefix;
    to += output.text;
    bool first = true;
    for (Output const& child : output.children) {
        if (child.empty()) continue;
        if (!first) to += output.delimiter;
        first = false;
        append_text(child, to);
    }
    to += output.suffix;
}

std::string text_of(Output const& output) {
    std::string text;
    append_text(output, text);
    return text;
}

Output* find_role(Output& output, Role role) {
    if (output.role == role) return &output;
    for (Output& child : output.children)
        if (Output* const found = find_role(child, role)) return found;
    return nullptr;
}

/// A layout's affixes stand within its formatting.
Output with_look(Look const& look, Output output) {
    Output all;
    all.format = look.format, all.text_case = look.text_case;
    output.prefix = look.prefix, output.suffix = look.suffix;
    all.children.push_back(std::move(output));
    return all;
}

/// Gives a term that a text begins with a capital. True: the first letters of the text were seen.
bool capitalize_term(Output& output, std::string_view language) {
    if (output.children.empty()) {
        if (output.text.empty()) return false;
        if (output.role == Role::term) {
            CodePoint const first = code_point_at(output.text, 0);
            std::string text;
            append_utf8(text, to_title(first.value, language));
            output.text.replace(0, first.size, text);
        }
        return true;
    }
    for (Output& child : output.children) {
        if (output.role == Role::term) child.role = Role::term;
        if (capitalize_term(child, language)) return true;
    }
    return false;
}

Situation Document::State::situation_of(DocumentItem const& item, Cite const* cite, CitePosition const& position) const {
    Situation at;
    at.processor = processor;
    at.record = item.record;
    at.cite = cite;
    at.distinction = &item.distinction;
    at.first = position.first, at.subsequent = position.subsequent;
    at.ibid = position.ibid, at.ibid_with_locator = position.ibid_with_locator;
    at.near_note = position.near_note;
    at.first_note = position.first_note;
    at.citation_number = item.number;
    return at;
}

Output Document::State::render_cluster(std::span<Cite const> cites, std::span<CitePosition const> positions,
                                       bool sorted) const {
    Style const& style = processor->style();
    if (!style.citation) return {};
    Layout const& layout = *style.citation;
    std::vector<std::size_t> order;
    if (sorted) {
        order = sorted_cites(cites, positions);
    } else {
        for (std::size_t i = 0; i < cites.size(); ++i) order.push_back(i);
    }
    std::vector<RenderedCite> rendered;
    rendered.reserve(cites.size());
    for (std::size_t const i : order) {
        DocumentItem const* const one = item(cites[i].item);
        if (one == nullptr) continue;
        Situation const at = situation_of(*one, &cites[i], positions[i]);
        Renderer renderer(at);
        RenderedCite& cite = rendered.emplace_back();
        cite.output = renderer.render(layout.elements);
        cite.cite = &cites[i];
        cite.number = one->number;
        cite.year_suffix = one->distinction.year_suffix;
        prepare(cite);
        std::string_view const prefix = cites[i].prefix;
        bool const begins = prefix.empty() ? rendered.size() == 1 : ends_sentence(prefix);
        if (style.in_note && begins) capitalize_term(cite.output, processor->locale().language());
    }
    Output all = join_cites(std::move(rendered), style);
    if (all.empty()) {
        if (cites.empty() || no_printed_form.empty()) return {};
        all.text = no_printed_form;
    }
    bool const authors_only = std::all_of(cites.begin(), cites.end(),
                                          [](Cite const& cite) { return cite.mode == CiteMode::author_only; });
    if (authors_only) return all;  // part of a sentence
    return with_look(layout.look, std::move(all));
}

}  // namespace ibid::cite
