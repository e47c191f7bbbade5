// Locale: terms, date formats and options of a language, merged from locale files and the style's own; and the patches
// that it is merged of. It reads no XML (parse_locale.cpp) and looks for no files (library.hpp).
// Specification: CSL 1.0.2, "Locale", "Locale Fallback", "Terms", "Ordinal Suffixes", "Gender-specific Ordinals".
#pragma once

#include "cite/date_element.hpp"
#include "cite/output.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ibid::cite {

struct StyleProblem;

enum class Form : std::uint8_t { long_form, short_form, verb, verb_short, symbol };
enum class Gender : std::uint8_t { neutral, masculine, feminine };

/// Which numbers an ordinal's ending goes with: those that end in its digit, in its two digits, or its number alone.
enum class OrdinalMatch : std::uint8_t { last_digit, last_two_digits, whole_number };

/// A term in one form; where a term has no plural of its own, both say the same.
struct Term {
    std::string single{}, multiple{};
};

/// A cs:term as it stands.
struct TermPatch {
    std::string name{};
    Form form{};
    Gender gender{};       ///< of the noun that the term is
    Gender gender_form{};  ///< of an ordinal: which nouns it goes with
    OrdinalMatch match{};  ///< of an ordinal
    Term term{};
};

/// What a cs:locale says, in a file or in a style.
struct LocalePatch {
    std::string language{};  ///< "" goes for all
    std::vector<TermPatch> terms{};
    std::vector<DateElement> dates{};  ///< one of each form
    std::optional<bool> limit_day_ordinals_to_day_1{}, punctuation_in_quote{};
};

/// All that a style needs to know of a language.
class Locale {
public:
    /// A locale without any term.
    explicit Locale(std::string language = "en-US") : language_(std::move(language)) {}

    /// Puts a patch over what there is. Ordinals go together: a patch that has some takes away all others.
    void add(LocalePatch const& patch);

    /// A BCP 47 tag as it was asked for.
    [[nodiscard]] std::string const& language() const noexcept { return language_; }

    /// A term in a form, else in the form that stands in for it: verb-short, verb, long; symbol, short, long. Of an
    /// ordinal the neutral one stands in for the others. Null: there is none; an empty one is there to say nothing.
    [[nodiscard]] Term const* term(std::string_view name, Form form = Form::long_form,
                                   Gender gender = Gender::neutral) const noexcept;
    /// The gender of the noun that a term is, such as "edition" or "month-05".
    [[nodiscard]] Gender gender(std::string_view name) const noexcept;

    /// A number as an ordinal: "2nd", or "second" if `in_words` and there is a word for it.
    [[nodiscard]] std::string ordinal(unsigned number, Gender gender, bool in_words = false) const;
    /// What an ordinal ends in: "nd".
    [[nodiscard]] std::string_view ordinal_suffix(unsigned number, Gender gender) const noexcept;

    /// The date format of a form (text or numeric), or null.
    [[nodiscard]] DateElement const* date(DateElement::DateForm form) const noexcept;

    [[nodiscard]] bool limit_day_ordinals_to_day_1() const noexcept { return limit_day_ordinals_; }
    [[nodiscard]] bool punctuation_in_quote() const noexcept { return punctuation_in_quote_; }
    /// What output needs to know of the locale.
    [[nodiscard]] Punctuation punctuation() const;

private:
    static constexpr std::size_t forms = 5, genders = 3;

    struct Entry {
        std::array<std::uint16_t, forms * genders> at{};  // index into texts_, from 1; 0 is none
        Gender gender{};
    };
    struct Ordinal {
        std::uint8_t number;
        OrdinalMatch match;
        Gender gender;
        std::string suffix;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };

    void add(TermPatch const& patch);
    void clear_ordinals();
    [[nodiscard]] Ordinal const* find_ordinal(unsigned number, Gender gender) const noexcept;
    [[nodiscard]] std::string_view legacy_suffix(unsigned number, Gender gender) const noexcept;

    std::string language_;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_{};
    std::vector<Term> texts_{};
    std::vector<Ordinal> ordinals_{};
    std::array<std::optional<DateElement>, 2> dates_{};  // numeric, text
    bool limit_day_ordinals_ = false, punctuation_in_quote_ = false;
};

/// A locale file. What is not understood is told and skipped.
LocalePatch parse_locale(std::string_view xml, std::vector<StyleProblem>& problems);

/// ibid's own English: enough for the common styles where no locale files are installed.
LocalePatch const& builtin_english();

}  // namespace ibid::cite
