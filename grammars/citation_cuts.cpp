// Where sentences, lists of names, parentheses and quotation marks of a formatted citation end.
#include "grammars/citation_cuts.hpp"
#include "grammars/support/byte_class.hpp"

#include <algorithm>
#include <array>

namespace ibid::grammars::citation {
namespace {

using support::digit, support::in, support::upper;

std::string_view between(char const* first, char const* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}

/// The one cut at the first occurrence of `join`.
bool once_at_first(char const* first, char const* last, std::string_view join, Cut& cut) noexcept {
    std::size_t const at = between(first, last).find(join);
    if (cut.left_end != nullptr || at == std::string_view::npos) return false;
    cut = {first + at, first + at + join.size()};
    return true;
}

bool once_at_last(char const* first, char const* last, std::string_view join, Cut& cut) noexcept {
    std::size_t const at = between(first, last).rfind(join);
    if (cut.left_end != nullptr || at == std::string_view::npos) return false;
    cut = {first + at, first + at + join.size()};
    return true;
}

bool at_each(char const* first, char const* last, std::string_view join, Cut& cut) noexcept {
    char const* const from = cut.left_end == nullptr ? first : cut.left_end + 1;
    std::size_t const at = between(from, last).find(join);
    if (at == std::string_view::npos) return false;
    cut = {from + at, from + at + join.size()};
    return true;
}

constexpr std::string_view closing_quotes[] = {"”", "’"};

/// Bytes of the closing quotation mark that ends a text; 0: none does.
std::size_t quote_at_end(std::string_view text) noexcept {
    for (std::string_view const quote : closing_quotes)
        if (text.ends_with(quote)) return quote.size();
    return 0;
}

/// Whether a sentence ends before a blank; if so, where its text ends. A full stop between two sentences is neither's;
/// one that went into quotation marks stays there.
bool sentence_ends(char const* first, char const* blank, Cut& cut) noexcept {
    char const* end = blank;
    while (std::size_t const quote = quote_at_end(between(first, end))) end -= quote;
    if (end == first) return false;
    char const mark = end[-1];
    if (mark == '.' && end == blank) {
        std::string_view const before = between(first, end - 1);
        std::size_t const quote = quote_at_end(before);
        bool const quoted = before.ends_with("”") || (quote != 0 && before.find("‘") != before.npos);
        if (!quoted && !before.ends_with('.')) --end;  // of two full stops one is the text's
    }
    else if (mark == '.' || mark == '?' || mark == '!') end = blank;
    else return false;
    cut = {end, blank + 1};
    return end != first;
}

/// The ends of sentences within a text, the last of them.
struct Sentences {
    std::array<Cut, 16> ends{};
    std::size_t count = 0;  ///< of all there are
    [[nodiscard]] std::size_t kept() const noexcept { return count < ends.size() ? count : ends.size(); }
    /// The i-th from the end.
    [[nodiscard]] Cut const& from_end(std::size_t i) const noexcept { return ends[(count - 1 - i) % ends.size()]; }
};

Sentences sentences(char const* first, char const* last) noexcept {
    Sentences found;
    for (char const* at = first; at + 1 < last; ++at) {
        Cut cut;
        if (*at != ' ' || at == first || !sentence_ends(first, at, cut)) continue;
        found.ends[found.count++ % found.ends.size()] = cut;
    }
    return found;
}

/// "Chem", "Angew", "St": a word of an abbreviated title. With `several`: some of them.
bool is_abbreviation(std::string_view text, bool several) noexcept {
    for (;;) {
        std::size_t const blank = text.find(' ');
        if (text.empty() || !in<upper>(text.front())) return false;
        if (blank == text.npos) return true;
        if (!several) return false;
        text.remove_prefix(blank + 1);
    }
}

}  // namespace

bool at_colon(char const* first, char const* last, Cut& cut) noexcept { return once_at_first(first, last, ": ", cut); }
bool at_last_and(char const* first, char const* last, Cut& cut) noexcept {
    return once_at_last(first, last, " and ", cut);
}
bool at_each_and(char const* first, char const* last, Cut& cut) noexcept { return at_each(first, last, " and ", cut); }
bool at_ampersand(char const* first, char const* last, Cut& cut) noexcept {
    return once_at_last(first, last, ", & ", cut);
}
bool at_comma(char const* first, char const* last, Cut& cut) noexcept { return once_at_first(first, last, ", ", cut); }
bool at_quote(char const* first, char const* last, Cut& cut) noexcept { return once_at_first(first, last, "\"", cut); }
bool before_doi(char const* first, char const* last, Cut& cut) noexcept {
    return once_at_last(first, last, " https://doi.org/", cut) && cut.right_begin != last &&
           between(cut.right_begin, last).find(' ') == std::string_view::npos;
}

bool at_et_al(char const* first, char const* last, Cut& cut) noexcept {
    constexpr std::string_view words = " et al.";
    if (cut.left_end != nullptr || !between(first, last).ends_with(words)) return false;
    cut = {last - words.size(), last - words.size() + 1};
    return cut.left_end != first && cut.left_end[-1] != ',';
}

bool at_comma_et_al(char const* first, char const* last, Cut& cut) noexcept {
    constexpr std::string_view words = ", et al.";
    if (cut.left_end != nullptr || !between(first, last).ends_with(words)) return false;
    cut = {last - words.size(), last - words.size() + 2};
    return cut.left_end != first;
}

bool at_last_comma(char const* first, char const* last, Cut& cut) noexcept {
    if (!once_at_last(first, last, ", ", cut)) return false;
    std::string_view const behind = between(cut.right_begin, last);
    bool const is_state = (behind.size() == 2 || behind.size() == 3) &&
                          behind.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == behind.npos;
    if (!is_state) return true;
    Cut before;
    if (once_at_last(first, cut.left_end, ", ", before)) cut = before;
    return true;
}

bool at_end_of_quote(char const* first, char const* last, Cut& cut) noexcept {
    constexpr std::string_view mark = "\".";
    if (cut.left_end != nullptr) return false;
    if (std::string_view const all = between(first, last); all.ends_with(mark)) {
        cut = {last - mark.size(), last};
        return cut.left_end != first;
    }
    return once_at_last(first, last, "\". ", cut) && cut.left_end != first;
}

bool at_final_stop(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr || last - first < 2 || last[-1] != '.' || last[-2] == '.') return false;
    cut = {last - 1, last};
    return true;
}

