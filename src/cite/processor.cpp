// Processor: what is found out of a style once.
#include "cite/processor.hpp"

#include "cite/render.hpp"

#include <type_traits>

namespace ibid::cite {
namespace {

void note(VariableId variable, std::vector<bool>& called) {
    if (variable != VariableId::none) called[static_cast<std::size_t>(variable)] = true;
}

void note_all(Elements const& elements, std::vector<bool>& called) {
    for (Element const& element : elements) {
        std::visit(
            [&](auto const& is) {
                using Kind = std::decay_t<decltype(is)>;
                if constexpr (std::is_same_v<Kind, NamesElement>) {
                    for (VariableId const variable : is.variables) note(variable, called);
                    note_all(is.substitute, called);
                } else if constexpr (std::is_same_v<Kind, GroupElement>) {
                    note_all(is.children, called);
                } else if constexpr (std::is_same_v<Kind, ChooseElement>) {
                    for (auto const& branch : is.branches) note_all(branch.children, called);
                } else {
                    note(is.variable, called);
                }
            },
            element.is);
    }
}

}  // namespace

Processor::Processor(Style style, Locale locale)
    : style_(std::move(style)), locale_(std::move(locale)), punctuation_(locale_.punctuation()), called_(256, false) {
    for (Elements const& macro : style_.macros) note_all(macro, called_);
    for (auto const* layout : {&style_.citation, &style_.bibliography})
        if (*layout) note_all((*layout)->elements, called_);
}

bool Processor::calls(VariableId variable) const noexcept { return called_[static_cast<std::size_t>(variable)]; }

std::vector<Block> Processor::format_entry(Record const& record) const {
    std::vector<Record const*> const items{&record};
    Document document(*this);
    document.set_items(items);
    document.set_uncited(Uncited::all);
    document.update();
    if (style_.bibliography) {
        Bibliography bibliography = document.bibliography();
        return bibliography.entries.empty() ? std::vector<Block>{} : std::move(bibliography.entries.front().blocks);
    }
    Cite cite;
    cite.item = record.id;
    return document.preview({&cite, 1});
}

}  // namespace ibid::cite
