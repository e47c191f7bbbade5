// Sort: keys of items, the order of the bibliography and of the cites of a cluster.
// Specification: CSL 1.0.2, "Sorting", "Sorting Variables", "Sorting Macros".
#include "cite/state.hpp"
#include "cite/unicode.hpp"

#include <algorithm>
#include <numeric>

namespace ibid::cite {
namespace {

bool less(std::vector<SortKey> const& keys, std::vector<SortValue> const& a, std::vector<SortValue> const& b) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (a[i].there != b[i].there) return a[i].there;
        int const order = a[i].key.compare(b[i].key);
        if (order != 0) return keys[i].descending ? order > 0 : order < 0;
    }
    return false;
}

/// Whether a key is the citation number, be it by way of a macro that is nothing else.
bool is_number(SortKey const& key, Style const& style) {
    if (key.variable != VariableId::none) return key.variable == VariableId::citation_number;
    if (key.macro >= style.macros.size() || style.macros[key.macro].size() != 1) return false;
    Element const& only = style.macros[key.macro].front();
    if (auto const* const text = std::get_if<TextElement>(&only.is)) return text->variable == VariableId::citation_number;
    auto const* const number = std::get_if<NumberElement>(&only.is);
    return number != nullptr && number->variable == VariableId::citation_number;
}

/// Whether the bibliography counts backwards: it is sorted by citation numbers, if only at last, the last of them first.
bool is_number_backwards(std::vector<SortKey> const& keys, Style const& style) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](SortKey const& key) { return key.descending && is_number(key, style); });
}

}  // namespace

std::vector<SortValue> Document::State::sort_values(std::vector<SortKey> const& keys, Situation const& situation) const {
    std::vector<SortValue> values;
    values.reserve(keys.size());
    for (SortKey const& key : keys) {
        Situation at = situation;
        at.sort_key = &key;
        Renderer renderer(at);
        std::string text;
        if (key.variable != VariableId::none) {
            text = renderer.sort_value(key.variable);
        } else if (key.macro < processor->style().macros.size()) {
            Output const output = renderer.render(processor->style().macros[key.macro]);
            if (!output.empty()) text = plain(flatten(output, processor->punctuation()));
        }
        std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '"'; });
        bool const there = !text.empty();
        values.push_back({there ? collator.key(text) : std::string{}, there});
    }
    return values;
}

void Document::State::sort_items() {
    Style const& style = processor->style();
    if (style.bibliography && !style.bibliography->sort.empty()) {
        auto const& keys = style.bibliography->sort;
        std::vector<std::vector<SortValue>> values;
        values.reserve(items.size());
        for (DocumentItem const& item : items) {
            Situation at = situation_of(item, nullptr, {});
            at.in_bibliography = true;
            values.push_back(sort_values(keys, at));
        }
        std::vector<std::size_t> order(items.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return less(keys, values[a], values[b]); });
        std::vector<DocumentItem> sorted;
        sorted.reserve(items.size());
        for (std::size_t const i : order) sorted.push_back(std::move(items[i]));
        items = std::move(sorted);
    }
    bool const backwards = style.bibliography && is_number_backwards(style.bibliography->sort, style);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].number = static_cast<int>(backwards ? items.size() - i : i + 1);
        item_by_id.find(items[i].record->id)->second = i;
    }
}

/// The order in which a cluster's cites are shown.
std::vector<std::size_t> Document::State::sorted_cites(std::span<Cite const> cites,
                                                       std::span<CitePosition const> positions) const {
    std::vector<std::size_t> order(cites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Style const& style = processor->style();
    if (!style.citation || style.citation->sort.empty() || cites.size() < 2) return order;
    std::vector<std::vector<SortValue>> values;
    values.reserve(cites.size());
    for (std::size_t i = 0; i < cites.size(); ++i) {
        DocumentItem const* const one = item(cites[i].item);
        Situation at;
        Distinction distinction;  // names are sorted as the style has them
        if (one != nullptr) {
            at = situation_of(*one, &cites[i], positions[i]);
            distinction.year_suffix = one->distinction.year_suffix;
            at.distinction = &distinction;
        }
        values.push_back(one == nullptr ? std::vector<SortValue>(style.citation->sort.size())
                                        : sort_values(style.citation->sort, at));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return less(style.citation->sort, values[a], values[b]); });
    return order;
}

/// Dates as digits, names in sort order, numbers by size, texts as they are.
std::string Renderer::sort_value(VariableId variable) {
    Field const* const field = at_.record->field(variable);
    if (field != nullptr && field->kind() == Kind::date) {
        DateElement element;
        element.variable = variable;
        element.parts.resize(3);
        element.parts[1].name = DatePart::Name::month;
        element.parts[2].name = DatePart::Name::day;
        Calls calls;
        return text_of(date(element, {}, calls));
    }
    if (field != nullptr && field->kind() == Kind::names) {
        NamesElement element;
        element.variables = {variable};
        Calls calls;
        return text_of(names(element, {}, calls));
    }
    return sortable_number(plain_value(variable));
}

}  // namespace ibid::cite
