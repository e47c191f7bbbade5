// How words of names are told apart.
#include "grammars/citation_words.hpp"
#include "grammars/support/byte_class.hpp"

#include <algorithm>

namespace ibid::grammars::citation {
namespace {

using support::digit, support::in, support::letter, support::lower, support::upper;

std::string_view between(char const* first, char const* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}

/// Bytes of the character at the front, by its first byte.
std::size_t size_of_character(std::string_view text) noexcept {
    auto const lead = static_cast<unsigned char>(text.front());
    std::size_t const size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(size, text.size());
}

/// ß to ÿ; of other small letters beyond ASCII it is not known.
bool is_small(std::string_view text) noexcept {
    if (text.empty()) return false;
    return in<lower>(text[0]) || (text.size() > 1 && text[0] == '\xC3' && text[1] >= '\x9F');
}

/// Bytes of a letter that an initial may be. Scripts in which names have no initials (Han, kana, Hangul) have none.
std::size_t initial_letter(std::string_view text) noexcept {
    if (text.empty() || is_small(text)) return 0;
    if (in<upper>(text[0])) return 1;
    auto const lead = static_cast<unsigned char>(text[0]);
    bool const is_letter = (lead >= 0xC3 && lead <= 0xDF) || lead == 0xE0 || lead == 0xE1;
    return is_letter && text.size() >= size_of_character(text) ? size_of_character(text) : 0;
}

/// Two letters that stand for one sound, and so for one initial: "Ts" of "TSerendorj".
bool is_digraph(std::string_view word) noexcept {
    for (std::string_view const one : {"Ts", "Dz", "Sh", "Ch", "Zh", "Kh", "Th", "Ph", "Lj", "Nj"})
        if (word == one) return true;
    return false;
}

bool is_bare_initials(std::string_view word, bool several) noexcept {
    if (word.empty() || is_digraph(word)) return !word.empty();
    if (initial_letter(word) == word.size()) return true;
    return several && word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return in<upper>(c); });
}

/// Bytes of "J." or "Ts." at the front.
std::size_t dotted_initial(std::string_view text) noexcept {
    std::size_t const size = is_digraph(text.substr(0, 2)) ? 2 : initial_letter(text);
    return size != 0 && text.size() > size && text[size] == '.' ? size + 1 : 0;
}

constexpr std::string_view apostrophes[] = {"'", "’", "ʼ"};

/// Bytes of an apostrophe or hyphen that joins a particle to the next word.
std::size_t joint(std::string_view text) noexcept {
    for (std::string_view const one : {"'", "’", "ʼ", "-", "‐", "‑", "–"})
        if (text.starts_with(one)) return one.size();
    return 0;
}

bool begins_small(std::string_view word) noexcept {
    for (std::string_view const one : apostrophes)
        if (word.starts_with(one)) return begins_small(word.substr(one.size()));
    return is_small(word);
}

/// Where the word at the front ends.
char const* end_of_word(char const* first, char const* last) noexcept {
    std::size_t const at = between(first, last).find_first_of(" ,:");
    return at == std::string_view::npos ? last : first + at;
}

/// Nothing that ends a sentence or quotes.
bool is_word_of_name(std::string_view word) noexcept {
    if (word.ends_with('.')) return word == "St.";
    bool const quotes = word.find("“") != word.npos || word.find("”") != word.npos;
    return !quotes && word.find_first_of("\"!?;(0123456789") == word.npos;
}

bool has_sentences(std::string_view text) noexcept {
    for (std::size_t at = text.find(". "); at != text.npos; at = text.find(". ", at + 1))
        if (!text.substr(0, at).ends_with("St")) return true;
    return text.find("“") != text.npos || text.find("? ") != text.npos || text.find("! ") != text.npos;
}

/// Small words of family names, whatever the language.
bool is_particle(std::string_view word) noexcept {
    for (std::string_view const one : {"van", "von", "de", "der", "den", "la", "le", "di", "da", "du", "dos", "del", "al",
                                       "el", "bin", "ter", "ten", "zu"})
        if (word == one) return true;
    return false;
}

