// Values as text. Dates: Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019).
#include "roundtrip/show.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace ibid::tools {

namespace {

void append_joined(std::string& text, std::string const& part, char const* between) {
    if (part.empty()) return;
    if (!text.empty()) text += between;
    text += part;
}

std::string tag(Mark const& mark) {
    std::string text(spelling(mark.style));
    if (!mark.argument.empty()) text.append("=").append(mark.argument);
    return text;
}

std::string show_name(Name const& name) {
    if (!name.literal.empty()) return "{" + show(name.literal) + "}";
    std::string text = show(name.non_dropping_particle);
    append_joined(text, show(name.family), " ");
    append_joined(text, show(name.suffix), ", ");
    std::string given = show(name.given);
    append_joined(given, show(name.dropping_particle), " ");
    append_joined(text, given, ", ");
    if (!name.identifier.empty()) text.append(" <").append(name.identifier).append(">");
    return text;
}

std::string number(char const* form, int value) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), form, value);
    return digits.data();
}

std::string show_point(DatePoint const& point) {
    std::string text = number(point.year < 0 ? "-%04d" : "%04d", std::abs(point.year));
    for (std::size_t i = 0; i < point.unspecified && i < text.size(); ++i) text[text.size() - 1 - i] = 'X';
    if (point.season != 0) text += number("-%02d", 20 + point.season);
    else if (point.month_unspecified) text += "-XX";
    else if (point.month != 0) text += number("-%02d", point.month);
    if (point.day_unspecified) text += "-XX";
    else if (point.day != 0) text += number("-%02d", point.day);
    if (point.has_time) text += number("T%02d", point.hour) + number(":%02d", point.minute) + number(":%02d", point.second);
    if (point.has_zone) {
        int const minutes = std::abs(point.zone_minutes);
        text += point.zone_minutes < 0 ? '-' : '+';
        text += number("%02d", minutes / 60) + number(":%02d", minutes % 60);
    }
    if (point.approximate && point.uncertain) return text + "%";
    return text + (point.approximate ? "~" : point.uncertain ? "?" : "");
}

}  // namespace

std::string show(Text const& text) {
    std::string out;
    std::vector<Mark const*> open;
    std::size_t next = 0;
    auto const close_until = [&](std::size_t at) {
        while (!open.empty() && open.back()->end <= at) {
            out.append("</").append(spelling(open.back()->style)).append(">");
            open.pop_back();
        }
    };
    for (std::size_t at = 0; at <= text.plain.size(); ++at) {
        close_until(at);
        for (; next < text.marks.size() && text.marks[next].begin <= at; ++next) {
            out.append("<").append(tag(text.marks[next])).append(">");
            open.push_back(&text.marks[next]);
            close_until(at);
        }
        if (at < text.plain.size()) out += text.plain[at];
    }
    close_until(text.plain.size() + 1);
    return out;
}

std::string show(Names const& names) {
    std::string text;
    for (Name const& name : names.list) append_joined(text, show_name(name), "; ");
    if (names.others) append_joined(text, "et al.", "; ");
    return text;
}

std::string show(Date const& date) {
    if (!date.literal.empty()) return "\"" + std::string(date.literal) + "\"";
    switch (date.range) {
    case DateRange::none: return show_point(date.begin);
    case DateRange::closed: return show_point(date.begin) + "/" + show_point(date.end);
    case DateRange::open_end: return show_point(date.begin) + "/..";
    case DateRange::unknown_end: return show_point(date.begin) + "/";
    case DateRange::open_begin: return "../" + show_point(date.end);
    case DateRange::unknown_begin: return "/" + show_point(date.end);
    }
    return {};
}

std::string show(Field const& field) {
    switch (field.kind()) {
    case Kind::text: return show(field.text());
    case Kind::names: return show(field.names());
    case Kind::date: return show(field.date());
    case Kind::list: break;
    }
    std::string text;
    for (Text const& item : field.list()) append_joined(text, show(item), " | ");
    return text;
}

}  // namespace ibid::tools
