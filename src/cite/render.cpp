// Renderer: layout, groups, texts and terms. Names are in names.cpp, dates in dates.cpp, numbers and labels in
// render_numbers.cpp, conditions in conditions.cpp.
#include "cite/render.hpp"
#include "cite/text_case.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// The variable that holds the short form of another; none if there is none.
VariableId short_form(VariableId id) noexcept {
    switch (id) {
    case VariableId::title: return VariableId::title_short;
    case VariableId::container_title: return VariableId::container_title_short;
    case VariableId::collection_title: return VariableId::collection_title_short;
    default: return VariableId::none;
    }
}

/// An affix or delimiter within a sort key: punctuation does not count, it only keeps words apart.
std::string sortable_affix(std::string_view affix) {
    auto const counts = [](char c) {
        bool const letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    if (affix.empty() || std::any_of(affix.begin(), affix.end(), counts)) return std::string(affix);
    return " ";
}

/// Whether an output of a renderer says nothing: it has no children that say nothing, so that one look is enough.
bool is_nothing(Output const& output) noexcept { return output.text.empty() && output.children.empty(); }

}  // namespace

std::string_view list_delimiter(VariableId id) noexcept {
    switch (id) {
    case VariableId::keyword: return ", ";
    case VariableId::ISBN:
    case VariableId::ISSN: return " ";
    default: return "; ";
    }
}

void apply(Look const& look, Output& output) {
    bool const taken = output.format != Formatting{} || output.text_case != TextCase::none || output.quotes ||
                       output.strip_periods || !output.prefix.empty() || !output.suffix.empty() ||
                       output.display != Display::none || output.quoted || output.flips || output.keeps_case;
    if (taken) {
        Output inner = std::move(output);
        output = Output{};
        output.role = inner.role;
        inner.role = Role::none;
        output.children.push_back(std::move(inner));
    }
    output.format = look.format;
    output.text_case = look.text_case;
    output.display = look.display;
    output.quotes = look.quotes;
    output.strip_periods = look.strip_periods;
    output.prefix = look.prefix;
    output.suffix = look.suffix;
}

void Renderer::put_on(Look const& look, Output& output) const {
    if (at_.sort_key == nullptr) {
        apply(look, output);
        return;
    }
    bool const taken = !output.prefix.empty() || !output.suffix.empty();
    if (taken) {
        Output inner = std::move(output);
        output = Output{};
        output.children.push_back(std::move(inner));
    }
    output.prefix = sortable_affix(look.prefix);
    output.suffix = sortable_affix(look.suffix);
    if (output.prefix == " ") output.prefix.clear();
}

std::string year_suffix_letters(int number) {
    std::string letters;
    for (; number > 0; number = (number - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (number - 1) % 26));
    return letters;
}

Output Renderer::render(Elements const& elements) {
    Output all;
    Calls calls;
    render_all(elements, all.children, calls);
    return all;
}

void Renderer::render_all(Elements const& elements, std::vector<Output>& to, Calls& calls) {
    for (Element const& element : elements) {
        if (auto const* const branches = std::get_if<ChooseElement>(&element.is)) {
            choose(*branches, to, calls);
            continue;
        }
        if (asks_in_vain(element)) {
            calls.called = true;
            continue;
        }
        Output output = render_one(element, calls);
        if (!is_nothing(output)) to.push_back(std::move(output));
    }
}

Output Renderer::render_one(Element const& element, Calls& calls) {
    Look const& look = element.look;
    switch (element.is.index()) {
    case 0: return text(std::get<TextElement>(element.is), look, calls);
    case 1: return number(std::get<NumberElement>(element.is), look, calls);
    case 2: return label(std::get<LabelElement>(element.is), look, calls);
    case 3: return date(std::get<DateElement>(element.is), look, calls);
    case 4: return names(std::get<NamesElement>(element.is), look, calls);
    case 5: return group(std::get<GroupElement>(element.is), look, calls);
    default: {
        Output all;
        choose(std::get<ChooseElement>(element.is), all.children, calls);
        return all;
    }
    }
}

Output Renderer::text(TextElement const& element, Look const& look, Calls& calls) {
    Output output;
    switch (element.source) {
    case TextElement::Source::variable:
        calls.called = true;
        if (is_suppressed(element.variable)) return {};
        output = variable_text(element);
        if (is_nothing(output)) return {};
        calls.rendered = true;
        if (substituting_ != nullptr) substituting_->set(static_cast<std::size_t>(element.variable));
        break;
    case TextElement::Source::macro: {
        if (element.macro >= at_.processor->style().macros.size()) return {};
        Calls inner;
        render_all(at_.processor->style().macros[element.macro], output.children, inner);
        calls.called = calls.called || inner.called;
        if (inner.called && !inner.rendered) return {};  // a macro is suppressed as a group is
        calls.rendered = calls.rendered || !output.children.empty();  // counts as a variable that is not empty
        break;
    }
    case TextElement::Source::term:
        output.text = term(element.term, element.form, element.plural);
        output.role = Role::term;
        if (element.term == "no date") calls.rendered = true;  // it stands for a date
        break;
    case TextElement::Source::value: output = output_of_markup(element.value); break;
    }
    if (is_nothing(output)) return {};
    put_on(look, output);
    if (look.text_case == TextCase::title) output.text_case = title_case();
    else if (look.text_case != TextCase::none && element.source == TextElement::Source::variable)
        output.language = language_of_item();
    if (!output.link.empty() && output.link == output.prefix + output.text) {  // "https://doi.org/" is of the link
        Output inner = std::move(output);
        output = Output{};
        output.link = std::move(inner.link);
        output.suffix = std::move(inner.suffix);
        inner.link.clear();
        inner.suffix.clear();
        output.children.push_back(std::move(inner));
    }
    return output;
}

