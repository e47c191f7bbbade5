// What a number, pages and a year of a formatted citation look like; and the cuts before, between and behind them.
#include "grammars/citation_cuts.hpp"
#include "grammars/support/byte_class.hpp"

#include <algorithm>

namespace ibid::grammars::citation {
namespace {

using support::digit, support::in, support::letter, support::upper;

constexpr std::string_view en_dash = "–";

bool all_roman(std::string_view text) noexcept {
    if (text.empty()) return false;
    return text.find_first_not_of("ivxlc") == text.npos || text.find_first_not_of("IVXLCDM") == text.npos;
}

/// The longest text up to a comma that is looked at as pages, so that time stays linear.
constexpr std::size_t longest_page = 64;

/// Words that stand between a volume and a number of its own: "21 Suppl 1".
bool is_volume_word(std::string_view word) noexcept {
    for (std::string_view const one : {"Suppl", "Suppl.", "Supplement", "Pt", "Pt.", "Part", "Spec", "Spec."})
        if (word == one) return true;
    return false;
}

/// Digits, or up to four letters and hyphens and then a digit: "12", "e123", "CD0001", "S-12".
bool begins_like_number(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size() && at < 4 && (in<letter>(text[at]) || text[at] == '-')) ++at;
    return at < text.size() && in<digit>(text[at]) && (at == 0 || in<letter>(text[0]));
}

std::string_view between(char const* first, char const* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}

/// The last of some bytes in [first, last); null: it is not there.
char const* find_last(char const* first, char const* last, std::string_view what) noexcept {
    std::size_t const at = between(first, last).rfind(what);
    return at == std::string_view::npos ? nullptr : first + at;
}

/// Where the last word begins.
char const* last_word(char const* first, char const* last) noexcept {
    char const* const blank = find_last(first, last, " ");
    return blank == nullptr ? first : blank + 1;
}

}  // namespace

bool is_number(std::string_view text) noexcept {
    if (text.empty() || text.back() == '.') return false;
    if (text.find_first_of(",;?!\"") != text.npos || text.find("…") != text.npos) return false;
    if (all_roman(text)) return true;
    std::size_t const blank = text.find(' ');
    if (blank == std::string_view::npos) {
        std::size_t const dash = std::min(text.find('-'), text.find(en_dash));
        return begins_like_number(text) || (dash != text.npos && all_roman(text.substr(0, dash)));
    }
    std::string_view const behind = text.substr(blank + 1);
    std::string_view suffix;  // "24 (2021)" is of other styles
    if (behind.size() > 2 && is_year(behind.substr(1, behind.size() - 2), suffix)) return false;
    bool const in_parentheses = behind.find(')') == behind.size() - 1 && behind.starts_with('(');
    constexpr std::size_t longest = 40;
    bool const with_word = is_volume_word(behind.substr(0, behind.find(' ')));
    return text.size() <= longest && begins_like_number(text) && (in_parentheses || with_word);
}

bool is_pages(std::string_view number) noexcept {
    if (number.find(' ') != std::string_view::npos) return false;
    return !in<digit>(number.front()) || number.find('-') != number.npos || number.find(en_dash) != number.npos;
}

bool is_year(std::string_view text, std::string_view& suffix) noexcept {
    for (std::string_view const word : {"in press", "In press", "forthcoming", "submitted", "n.d.", "no date"})
        if (text == word) return true;
    auto const take_digits = [&](std::size_t& size) {
        std::size_t end = 0;
        while (end < text.size() && in<digit>(text[end])) ++end;
        size = end;
        text.remove_prefix(end);
        for (std::string_view const era : {"AD", "BC", " AD", " BC"})
            if (end != 0 && text.starts_with(era)) return text.remove_prefix(era.size()), true;
        return end == 4;
    };
    std::size_t size = 0;
    if (!take_digits(size) || size > 4) return false;
    if (text.starts_with(en_dash)) {
        text.remove_prefix(en_dash.size());
        if (text.empty()) return true;  // it has no end yet
        if (!take_digits(size)) return false;
    }
    suffix = text;
    return text.size() <= 2 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == text.npos;
}

