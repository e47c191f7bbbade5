// Numbers: splitting values into numbers, whether they are numeric or plural, roman numerals.
#include "cite/numbers.hpp"

#include <algorithm>
#include <charconv>

namespace ibid::cite {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n'; }

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool has_digit(std::string_view text) noexcept { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_roman(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of("ivxlcdmIVXLCDM") == std::string_view::npos;
}

/// What comes before the digits at the end of a number: "8n" of "8n1568".
std::string_view number_prefix(std::string_view text) noexcept {
    std::size_t end = text.size();
    while (end > 0 && is_digit(text[end - 1])) --end;
    return text.substr(0, end);
}

/// Whether two numbers are begin and end of a range: both roman, or both counted after the same prefix.
bool make_range(std::string_view begin, std::string_view end) noexcept {
    if (is_roman(begin) && is_roman(end)) return true;
    if (!has_digit(begin) || !has_digit(end)) return false;
    auto const a = number_prefix(begin), b = number_prefix(end);
    if (a.size() == begin.size() || b.size() == end.size()) {  // "12a-12c", "12a-b"
        return is_digit(begin.front()) && is_digit(end.front());
    }
    return a == b;
}

/// U+2010 to U+2013.
bool is_dash(std::string_view bytes) noexcept {
    return bytes.size() == 3 && bytes.starts_with("\xE2\x80") && bytes[2] >= '\x90' && bytes[2] <= '\x93';
}

/// The bytes of a dash at a place, 0 if there is none: hyphen, U+2010 to U+2013, any number of them.
std::size_t dash_at(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size()) {
        if (text[end] == '-') ++end;
        else if (is_dash(text.substr(end, 3))) end += 3;
        else break;
    }
    return end - at;
}

struct Found {
    NumberSeparator kind{};
    std::size_t begin = 0, size = 0;
};

/// A word that separates, with blanks or the text's ends around it.
bool word_at(std::string_view text, std::size_t at, std::string_view word) noexcept {
    if (word.empty() || text.substr(at, word.size()) != word) return false;
    std::size_t const end = at + word.size();
    return at > 0 && is_blank(text[at - 1]) && end < text.size() && is_blank(text[end]);
}

Found next_separator(std::string_view text, std::size_t from, std::string_view and_word) noexcept {
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '-') {
            ++i;
            continue;
        }
        if (text[i] == ',' || text[i] == ';') {
            // "213, and 235": one separator.
            std::size_t const next = std::min(text.find_first_not_of(' ', i + 1), text.size());
            for (std::string_view const word : {and_word, std::string_view("and"), std::string_view("&")})
                if (word_at(text, next, word)) return {NumberSeparator::word, i, next + word.size() - i};
            return {text[i] == ',' ? NumberSeparator::comma : NumberSeparator::other, i, 1};
        }
        if (text[i] == '&') return {NumberSeparator::ampersand, i, 1};
        if (std::size_t const dash = dash_at(text, i); dash != 0) return {NumberSeparator::hyphen, i, dash};
        for (std::string_view const word : {and_word, std::string_view("and")})
            if (word_at(text, i, word)) return {NumberSeparator::word, i, word.size()};
    }
    return {};
}

}  // namespace

std::vector<NumberPart> split_numbers(std::string_view value, std::string_view and_word) {
    std::vector<NumberPart> parts;
    NumberSeparator before = NumberSeparator::none;
    std::string_view separator;
    bool after_range = false;
    for (std::size_t at = 0;;) {
        Found const found = next_separator(value, at, and_word);
        std::size_t const end = found.kind == NumberSeparator::none ? value.size() : found.begin;
        NumberPart part{trimmed(value.substr(at, end - at)), before, separator, false};
        if (before == NumberSeparator::hyphen && !parts.empty() && !after_range)
            part.range_end = make_range(parts.back().text, part.text);
        after_range = part.range_end;
        if (found.kind == NumberSeparator::hyphen) part.range_end = false;  // "30-431-A" is no range
        parts.push_back(part);
        if (found.kind == NumberSeparator::none) return parts;
        before = found.kind;
        separator = value.substr(found.begin, found.size);
        at = found.begin + found.size;
    }
}

bool is_numeric(std::vector<NumberPart> const& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](NumberPart const& part) {
        // "12a-c", "1998-VIII": a letter or a roman numeral may end a range.
        bool const ends = part.before == NumberSeparator::hyphen && (is_roman(part.text) || part.text.size() == 1) &&
                          has_digit(parts.front().text);
        return (has_digit(part.text) || ends) && part.before != NumberSeparator::word && part.before != NumberSeparator::other &&
               part.text.find_first_of(" \t<>/") == std::string_view::npos;
    });
}

