// DateElement: cs:date and cs:date-part, of a style as of a locale, and the looks that all elements share.
// Specification: CSL 1.0.2, "Date", "Date-part", "Localized Date Formats", "Formatting", "Affixes".
#pragma once

#include "cite/output.hpp"
#include "ibid/variable.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ibid::cite {

/// What nearly all elements may say of their result.
struct Look {
    Formatting format{};
    TextCase text_case{};
    Display display{};
    std::string prefix{}, suffix{};
    bool quotes = false, strip_periods = false;
};

struct DatePart {
    enum class Name : std::uint8_t { year, month, day } name{};
    /// Year: long, short. Month: long, short, numeric, numeric with leading zeros. Day: numeric, numeric with leading
    /// zeros, ordinal. Unset is the first of these.
    enum class PartForm : std::uint8_t { unset, long_form, short_form, numeric, numeric_leading_zeros, ordinal } form{};
    std::string range_delimiter = "–";
    bool has_range_delimiter = false;
    bool has_text_case = false;     ///< text-case was said, be it "none"
    bool has_strip_periods = false;
    Look look{};
};

struct DateElement {
    VariableId variable = VariableId::none;                         ///< none in a locale
    enum class DateForm : std::uint8_t { own, numeric, text } form{};  ///< own: its parts say it all
    enum class Precision : std::uint8_t { year_month_day, year_month, year } precision{};  ///< date-parts
    std::string delimiter{};
    std::vector<DatePart> parts{};
    Look look{};  ///< of a locale's cs:date; in a style the element has it
};

}  // namespace ibid::cite