bool before_year(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    char const* const comma = find_last(first, last, ", ");
    std::string_view suffix;
    if (comma == nullptr || !is_year(between(comma + 2, last), suffix)) return false;
    cut = {comma, comma + 2};
    return comma != first;
}

bool at_colon_before_page(char const* first, char const* last, Cut& cut) noexcept {
    char const* end = cut.left_end != nullptr ? cut.left_end : last;
    while (char const* const colon = find_last(first, end, ": ")) {
        std::string_view const behind = between(colon + 2, last).substr(0, longest_page + 1);
        std::string_view const page = behind.substr(0, behind.find(", "));
        char const* const word = last_word(first, colon);
        bool const behind_volume = colon != word && (is_number(between(word, colon)) || colon[-1] == ')');
        if (behind_volume && page.size() <= longest_page && is_number(page)) {
            cut = {colon, colon + 2};
            return true;
        }
        end = colon;
    }
    return false;
}

bool behind_pages(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    for (char const* at = first;;) {
        std::string_view const rest = between(at, last);
        std::size_t const comma = rest.find(", ");
        if (!is_number(rest.substr(0, comma))) return cut.left_end != nullptr;
        if (comma == rest.npos) return false;  // numbers up to the end
        cut = {at + comma, at + comma + 2};
        at = cut.right_begin;
    }
}

bool before_volume(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr || first == last) return false;
    char const* begin = last_word(first, last);
    if (last[-1] == ')') {
        char const* const open = find_last(first, last, "(");
        if (open == nullptr || open == first) return false;
        begin = last_word(first, open);
        if (begin == open) {  // "21 (Suppl 1)"
            char const* const word = last_word(first, open - 1);
            if (!begins_like_number(between(word, open))) return false;
            begin = word;
        }
    } else if (begin - first > 1) {
        char const* const word = last_word(first, begin - 1);
        if (is_volume_word(between(word, begin - 1))) {
            begin = word;
            if (word - first > 1) {
                char const* const number = last_word(first, word - 1);
                if (in<digit>(*number)) begin = number;
            }
        }
    }
    if (begin - first < 2) return false;
    std::string_view const volume = between(begin, last);
    if (!is_number(volume) && !is_volume_word(volume.substr(0, volume.find(' ')))) return false;
    cut = {begin - 1, begin};
    return true;
}

bool before_numbers(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    char const* end = last;
    for (;;) {
        char const* const comma = find_last(first, end, ", ");
        if (comma == nullptr || comma == first || !is_number(between(comma + 2, end))) return cut.left_end != nullptr;
        cut = {comma, comma + 2};
        end = comma;
    }
}

bool at_dot_in_number(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    char const* const dot = find_last(first, last, ".");
    if (dot == nullptr || dot == first || dot + 1 == last) return false;
    cut = {dot, dot + 1};
    return true;
}

bool at_issue(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    constexpr std::string_view word = ", no. ";
    char const* const at = find_last(first, last, word);
    if (at == nullptr || at == first) return false;
    cut = {at, at + word.size()};
    return true;
}

bool at_issue_alone(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    constexpr std::string_view word = " no. ";
    char const* const at = find_last(first, last, word);
    if (at == nullptr || at == first || at[-1] == ',') return false;
    cut = {at, at + word.size()};
    return true;
}

bool between_numbers(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    char const* page = last_word(first, last);
    if (page - first < 2 || !is_number(between(page, last))) return false;
    while (page - first > 2 && page[-2] == ',') {  // "12–19, 30"
        char const* const more = last_word(first, page - 2);
        if (!is_number(between(more, page - 2))) return false;
        page = more;
    }
    if (page - first < 2) return false;
    char const* const before = last_word(first, page - 1);
    if (!is_number(between(before, page - 1))) return false;
    cut = {page - 1, page};
    return true;
}

}  // namespace ibid::grammars::citation
