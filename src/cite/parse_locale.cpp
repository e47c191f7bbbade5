// Parser of cs:locale, in a file of its own or in a style.
// Specification: CSL 1.0.2, "Locale Files", "Locale", "Terms", "Localized Date Formats", "Localized Options".
#include "cite/locale.hpp"
#include "cite/xml.hpp"

namespace ibid::cite {
namespace {

using namespace xml;

constexpr Spellings<Gender, 3> genders{{{"masculine", Gender::masculine}, {"feminine", Gender::feminine},
                                        {"neuter", Gender::neutral}}};
constexpr Spellings<OrdinalMatch, 3> matches{{{"last-digit", OrdinalMatch::last_digit},
                                              {"last-two-digits", OrdinalMatch::last_two_digits},
                                              {"whole-number", OrdinalMatch::whole_number}}};
constexpr Spellings<DateElement::DateForm, 2> date_forms{{{"text", DateElement::DateForm::text},
                                                          {"numeric", DateElement::DateForm::numeric}}};

void read_term(Source& source, pugi::xml_node node, std::vector<TermPatch>& to) {
    TermPatch patch;
    bool matched = false;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "name") patch.name = term_name(value);
        else if (name == "form") read_form(source, node, value, patch.form);
        else if (name == "gender") read(source, node, name, value, genders, patch.gender);
        else if (name == "gender-form") read(source, node, name, value, genders, patch.gender_form);
        else if (name == "match") matched = true, read(source, node, name, value, matches, patch.match);
        else if (!is_foreign(name)) source.unknown_attribute(node, name);
    }
    if (patch.name.empty()) {
        source.problem(node, "a term without a name");
        return;
    }
    // ordinal-10 and above go by two digits if nothing is said.
    if (!matched && patch.name.size() == 10 && patch.name.starts_with("ordinal-") && patch.name[8] != '0')
        patch.match = OrdinalMatch::last_two_digits;
    bool has_single = false, has_multiple = false;
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) == "single") has_single = true, patch.term.single = text_of(child);
        else if (local_name(child) == "multiple") has_multiple = true, patch.term.multiple = text_of(child);
        else source.unknown_element(child);
    }
    if (!has_single) patch.term.single = has_multiple ? patch.term.multiple : text_of(node);
    if (!has_multiple) patch.term.multiple = patch.term.single;
    to.push_back(std::move(patch));
}

void read_date(Source& source, pugi::xml_node node, std::vector<DateElement>& to) {
    DateElement date;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "form") read(source, node, name, value, date_forms, date.form);
        else if (name == "delimiter") date.delimiter = value;
        else if (!read_look(source, node, name, value, date.look) && !is_foreign(name))
            source.unknown_attribute(node, name);
    }
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) == "date-part") date.parts.push_back(read_date_part(source, child));
        else source.unknown_element(child);
    }
    if (date.form == DateElement::DateForm::own) source.problem(node, "a localized date without a form");
    else to.push_back(std::move(date));
}

void read_options(Source& source, pugi::xml_node node, LocalePatch& to) {
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        bool said = false;
        if (name == "punctuation-in-quote") read(source, node, name, value, said), to.punctuation_in_quote = said;
        else if (name == "limit-day-ordinals-to-day-1")
            read(source, node, name, value, said), to.limit_day_ordinals_to_day_1 = said;
        else if (!is_foreign(name)) source.unknown_attribute(node, name);
    }
}

}  // namespace

LocalePatch xml::read_locale(Source& source, pugi::xml_node node) {
    LocalePatch patch;
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name();
        if (name == "xml:lang") patch.language = attribute.value();
        else if (name != "version" && !is_foreign(name)) source.unknown_attribute(node, name);
    }
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        std::string_view const name = local_name(child);
        if (name == "terms") {
            for (pugi::xml_node term : child.children()) {
                if (!is_element(term)) continue;
                if (local_name(term) == "term") read_term(source, term, patch.terms);
                else source.unknown_element(term);
            }
        } else if (name == "date") {
            read_date(source, child, patch.dates);
        } else if (name == "style-options") {
            read_options(source, child, patch);
        } else if (name != "info") {
            source.unknown_element(child);
        }
    }
    return patch;
}

LocalePatch parse_locale(std::string_view text, std::vector<StyleProblem>& problems) {
    Source source(text, problems);
    pugi::xml_node const root = source.load("locale");
    return root ? read_locale(source, root) : LocalePatch{};
}

}  // namespace ibid::cite
