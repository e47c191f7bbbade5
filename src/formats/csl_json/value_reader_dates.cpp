// ValueReader: dates. `date-parts` is what is wanted; strings are read as EDTF or as people write dates.
#include "formats/csl_json/value_reader.hpp"

#include "text/dates.hpp"
#include "text/dates_loose.hpp"

#include <charconv>

namespace ibid::formats::csl_json {

using JsonKind = grammars::csl_json::Kind;

namespace {

/// The integer that a number or a string is; blanks around it do not matter.
std::optional<std::int32_t> integer(Node const& node) noexcept {
    if (node.kind != JsonKind::number && node.kind != JsonKind::string) return std::nullopt;
    std::string_view text = node.text;
    bool small = !text.empty() && text.size() <= 4;
    std::int32_t sum = 0;
    for (std::size_t i = 0; small && i < text.size(); ++i) {
        small = text[i] >= '0' && text[i] <= '9';
        sum = 10 * sum + (text[i] - '0');
    }
    if (small) return sum;  // as nearly all are
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.ends_with(".0")) text.remove_suffix(2);  // of a program that knows floating point alone
    std::int32_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_absent(Node const& node) noexcept {
    return node.kind == JsonKind::null || (node.kind == JsonKind::string && node.text.empty());
}

/// Seasons in the place of a month: 13-16 and 17-20 of citeproc-js, 21-24 of EDTF.
constexpr std::uint8_t season_of_month(std::int32_t month) noexcept {
    return month >= 13 && month <= 24 ? static_cast<std::uint8_t>((month - 13) % 4 + 1) : std::uint8_t{0};
}

}  // namespace

/// Nothing: the value says no date.
std::optional<Date> ValueReader::date(std::uint32_t at) {
    Node const& node = nodes_[at];
    if (node.kind == JsonKind::object) return date_object(at);
    odd(Code::wrong_json_type, node, "an object with date-parts is wanted");
    if (node.kind != JsonKind::array) return date_text(node, {});
    Date to;
    return date_parts(at, to) ? std::optional(to) : std::nullopt;
}

/// A date in a string; `to` is what is known already.
Date ValueReader::date_text(Node const& node, Date to) {
    bool const circa = to.begin.approximate;
    if (!text::decode_date(plain(node), *arena_, to)) odd(Code::bad_date, node, {});
    if (circa && to.literal.empty()) to.begin.approximate = true;
    return to;
}

std::optional<Date> ValueReader::date_object(std::uint32_t at) {
    Date to;
    Node const *raw = nullptr, *literal = nullptr, *season_node = nullptr;
    if (at + 1 != nodes_[at].next && nodes_[at + 1].text == "year" && date_members(at, to.begin)) {
        odd(Code::wrong_json_type, nodes_[at], "an object with date-parts is wanted");
        return to;
    }
    bool circa = false, parts = false;
    each(at, [&](std::uint32_t i) {
        std::string_view const key = nodes_[i].text;
        Node const& value = nodes_[i + 1];
        if (is_absent(value)) return;
        bool const container = value.kind == JsonKind::array || value.kind == JsonKind::object;
        if (key == "date-parts" && value.kind == JsonKind::array) parts = date_parts(i + 1, to);
        else if (key == "season" && !container) season_node = &value;
        else if (key == "circa" && !container) circa = value.text != "false" && value.text != "0";
        else if (key == "literal" && !container) literal = &value;
        else if (key == "raw" && !container) raw = &value;
        else {
            complete_ = false;
            bool const says_the_same = key == "date-time" || key == "timestamp";  // Crossref
            if (!says_the_same) odd(Code::bad_value, nodes_[i], "CSL's dates have no such member");
        }
    });
    if (parts) {
        complete_ = complete_ && raw == nullptr && literal == nullptr;
        if (literal != nullptr) odd(Code::text_beside_number, *literal, "a text beside date-parts; the date counts");
        if (season_node != nullptr) season(*season_node, to);
        to.begin.approximate = circa;
        to.end.approximate = circa && to.range == DateRange::closed;
        return to;
    }
    to.begin.approximate = circa;
    if (raw != nullptr) {
        complete_ = complete_ && literal == nullptr && season_node == nullptr;
        return date_text(*raw, to);
    }
    complete_ = complete_ && !circa && season_node == nullptr;
    if (literal == nullptr) return std::nullopt;
    to = {};
    to.literal = plain(*literal);
    return to;
}

/// [[y, m, d]], [[y, m, d], [y, m, d]], and one array where there should be two. False: it says nothing.
bool ValueReader::date_parts(std::uint32_t at, Date& to) {
    std::uint32_t const first = at + 1;
    if (nodes_[at].next == first) return false;
    if (nodes_[first].kind != JsonKind::array && nodes_[first].kind != JsonKind::object) {
        bool const known = date_part(at, to.begin);
        if (known) odd(Code::wrong_json_type, nodes_[at], "date-parts is an array of arrays");
        return known;
    }
    if (!date_part(first, to.begin)) return false;
    std::uint32_t const second = nodes_[first].next;
    if (second == nodes_[at].next) return true;
    bool const container = nodes_[second].kind == JsonKind::array || nodes_[second].kind == JsonKind::object;
    if (nodes_[second].next != nodes_[at].next || !container) {
        odd(Code::bad_date, nodes_[at], "date-parts has one array or two");
        complete_ = false;
        if (!container) return true;
    }
    // [0], as citeproc-js has it: the range is open.
    bool const zero = nodes_[second].next > second + 1 && nodes_[second + 1].text == "0";
    if (zero) to.range = DateRange::open_end;
    else if (date_part(second, to.end)) to.range = DateRange::closed;
    return true;
}

/// [y], [y, m] or [y, m, d]; false if there is no year in it.
bool ValueReader::date_part(std::uint32_t at, DatePoint& to) {
    if (nodes_[at].kind == JsonKind::object) return date_members(at, to);
    std::uint32_t const end = nodes_[at].next;
    std::uint32_t i = at + 1;
    if (i == end || is_absent(nodes_[i])) return false;
    Node const& year = nodes_[i];
    auto const number = integer(year);
    if (!number) {
        Date whole;
        if (year.kind == JsonKind::string && text::decode_date(plain(year), *arena_, whole) && whole.literal.empty()) {
            odd(Code::wrong_json_type, year, "date-parts are numbers");
            complete_ = complete_ && whole.range == DateRange::none && nodes_[i].next == end;
            to = whole.begin;
            return true;
        }
        odd(Code::bad_date, year, "a year is a number");
        complete_ = false;
        return false;
    }
    if (*number == 0) {
        bool const alone = year.next == end;  // [0]: there is no date
        if (!alone) odd(Code::bad_date, year, "CSL has no year 0");
        complete_ = complete_ && alone;
        return false;
    }
    to.year = text::edtf_year(*number);
    std::int32_t rest[2]{};
    std::size_t count = 0;
    for (i = nodes_[i].next; i != end; i = nodes_[i].next) {
        auto value = integer(nodes_[i]);
        if (!value && count == 0) value = named_month(nodes_[i]);
        bool const fits = count < 2 && (value || is_absent(nodes_[i]));
        if (!fits) {
            odd(Code::bad_date, nodes_[i], "date-parts are year, month and day");
            complete_ = false;
            break;
        }
        rest[count++] = value.value_or(0);
    }
    month_and_day(nodes_[at], rest[0], rest[1], to);
    return true;
}

/// {"year": 1967, "month": 5}, as pandoc once wrote dates.
bool ValueReader::date_members(std::uint32_t at, DatePoint& to) {
    std::int32_t year = 0, month = 0, day = 0;
    each(at, [&](std::uint32_t i) {
        std::string_view const key = nodes_[i].text;
        std::int32_t* const part = key == "year" ? &year : key == "month" ? &month : key == "day" ? &day : nullptr;
        auto const value = integer(nodes_[i + 1]);
        if (part != nullptr && value) *part = *value;
        else complete_ = complete_ && is_absent(nodes_[i + 1]);
    });
    if (year == 0) return false;
    to.year = text::edtf_year(year);
    month_and_day(nodes_[at], month, day, to);
    return true;
}

/// Takes what there is; a month beyond 12 is a season.
void ValueReader::month_and_day(Node const& node, std::int32_t month, std::int32_t day, DatePoint& to) {
    bool const right = month >= 0 && month <= 24 && day >= 0 && day <= 31 && (day == 0 || (month >= 1 && month <= 12));
    if (!right) {
        odd(Code::bad_date, node, "there is no such day");
        complete_ = false;
    }
    if (month >= 1 && month <= 12) to.month = static_cast<std::uint8_t>(month);
    to.season = season_of_month(month);
    if (to.month == 0 || day < 1 || day > 31) return;
    to.day = static_cast<std::uint8_t>(day);
    if (text::is_on_calendar(to)) return;
    to.day = 0;  // 30 February
    odd(Code::bad_date, node, "there is no such day");
    complete_ = false;
}

/// The month that a string names: "May".
std::optional<std::int32_t> ValueReader::named_month(Node const& node) {
    Date named;
    bool const is_name = node.kind == JsonKind::string && !node.text.empty() && text::decode_month(plain(node), named) &&
                         named.range == DateRange::none && named.begin.month != 0 && named.begin.day == 0;
    if (!is_name) return std::nullopt;
    odd(Code::wrong_json_type, node, "date-parts are numbers");
    return named.begin.month;
}

/// 1 to 4, or its name.
void ValueReader::season(Node const& node, Date& to) {
    auto number = integer(node);
    if (!number || *number > 4) {
        Date named;
        if (text::decode_month(plain(node), named)) number = named.begin.season;
    }
    bool const known = number && *number >= 1 && *number <= 4;
    if (known && to.begin.month == 0) to.begin.season = static_cast<std::uint8_t>(*number);
    complete_ = complete_ && known && to.begin.month == 0;
    if (!known) odd(Code::bad_date, node, "a season is a number from 1 to 4");
}

}  // namespace ibid::formats::csl_json
