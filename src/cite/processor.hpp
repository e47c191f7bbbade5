// Processor: a style and a locale, ready to be used; it does not change, so threads may share it. It holds no items:
// see Document. A single record can be formatted without one.
#pragma once

#include "cite/locale.hpp"
#include "cite/output.hpp"
#include "cite/style.hpp"
#include "ibid/record.hpp"

#include <vector>

namespace ibid::cite {

/// A style and the locale it is used with. Immutable after construction.
class Processor {
public:
    /// The locale has taken in the style's own terms and dates already (see Locale).
    Processor(Style style, Locale locale);

    [[nodiscard]] Style const& style() const noexcept { return style_; }
    [[nodiscard]] Locale const& locale() const noexcept { return locale_; }
    [[nodiscard]] Punctuation const& punctuation() const noexcept { return punctuation_; }

    /// Whether a style uses a variable anywhere (year-suffix: whether it places it itself).
    [[nodiscard]] bool calls(VariableId variable) const noexcept;

    /// One record as an entry of the bibliography (of the citation, if the style has no bibliography), on its own:
    /// number 1, nothing to be told apart from.
    [[nodiscard]] std::vector<Block> format_entry(Record const& record) const;

private:
    Style style_;
    Locale locale_;
    Punctuation punctuation_{};
    std::vector<bool> called_{};  // by VariableId
};

}  // namespace ibid::cite
