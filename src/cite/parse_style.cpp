// Parser of styles: cs:style, cs:info, cs:citation, cs:bibliography, cs:layout, cs:sort, and which macros are called.
// Specification: CSL 1.0.2, "Root Element", "Child Elements of cs:style", "Sorting", "Options".
#include "cite/style_parser.hpp"

namespace ibid::cite {

using namespace xml;

namespace {

/// The namespace of the attributes that ibid adds to CSL.
constexpr std::string_view own_namespace = "urn:x-ibid:csl";

constexpr Spellings<bool, 2> classes{{{"note", true}, {"in-text", false}}};
constexpr Spellings<PageRangeFormat, 6> page_ranges{
    {{"chicago", PageRangeFormat::chicago15}, {"chicago-15", PageRangeFormat::chicago15},
     {"chicago-16", PageRangeFormat::chicago16}, {"expanded", PageRangeFormat::expanded},
     {"minimal", PageRangeFormat::minimal}, {"minimal-two", PageRangeFormat::minimal_two}}};
constexpr Spellings<DemoteParticle, 3> demotes{{{"never", DemoteParticle::never},
                                                {"sort-only", DemoteParticle::sort_only},
                                                {"display-and-sort", DemoteParticle::display_and_sort}}};
constexpr Spellings<Collapse, 4> collapses{{{"citation-number", Collapse::citation_number}, {"year", Collapse::year},
                                            {"year-suffix", Collapse::year_suffix},
                                            {"year-suffix-ranged", Collapse::year_suffix_ranged}}};
constexpr Spellings<GivennameRule, 5> givenname_rules{
    {{"all-names", GivennameRule::all_names}, {"all-names-with-initials", GivennameRule::all_names_with_initials},
     {"primary-name", GivennameRule::primary_name},
     {"primary-name-with-initials", GivennameRule::primary_name_with_initials}, {"by-cite", GivennameRule::by_cite}}};
using Align = BibliographyOptions::SecondFieldAlign;
constexpr Spellings<Align, 3> aligns{{{"flush", Align::flush}, {"margin", Align::margin}, {"false", Align::none}}};
using Rule = BibliographyOptions::SubstituteRule;
constexpr Spellings<Rule, 4> substitute_rules{{{"complete-all", Rule::complete_all},
                                               {"complete-each", Rule::complete_each},
                                               {"partial-each", Rule::partial_each},
                                               {"partial-first", Rule::partial_first}}};
constexpr Spellings<bool, 2> directions{{{"ascending", false}, {"descending", true}}};

/// Whether the prefix of an attribute stands for ibid's own namespace.
bool is_own(pugi::xml_node root, std::string_view attribute) {
    std::size_t const colon = attribute.find(':');
    if (colon == std::string_view::npos) return false;
    std::string const declaration = "xmlns:" + std::string(attribute.substr(0, colon));
    return root.attribute(declaration.c_str()).value() == own_namespace;
}

}  // namespace

void StyleParser::run(pugi::xml_node root) {
    Context context;
    options(root, context);
    pugi::xml_node in_text, list;
    for (pugi::xml_node child : root.children()) {
        if (!is_element(child)) continue;
        std::string_view const name = local_name(child);
        if (name == "info") info(child);
        else if (name == "locale") style_.locales.push_back(read_locale(source_, child));
        else if (name == "macro") {
            if (!macros_.emplace(child.attribute("name").value(), child).second)
                source_.problem(child, std::string("a second macro '") + child.attribute("name").value() + "'");
        } else if (name == "citation") in_text = child;
        else if (name == "bibliography") list = child;
        else source_.unknown_element(child);
    }
    if (in_text) style_.citation = layout_with(in_text, context, 1, &StyleParser::citation_option);
    else if (style_.parent.empty()) source_.problem(root, "a style without a citation");
    if (list) style_.bibliography = layout_with(list, context, 2, &StyleParser::bibliography_option);
}

void StyleParser::options(pugi::xml_node root, Context& context) {
    for (pugi::xml_attribute attribute : root.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (name == "class") read(source_, root, name, value, classes, style_.in_note);
        else if (name == "default-locale") style_.default_locale = value;
        else if (name == "initialize-with-hyphen") read(source_, root, name, value, style_.initialize_with_hyphen);
        else if (name == "page-range-format") read(source_, root, name, value, page_ranges, style_.page_range_format);
        else if (name == "demote-non-dropping-particle")
            read(source_, root, name, value, demotes, style_.demote_non_dropping_particle);
        else if (name == "version") {
            if (!value.starts_with("1.0")) source_.bad_value(root, name, value);
        } else if (inherited_option(root, name, value, context)) continue;
        else if (is_own(root, name)) {
            if (local(attribute.name()) == "first-initial-only")
                read(source_, root, name, value, style_.first_initial_only);
            else source_.unknown_attribute(root, name);
        } else if (!is_foreign(name)) source_.unknown_attribute(root, name);
    }
}

void StyleParser::info(pugi::xml_node node) {
    for (pugi::xml_node child : node.children()) {
        std::string_view const name = local_name(child);
        if (name == "title") style_.title = text_of(child);
        else if (name == "id") style_.id = text_of(child);
        else if (name == "link" && std::string_view(child.attribute("rel").value()) == "independent-parent")
            style_.parent = child.attribute("href").value();
    }
}

/// cs:citation or cs:bibliography: inheritable options of names, and its own; `id` is the context's from then on.
Layout StyleParser::layout_with(pugi::xml_node node, Context context, unsigned id, Option option) {
    for (pugi::xml_attribute attribute : node.attributes()) {
        std::string_view const name = attribute.name(), value = attribute.value();
        if (inherited_option(node, name, value, context)) context.id = id;
        else if (!(this->*option)(node, name, value) && !is_foreign(name)) source_.unknown_attribute(node, name);
    }
    return layout(node, context);
}

bool StyleParser::citation_option(pugi::xml_node node, std::string_view name, std::string_view value) {
    CitationOptions& options = style_.citation_options;
    if (name == "disambiguate-add-names") read(source_, node, name, value, options.add_names);
    else if (name == "disambiguate-add-givenname") read(source_, node, name, value, options.add_givenname);
    else if (name == "disambiguate-add-year-suffix") read(source_, node, name, value, options.add_year_suffix);
    else if (name == "givenname-disambiguation-rule")
        read(source_, node, name, value, givenname_rules, options.givenname_rule);
    else if (name == "collapse") read(source_, node, name, value, collapses, options.collapse);
    else if (name == "cite-group-delimiter") options.cite_group_delimiter = value;
    else if (name == "year-suffix-delimiter") options.year_suffix_delimiter = value;
    else if (name == "after-collapse-delimiter") options.after_collapse_delimiter = value;
    else if (name == "near-note-distance") read(source_, node, name, value, options.near_note_distance);
    else return false;
    return true;
}

bool StyleParser::bibliography_option(pugi::xml_node node, std::string_view name, std::string_view value) {
    BibliographyOptions& options = style_.bibliography_options;
    if (name == "hanging-indent") read(source_, node, name, value, options.hanging_indent);
    else if (name == "second-field-align") read(source_, node, name, value, aligns, options.second_field_align);
    else if (name == "line-spacing") read(source_, node, name, value, options.line_spacing);
    else if (name == "entry-spacing") read(source_, node, name, value, options.entry_spacing);
    else if (name == "subsequent-author-substitute") options.subsequent_author_substitute = value;
    else if (name == "subsequent-author-substitute-rule")
        read(source_, node, name, value, substitute_rules, options.substitute_rule);
    else return false;
    return true;
}

Layout StyleParser::layout(pugi::xml_node node, Context const& context) {
    Layout result;
    bool found = false;
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) == "sort") {
            sort(child, context, result.sort);
        } else if (local_name(child) == "layout" && !found) {
            found = true;
            for (pugi::xml_attribute attribute : child.attributes()) {
                std::string_view const name = attribute.name(), value = attribute.value();
                if (name == "delimiter") result.delimiter = value;
                else if (!read_look(source_, child, name, value, result.look) && !is_foreign(name))
                    source_.unknown_attribute(child, name);
            }
            elements(child, context, result.elements);
        } else {
            source_.unknown_element(child);
        }
    }
    if (!found) source_.problem(node, "'" + std::string(local_name(node)) + "' without a layout");
    return result;
}

