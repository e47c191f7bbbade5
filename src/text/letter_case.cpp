// How words are found and made small.
#include "text/letter_case.hpp"

#include "grammars/support/lane.hpp"
#include "text/small_buffer.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cstring>

#include <utf8proc.h>

namespace ibid::text {
namespace {

using grammars::support::Lane;

char32_t lower(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    auto const byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1} : first_code_point(text.substr(at));
}
bool is_upper(char32_t c) noexcept { return lower(c) != c; }
bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

/// Letters, digits, accents, and the apostrophe of "Children's".
bool is_part(char32_t c) noexcept {
    if (c == '\'' || c == 0x2019) return true;
    if (c < 0x80) return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category <= UTF8PROC_CATEGORY_ME && category != UTF8PROC_CATEGORY_CN;
}

bool is_protected(Text const& text, std::size_t begin, std::size_t end) noexcept {
    return std::any_of(text.marks.begin(), text.marks.end(), [=](Mark const& m) {
        bool const protects = m.style == Style::nocase || m.style == Style::math || m.style == Style::tex || m.style == Style::verbatim;
        return protects && m.begin < end && begin < m.end;
    });
}

struct Word {
    std::size_t begin = 0, end = 0;
    std::size_t letters = 0;
    bool capital = false;    ///< it begins with one
    bool plain = true;       ///< it has no other, and no digit
    bool mixed = false;      ///< a capital stands inside of it
    bool first = false;      ///< of the text or a sentence
};

/// Calls visit(Word) for each word.
template <class Visit>
void each_word(std::string_view text, Visit&& visit) {
    bool begins = true;  // nothing but quotation marks and blanks since the begin of a sentence
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const here = code_point_at(text, at);
        if (!is_part(here.value) || here.value == '\'' || here.value == 0x2019) {
            if (here.value == '.' || here.value == '?' || here.value == '!' || here.value == ':') begins = true;
            at += here.size;
            continue;
        }
        Word word{.begin = at, .capital = is_upper(here.value), .first = begins};
        for (bool initial = true; at < text.size(); initial = false) {
            CodePoint const next = code_point_at(text, at);
            if (!is_part(next.value)) break;
            word.mixed = word.mixed || (!initial && is_upper(next.value));
            word.plain = !word.mixed && word.plain && !is_digit(next.value);
            ++word.letters;
            at += next.size;
        }
        word.end = at;
        begins = false;
        visit(word);
    }
}

bool is_ascii(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size(); at += Lane::width) {
        auto const hits = Lane(text.data() + at).beyond_ascii().hits();
        if (hits.any() && at + static_cast<std::size_t>(hits.first()) < text.size()) return false;
    }
    return true;
}

/// Calls visit(begin, end) for each word that a capital stands inside of, in a text of an arena. In ASCII only the
/// surroundings of such capitals are looked at.
template <class Visit>
void each_mixed_word(std::string_view text, Visit&& visit) {
    if (!is_ascii(text)) {
        each_word(text, [&](Word const& word) {
            if (word.mixed) visit(word.begin, word.end);
        });
        return;
    }
    auto const is_part_at = [&](std::size_t at) { return is_part(static_cast<unsigned char>(text[at])); };
    std::size_t end = 0;  // of the last word
    for (std::size_t at = 0; at < text.size(); at += Lane::width) {
        Lane const here(text.data() + at), next(text.data() + at + 1);
        auto const parts = here.letters() | here.between('0', '9') | here.equals('\'');
        for (auto hits = (parts & next.between('A', 'Z')).hits(); hits.any(); hits.drop_first()) {
            std::size_t const before = at + static_cast<std::size_t>(hits.first());
            if (before + 1 >= text.size()) return;
            if (before < end) continue;
            std::size_t begin = before;
            while (begin > end && is_part_at(begin - 1)) --begin;
            while (text[begin] == '\'') ++begin;
            if (begin > before) continue;  // no word begins with an apostrophe: this is its first letter
            for (end = before + 2; end < text.size() && is_part_at(end);) ++end;
            visit(begin, end);
        }
    }
}

/// Longer words that title case leaves small, as most manuals of style have it.
bool is_function_word(std::string_view word) noexcept {
    for (std::string_view const one : {"with", "from", "into", "onto", "over", "upon", "than", "that", "when", "about", "above", "after",
                                       "among", "under", "until", "using", "versus", "against", "before", "behind", "below",
                                       "between", "beyond", "during", "through", "toward", "towards", "within", "without", "their", "your"})
        if (word == one) return true;
    return false;
}

/// Whether a title shouts: "THE STRUCTURE OF DNA". What is an acronym there cannot be told.
bool is_in_capitals(std::string_view title) noexcept {
    std::size_t words = 0;
    bool small = false;
    each_word(title, [&](Word const& word) {
        words += word.letters > 1;
        for (std::size_t at = word.begin; !small && at < word.end;) {
            CodePoint const here = code_point_at(title, at);
            small = is_part(here.value) && !is_upper(here.value) && !is_digit(here.value) && here.value != '\'' && here.value != '-';
            at += here.size;
        }
    });
    return words > 2 && !small;
}

}  // namespace

bool is_title_case(Text const& title) noexcept {
    constexpr std::size_t longer = 4;
    std::size_t capital = 0, small = 0;
    each_word(title.plain, [&](Word const& word) {
        if (word.first || word.letters < longer || !word.plain || is_protected(title, word.begin, word.end)) return;
        if (word.capital) ++capital;
        else if (!is_function_word(std::string_view(title.plain).substr(word.begin, word.end - word.begin))) ++small;
    });
    return capital > 0 && capital > 5 * small;
}

Text protect_acronyms(Text const& title, Arena& arena) {
    SmallBuffer<Mark, 8> added;
    each_mixed_word(title.plain, [&](std::size_t begin, std::size_t end) {
        if (is_protected(title, begin, end)) return;
        auto const divides = [=](Mark const& m) { return (m.begin > begin && m.begin < end) || (m.end > begin && m.end < end); };
        if (std::any_of(title.marks.begin(), title.marks.end(), divides)) return;
        added.push({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), Style::nocase, {}});
    });
    if (added.empty() || (added.size() > 2 && is_in_capitals(title.plain))) return title;
    auto const marks = arena.array<Mark>(title.marks.size() + added.size());
    // The outer of two marks stands before the inner one; of two over the same word the protection is the inner.
    std::merge(title.marks.begin(), title.marks.end(), added.begin(), added.end(), marks.begin(),
               [](Mark const& a, Mark const& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    return Text(title.plain, marks);
}

Text sentence_case(Text const& title, Arena& arena) {
    char* const plain = arena.reserve(title.plain.size());
    std::memcpy(plain, title.plain.data(), title.plain.size());
    each_word(title.plain, [&](Word const& word) {
        bool const article = word.letters == 1 && title.plain[word.begin] == 'A';
        bool const changes = word.capital && word.plain && !word.first && (word.letters > 1 || article);
        if (!changes || is_protected(title, word.begin, word.end)) return;
        CodePoint const initial = first_code_point(title.plain.substr(word.begin));
        char small[4];
        auto const size = static_cast<std::size_t>(put_utf8(lower(initial.value), small) - small);
        if (size == initial.size) std::memcpy(plain + word.begin, small, size);
    });
    return Text(arena.commit(plain + title.plain.size()), title.marks);
}

}  // namespace ibid::text
