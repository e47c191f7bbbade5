// Renderer: the tests of cs:if, and what an item's variables are, as plain text.
// Specification: CSL 1.0.2, "Choose".
#include "cite/render.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// "sub verbo" and "sub-verbo" are the same.
bool same_name(std::string_view a, std::string_view b) noexcept {
    auto const same = [](char x, char y) { return x == y || (x == ' ' && y == '-') || (x == '-' && y == ' '); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool is_situational(VariableId id) noexcept {
    switch (id) {
    case VariableId::locator:
    case VariableId::citation_number:
    case VariableId::first_reference_note_number:
    case VariableId::year_suffix: return true;
    default: return false;
    }
}

}  // namespace

bool Renderer::holds(Condition const& condition) {
    bool const any = condition.match == Condition::Match::any;
    bool const none = condition.match == Condition::Match::none;
    bool decided = false, answer = !any;
    // Once a test has decided, the rest does not matter.
    auto const test = [&](bool result) {
        if (decided) return;
        if (any ? result : none ? result : !result) decided = true, answer = any;
    };
    auto const& types = condition.types;  // an item has one, so that one of them is enough whatever `match` says
    if (!types.empty()) test(std::find(types.begin(), types.end(), at_.record->type) != types.end());
    for (VariableId const variable : condition.variables) test(has(variable));
    for (VariableId const variable : condition.numeric) test(numeric(variable));
    for (VariableId const variable : condition.uncertain_dates) {
        Field const* const field = at_.record->field(variable);
        bool const is_date = field != nullptr && field->kind() == Kind::date;
        test(is_date && (field->date().begin.approximate || field->date().begin.uncertain));
    }
    if (!condition.locators.empty())  // as with types
        test(at_.cite != nullptr && !at_.cite->locator.empty() &&
             std::any_of(condition.locators.begin(), condition.locators.end(),
                         [&](std::string const& name) { return same_name(locator_label(), name); }));
    for (Condition::Position const position : condition.positions) {
        bool result = false;
        switch (position) {
        case Condition::Position::first: result = at_.first; break;
        case Condition::Position::subsequent: result = at_.subsequent; break;
        case Condition::Position::ibid: result = at_.ibid; break;
        case Condition::Position::ibid_with_locator: result = at_.ibid_with_locator; break;
        case Condition::Position::near_note: result = at_.near_note; break;
        }
        test(result && !at_.in_bibliography);
    }
    if (condition.disambiguate) {
        ++disambiguations_;
        test(at_.distinction != nullptr && disambiguations_ <= at_.distinction->disambiguate);
    }
    for (std::size_t i = 0; i < condition.unknown.size(); ++i) test(false);
    return answer;
}

std::string_view Renderer::plain_value(VariableId variable) {
    switch (variable) {
    case VariableId::locator: return locator().value;
    case VariableId::citation_number:
        scratch_ = at_.citation_number > 0 ? std::to_string(at_.citation_number) : std::string{};
        return scratch_;
    case VariableId::first_reference_note_number:
        scratch_ = at_.first_note > 0 ? std::to_string(at_.first_note) : std::string{};
        return scratch_;
    case VariableId::year_suffix:
        scratch_ = year_suffix_letters(year_suffix_number());
        return scratch_;
    default: break;
    }
    Field const* field = at_.record->field(variable);
    if (field == nullptr && variable == VariableId::page_first) {
        std::string_view const pages = plain_value(VariableId::page);
        if (pages.empty()) return {};
        scratch_ = split_numbers(pages, "and").front().text;
        return scratch_;
    }
    if (field == nullptr) return {};
    if (field->kind() == Kind::text) return field->text().plain;
    if (field->kind() != Kind::list || field->list().empty()) return {};
    if (field->list().size() == 1 || variable == VariableId::URL) return field->list().front().plain;
    scratch_.clear();
    for (Text const& text : field->list()) {
        if (!scratch_.empty()) scratch_ += list_delimiter(variable);
        scratch_ += text.plain;
    }
    return scratch_;
}

bool Renderer::has(VariableId variable) {
    if (is_situational(variable)) return !plain_value(variable).empty();
    Field const* const field = at_.record->field(variable);
    if (field == nullptr) return variable == VariableId::page_first && has(VariableId::page);
    switch (field->kind()) {
    case Kind::text: return !field->text().empty();
    case Kind::list: return !field->list().empty();
    case Kind::names: return !field->names().list.empty();
    case Kind::date: return true;
    }
    return false;
}

bool Renderer::numeric(VariableId variable) {
    Field const* const field = at_.record->field(variable);
    if (field != nullptr && field->kind() == Kind::date) return field->date().literal.empty();
    return is_numeric(plain_value(variable));
}

}  // namespace ibid::cite