std::string_view Renderer::language_of_item() const {
    ibid::List const* const languages = at_.record->find(var::language);
    return languages == nullptr || languages->empty() ? std::string_view{} : languages->front().plain;
}

/// Titles of an item whose language is not English stay as they are.
TextCase Renderer::title_case() const {
    std::string_view const language = language_of_item();
    if (language.empty()) return TextCase::title;
    return is_english(language) ? TextCase::title_english : TextCase::none;
}

Output Renderer::group(GroupElement const& element, Look const& look, Calls& calls) {
    Output output;
    Calls inner;
    render_all(element.children, output.children, inner);
    calls.called = calls.called || inner.called;
    if (output.children.empty() || (inner.called && !inner.rendered)) return {};
    calls.rendered = calls.rendered || inner.rendered;
    output.delimiter = at_.sort_key != nullptr ? sortable_affix(element.delimiter) : element.delimiter;
    put_on(look, output);
    return output;
}

void Renderer::choose(ChooseElement const& element, std::vector<Output>& to, Calls& calls) {
    for (auto const& branch : element.branches) {
        if (!branch.condition.empty() && !holds(branch.condition)) continue;
        render_all(branch.children, to, calls);
        return;
    }
}

/// The variable with its marks.
Output Renderer::value_of(VariableId variable) {
    Field const* const field = at_.record->field(variable);
    if (field != nullptr && field->kind() == Kind::text) return output_of(field->text());
    if (field != nullptr && field->kind() == Kind::list && !field->list().empty()) {
        if (field->list().size() == 1 || variable == VariableId::URL) return output_of(field->list().front());
        Output all;
        for (Text const& text : field->list()) all.children.push_back(output_of(text));
        all.delimiter = list_delimiter(variable);
        return all;
    }
    Output output;
    output.text = plain_value(variable);
    return output;
}

std::string_view Renderer::term(std::string_view name, Form form, bool plural) const {
    Term const* const found = at_.processor->locale().term(name, form);
    if (found == nullptr) return {};
    return plural ? found->multiple : found->single;
}

NumberWords Renderer::number_words() const {
    NumberWords words;
    words.range_delimiter = term("page-range-delimiter", Form::long_form, false);
    if (words.range_delimiter.empty()) words.range_delimiter = "–";
    words.and_word = term("and", Form::long_form, false);
    words.ampersand = term("and", Form::symbol, false);
    if (words.ampersand.empty()) words.ampersand = "&";
    return words;
}

Output Renderer::variable_text(TextElement const& element) {
    VariableId variable = element.variable;
    if (element.form == Form::short_form) {
        VariableId const shorter = short_form(variable);
        if (shorter != VariableId::none && at_.record->has(shorter)) variable = shorter;
    }
    Output output;
    switch (variable) {
    case VariableId::citation_number:
        output.text = at_.sort_key != nullptr ? sortable_number(plain_value(variable)) : std::string(plain_value(variable));
        output.role = Role::citation_number;
        return output;
    case VariableId::year_suffix: return year_suffix();
    case VariableId::citation_label:
        if (!at_.record->has(variable)) return citation_label();
        break;
    case VariableId::locator:
    case VariableId::page:
    case VariableId::volume:
    case VariableId::issue:
    case VariableId::number:
    case VariableId::chapter_number:
    case VariableId::collection_number:
    case VariableId::edition:
    case VariableId::number_of_pages:
    case VariableId::number_of_volumes: {
        std::string_view const value = plain_value(variable);
        if (value.empty()) return {};
        Field const* const field = at_.record->field(variable);
        bool const is_text = variable != VariableId::locator && field != nullptr && field->kind() == Kind::text;
        if (is_text && !field->text().marks.empty())
            return output_of(field->text());
        bool const pages = variable == VariableId::page || (variable == VariableId::locator && locator_label() == "page");
        auto const format = pages ? at_.processor->style().page_range_format : PageRangeFormat::none;
        if (at_.sort_key != nullptr && whole_number(value)) {
            output.text = sortable_number(value);
            return output;
        }
        std::string ranges = format_ranges(value, format, number_words());
        if (variable == VariableId::locator) {
            output = output_of_markup(ranges);
            output.role = Role::locator;
        } else {
            output.text = std::move(ranges);
        }
        return output;
    }
    default: break;
    }
    output = value_of(variable);
    if (variable == VariableId::URL) {
        output = {};
        output.text = plain_value(variable);
        bool const is_web = output.text.starts_with("http://") || output.text.starts_with("https://") || output.text.starts_with("ftp://");
        if (is_web) output.link = output.text;  // not "javascript:"
    }
    if (variable == VariableId::DOI && !output.text.empty()) output.link = "https://doi.org/" + output.text;
    return output;
}

/// The year with its suffix behind it, if it has one.
void Renderer::append_year_suffix(Output& year) {
    Output suffix = year_suffix();
    if (suffix.empty()) return;
    Output whole;
    whole.role = Role::year;
    year.role = Role::none;
    whole.children.push_back(std::move(year));
    whole.children.push_back(std::move(suffix));
    year = std::move(whole);
}

Output Renderer::year_suffix() {
    Output output;
    year_suffix_place_ = true;
    if (year_suffix_number() == 0) return output;
    year_suffix_done_ = true;
    output.text = year_suffix_letters(year_suffix_number());
    output.role = Role::year_suffix;
    return output;
}

}  // namespace ibid::cite
