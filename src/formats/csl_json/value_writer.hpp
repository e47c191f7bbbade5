// ValueWriter: the values of variables as CSL-JSON: texts in its markup, lists as one string, names, dates.
#pragma once

#include "formats/csl_json/printer.hpp"
#include "mapping/lost_marks.hpp"
#include "ibid/record.hpp"

#include <string>
#include <string_view>

namespace ibid::formats::csl_json {

/// What the markup of CSL-JSON has.
inline constexpr mapping::StyleSet sayable_styles{ibid::Style::italic,    ibid::Style::bold,       ibid::Style::superscript,
                                                  ibid::Style::subscript, ibid::Style::small_caps, ibid::Style::nocase};

class ValueWriter {
public:
    explicit ValueWriter(Printer& to) noexcept : to_(to) {}

    void text(Text const& value);
    /// The texts of a list as one string.
    void joined(List list, std::string_view delimiter);
    /// The texts of a list as an array, from one on.
    void array(List list, std::size_t from = 0);
    /// On one line, or a name a line.
    void names(Names const& names, bool lines);
    void date(Date const& date);
    void edtf(Date const& date);

    /// Whether a text with marks that CSL-JSON cannot say was written since the last forget_marks().
    [[nodiscard]] bool met_marks() const noexcept { return met_marks_; }
    void forget_marks() noexcept { met_marks_ = false; }

private:
    void inside(Text const& value);
    void encoded(Text const& value);
    void name(Name const& name);
    void point(DatePoint const& point);

    Printer& to_;
    bool met_marks_ = false;
    std::string scratch_;
};

}  // namespace ibid::formats::csl_json
