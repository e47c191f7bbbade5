// StyleParser: walks the XML of a style and makes a Style of it. Private to parse_style.cpp (the style and its two
// layouts), parse_elements.cpp (rendering elements) and parse_names.cpp (cs:names and what it inherits).
#pragma once

#include "cite/xml.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid::cite {

class StyleParser {
public:
    StyleParser(xml::Source& source, Style& style) : source_(source), style_(style) {}

    void run(pugi::xml_node root);

private:
    /// What elements inherit from cs:style, cs:citation or cs:bibliography, and where they stand.
    struct Context {
        NameOptions name{};
        std::string names_delimiter{};
        unsigned id = 0;  ///< macros are compiled once for each
        NamesElement const* substituted = nullptr;  ///< in cs:substitute: the names that it stands in for
        int depth = 0;
    };

    // parse_style.cpp
    void options(pugi::xml_node root, Context& context);
    void info(pugi::xml_node node);
    using Option = bool (StyleParser::*)(pugi::xml_node node, std::string_view name, std::string_view value);
    Layout layout_with(pugi::xml_node node, Context context, unsigned id, Option option);
    bool citation_option(pugi::xml_node node, std::string_view name, std::string_view value);
    bool bibliography_option(pugi::xml_node node, std::string_view name, std::string_view value);
    Layout layout(pugi::xml_node node, Context const& context);
    void sort(pugi::xml_node node, Context const& context, std::vector<SortKey>& to);
    bool macro(pugi::xml_node where, std::string_view name, Context const& context, std::size_t& index);

    // parse_elements.cpp
    void elements(pugi::xml_node parent, Context const& context, Elements& to);
    bool element(pugi::xml_node node, Context const& context, Element& to);
    bool text(pugi::xml_node node, Context const& context, Element& to);
    void number(pugi::xml_node node, Element& to);
    void label(pugi::xml_node node, bool in_names, LabelElement& label, Look& look);
    void date(pugi::xml_node node, Element& to);
    void group(pugi::xml_node node, Context const& context, Element& to);
    void choose(pugi::xml_node node, Context const& context, Element& to);
    Condition condition(pugi::xml_node node);
    VariableId variable(pugi::xml_node node, std::string_view name);

    // parse_names.cpp
    void names(pugi::xml_node node, Context const& context, Element& to);
    void name(pugi::xml_node node, NamesElement& to);
    void name_part(pugi::xml_node node, NamesElement& to);
    void et_al(pugi::xml_node node, NamesElement& to);
    bool name_option(pugi::xml_node node, std::string_view name, std::string_view value, NameOptions& to);
    bool inherited_option(pugi::xml_node node, std::string_view name, std::string_view value, Context& context);

    xml::Source& source_;
    Style& style_;
    std::map<std::string, pugi::xml_node, std::less<>> macros_{};
    std::map<std::pair<std::string_view, unsigned>, std::size_t> compiled_{};
    std::vector<bool> open_{};  // of Style::macros: it is being compiled
};

}  // namespace ibid::cite