/// Whether two persons are listed: "Smith J, Doe A", "Smith J, et al".
bool is_list_of_bare(char const* first, char const* last, Sink& sink) {
    std::string_view name;
    for (int persons = 0; persons < 2; ++persons) {
        if (persons == 1 && between(first, last).starts_with("et al")) return true;
        if (!family_before_initials<true>(first, last, sink, name) || initial_letter(name) == 0) return false;
        for (std::size_t at = 0; at < name.size();) {
            std::string_view const word = name.substr(at, name.find(' ', at) - at);
            if (initial_letter(word) == 0 && !is_particle(word)) return false;
            at += word.size() + 1;
        }
        ++first;
        if (!bare_initials<true>(first, last, sink, name)) return false;
        if (persons == 0 && !between(first, last).starts_with(", ")) return false;
        if (persons == 0) first += 2;
    }
    return true;
}

/// Words that begin titles and seldom are family names.
bool begins_title(std::string_view word) noexcept {
    for (std::string_view const one : {"A", "An", "The", "On", "In", "Is", "Are", "Of", "For", "From", "To", "At", "By",
                                       "With"})
        if (word == one) return true;
    return false;
}

bool take(char const*& first, char const* end, std::string_view& slice) noexcept {
    if (first == end) return false;
    slice = between(first, end);
    first = end;
    return true;
}

/// Small words that a proper name may hold.
bool is_function_word(std::string_view word) noexcept {
    for (std::string_view const one : {"of", "for", "and", "the", "on", "in", "de", "la", "le", "du", "des", "der", "und",
                                       "für", "et", "&"})
        if (word == one) return true;
    return false;
}

}  // namespace

std::size_t particle_at_front(std::string_view family) noexcept {
    std::size_t at = 0;
    while (begins_small(family.substr(at))) {
        std::size_t const blank = family.find(' ', at);
        std::string_view const word = family.substr(at, blank - at);
        for (std::size_t i = 1; i < word.size(); ++i)
            if (std::size_t const size = joint(word.substr(i)); size != 0)
                return initial_letter(word.substr(i + size)) != 0 ? at + i + size : at;
        if (blank == family.npos) break;  // a family name has to be left
        at = blank + 1;
    }
    return at;
}

template <bool Several>
bool family_before_initials(char const*& first, char const* last, Sink&, std::string_view& slice) {
    constexpr int most_words = 6;
    char const* at = first;
    for (int words = 0; words < most_words; ++words) {
        char const* const end = end_of_word(at, last);
        if (end == at || end == last || *end != ' ') return false;
        std::string_view const word = between(at, end);
        if (word == "and" || !is_word_of_name(word)) return false;
        char const* const next = end + 1;
        if (is_bare_initials(between(next, end_of_word(next, last)), Several))
            return take(first, end, slice);
        at = next;
    }
    return false;
}

template <bool Several>
bool bare_initials(char const*& first, char const* last, Sink&, std::string_view& slice) {
    char const* const end = end_of_word(first, last);
    return is_bare_initials(between(first, end), Several) && take(first, end, slice);
}

template bool family_before_initials<false>(char const*&, char const*, Sink&, std::string_view&);
template bool family_before_initials<true>(char const*&, char const*, Sink&, std::string_view&);
template bool bare_initials<false>(char const*&, char const*, Sink&, std::string_view&);
template bool bare_initials<true>(char const*&, char const*, Sink&, std::string_view&);

bool family_before_comma(char const*& first, char const* last, Sink&, std::string_view& slice) {
    constexpr std::size_t longest = 100;
    std::string_view const text = between(first, last).substr(0, longest);
    std::size_t const comma = text.find(", ");
    if (comma == text.npos || dotted_initial(text.substr(comma + 2)) == 0) return false;
    std::string_view const family = text.substr(0, comma);
    bool const is_joined = family.starts_with("and ") || family.starts_with("& ");  // as other styles join the last name
    std::string_view name = family.substr(particle_at_front(family));
    if (name.starts_with("St. ")) name.remove_prefix(4);
    if (is_joined || name.find_first_of("()[].;?!\"0123456789") != name.npos) return false;
    return take(first, first + comma, slice);
}

bool dotted_initials(char const*& first, char const* last, Sink&, std::string_view& slice) {
    char const* at = first + dotted_initial(between(first, last));
    if (at == first) return false;
    for (int more = 0; more < 4 && at != last && (*at == ' ' || *at == '-'); ++more) {
        std::size_t const size = dotted_initial(between(at + 1, last));
        if (size == 0) break;
        at += size + 1;
    }
    return take(first, at, slice);
}

