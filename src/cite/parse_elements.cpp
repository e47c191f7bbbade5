// Parser of styles: rendering elements and conditions.
// Specification: CSL 1.0.2, "Rendering Elements", "Conditionals".
#include "cite/style_parser.hpp"

namespace ibid::cite {

using namespace xml;

namespace {

/// Elements within elements, macros included: beyond it a style is no style.
constexpr int max_depth = 200;

constexpr Spellings<NumberElement::NumberForm, 4> number_forms{
    {{"numeric", NumberElement::NumberForm::numeric}, {"ordinal", NumberElement::NumberForm::ordinal},
     {"long-ordinal", NumberElement::NumberForm::long_ordinal}, {"roman", NumberElement::NumberForm::roman}}};
constexpr Spellings<Plural, 3> plurals{{{"contextual", Plural::contextual}, {"always", Plural::always},
                                        {"never", Plural::never}}};
constexpr Spellings<DateElement::DateForm, 2> date_forms{{{"numeric", DateElement::DateForm::numeric},
                                                          {"text", DateElement::DateForm::text}}};
using Precision = DateElement::Precision;
constexpr Spellings<Precision, 3> precisions{{{"year-month-day", Precision::year_month_day},
                                              {"year-month", Precision::year_month}, {"year", Precision::year}}};
constexpr Spellings<Condition::Match, 3> matches{{{"all", Condition::Match::all}, {"any", Condition::Match::any},
                                                  {"none", Condition::Match::none}}};
using Position = Condition::Position;
constexpr Spellings<Position, 5> positions{{{"first", Position::first}, {"subsequent", Position::subsequent},
                                            {"ibid", Position::ibid},
                                            {"ibid-with-locator", Position::ibid_with_locator},
                                            {"near-note", Position::near_note}}};

/// Names of CSL 1.0.1 that 1.0.2 has given up.
VariableId old_variable(std::string_view name) noexcept {
    if (name == "event") return VariableId::event_title;
    if (name == "journalAbbreviation") return VariableId::container_title_short;
    if (name == "shortTitle") return VariableId::title_short;
    return VariableId::none;
}

VariableId find_variable(std::string_view name) noexcept {
    auto const found = ibid::variable(name);
    return found ? *found : old_variable(name);
}

}  // namespace

bool Condition::empty() const noexcept {
    return types.empty() && variables.empty() && numeric.empty() && uncertain_dates.empty() && locators.empty() &&
           positions.empty() && !disambiguate && unknown.empty();
}

VariableId StyleParser::variable(pugi::xml_node node, std::string_view name) {
    VariableId const found = find_variable(name);
    if (found == VariableId::none) source_.problem(node, "unknown variable '" + std::string(name) + "'");
    return found;
}

void StyleParser::elements(pugi::xml_node parent, Context const& context, Elements& to) {
    if (context.depth > max_depth) {
        source_.problem(parent, "elements nest too deeply", true);
        return;
    }
    for (pugi::xml_node child : parent.children()) {
        if (!is_element(child)) continue;
        Element made;
        if (element(child, context, made)) to.push_back(std::move(made));
    }
}

bool StyleParser::element(pugi::xml_node node, Context const& context, Element& to) {
    std::string_view const name = local_name(node);
    if (name == "text") return text(node, context, to);
    if (name == "group") group(node, context, to);
    else if (name == "choose") choose(node, context, to);
    else if (name == "names") names(node, context, to);
    else if (name == "date") date(node, to);
    else if (name == "label") label(node, false, to.is.emplace<LabelElement>(), to.look);
    else if (name == "number") number(node, to);
    else {
        source_.unknown_element(node);
        return false;
    }
    return true;
}

bool StyleParser::text(pugi::xml_node node, Context const& context, Element& to) {
    TextElement text;
    using Source = TextElement::Source;
    bool said = false, good = true;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "variable") said = true, text.source = Source::variable, text.variable = variable(node, value);
        else if (name == "macro") said = true, text.source = Source::macro, good = macro(node, value, context, text.macro);
        else if (name == "term") said = true, text.source = Source::term, text.term = term_name(value);
        else if (name == "value") said = true, text.source = Source::value, text.value = value;
        else if (name == "form") read_form(source_, node, value, text.form);
        else if (name == "plural") read(source_, node, name, value, text.plural);
        else if (!read_look(source_, node, name, value, to.look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
    if (!said) source_.problem(node, "a text without variable, macro, term or value");
    to.is = std::move(text);
    return said && good;
}

void StyleParser::number(pugi::xml_node node, Element& to) {
    auto& number = to.is.emplace<NumberElement>();
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "variable") number.variable = variable(node, value);
        else if (name == "form") read(source_, node, name, value, number_forms, number.form);
        else if (!read_look(source_, node, name, value, to.look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
}

void StyleParser::label(pugi::xml_node node, bool in_names, LabelElement& label, Look& look) {
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "variable" && !in_names) label.variable = variable(node, value);
        else if (name == "form") read_form(source_, node, value, label.form);
        else if (name == "plural") read(source_, node, name, value, plurals, label.plural);
        else if (!read_look(source_, node, name, value, look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
}

void StyleParser::date(pugi::xml_node node, Element& to) {
    auto& date = to.is.emplace<DateElement>();
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "variable") date.variable = variable(node, value);
        else if (name == "form") read(source_, node, name, value, date_forms, date.form);
        else if (name == "date-parts") read(source_, node, name, value, precisions, date.precision);
        else if (name == "delimiter") date.delimiter = value;
        else if (!read_look(source_, node, name, value, to.look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) == "date-part") date.parts.push_back(read_date_part(source_, child));
        else source_.unknown_element(child);
    }
}

void StyleParser::group(pugi::xml_node node, Context const& context, Element& to) {
    auto& group = to.is.emplace<GroupElement>();
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "delimiter") group.delimiter = value;
        else if (!read_look(source_, node, name, value, to.look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
    Context inner = context;
    ++inner.depth;
    elements(node, inner, group.children);
}

void StyleParser::choose(pugi::xml_node node, Context const& context, Element& to) {
    auto& choose = to.is.emplace<ChooseElement>();
    Context inner = context;
    ++inner.depth;
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        std::string_view const name = local_name(child);
        if (name != "if" && name != "else-if" && name != "else") {
            source_.unknown_element(child);
            continue;
        }
        ChooseElement::Branch branch;
        if (name != "else") branch.condition = condition(child);
        elements(child, inner, branch.children);
        choose.branches.push_back(std::move(branch));
    }
}

Condition StyleParser::condition(pugi::xml_node node) {
    Condition result;
    auto const variables = [&](std::string_view list, std::vector<VariableId>& to) {
        each_name(list, [&](std::string_view name) {
            VariableId const found = variable(node, name);
            if (found != VariableId::none) to.push_back(found);
            else result.unknown.push_back(true);
        });
    };
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "match") {
            read(source_, node, name, value, matches, result.match);
        } else if (name == "type") {
            each_name(value, [&](std::string_view type) {
                if (auto const found = item_type(type)) result.types.push_back(*found);
                else source_.problem(node, "unknown item type '" + std::string(type) + "'");
            });
            if (result.types.empty()) result.unknown.push_back(true);  // one of several is enough
        } else if (name == "variable") {
            variables(value, result.variables);
        } else if (name == "is-numeric") {
            variables(value, result.numeric);
        } else if (name == "is-uncertain-date") {
            variables(value, result.uncertain_dates);
        } else if (name == "locator") {
            if (value == "sub verbo") result.locators.push_back(term_name(value));
            else each_name(value, [&](std::string_view locator) { result.locators.emplace_back(locator); });
        } else if (name == "position") {
            each_name(value, [&](std::string_view position) {
                if (auto const found = find(positions, position)) {
                    result.positions.push_back(*found);
                    return;
                }
                source_.bad_value(node, name, position);
                result.unknown.push_back(true);
            });
        } else if (name == "disambiguate") {
            read(source_, node, name, value, result.disambiguate);
            if (!result.disambiguate) result.unknown.push_back(true);
        } else if (!is_foreign(name)) {
            source_.unknown_attribute(node, name);
        }
    }
    return result;
}

}  // namespace ibid::cite