bool at_stop_after_digit(char const* first, char const* last, Cut& cut) noexcept {
    return at_final_stop(first, last, cut) && in<digit>(last[-2]);
}

bool at_swallowed_stop(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr || first == last) return false;
    char const* end = last;
    while (std::size_t const quote = quote_at_end(between(first, end))) end -= quote;
    bool const two_stops = between(first, last).ends_with("..");
    if (end == first || (std::string_view("?!:;").find(end[-1]) == std::string_view::npos && !two_stops)) return false;
    cut = {last, last};
    return true;
}

bool at_stop(char const* first, char const* last, Cut& cut) noexcept { return at_each(first, last, ". ", cut); }
bool behind_stop(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) --cut.left_end;
    if (!at_each(first, last, ". ", cut)) return false;
    ++cut.left_end;
    return true;
}

bool at_last_sentence(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    Sentences const found = sentences(first, last);
    if (found.count == 0) return false;
    cut = found.from_end(0);
    return true;
}

bool at_end_of_title(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    Sentences const found = sentences(first, last);
    if (found.count == 0) return false;
    cut = found.from_end(0);
    for (std::size_t i = 1; i < found.kept(); ++i) {
        Cut const& before = found.from_end(i);
        std::string_view const sentence = between(before.right_begin, cut.left_end);
        bool const bare = in<digit>(*cut.right_begin);  // a number needs what it is the number of
        if (*cut.left_end != '.' || !is_abbreviation(sentence, bare)) break;
        cut = before;
    }
    return true;
}

bool at_sentence_before_year(char const* first, char const* last, Cut& cut) noexcept {
    if (cut.left_end != nullptr) return false;
    std::string_view const all = between(first, last);
    std::string_view suffix;
    std::size_t blank = all.rfind(' ');
    for (int words = 1; words <= 2; ++words, blank = all.rfind(' ', blank - 1)) {  // "44 BC", "in press"
        if (blank == all.npos || blank == 0) return false;
        if (is_year(all.substr(blank + 1), suffix) && sentence_ends(first, first + blank, cut)) return true;
    }
    cut = {};
    return false;
}

bool at_parenthesis(char const* first, char const* last, Cut& cut) noexcept {
    if (last == first || last[-1] != ')') return false;
    return once_at_last(first, last, " (", cut) && cut.left_end != first ? (--cut.right_begin, true) : false;
}

bool at_colon_behind_year(char const* first, char const* last, Cut& cut) noexcept {
    if (!once_at_last(first, last, "): ", cut)) return false;
    ++cut.left_end;
    return cut.right_begin != last;
}

bool behind_year(char const* first, char const* last, Cut& cut) noexcept {
    while (at_each(first, last, "). ", cut)) {
        ++cut.left_end;
        std::string_view const head = between(first, cut.left_end);
        std::string_view const end = head.substr(head.size() - std::min(head.size(), longest_year + 2));
        std::size_t const open = end.rfind('(');
        std::string_view suffix;
        if (open != end.npos && is_year(end.substr(open + 1, end.size() - open - 2), suffix)) return true;
    }
    return false;
}

}  // namespace ibid::grammars::citation
