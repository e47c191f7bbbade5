// Style: a CSL style as a tree, ready to be rendered: names are numbers, macros are indices, inheritable name options
// are resolved. parse_style() makes it of XML. It knows no item and no output.
// Specification: CSL 1.0.2, "XML Declaration" to "Rendering Elements".
#pragma once

#include "cite/date_element.hpp"
#include "cite/locale.hpp"
#include "cite/output.hpp"
#include "ibid/item_type.hpp"
#include "ibid/variable.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ibid::cite {

struct Element;
using Elements = std::vector<Element>;

enum class Plural : std::uint8_t { contextual, always, never };

struct TextElement {
    enum class Source : std::uint8_t { variable, macro, term, value } source{};
    VariableId variable = VariableId::none;
    std::size_t macro = 0;   ///< in Style::macros
    std::string term{};      ///< its name
    std::string value{};
    Form form{};
    bool plural = false;     ///< of a term
};

struct NumberElement {
    VariableId variable = VariableId::none;
    enum class NumberForm : std::uint8_t { numeric, ordinal, long_ordinal, roman } form{};
};

struct LabelElement {
    VariableId variable = VariableId::none;  ///< none: in cs:names
    Form form{};
    Plural plural{};
};

enum class And : std::uint8_t { none, text, symbol };
enum class DelimiterPrecedes : std::uint8_t { contextual, after_inverted_name, always, never };
enum class NameForm : std::uint8_t { long_form, short_form, count };
enum class NameAsSortOrder : std::uint8_t { none, first, all };

/// Options of cs:name and cs:et-al, those inherited from cs:style, cs:citation or cs:bibliography included.
struct NameOptions {
    And and_word{};
    std::string delimiter = ", ";
    DelimiterPrecedes delimiter_precedes_last{}, delimiter_precedes_et_al{};
    int et_al_min = 0, et_al_use_first = -1;                     ///< min 0, use_first -1: not abbreviated
    int et_al_subsequent_min = 0, et_al_subsequent_use_first = 0;  ///< 0: as et_al_min, et_al_use_first
    bool et_al_use_last = false;
    NameForm form{};
    bool initialize = true;
    std::optional<std::string> initialize_with{};
    NameAsSortOrder name_as_sort_order{};
    std::string sort_separator = ", ";
};

struct NamePart {
    Look look{};
};

struct NamesElement {
    std::vector<VariableId> variables{};
    NameOptions name{};
    Look name_look{};
    NamePart family{}, given{};
    std::string et_al_term = "et-al";
    Look et_al_look{};
    std::optional<LabelElement> label{};
    Look label_look{};
    bool label_first = false;  ///< cs:label stands before cs:name
    std::string delimiter{};   ///< between the lists of several variables
    bool has_substitute = false;
    Elements substitute;     ///< bare cs:names in it have taken over options and label of this one
};

struct GroupElement {
    std::string delimiter{};
    Elements children;
};

/// A test of cs:if: all its conditions are joined by `match`.
struct Condition {
    enum class Match : std::uint8_t { all, any, none } match{};
    std::vector<ItemType> types{};
    std::vector<VariableId> variables{}, numeric{}, uncertain_dates{};
    std::vector<std::string> locators{};
    enum class Position : std::uint8_t { first, subsequent, ibid, ibid_with_locator, near_note };
    std::vector<Position> positions{};
    bool disambiguate = false;
    std::vector<bool> unknown{};  ///< for each name that nothing is called: it never holds

    [[nodiscard]] bool empty() const noexcept;
};

struct ChooseElement {
    struct Branch {
        Condition condition{};  ///< empty: cs:else
        Elements children;
    };
    std::vector<Branch> branches{};
};

struct Element {
    Look look{};
    std::variant<TextElement, NumberElement, LabelElement, DateElement, NamesElement, GroupElement, ChooseElement> is{};
};

struct SortKey {
    VariableId variable = VariableId::none;  ///< none: a macro
    std::size_t macro = 0;
    bool descending = false;
    int names_min = 0, names_use_first = 0;
    std::optional<bool> names_use_last{};
};

enum class Collapse : std::uint8_t { none, citation_number, year, year_suffix, year_suffix_ranged };
enum class GivennameRule : std::uint8_t {
    all_names, all_names_with_initials, primary_name, primary_name_with_initials, by_cite,
};

/// cs:layout with what surrounds it, of citations or of the bibliography.
struct Layout {
    Elements elements;
    Look look{};
    std::string delimiter{};
    std::vector<SortKey> sort{};
};

struct CitationOptions {
    bool add_names = false, add_givenname = false, add_year_suffix = false;
    GivennameRule givenname_rule = GivennameRule::by_cite;
    Collapse collapse{};
    std::optional<std::string> cite_group_delimiter{}, year_suffix_delimiter{}, after_collapse_delimiter{};
    int near_note_distance = 5;
};

struct BibliographyOptions {
    bool hanging_indent = false;
    enum class SecondFieldAlign : std::uint8_t { none, flush, margin } second_field_align{};
    int line_spacing = 1, entry_spacing = 1;
    std::optional<std::string> subsequent_author_substitute{};
    enum class SubstituteRule : std::uint8_t { complete_all, complete_each, partial_each, partial_first };
    SubstituteRule substitute_rule{};
};

enum class PageRangeFormat : std::uint8_t { none, chicago15, chicago16, expanded, minimal, minimal_two };
enum class DemoteParticle : std::uint8_t { never, sort_only, display_and_sort };

struct Style {
    std::string title{}, id{};
    std::string default_locale{};
    std::string parent{};  ///< of a dependent style: the id of the independent one; all else is empty then
    bool in_note = false;  ///< class="note"
    bool initialize_with_hyphen = true;
    bool first_initial_only = false;  ///< ibid's own: given names keep their first initial, "Jia-Jie" is "J"
    PageRangeFormat page_range_format{};
    DemoteParticle demote_non_dropping_particle = DemoteParticle::display_and_sort;
    std::vector<std::string> macro_names{};
    std::vector<Elements> macros{};
    std::vector<LocalePatch> locales{};  ///< cs:locale in the style
    std::optional<Layout> citation{}, bibliography{};
    CitationOptions citation_options{};
    BibliographyOptions bibliography_options{};
};

/// What is wrong with a style or locale, and where.
struct StyleProblem {
    std::size_t line = 0, column = 0;  ///< from 1
    std::string message{};
    bool fatal = false;                ///< nothing can be rendered
};

/// A style of XML. What is not understood is told and skipped, as far as the specification lets one.
Style parse_style(std::string_view xml, std::vector<StyleProblem>& problems);

}  // namespace ibid::cite