bool particle(char const*& first, char const* last, Sink&, std::string_view& slice) {
    char const* end = first;
    for (char const* at = first;;) {
        char const* const word_end = end_of_word(at, last);
        std::string_view const word = between(at, word_end);
        if (!begins_small(word) || word == "and" || word == "et") break;
        end = at + std::min(word.find_first_of(".\"("), word.size());
        if (end != word_end || end == last || *end != ' ') break;
        at = end + 1;
    }
    return take(first, end, slice);
}

bool suffix(char const*& first, char const* last, Sink&, std::string_view& slice) {
    std::string_view const text = between(first, last);
    std::string_view best;
    for (std::string_view const one : {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "2nd", "3rd", "4th"})
        if (text.starts_with(one) && one.size() > best.size()) best = one;
    if (best.empty() || (text.size() > best.size() && (in<letter | digit>(text[best.size()])))) return false;
    return take(first, first + best.size(), slice);
}

bool literal_before_comma(char const*& first, char const* last, Sink&, std::string_view& slice) {
    std::size_t const comma = between(first, last).find(", ");
    char const* const end = comma == std::string_view::npos ? last : first + comma;
    if (end == first || dotted_initial(between(first, end)) != 0 || end[-1] == ' ') return false;
    std::string_view const text = between(first, end);
    if (text.find('"') != text.npos || has_sentences(text)) return false;
    return take(first, end, slice);
}

bool proper_name(char const*& first, char const* last, Sink&, std::string_view& slice) {
    std::string_view rest = between(first, last);
    constexpr std::size_t longest = 200;
    if (rest.size() > longest || rest.find(". ") != rest.npos || rest.find_first_of("?!") != rest.npos) return false;
    while (!rest.empty()) {
        std::size_t const blank = rest.find(' ');
        std::string_view word = rest.substr(0, blank);
        while (!word.empty() && (word.front() == '(' || word.front() == '&')) word.remove_prefix(1);
        bool const small = is_small(word) && !is_function_word(word) && word.data() + word.size() <= last;
        if (small) return false;
        rest = blank == rest.npos ? std::string_view{} : rest.substr(blank + 1);
    }
    return !is_small(between(first, last)) && take(first, last, slice);
}

bool institution(char const*& first, char const* last, Sink&, std::string_view& slice) {
    std::string_view const text = between(first, last);
    if (text.empty() || text.back() == ' ' || text.front() == '(' || text.find('"') != text.npos) return false;
    for (std::size_t comma = text.find(", "); comma != text.npos; comma = text.find(", ", comma + 1))
        if (dotted_initial(text.substr(comma + 2)) != 0) return false;
    return take(first, last, slice);
}

bool institution_in_list(char const*& first, char const* last, Sink& sink, std::string_view& slice) {
    return !has_sentences(between(first, last)) && institution(first, last, sink, slice);
}

bool no_persons(char const*& first, char const* last, Sink& sink) {
    char const* at = first;
    std::string_view ignored;
    char const* const word = end_of_word(first, last);
    if (first == last || *first == '"') return false;
    if (begins_title(between(first, word))) return true;
    if (is_list_of_bare(first, last, sink)) return false;
    if (family_before_comma(at, last, sink, ignored)) {
        std::size_t const blank = ignored.rfind(' ');  // "A factor J, K. Title" is no "Smith, K."
        return blank != ignored.npos && is_bare_initials(ignored.substr(blank + 1), true);
    }
    // "Smith J. Title", "J. Smith,": initials with a capital behind them.
    auto const takes_initials = [&](char const* from) {
        at = from;
        return dotted_initials(at, last, sink, ignored) && at != last && *at == ' ' &&
               initial_letter(between(at + 1, last)) != 0;
    };
    std::string_view const family = between(first, word);
    bool const begins_with_name = initial_letter(family) != 0 && is_word_of_name(family);
    if (begins_with_name && word != last && *word == ' ' && takes_initials(word + 1)) return false;
    if (takes_initials(first)) {
        char const* const end = end_of_word(at + 1, last);
        if (end != last && (*end == ',' || between(end, last).starts_with(" and "))) return false;
    }
    return true;
}

}  // namespace ibid::grammars::citation
