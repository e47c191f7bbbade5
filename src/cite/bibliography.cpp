// Bibliography: entries in their order, repeated authors replaced, the first field set apart.
// Specification: CSL 1.0.2, "Bibliography", "Bibliography-specific Options", "Reference Grouping".
#include "cite/state.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

using Rule = BibliographyOptions::SubstituteRule;

Output text_node(std::string_view text) {
    Output output;
    output.text = text;
    return output;
}

/// The nodes of a role, in their order.
void find_all(Output& output, Role role, std::vector<Output*>& to) {
    if (output.role == role) {
        to.push_back(&output);
        return;
    }
    for (Output& child : output.children) find_all(child, role, to);
}

/// What an entry says of its first names.
struct Names {
    std::string whole{};
    std::vector<std::string> persons{};
};

Names names_of(Output& node) {
    Names names;
    std::vector<Output*> lists;
    find_all(node, Role::list, lists);
    for (Output const* const list : lists) append_text(*list, names.whole);  // labels do not count
    if (lists.empty()) names.whole = text_of(node);
    std::vector<Output*> persons;
    find_all(node, Role::person, persons);
    for (Output const* const person : persons) names.persons.push_back(text_of(*person));
    return names;
}

void replace(Output& node, std::string_view text) {
    Output replaced = text_node(text);
    replaced.role = node.role;
    node = std::move(replaced);
}

/// Names that the entry before has as well give way to the substitute.
void substitute(Output& node, Names const& before, Names const& now, Rule rule, std::string_view text) {
    std::vector<Output*> persons;
    find_all(node, Role::person, persons);
    if (persons.empty()) {
        if (before.whole == now.whole) replace(node, text);
        return;
    }
    std::size_t const common = std::min(before.persons.size(), now.persons.size());
    std::size_t same = 0;
    while (same < common && before.persons[same] == now.persons[same]) ++same;
    switch (rule) {
    case Rule::complete_all:
        if (before.whole != now.whole) return;
        // Labels stay: the lists of names give way as a whole.
        {
            std::vector<Output*> lists;
            find_all(node, Role::list, lists);
            for (Output* const list : lists) *list = Output{};
            replace(*lists.front(), text);
        }
        return;
    case Rule::complete_each:
        if (before.whole != now.whole) return;
        for (Output* const person : persons) replace(*person, text);
        return;
    case Rule::partial_each:
        for (std::size_t i = 0; i < same; ++i) replace(*persons[i], text);
        return;
    case Rule::partial_first:
        if (same > 0) replace(*persons.front(), text);
        return;
    }
}

/// Takes away the number, or the label that stands in its place.
void drop_label(Output& entry, bool is_label) {
    if (Output* const number = find_role(entry, Role::citation_number)) *number = Output{};
    else if (is_label && entry.children.size() > 1) entry.children.erase(entry.children.begin());
}

/// The first element of the layout in the margin, the rest beside it.
void align(Output& entry, std::string& label) {
    if (entry.children.size() < 2) return;
    Output first = std::move(entry.children.front());
    label = text_of(first);
    entry.children.erase(entry.children.begin());
    Output margin, rest;
    margin.children.push_back(std::move(first));
    margin.display = Display::left_margin;
    rest.children = std::move(entry.children);
    rest.display = Display::right_inline;
    bool const blank = rest.children.back().suffix.ends_with(' ');
    if (blank) rest.children.back().suffix.pop_back();
    entry.children.clear();
    entry.children.push_back(std::move(margin));
    entry.children.push_back(std::move(rest));
    if (blank) entry.children.push_back(text_node(" "));  // it ends the entry, not the field
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Bibliography Document::State::make_bibliography() const {
    Style const& style = processor->style();
    Bibliography to;
    if (!style.bibliography) return to;
    Layout const& layout = *style.bibliography;
    BibliographyOptions const& options = style.bibliography_options;
    to.entry_spacing = options.entry_spacing, to.line_spacing = options.line_spacing;
    to.hanging_indent = options.hanging_indent;
    to.second_field_align = options.second_field_align;
    Names before;
    to.entries.reserve(items.size());
    for (DocumentItem const& item : items) {
        Situation at = situation_of(item, nullptr, {});
        at.in_bibliography = true;
        at.first_note = item.first_note;
        Renderer renderer(at);
        Output entry = renderer.render(layout.elements);
        if (options.subsequent_author_substitute) {
            Names now;
            if (Output* const node = find_role(entry, Role::names)) {
                now = names_of(*node);
                substitute(*node, before, now, options.substitute_rule, *options.subsequent_author_substitute);
            }
            before = std::move(now);
        }
        bool const aligned = options.second_field_align != BibliographyOptions::SecondFieldAlign::none;
        if (!labels) {
            drop_label(entry, aligned && processor->calls(var::citation_label));
        } else if (aligned) {
            std::string label;
            align(entry, label);
            to.widest_label = std::max(to.widest_label, code_points(label));
        }
        if (entry.empty()) continue;
        capitalize_term(entry, processor->locale().language());
        entry = with_look(layout.look, std::move(entry));
        to.entries.push_back({item.record->id, flatten(entry, processor->punctuation())});
    }
    return to;
}

}  // namespace ibid::cite
