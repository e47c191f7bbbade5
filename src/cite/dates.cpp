// Renderer: cs:date: a date of an item in the style's or the locale's form, and ranges of two.
// Specification: CSL 1.0.2, "Date", "Localized Date Formats", "Date-part", "Date Ranges", "AD and BC".
#include "cite/render.hpp"

#include "text/dates.hpp"

#include <algorithm>
#include <cstdio>

namespace ibid::cite {
namespace {

using Name = DatePart::Name;
using PartForm = DatePart::PartForm;
using Precision = DateElement::Precision;

bool shows(Precision precision, Name name) noexcept {
    if (name == Name::day) return precision == Precision::year_month_day;
    return name == Name::year || precision != Precision::year;
}

bool has_part(DatePoint const& point, Name name) noexcept {
    switch (name) {
    case Name::year: return true;
    case Name::month: return point.month != 0 || point.season != 0;
    case Name::day: return point.day != 0;
    }
    return false;
}

bool differs(DatePoint const& a, DatePoint const& b, Name name) noexcept {
    switch (name) {
    case Name::year: return a.year != b.year;
    case Name::month: return a.month != b.month || a.season != b.season;
    case Name::day: return a.day != b.day;
    }
    return false;
}

std::string digits(unsigned number, int width) {
    char buffer[16];
    int const size = std::snprintf(buffer, sizeof buffer, "%0*u", width, number);
    return {buffer, static_cast<std::size_t>(size)};
}

/// What the style's own cs:date-part says beside the locale's; affixes stay the locale's.
void override_part(DatePart& part, DatePart const& own) {
    if (own.form != PartForm::unset) part.form = own.form;
    if (own.has_range_delimiter) part.range_delimiter = own.range_delimiter, part.has_range_delimiter = true;
    Formatting const& format = own.look.format;
    if (format.style != FontStyle::unset) part.look.format.style = format.style;
    if (format.variant != FontVariant::unset) part.look.format.variant = format.variant;
    if (format.weight != FontWeight::unset) part.look.format.weight = format.weight;
    if (format.decoration != Decoration::unset) part.look.format.decoration = format.decoration;
    if (format.align != VerticalAlign::unset) part.look.format.align = format.align;
    if (own.look.text_case != TextCase::none) part.look.text_case = own.look.text_case;
    part.look.strip_periods = part.look.strip_periods || own.look.strip_periods;
}

/// A point as sorting sees it: years before Christ come first, missing parts are zeros.
std::string sortable(DatePoint const& point, std::span<DatePart const> parts) {
    std::string text;
    auto const shown = [&](Name name) {
        return std::any_of(parts.begin(), parts.end(), [&](DatePart const& part) { return part.name == name; });
    };
    if (shown(Name::year)) text += digits(static_cast<unsigned>(point.year + 100000), 6);
    if (shown(Name::month)) text += digits(point.month != 0 ? point.month : point.season != 0 ? 20U + point.season : 0U, 2);
    if (shown(Name::day)) text += digits(point.day, 2);
    return text;
}

}  // namespace

/// The parts to be shown, the locale's with what the style says of them.
Renderer::DateParts Renderer::parts_of(DateElement const& element, std::string_view& delimiter) const {
    delimiter = element.delimiter;
    if (element.form == DateElement::DateForm::own) return element.parts;
    DateParts parts;
    DateElement const* const format = at_.processor->locale().date(element.form);
    if (format == nullptr) return parts;
    delimiter = format->delimiter;
    for (DatePart const& part : format->parts) {
        if (!shows(element.precision, part.name)) continue;
        parts.push_back(part);
        for (DatePart const& own : element.parts)
            if (own.name == part.name) override_part(parts.back(), own);
    }
    return parts;
}

Output Renderer::date(DateElement const& element, Look const& look, Calls& calls) {
    calls.called = true;
    if (is_suppressed(element.variable)) return {};
    // When somebody looked tells nothing apart.
    if (at_.telling_apart && element.variable == VariableId::accessed) return {};
    Field const* const field = at_.record->field(element.variable);
    if (field == nullptr || field->kind() != Kind::date) return {};
    Date const& value = field->date();
    bool const takes_suffix = !year_suffix_done_ && !at_.processor->calls(VariableId::year_suffix) &&
                              at_.sort_key == nullptr && element.variable == VariableId::issued;
    Output output;
    if (!value.literal.empty()) {
        output.text = value.literal;
        output.role = Role::year;
        if (takes_suffix) append_year_suffix(output);
    } else {
        std::string_view delimiter;
        DateParts parts = parts_of(element, delimiter);
        implicit_year_suffix_ = takes_suffix;
        if (at_.sort_key != nullptr) {
            output.text = sortable(value.begin, parts);
            if (value.range == DateRange::closed) output.text += '-' + sortable(value.end, parts);
        } else if (value.range == DateRange::none) {
            output = date_parts(parts, value.begin, delimiter);
        } else {
            output = date_range(parts, value, delimiter);
        }
        implicit_year_suffix_ = false;
    }
    if (output.empty()) return {};
    calls.rendered = true;
    if (substituting_ != nullptr) substituting_->set(static_cast<std::size_t>(element.variable));
    put_on(look, output);
    return output;
}

Output Renderer::date_parts(std::span<DatePart const> parts, DatePoint const& point, std::string_view delimiter) {
    Output output;
    output.delimiter = delimiter;
    for (DatePart const& part : parts) {
        if (!has_part(point, part.name)) continue;
        Output one = date_part(part, point);
        if (!one.empty()) output.children.push_back(std::move(one));
    }
    return output;
}

Output Renderer::date_part(DatePart const& part, DatePoint const& point) {
    Output output;
    PartForm const form = part.form;
    switch (part.name) {
    case Name::year: {
        std::int32_t const year = text::csl_year(point.year);
        unsigned const count = static_cast<unsigned>(year < 0 ? -year : year);
        output.text = form == PartForm::short_form ? digits(count % 100, 2) : std::to_string(count);
        if (year < 0) output.text += term("bc", Form::long_form, false);
        else if (year < 1000) output.text += term("ad", Form::long_form, false);
        output.role = Role::year;
        if (!implicit_year_suffix_) break;
        implicit_year_suffix_ = false;
        append_year_suffix(output);
        break;
    }
    case Name::month: {
        if (point.month == 0) {
            output.text = term("season-" + digits(point.season, 2), Form::long_form, false);
            break;
        }
        if (form == PartForm::numeric) output.text = std::to_string(point.month);
        else if (form == PartForm::numeric_leading_zeros) output.text = digits(point.month, 2);
        else output.text = term("month-" + digits(point.month, 2),
                                form == PartForm::short_form ? Form::short_form : Form::long_form, false);
        break;
    }
    case Name::day: {
        Locale const& locale = at_.processor->locale();
        bool const ordinal = form == PartForm::ordinal && (point.day == 1 || !locale.limit_day_ordinals_to_day_1());
        if (ordinal) output.text = locale.ordinal(point.day, locale.gender("month-" + digits(point.month, 2)), false);
        else if (form == PartForm::numeric_leading_zeros) output.text = digits(point.day, 2);
        else output.text = std::to_string(point.day);
        break;
    }
    }
    if (output.empty()) return {};
    put_on(part.look, output);
    return output;
}

/// What both ends share is shown once: "3–7 May 2008".
Output Renderer::date_range(DateParts& parts, Date const& date, std::string_view delimiter) {
    bool const until = date.range == DateRange::open_begin || date.range == DateRange::unknown_begin;
    DatePoint const& begin = until ? date.end : date.begin;
    auto const gone = [&](DatePart const& part) { return !has_part(begin, part.name) && !has_part(date.end, part.name); };
    parts.erase(std::remove_if(parts.begin(), parts.end(), gone), parts.end());
    if (parts.empty()) return {};
    std::string const* range_delimiter = &parts.front().range_delimiter;
    if (date.range != DateRange::closed) {
        for (DatePart const& part : parts)
            if (part.name == Name::year) range_delimiter = &part.range_delimiter;
        Output output = date_parts(parts, begin, delimiter);
        if (output.empty()) return {};
        Output all, dash;
        dash.text = *range_delimiter;
        all.children.push_back(until ? std::move(dash) : std::move(output));
        all.children.push_back(until ? std::move(output) : std::move(dash));
        return all;
    }
    // The largest part that differs; all smaller ones are shown twice as well.
    std::optional<Name> largest;
    for (Name const name : {Name::day, Name::month, Name::year})
        for (DatePart const& part : parts)
            if (part.name == name && differs(date.begin, date.end, name)) {
                largest = name;
                range_delimiter = &part.range_delimiter;
            }
    if (!largest) return date_parts(parts, date.begin, delimiter);
    auto const twice = [&](DatePart const& part) { return part.name >= *largest; };
    auto const first = std::find_if(parts.begin(), parts.end(), twice);
    auto last = std::find_if_not(first, parts.end(), twice);
    bool const apart = std::any_of(last, parts.end(), twice);
    auto const from = apart ? parts.begin() : first;
    if (apart) last = parts.end();

    std::string const dash_text = *range_delimiter;
    Output output, range, dash;
    output.delimiter = delimiter;
    bool const suffix = std::exchange(implicit_year_suffix_, false);
    bool const year_outside = std::none_of(from, last, [](DatePart const& part) { return part.name == Name::year; });
    implicit_year_suffix_ = suffix && year_outside;
    for (auto part = parts.begin(); part != from; ++part)
        if (has_part(date.begin, part->name)) output.children.push_back(date_part(*part, date.begin));
    // What stands beside the dash has no affix towards it.
    auto const last_shown = [&](DatePoint const& point) {
        auto at = last;
        while (at != from) {
            --at;
            if (has_part(point, at->name)) return at;
        }
        return last;
    };
    bool const outer = implicit_year_suffix_;
    implicit_year_suffix_ = false;
    if (auto const at = last_shown(date.begin); at != last) {
        std::string kept = std::move(at->look.suffix);
        at->look.suffix.clear();
        range.children.push_back(date_parts({&*from, static_cast<std::size_t>(last - from)}, date.begin, delimiter));
        at->look.suffix = std::move(kept);
    }
    dash.text = dash_text;
    range.children.push_back(std::move(dash));
    auto const head = std::find_if(from, last, [&](DatePart const& part) { return has_part(date.end, part.name); });
    if (head != last) head->look.prefix.clear();
    implicit_year_suffix_ = suffix && !year_outside;
    range.children.push_back(date_parts({&*from, static_cast<std::size_t>(last - from)}, date.end, delimiter));
    output.children.push_back(std::move(range));
    implicit_year_suffix_ = outer;
    for (auto part = last; part != parts.end(); ++part)
        if (has_part(date.end, part->name)) output.children.push_back(date_part(*part, date.end));
    return output;
}

}  // namespace ibid::cite
