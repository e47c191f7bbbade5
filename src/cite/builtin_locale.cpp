// ibid's own English, of builtin_terms.def. It is no copy of a locale file; those that are installed go before it.
#include "cite/locale.hpp"

namespace ibid::cite {
namespace {

struct Row {
    std::string_view name;
    Form form;
    std::string_view single, multiple;
};

constexpr Row rows[] = {
#define IBID_TERM(name, form, single, multiple) {name, Form::form, single, multiple},
#include "cite/builtin_terms.def"
#undef IBID_TERM
};

DatePart part(DatePart::Name name, DatePart::PartForm form, std::string_view suffix) {
    DatePart result;
    result.name = name;
    result.form = form;
    result.look.suffix = suffix;
    return result;
}

LocalePatch make() {
    LocalePatch patch;
    patch.language = "en-US";
    for (Row const& row : rows) {
        TermPatch term;
        term.name = row.name;
        term.form = row.form;
        term.term = {std::string(row.single), std::string(row.multiple)};
        if (row.name.starts_with("ordinal-1")) term.match = OrdinalMatch::last_two_digits;
        patch.terms.push_back(std::move(term));
    }
    using Name = DatePart::Name;
    using Part = DatePart::PartForm;
    DateElement text, numeric;
    text.form = DateElement::DateForm::text;
    text.parts = {part(Name::month, Part::unset, " "), part(Name::day, Part::unset, ", "), part(Name::year, Part::unset, "")};
    numeric.form = DateElement::DateForm::numeric;
    numeric.parts = {part(Name::month, Part::numeric_leading_zeros, "/"),
                     part(Name::day, Part::numeric_leading_zeros, "/"), part(Name::year, Part::unset, "")};
    patch.dates = {std::move(text), std::move(numeric)};
    patch.punctuation_in_quote = true;
    return patch;
}

}  // namespace

LocalePatch const& builtin_english() {
    static LocalePatch const patch = make();
    return patch;
}

}  // namespace ibid::cite
