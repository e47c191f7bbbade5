// Locale: merging of patches, look-up of terms with their fallbacks, and ordinals.
// Specification: CSL 1.0.2, "Terms", "Ordinal Suffixes", "Long Ordinals", "Gender-specific Ordinals"; CSL 1.0 for
// locales that have no term "ordinal" but ordinal-01 to ordinal-04.
#include "cite/locale.hpp"

#include <utility>

namespace ibid::cite {
namespace {

constexpr std::size_t place(Form form, Gender gender) noexcept {
    return static_cast<std::size_t>(form) * 3 + static_cast<std::size_t>(gender);
}

/// The form that stands in for one that is not there; long_form for itself.
constexpr Form stand_in(Form form) noexcept {
    switch (form) {
    case Form::verb_short: return Form::verb;
    case Form::symbol: return Form::short_form;
    default: return Form::long_form;
    }
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number of "ordinal-07" or "long-ordinal-07", without "long-"; nothing of other names.
std::optional<std::uint8_t> ordinal_number(std::string_view name) noexcept {
    constexpr std::string_view stem = "ordinal-";
    if (name.size() != stem.size() + 2 || name.substr(0, stem.size()) != stem) return {};
    if (!is_digit(name[8]) || !is_digit(name[9])) return {};
    return static_cast<std::uint8_t>((name[8] - '0') * 10 + (name[9] - '0'));
}

bool is_ordinal(std::string_view name) noexcept { return name == "ordinal" || ordinal_number(name); }

}  // namespace

void Locale::add(LocalePatch const& patch) {
    for (TermPatch const& term : patch.terms)
        if (is_ordinal(term.name)) {
            clear_ordinals();
            break;
        }
    for (TermPatch const& term : patch.terms) add(term);
    for (DateElement const& date : patch.dates)
        dates_[date.form == DateElement::DateForm::text ? 1 : 0] = date;
    if (patch.limit_day_ordinals_to_day_1) limit_day_ordinals_ = *patch.limit_day_ordinals_to_day_1;
    if (patch.punctuation_in_quote) punctuation_in_quote_ = *patch.punctuation_in_quote;
}

void Locale::add(TermPatch const& patch) {
    Entry& entry = entries_[patch.name];
    std::uint16_t& at = entry.at[place(patch.form, patch.gender_form)];
    if (at == 0) {
        if (texts_.size() >= 0xffff) return;  // no locale has so many
        texts_.push_back(patch.term);
        at = static_cast<std::uint16_t>(texts_.size());
    } else {
        texts_[at - 1U] = patch.term;
    }
    if (patch.gender != Gender::neutral) entry.gender = patch.gender;
    auto const number = ordinal_number(patch.name);
    if (!number) return;
    for (Ordinal& ordinal : ordinals_)
        if (ordinal.number == *number && ordinal.match == patch.match && ordinal.gender == patch.gender_form) {
            ordinal.suffix = patch.term.single;
            return;
        }
    ordinals_.push_back({*number, patch.match, patch.gender_form, patch.term.single});
}

void Locale::clear_ordinals() {
    ordinals_.clear();
    for (auto it = entries_.begin(); it != entries_.end();) {
        if (is_ordinal(it->first)) it = entries_.erase(it);
        else ++it;
    }
}

Term const* Locale::term(std::string_view name, Form form, Gender gender) const noexcept {
    auto const found = entries_.find(name);
    if (found == entries_.end()) return nullptr;
    for (;;) {
        auto const& at = found->second.at;
        if (auto const index = at[place(form, gender)]) return &texts_[index - 1U];
        if (auto const index = at[place(form, Gender::neutral)]) return &texts_[index - 1U];
        if (form == Form::long_form) return nullptr;
        form = stand_in(form);
    }
}

Gender Locale::gender(std::string_view name) const noexcept {
    auto const found = entries_.find(name);
    return found == entries_.end() ? Gender::neutral : found->second.gender;
}

/// Of a gender, the ending of the number alone goes before that of its two digits, and that before that of its last.
Locale::Ordinal const* Locale::find_ordinal(unsigned number, Gender gender) const noexcept {
    Ordinal const* best = nullptr;
    for (Ordinal const& ordinal : ordinals_) {
        if (ordinal.gender != gender || (best != nullptr && best->match >= ordinal.match)) continue;
        unsigned const shown = ordinal.match == OrdinalMatch::last_digit        ? number % 10
                               : ordinal.match == OrdinalMatch::last_two_digits ? number % 100
                                                                                : number;
        if (shown == ordinal.number) best = &ordinal;
    }
    return best;
}

std::string_view Locale::legacy_suffix(unsigned number, Gender gender) const noexcept {
    unsigned const tens = number % 100, units = number % 10;
    bool const fourth = units == 0 || units > 3 || (tens > 10 && tens < 14);
    constexpr std::string_view names[] = {"ordinal-01", "ordinal-02", "ordinal-03", "ordinal-04"};
    Term const* const found = term(names[fourth ? 3 : units - 1], Form::long_form, gender);
    return found ? std::string_view(found->single) : std::string_view();
}

std::string_view Locale::ordinal_suffix(unsigned number, Gender gender) const noexcept {
    Term const* const others = term("ordinal", Form::long_form, gender);
    if (others == nullptr) return legacy_suffix(number, gender);
    if (auto const* found = find_ordinal(number, gender)) return found->suffix;
    if (gender != Gender::neutral)
        if (auto const* found = find_ordinal(number, Gender::neutral)) return found->suffix;
    return others->single;
}

std::string Locale::ordinal(unsigned number, Gender gender, bool in_words) const {
    if (in_words && number >= 1 && number <= 10) {
        std::string const name = number == 10 ? "long-ordinal-10" : "long-ordinal-0" + std::to_string(number);
        if (auto const* word = term(name, Form::long_form, gender)) return word->single;
    }
    std::string result = std::to_string(number);
    result += ordinal_suffix(number, gender);
    return result;
}

DateElement const* Locale::date(DateElement::DateForm form) const noexcept {
    if (form == DateElement::DateForm::own) return nullptr;
    auto const& found = dates_[form == DateElement::DateForm::text ? 1 : 0];
    return found ? &*found : nullptr;
}

Punctuation Locale::punctuation() const {
    Punctuation result;
    auto const take = [this](std::string_view name, std::string& to) {
        if (auto const* found = term(name)) to = found->single;
    };
    take("open-quote", result.open_quote);
    take("close-quote", result.close_quote);
    take("open-inner-quote", result.open_inner_quote);
    take("close-inner-quote", result.close_inner_quote);
    result.in_quote = punctuation_in_quote_;
    result.language = language_;
    return result;
}

}  // namespace ibid::cite