bool is_numeric(std::string_view value) { return !value.empty() && is_numeric(split_numbers(value, "and")); }

std::optional<unsigned> whole_number(std::string_view part) noexcept {
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), is_digit)) return std::nullopt;
    unsigned number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    return number;
}

std::string sortable_number(std::string_view value) {
    if (value.empty() || !is_digit(value.front()) || !is_numeric(value)) return std::string(value);
    std::string to;
    for (std::size_t i = 0; i < value.size();) {
        std::size_t end = i;
        while (end < value.size() && is_digit(value[end])) ++end;
        if (end > i && end - i < 8) to.append(8 - (end - i), '0');
        if (end == i) ++end;
        to += value.substr(i, end - i);
        i = end;
    }
    return to;
}

bool is_plural(std::string_view value, std::string_view and_word, bool counts) {
    auto const parts = split_numbers(value, and_word);
    if (counts && parts.size() == 1) {
        auto const number = whole_number(parts.front().text);
        return number && *number != 1;
    }
    return std::any_of(parts.begin() + 1, parts.end(), [](NumberPart const& part) {
        if (part.before == NumberSeparator::hyphen) return part.range_end;
        return (has_digit(part.text) && part.text.find(' ') == std::string_view::npos) || is_roman(part.text);
    });
}

std::string roman(unsigned number) {
    if (number == 0 || number >= 5000) return std::to_string(number);
    static constexpr struct {
        unsigned value;
        std::string_view letters;
    } rows[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string to;
    for (auto const& row : rows)
        for (; number >= row.value; number -= row.value) to += row.letters;
    return to;
}

std::string range_end(std::string_view begin, std::string_view end, PageRangeFormat format) {
    auto const prefix = number_prefix(begin);
    std::string_view const a = begin.substr(prefix.size());
    std::string_view const b = end.substr(number_prefix(end).size());
    bool const counted = !a.empty() && !b.empty() && number_prefix(end) == prefix;
    if (format == PageRangeFormat::none || !counted || b.size() > a.size()) return std::string(end);
    std::string const whole = std::string(a.substr(0, a.size() - b.size())) + std::string(b);
    std::size_t same = 0;
    while (same < a.size() && a[same] == whole[same]) ++same;
    std::string const expanded = format == PageRangeFormat::expanded ? std::string(prefix) + whole : whole;
    if (same == a.size()) return expanded;
    std::size_t const changed = a.size() - same;
    auto const last = [&](std::size_t count) { return whole.substr(whole.size() - std::min(count, whole.size())); };
    switch (format) {
    case PageRangeFormat::minimal: return last(changed);
    case PageRangeFormat::minimal_two: return last(std::max<std::size_t>(changed, 2));
    case PageRangeFormat::chicago15:
    case PageRangeFormat::chicago16: {
        bool const hundreds = a.size() >= 2 && a.ends_with("00");
        bool const all_new = format == PageRangeFormat::chicago15 && a.size() == 4 && changed >= 3;
        if (a.size() < 3 || hundreds || all_new) break;
        if (a[a.size() - 2] == '0') return last(changed);  // 101 to 109
        return last(std::max<std::size_t>(changed, 2));
    }
    default: break;
    }
    return expanded;
}

std::string format_ranges(std::string_view value, PageRangeFormat format, NumberWords const& words) {
    std::string to;
    auto const parts = split_numbers(value, words.and_word);
    auto const put = [&](std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] != '\\' || i + 1 == text.size() || text[i + 1] != '-') to += text[i];
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        NumberPart const& part = parts[i];
        switch (part.before) {
        case NumberSeparator::none: break;
        case NumberSeparator::hyphen: to += part.range_end ? words.range_delimiter : part.separator; break;
        case NumberSeparator::ampersand: to += ' ', to += words.ampersand, to += ' '; break;
        case NumberSeparator::word:
            if (part.separator.front() != ',' && part.separator.front() != ';') to += ' ';
            to += part.separator, to += ' ';
            break;
        default: to += part.separator, to += part.text.empty() ? "" : " "; break;
        }
        if (part.range_end) put(range_end(parts[i - 1].text, part.text, format));
        else put(part.text);
    }
    return to;
}

}  // namespace ibid::cite
