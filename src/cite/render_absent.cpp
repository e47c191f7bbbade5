// Renderer: what need not be rendered. Most elements of a style ask for variables that an item does not have, so that it
// pays to see them before anything is made of them: it doubles the speed of large styles.
#include "cite/render.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Variables whose value does not come from the field of that name alone.
bool comes_from_elsewhere(VariableId id) noexcept {
    switch (id) {
    case VariableId::locator:
    case VariableId::citation_number:
    case VariableId::citation_label:
    case VariableId::first_reference_note_number:
    case VariableId::page_first:
    case VariableId::year_suffix: return true;
    default: return false;
    }
}

}  // namespace

/// Whether an element asks for nothing but variables that the item does not have.
bool Renderer::asks_in_vain(Element const& element) const {
    auto const is_absent = [&](VariableId variable) {
        return !at_.record->has(variable) && !comes_from_elsewhere(variable);
    };
    switch (element.is.index()) {
    case 0: {
        auto const& text = std::get<TextElement>(element.is);
        return text.source == TextElement::Source::variable && text.form != Form::short_form && is_absent(text.variable);
    }
    case 1: return is_absent(std::get<NumberElement>(element.is).variable);
    case 3: return is_absent(std::get<DateElement>(element.is).variable);
    case 4: {
        auto const& names = std::get<NamesElement>(element.is);
        return !names.has_substitute && std::all_of(names.variables.begin(), names.variables.end(), is_absent);
    }
    default: return false;
    }
}

}  // namespace ibid::cite
