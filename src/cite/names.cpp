// Renderer: cs:names: lists of names with labels, "and" and "et al.", and what is substituted for them. Persons are in
// render_person.cpp.
// Specification: CSL 1.0.2, "Names", "Name", "Et-al", "Substitute", "Label in cs:names".
#include "cite/unicode.hpp"
#include "cite/render.hpp"

#include <algorithm>

namespace ibid::cite {

/// The names of one variable.
struct Renderer::List {
    VariableId variable = VariableId::none;
    Names const* names = nullptr;
    bool combined = false;  ///< stands for editor and translator, who are the same
    [[nodiscard]] std::size_t size() const noexcept { return names->list.size(); }
};

namespace {

bool is_editor_and_translator(VariableId a, VariableId b) noexcept {
    return (a == VariableId::editor && b == VariableId::translator) ||
           (a == VariableId::translator && b == VariableId::editor);
}

Output text_node(std::string text) {
    Output output;
    output.text = std::move(text);
    return output;
}

/// Whether a word for "and" is written in one with what follows, as Hebrew's is.
bool is_prefix(std::string_view word) noexcept {
    auto const point = code_point_at(word, 0);
    return point.size == word.size() && point.value >= 0x0590 && point.value <= 0x05FF;
}

/// Options for one rendering: of a subsequent cite, of a sort key.
struct Abbreviation {
    std::size_t min = 0, use_first = 0;  ///< min 0: no names are left out
    bool use_last = false;
};

Abbreviation abbreviation_of(NameOptions const& options, bool subsequent, SortKey const* key) noexcept {
    auto const size = [](int number) { return static_cast<std::size_t>(std::max(number, 0)); };
    Abbreviation to{size(options.et_al_min), size(options.et_al_use_first), options.et_al_use_last};
    if (subsequent && options.et_al_subsequent_min > 0) to.min = size(options.et_al_subsequent_min);
    if (subsequent && options.et_al_subsequent_use_first > 0) to.use_first = size(options.et_al_subsequent_use_first);
    if (options.et_al_use_first < 0 && to.use_first == 0) to.min = 0;
    if (key == nullptr) return to;
    if (key->names_min > 0) to.min = size(key->names_min);
    if (key->names_use_first > 0) to.use_first = size(key->names_use_first);
    if (key->names_use_last) to.use_last = *key->names_use_last;
    return to;
}

/// Whether a delimiter stands before "and" or "et al.", with `before` names shown before it.
bool precedes(DelimiterPrecedes rule, std::size_t before, bool inverted) noexcept {
    switch (rule) {
    case DelimiterPrecedes::contextual: return before >= 2;
    case DelimiterPrecedes::after_inverted_name: return inverted;
    case DelimiterPrecedes::always: return true;
    case DelimiterPrecedes::never: return false;
    }
    return false;
}

}  // namespace

Output Renderer::names(NamesElement const& element, Look const& look, Calls& calls) {
    calls.called = true;
    std::vector<List> lists;
    lists.reserve(element.variables.size());
    for (VariableId const variable : element.variables) {
        Field const* const field = at_.record->field(variable);
        if (field == nullptr || field->kind() != Kind::names || is_suppressed(variable)) continue;
        if (!field->names().list.empty()) lists.push_back({variable, &field->names(), false});
    }
    if (lists.size() == 2 && is_editor_and_translator(lists[0].variable, lists[1].variable) &&
        *lists[0].names == *lists[1].names) {
        Form const form = element.label ? element.label->form : Form::long_form;
        if (!term("editortranslator", form, false).empty()) {
            lists.pop_back();
            lists.front().combined = true;
        }
    }
    if (lists.empty()) return element.has_substitute ? substitute(element, look, calls) : Output{};
    if (substituting_ != nullptr)
        for (VariableId const variable : element.variables)
            if (at_.record->has(variable)) substituting_->set(static_cast<std::size_t>(variable));
    Output output;
    std::size_t count = 0;
    for (List const& list : lists) {
        Output one = names_list(element, list, count);
        if (one.empty()) continue;
        output.children.push_back(std::move(one));
    }
    if (element.name.form == NameForm::count) {
        output = Output{};
        if (count != 0) output.text = std::to_string(count);
        if (at_.sort_key != nullptr) output.text.insert(0, 6 - std::min<std::size_t>(output.text.size(), 6), '0');
    }
    if (output.empty()) return {};
    calls.rendered = true;
    output.delimiter = element.delimiter;
    output.role = Role::names;
    put_on(look, output);
    return output;
}

Output Renderer::substitute(NamesElement const& element, Look const& look, Calls& calls) {
    std::bitset<256> used;
    auto* const outer = std::exchange(substituting_, &used);
    Output output;
    for (Element const& one : element.substitute) {
        Calls inner;
        used.reset();
        output = render_one(one, inner);
        if (output.empty()) {
            auto const* const text = std::get_if<TextElement>(&one.is);
            bool const is_term = text != nullptr && text->source == TextElement::Source::term;
            if (!is_term || at_.processor->locale().term(text->term, text->form) == nullptr) continue;
            calls.rendered = true;  // there is a term; that it says nothing is as it should be
            break;
        }
        calls.rendered = calls.rendered || inner.rendered || !inner.called;
        suppressed_ |= used;
        break;
    }
    substituting_ = outer;
    if (outer != nullptr) *outer |= used;
    if (output.empty()) return output;
    if (output.role != Role::names) {
        Output whole;
        whole.role = Role::names;
        whole.children.push_back(std::move(output));
        output = std::move(whole);
    }
    put_on(look, output);
    return output;
}

Output Renderer::names_label(NamesElement const& element, List const& list) {
    Output output;
    bool plural = element.label->plural == Plural::always;
    if (element.label->plural == Plural::contextual) plural = list.size() > 1 || list.names->others;
    std::string_view const name = list.combined ? "editortranslator" : spelling(list.variable);
    output.text = term(name, element.label->form, plural);
    if (!output.text.empty()) put_on(element.label_look, output);
    return output;
}

/// The names of one variable with its label. Adds the names shown to `count`.
Output Renderer::names_list(NamesElement const& element, List const& list, std::size_t& count) {
    NameOptions const& options = element.name;
    std::size_t const number = list_number_++;
    NameState const* const state =
        at_.distinction != nullptr && number < at_.distinction->names.size() ? &at_.distinction->names[number] : nullptr;
    Abbreviation const rule = abbreviation_of(options, at_.subsequent && !at_.in_bibliography, at_.sort_key);
    std::size_t const size = list.size();
    std::size_t shown = size;
    bool const too_many = rule.min > 0 && size >= rule.min && rule.use_first < size;
    if (too_many) {
        shown = rule.use_first;
        if (state != nullptr) shown = std::max(shown, std::min(size, static_cast<std::size_t>(state->shown)));
    }
    bool const abbreviated = shown < size || list.names->others;
    if (tracing_) {
        NamesTrace& trace = traces_.emplace_back();
        trace.element = &element;
        for (Name const& name : list.names->list) trace.names.push_back(&name);
        trace.shown = shown, trace.abbreviated = shown < size;
    }
    count += shown;
    if (shown == 0 || options.form == NameForm::count) return {};

    auto const inverted = [&](std::size_t i) {
        if (!list.names->list[i].literal.empty()) return false;
        bool const all = options.name_as_sort_order == NameAsSortOrder::all || at_.sort_key != nullptr;
        return all || (options.name_as_sort_order == NameAsSortOrder::first && i == 0);
    };
    Output all;
    auto const put = [&](std::size_t i) {
        GivenLevel const level = state != nullptr && i < state->given.size() ? state->given[i] : GivenLevel::base;
        Output one = person(list.names->list[i], element, inverted(i), level);
        if (one.role == Role::none) one.role = Role::person;
        all.children.push_back(std::move(one));
    };
    std::string_view and_word;
    if (options.and_word == And::text) and_word = term("and", Form::long_form, false);
    if (options.and_word == And::symbol) and_word = term("and", Form::symbol, false);
    if (options.and_word == And::symbol && and_word.empty()) and_word = "&";
    for (std::size_t i = 0; i < shown; ++i) {
        if (i != 0) {
            bool const last = i + 1 == size && !abbreviated;
            if (!last || and_word.empty() || at_.sort_key != nullptr) {
                all.children.push_back(text_node(options.delimiter));
            } else {
                std::string text = precedes(options.delimiter_precedes_last, i, inverted(i - 1)) ? options.delimiter : "";
                if (text.empty() || text.back() != ' ') text += ' ';
                text += and_word;
                if (!is_prefix(and_word)) text += ' ';
                all.children.push_back(text_node(std::move(text)));
            }
        }
        put(i);
    }
    if (abbreviated && rule.use_last && shown < size && size - shown >= 2) {
        all.children.push_back(text_node(options.delimiter + "… "));
        put(size - 1);
    } else if (abbreviated) {
        std::string_view const words = term(element.et_al_term, Form::long_form, false);
        if (!words.empty() && at_.sort_key == nullptr) {
            bool const delimited = precedes(options.delimiter_precedes_et_al, shown, inverted(shown - 1));
            bool const blank = !is_east_asian(code_point_at(words, 0).value);
            all.children.push_back(text_node(delimited ? options.delimiter : blank ? " " : ""));
            Output et_al = text_node(std::string(words));
            put_on(element.et_al_look, et_al);
            all.children.push_back(std::move(et_al));
        }
    }
    put_on(element.name_look, all);
    all.role = Role::list;
    if (!element.label || at_.sort_key != nullptr) return all;
    Output label = names_label(element, list);
    if (label.empty()) return all;
    Output whole;
    whole.children.push_back(std::move(all));
    whole.children.insert(element.label_first ? whole.children.begin() : whole.children.end(), std::move(label));
    return whole;
}

}  // namespace ibid::cite
