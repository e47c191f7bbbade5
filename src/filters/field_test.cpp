// Field tests: what they mean for each kind of field. tools/README.md has the table.
#include "filters/field_test.hpp"

#include "filters/field_text.hpp"
#include "text/dates.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <charconv>

namespace ibid::filters {
namespace {

using grammars::query::Operator;

/// A decimal number without sign or exponent; more digits than a double holds are compared as texts, naturally.
std::optional<double> number_of(std::string_view text) noexcept {
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    bool const plain = std::all_of(text.begin(), text.end(), [&](char c) { return is_digit(c) || c == '.'; });
    if (text.empty() || text.size() > 15 || !plain || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

constexpr bool is_order(Operator op) noexcept {
    return op == Operator::less || op == Operator::less_equal || op == Operator::greater || op == Operator::greater_equal;
}

template <class T>
bool stands_so(T const& a, Operator op, T const& b) noexcept {
    switch (op) {
    case Operator::less: return a < b;
    case Operator::less_equal: return a <= b;
    case Operator::greater: return a > b;
    case Operator::greater_equal: return a >= b;
    default: return a == b;
    }
}

std::optional<Days> days_meant(std::string_view value) {
    Arena arena;
    Date date;
    return text::decode_date(arena.copy(value), arena, date) ? days_of(date) : std::nullopt;
}

}  // namespace

FieldTest::FieldTest(grammars::query::Node const& node, std::string& fault) : field_{field_name(node.field)}, op_{node.op} {
    fault.clear();
    negated_ = op_ == Operator::not_equal || op_ == Operator::lacks;
    if (op_ == Operator::not_equal) op_ = Operator::equal;
    if (op_ == Operator::lacks) op_ = Operator::contains;
    std::string const value = unescaped(node);
    value_ = normal_form(field_.variable, value, op_ == Operator::contains);
    if (field_.kind != FieldKind::key || op_ != Operator::equal) value_ = text::folded(value_);
    number_ = number_of(value_);

    bool const is_year = field_.kind == FieldKind::year;
    is_date_ = is_year || (field_.kind == FieldKind::variable && info(field_.variable).kind == Kind::date);
    if (!is_date_ || op_ == Operator::present || op_ == Operator::contains) return;
    days_ = days_meant(value);
    if (is_year && (!days_ || value.find_first_not_of("-0123456789") != value.npos)) fault = "expected a year";
    else if (!days_ && is_order(op_)) fault = "expected a date";
}

bool FieldTest::holds(Record const& record) const { return holds_positively(record) != negated_; }

bool FieldTest::holds_positively(Record const& record) const {
    if (op_ == Operator::present) return has_field(record, field_);
    if (days_) return holds_of_date(record);
    return any_text(record, field_, [this](std::string_view text, bool whole) { return holds_of(text, whole); });
}

bool FieldTest::holds_of_date(Record const& record) const {
    VariableId const id = field_.kind == FieldKind::year ? VariableId::issued : field_.variable;
    Date const* const date = record.find(DateKey{id});
    std::optional<Days> const days = date == nullptr ? std::nullopt : days_of(*date);
    return days && stands(*days, op_, *days_);
}

bool FieldTest::holds_of(std::string_view text, bool whole) const {
    if (field_.kind == FieldKind::key && op_ == Operator::equal) return text == value_;
    std::string const folded = text::folded(text);
    if (op_ == Operator::contains) return folded.find(value_) != folded.npos;
    if (is_order(op_) && !whole) return false;
    if (number_)
        if (std::optional<double> const number = number_of(folded)) return stands_so(*number, op_, *number_);
    if (is_order(op_)) return stands_so(text::compare_naturally(folded, value_), op_, 0);
    return folded == value_;
}

}  // namespace ibid::filters