void StyleParser::sort(pugi::xml_node node, Context const& context, std::vector<SortKey>& to) {
    for (pugi::xml_node child : node.children()) {
        if (!is_element(child)) continue;
        if (local_name(child) != "key") {
            source_.unknown_element(child);
            continue;
        }
        SortKey key;
        bool good = false;
        for (pugi::xml_attribute attribute : child.attributes()) {
            std::string_view const name = attribute.name(), value = attribute.value();
            if (name == "variable") key.variable = variable(child, value), good = key.variable != VariableId::none;
            else if (name == "macro") good = macro(child, value, context, key.macro);
            else if (name == "sort") read(source_, child, name, value, directions, key.descending);
            else if (name == "names-min") read(source_, child, name, value, key.names_min);
            else if (name == "names-use-first") read(source_, child, name, value, key.names_use_first);
            else if (name == "names-use-last") {
                bool last = false;
                read(source_, child, name, value, last);
                key.names_use_last = last;
            } else if (!is_foreign(name)) source_.unknown_attribute(child, name);
        }
        if (good) to.push_back(std::move(key));
    }
}

/// The place of a macro that is called; false if there is none, or if it calls itself.
bool StyleParser::macro(pugi::xml_node where, std::string_view name, Context const& context, std::size_t& index) {
    auto const found = macros_.find(name);
    if (found == macros_.end()) {
        source_.problem(where, "unknown macro '" + std::string(name) + "'");
        return false;
    }
    auto const [place, is_new] = compiled_.try_emplace({found->first, context.id}, style_.macros.size());
    index = place->second;
    if (!is_new) {
        if (!open_[index]) return true;
        source_.problem(where, "macro '" + std::string(name) + "' calls itself", true);
        return false;
    }
    style_.macros.emplace_back();
    style_.macro_names.emplace_back(name);
    open_.push_back(true);
    Context inner = context;
    inner.substituted = nullptr;
    ++inner.depth;
    Elements content;
    elements(found->second, inner, content);
    style_.macros[index] = std::move(content);
    open_[index] = false;
    return true;
}

Style parse_style(std::string_view text, std::vector<StyleProblem>& problems) {
    Style style;
    Source source(text, problems);
    if (pugi::xml_node const root = source.load("style")) StyleParser(source, style).run(root);
    return style;
}

}  // namespace ibid::cite
