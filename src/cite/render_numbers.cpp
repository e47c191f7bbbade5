// Renderer: cs:number and cs:label.
// Specification: CSL 1.0.2, "Number", "Label", "Gender-specific Ordinals".
#include "cite/citation_label.hpp"
#include "cite/number_labels.hpp"
#include "cite/render.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Variables whose value says how many things there are.
bool counts(VariableId variable) noexcept {
    return variable == VariableId::number_of_pages || variable == VariableId::number_of_volumes;
}

/// What locators may count, as terms are named.
constexpr std::string_view locator_names[] = {
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure", "folio",
    "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "section", "sub-verbo", "supplement", "table",
    "timestamp", "title-locator", "verse", "version", "volume",
};

}  // namespace

Renderer::Locator const& Renderer::locator() {
    if (locator_.known) return locator_;
    locator_.known = true;
    locator_.label = "page";
    if (at_.cite == nullptr) return locator_;
    locator_.value = at_.cite->locator;
    if (!at_.cite->label.empty()) {
        locator_.label = at_.cite->label;
        return locator_;
    }
    for (std::string_view const name : locator_names)
        for (bool const plural : {true, false}) {
            std::string_view const word = term(name, Form::short_form, plural);
            std::string_view const value = at_.cite->locator;
            if (word.empty() || !value.starts_with(word)) continue;
            std::size_t const from = std::min(value.find_first_not_of(' ', word.size()), value.size());
            if (from == value.size() || (from == word.size() && word.back() != '.')) continue;
            locator_.label = name, locator_.value = value.substr(from);
            return locator_;
        }
    return locator_;
}

/// What stands for a label that the item does not have, with the year suffix.
Output Renderer::citation_label() {
    Output output;
    output.text = cite::citation_label(*at_.record);
    if (output.text.empty() || year_suffix_done_ || at_.processor->calls(VariableId::year_suffix)) return output;
    Output all, suffix = year_suffix();
    all.children.push_back(std::move(output));
    all.children.push_back(std::move(suffix));
    return all;
}

/// A value without labels in it, in a form.
std::string Renderer::number_text(NumberElement const& element, std::string_view value) const {
    NumberWords const words = number_words();
    auto const parts = split_numbers(value, words.and_word);
    using NumberForm = NumberElement::NumberForm;
    if (at_.sort_key != nullptr && is_numeric(parts)) return sortable_number(value);
    if (!is_numeric(parts)) return std::string(value);
    if (element.form == NumberForm::numeric) {
        bool const pages = element.variable == VariableId::page;
        return format_ranges(value, pages ? at_.processor->style().page_range_format : PageRangeFormat::none, words);
    }
    Locale const& locale = at_.processor->locale();
    Gender const gender = locale.gender(spelling(element.variable));
    std::string text;
    for (NumberPart const& part : parts) {
        switch (part.before) {
        case NumberSeparator::none: break;
        case NumberSeparator::hyphen: text += part.range_end ? words.range_delimiter : part.separator; break;
        case NumberSeparator::ampersand: text += ' ', text += words.ampersand, text += ' '; break;
        default: text += part.separator, text += ' '; break;
        }
        auto const whole = whole_number(part.text);
        if (!whole) text += part.text;
        else if (element.form == NumberForm::roman) text += roman(*whole);
        else text += locale.ordinal(*whole, gender, element.form == NumberForm::long_ordinal);
    }
    return text;
}

Output Renderer::number(NumberElement const& element, Look const& look, Calls& calls) {
    calls.called = true;
    if (is_suppressed(element.variable)) return {};
    std::string const value(plain_value(element.variable));
    if (value.empty()) return {};
    calls.rendered = true;
    if (substituting_ != nullptr) substituting_->set(static_cast<std::size_t>(element.variable));
    Output output;
    auto const parts = split_labels(value);
    bool const has_label = labelled_ == element.variable;  // a cs:label has printed the first one
    if (parts.size() == 1 && !has_label) {
        output.text = number_text(element, value);
    } else {
        std::string_view const and_word = term("and", Form::long_form, false);
        for (LabelledNumber const& part : parts) {
            bool const first = &part == parts.data();
            output.text += part.lead;
            if (!part.term.empty() && !(first && has_label)) {
                std::string_view const word = term(part.term, Form::short_form, is_plural(part.number, and_word, false));
                output.text += word;
                if (!word.empty()) output.text += ' ';
            }
            output.text += first ? number_text(element, part.number)
                                 : format_ranges(part.number, PageRangeFormat::none, number_words());
        }
    }
    if (element.variable == VariableId::citation_number) output.role = Role::citation_number;
    if (element.variable == VariableId::locator) output.role = Role::locator;
    put_on(look, output);
    return output;
}

Output Renderer::label(LabelElement const& element, Look const& look, Calls&) {
    std::string const whole(plain_value(element.variable));
    if (whole.empty() || is_suppressed(element.variable)) return {};
    std::string_view name = spelling(element.variable), value = whole;
    if (element.variable == VariableId::locator) {
        name = locator_label();
    } else if (auto const first = split_labels(whole).front(); !first.term.empty()) {
        name = first.term, value = first.number;
        labelled_ = element.variable;
    }
    bool plural = element.plural == Plural::always;
    if (element.plural == Plural::contextual)
        plural = is_plural(value, term("and", Form::long_form, false), counts(element.variable));
    Output output;
    output.text = term(name, element.form, plural);
    if (output.text.empty() && name == "sub verbo") output.text = term("sub-verbo", element.form, plural);
    if (output.text.empty()) return {};
    put_on(look, output);
    return output;
}

}  // namespace ibid::cite
