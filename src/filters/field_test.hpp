// Field tests: one `field op value` of a query, with all that can be known of it before a record is there.
#pragma once

#include "filters/days.hpp"
#include "filters/field_name.hpp"
#include "grammars/query.hpp"

#include <optional>
#include <string>

namespace ibid::filters {

class FieldTest {
public:
    /// Takes a test's node. `fault` says what its value should have been; empty: it is all right.
    FieldTest(grammars::query::Node const& node, std::string& fault);

    [[nodiscard]] bool holds(Record const& record) const;
    [[nodiscard]] FieldName const& field() const noexcept { return field_; }

private:
    [[nodiscard]] bool holds_positively(Record const& record) const;
    [[nodiscard]] bool holds_of_date(Record const& record) const;
    [[nodiscard]] bool holds_of(std::string_view text, bool whole) const;

    FieldName field_;
    grammars::query::Operator op_;  ///< `!=` and `!~` as what they are the contrary of
    bool negated_ = false;
    bool is_date_ = false;          ///< the field is one
    std::string value_;             ///< as the field's texts are: normal_form(), folded save of keys
    std::optional<double> number_;  ///< the value is one
    std::optional<Days> days_;      ///< the field is a date, and so is the value
};

}  // namespace ibid::filters
