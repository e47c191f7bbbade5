// What the parsers of styles and locales share: the document, where in it something stands, problems, tables of
// spellings, and the attributes that many elements have. Private to parse_*.cpp.
#pragma once

#include "cite/date_element.hpp"
#include "cite/style.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

namespace ibid::cite::xml {

/// A document and what is wrong with it.
class Source {
public:
    Source(std::string_view text, std::vector<StyleProblem>& problems) : text_(text), problems_(problems) {}

    /// Parses; answers the root element if it has this name, else an empty node, and tells what is wrong.
    pugi::xml_node load(std::string_view root);

    /// Tells a problem at an element.
    void problem(pugi::xml_node where, std::string message, bool fatal = false);
    void unknown_attribute(pugi::xml_node where, std::string_view name);
    void unknown_element(pugi::xml_node element);
    void bad_value(pugi::xml_node where, std::string_view name, std::string_view value);

private:
    void put(std::size_t offset, std::string message, bool fatal);

    std::string_view text_;
    std::vector<StyleProblem>& problems_;
    pugi::xml_document document_{};
    std::vector<std::size_t> lines_{};  // where they begin; made with the first problem
};

/// A name without its namespace prefix.
std::string_view local(char const* name) noexcept;
inline std::string_view local_name(pugi::xml_node node) noexcept { return local(node.name()); }
inline bool is_element(pugi::xml_node node) noexcept { return node.type() == pugi::node_element; }

/// Whether an attribute says nothing of CSL: namespaces, xml:base and the like, or another namespace.
bool is_foreign(std::string_view attribute) noexcept;

/// All text in an element, that of its children not included.
std::string text_of(pugi::xml_node node);

/// Spellings of an enumeration.
template <class E, std::size_t N>
using Spellings = std::array<std::pair<std::string_view, E>, N>;

template <class E, std::size_t N>
std::optional<E> find(Spellings<E, N> const& table, std::string_view spelling) noexcept {
    for (auto const& [name, value] : table)
        if (name == spelling) return value;
    return {};
}

/// Sets `to` to what an attribute says; a value that nothing is called is told and left aside.
template <class E, std::size_t N>
void read(Source& source, pugi::xml_node node, std::string_view name, std::string_view value,
          Spellings<E, N> const& table, E& to) {
    if (auto const found = find(table, value)) to = *found;
    else source.bad_value(node, name, value);
}
void read(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, bool& to);
/// A number that is not negative and of a sensible size.
void read(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, int& to);

/// Takes an attribute of formatting, affixes, display, quotes, text-case or strip-periods; false if it is another.
bool read_look(Source& source, pugi::xml_node node, std::string_view name, std::string_view value, Look& look);

/// The form of a term or variable.
void read_form(Source& source, pugi::xml_node node, std::string_view value, Form& form);

/// A cs:date-part.
DatePart read_date_part(Source& source, pugi::xml_node node);

/// A cs:locale, of a file or in a style.
LocalePatch read_locale(Source& source, pugi::xml_node node);

/// "sub verbo" of older styles has become "sub-verbo"; all other names are as they were.
std::string term_name(std::string_view name);

/// Calls `take` with each of the names in a list that blanks separate.
template <class F>
void each_name(std::string_view list, F&& take) {
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t begin = list.find_first_not_of(blanks); begin != std::string_view::npos;) {
        std::size_t const end = list.find_first_of(blanks, begin);
        take(list.substr(begin, end == std::string_view::npos ? end : end - begin));
        begin = end == std::string_view::npos ? end : list.find_first_not_of(blanks, end);
    }
}

}  // namespace ibid::cite::xml
