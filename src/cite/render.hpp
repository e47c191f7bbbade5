// Renderer: what elements of a style make of one item in one place: an Output tree. It keeps nothing between items;
// positions, numbers and what tells items apart come from without (Situation).
// Specification: CSL 1.0.2, "Rendering Elements", "Names", "Choose".
#pragma once

#include "cite/document.hpp"
#include "cite/numbers.hpp"
#include "cite/processor.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// How much of a given name is shown to tell persons apart; in a name of form short, `base` is nothing.
enum class GivenLevel : std::uint8_t { base, initials, full };

/// What tells an item's list of names apart from others'.
struct NameState {
    int shown = 0;                    ///< at least so many names before "et al."; 0: as the style says
    std::vector<GivenLevel> given{};  ///< by person; beyond its end: base
    friend bool operator==(NameState const&, NameState const&) = default;
};

/// What tells an item apart from others.
struct Distinction {
    std::vector<NameState> names{};  ///< by the lists of names of a cite, in their order
    int disambiguate = 0;            ///< so many of the conditions disambiguate="true" hold, the first ones
    int year_suffix = 0;             ///< 1 is a; 0: none
    friend bool operator==(Distinction const&, Distinction const&) = default;
};

/// A list of names that was rendered, for those who tell items apart.
struct NamesTrace {
    NamesElement const* element = nullptr;
    std::vector<Name const*> names{};
    std::size_t shown = 0;       ///< before "et al."
    bool abbreviated = false;
};

/// All that a rendering depends on beside the elements.
struct Situation {
    Processor const* processor = nullptr;
    Record const* record = nullptr;
    Cite const* cite = nullptr;                ///< null in a bibliography
    Distinction const* distinction = nullptr;  ///< null: none
    bool in_bibliography = false;
    bool first = true, subsequent = false, ibid = false, ibid_with_locator = false, near_note = false;
    int citation_number = 0;
    int first_note = 0;
    SortKey const* sort_key = nullptr;         ///< rendering for sorting
    bool telling_apart = false;                ///< rendering to see whether cites read the same
};

/// Rendering of one item. Use once.
class Renderer {
public:
    explicit Renderer(Situation const& situation) : at_(situation) {}

    /// The elements' output; empty if they say nothing.
    Output render(Elements const& elements);
    /// A variable as a sort key sees it; empty if it is not there.
    std::string sort_value(VariableId variable);

    /// The lists of names that were rendered, in their order.
    [[nodiscard]] std::vector<NamesTrace> const& traces() const noexcept { return traces_; }
    /// Whether a year suffix was shown or would have had a place.
    [[nodiscard]] bool has_year_suffix_place() const noexcept { return year_suffix_place_; }
    /// How many conditions disambiguate="true" were asked.
    [[nodiscard]] int disambiguations() const noexcept { return disambiguations_; }
    void keep_traces() noexcept { tracing_ = true; }
    /// One name as it would be shown in a list.
    Output show(Name const& name, NamesElement const& element, GivenLevel level) {
        return person(name, element, false, level);
    }

private:
    /// Whether variables were called, and whether one of them said anything: what groups are suppressed by.
    struct Calls {
        bool called = false, rendered = false;
    };

    /// apply(); in a sort key looks do not matter, and of affixes only that they keep words apart.
    void put_on(Look const& look, Output& output) const;
    void render_all(Elements const& elements, std::vector<Output>& to, Calls& calls);
    Output render_one(Element const& element, Calls& calls);
    [[nodiscard]] bool asks_in_vain(Element const& element) const;
    Output text(TextElement const& element, Look const& look, Calls& calls);
    Output variable_text(TextElement const& element);
    [[nodiscard]] std::string_view language_of_item() const;
    [[nodiscard]] TextCase title_case() const;
    [[nodiscard]] std::string number_text(NumberElement const& element, std::string_view value) const;
    Output number(NumberElement const& element, Look const& look, Calls& calls);
    Output label(LabelElement const& element, Look const& look, Calls& calls);
    Output group(GroupElement const& element, Look const& look, Calls& calls);
    void choose(ChooseElement const& element, std::vector<Output>& to, Calls& calls);
    // conditions.cpp
    bool holds(Condition const& condition);

    // dates.cpp
    using DateParts = std::vector<DatePart>;
    Output date(DateElement const& element, Look const& look, Calls& calls);
    [[nodiscard]] DateParts parts_of(DateElement const& element, std::string_view& delimiter) const;
    Output date_part(DatePart const& part, DatePoint const& point);
    Output date_parts(std::span<DatePart const> parts, DatePoint const& point, std::string_view delimiter);
    Output date_range(DateParts& parts, Date const& date, std::string_view delimiter);
    Output year_suffix();
    void append_year_suffix(Output& year);

    // names.cpp
    struct List;
    Output names(NamesElement const& element, Look const& look, Calls& calls);
    Output substitute(NamesElement const& element, Look const& look, Calls& calls);
    Output names_list(NamesElement const& element, List const& list, std::size_t& count);
    Output person(Name const& name, NamesElement const& element, bool inverted, GivenLevel level);
    Output names_label(NamesElement const& element, List const& list);

    /// A situational or an item's variable as plain text, without regard to form.
    [[nodiscard]] std::string_view plain_value(VariableId variable);
    [[nodiscard]] bool has(VariableId variable);
    [[nodiscard]] bool numeric(VariableId variable);
    [[nodiscard]] Output value_of(VariableId variable);
    [[nodiscard]] std::string_view term(std::string_view name, Form form, bool plural) const;
    [[nodiscard]] std::string_view locator_label() { return locator().label; }
    Output citation_label();
    /// The locator, and what it counts: a label that it begins with goes before the cite's.
    struct Locator {
        std::string_view label{}, value{};
        bool known = false;
    };
    Locator const& locator();
    [[nodiscard]] NumberWords number_words() const;
    [[nodiscard]] int year_suffix_number() const noexcept { return at_.distinction ? at_.distinction->year_suffix : 0; }
    [[nodiscard]] bool is_suppressed(VariableId variable) const noexcept {
        return suppressed_[static_cast<std::size_t>(variable)];
    }

    Situation const& at_;
    std::bitset<256> suppressed_{};  // variables that a substitution has used
    std::bitset<256>* substituting_ = nullptr;
    std::vector<NamesTrace> traces_{};
    Locator locator_{};
    std::string scratch_{};
    VariableId labelled_ = VariableId::none;  // the number whose own label a cs:label has printed
    std::size_t list_number_ = 0;
    int disambiguations_ = 0;
    bool tracing_ = false;
    bool year_suffix_done_ = false, year_suffix_place_ = false;
    bool implicit_year_suffix_ = false;  // the next year takes the year suffix
};

/// The letters of a year suffix: 1 is a, 27 is aa.
std::string year_suffix_letters(int number);
/// What the texts of a list are joined by.
std::string_view list_delimiter(VariableId id) noexcept;
/// Puts what a style says of the looks of something upon it.
void apply(Look const& look, Output& output);

}  // namespace ibid::cite
