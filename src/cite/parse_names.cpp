// Parser of styles: cs:names with its children, and the options of names that are inherited.
// Specification: CSL 1.0.2, "Names", "Name", "Name-part", "Et-al", "Substitute", "Inheritable Name Options".
#include "cite/style_parser.hpp"

namespace ibid::cite {

using namespace xml;

namespace {

constexpr Spellings<And, 2> ands{{{"text", And::text}, {"symbol", And::symbol}}};
constexpr Spellings<DelimiterPrecedes, 4> precedes{{{"contextual", DelimiterPrecedes::contextual},
                                                    {"after-inverted-name", DelimiterPrecedes::after_inverted_name},
                                                    {"always", DelimiterPrecedes::always},
                                                    {"never", DelimiterPrecedes::never}}};
constexpr Spellings<NameForm, 3> name_forms{{{"long", NameForm::long_form}, {"short", NameForm::short_form},
                                             {"count", NameForm::count}}};
constexpr Spellings<NameAsSortOrder, 2> sort_orders{{{"first", NameAsSortOrder::first}, {"all", NameAsSortOrder::all}}};

}  // namespace

/// An option of cs:name that goes by the same name in cs:style, cs:citation and cs:bibliography.
bool StyleParser::name_option(pugi::xml_node node, std::string_view name, std::string_view value, NameOptions& to) {
    if (name == "and") read(source_, node, name, value, ands, to.and_word);
    else if (name == "delimiter-precedes-last") read(source_, node, name, value, precedes, to.delimiter_precedes_last);
    else if (name == "delimiter-precedes-et-al") read(source_, node, name, value, precedes, to.delimiter_precedes_et_al);
    else if (name == "et-al-min") read(source_, node, name, value, to.et_al_min);
    else if (name == "et-al-use-first") read(source_, node, name, value, to.et_al_use_first);
    else if (name == "et-al-subsequent-min") read(source_, node, name, value, to.et_al_subsequent_min);
    else if (name == "et-al-subsequent-use-first") read(source_, node, name, value, to.et_al_subsequent_use_first);
    else if (name == "et-al-use-last") read(source_, node, name, value, to.et_al_use_last);
    else if (name == "initialize") read(source_, node, name, value, to.initialize);
    else if (name == "initialize-with") to.initialize_with = value;
    else if (name == "name-as-sort-order") read(source_, node, name, value, sort_orders, to.name_as_sort_order);
    else if (name == "sort-separator") to.sort_separator = value;
    else return false;
    return true;
}

/// An option of cs:style, cs:citation or cs:bibliography that names inherit.
bool StyleParser::inherited_option(pugi::xml_node node, std::string_view name, std::string_view value, Context& context) {
    if (name == "name-delimiter") context.name.delimiter = value;
    else if (name == "names-delimiter") context.names_delimiter = value;
    else if (name == "name-form") read(source_, node, name, value, name_forms, context.name.form);
    else return name_option(node, name, value, context.name);
    return true;
}

void StyleParser::names(pugi::xml_node node, Context const& context, Element& to) {
    auto& names = to.is.emplace<NamesElement>();
    bool const has_children = static_cast<bool>(node.find_child([](pugi::xml_node child) { return is_element(child); }));
    if (context.substituted != nullptr && !has_children) {
        NamesElement const& model = *context.substituted;
        names.name = model.name;
        names.name_look = model.name_look;
        names.family = model.family;
        names.given = model.given;
        names.et_al_term = model.et_al_term;
        names.et_al_look = model.et_al_look;
        names.label = model.label;
        names.label_look = model.label_look;
        names.label_first = model.label_first;
        names.delimiter = model.delimiter;
    } else {
        names.name = context.name;
        names.delimiter = context.names_delimiter;
    }
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "variable") {
            each_name(value, [&](std::string_view one) {
                VariableId const found = variable(node, one);
                if (found != VariableId::none) names.variables.push_back(found);
            });
        } else if (name == "delimiter") {
            names.delimiter = value;
        } else if (!read_look(source_, node, name, value, to.look) && !is_foreign(name)) {
            source_.unknown_attribute(node, name);
        }
    }
    pugi::xml_node substitute;
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        std::string_view const kind = local_name(child);
        if (kind == "name") {
            names.label_first = names.label.has_value();
            name(child, names);
        } else if (kind == "et-al") {
            et_al(child, names);
        } else if (kind == "label") {
            label(child, true, names.label.emplace(), names.label_look);
        } else if (kind == "substitute") {
            substitute = child;
        } else {
            source_.unknown_element(child);
        }
    }
    if (!substitute) return;
    names.has_substitute = true;
    Context inner = context;
    inner.substituted = &names;
    ++inner.depth;
    Elements elements_in_stead;
    elements(substitute, inner, elements_in_stead);
    names.substitute = std::move(elements_in_stead);
}

void StyleParser::name(pugi::xml_node node, NamesElement& to) {
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "delimiter") to.name.delimiter = value;
        else if (name == "form") read(source_, node, name, value, name_forms, to.name.form);
        else if (!name_option(node, name, value, to.name) && !read_look(source_, node, name, value, to.name_look) &&
                 !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) == "name-part") name_part(child, to);
        else source_.unknown_element(child);
    }
}

void StyleParser::name_part(pugi::xml_node node, NamesElement& to) {
    std::string_view const which = node.attribute("name").value();
    if (which != "family" && which != "given") {
        source_.bad_value(node, "name", which);
        return;
    }
    NamePart& part = which == "family" ? to.family : to.given;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name != "name" && !read_look(source_, node, name, value, part.look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
}

void StyleParser::et_al(pugi::xml_node node, NamesElement& to) {
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "term") to.et_al_term = value;
        else if (!read_look(source_, node, name, value, to.et_al_look) && !is_foreign(name))
            source_.unknown_attribute(node, name);
    }
}

}  // namespace ibid::cite
