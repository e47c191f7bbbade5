// Person: particles, suffixes and initials.
#include "cite/person.hpp"

#include "cite/unicode.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

constexpr std::string_view apostrophes[] = {"'", "’", "ʼ"};
constexpr std::string_view hyphens[] = {"-", "‐", "‑", "–"};
constexpr std::string_view blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF"};

/// The bytes of one of some strings at a place; 0: none is there.
template <std::size_t N>
std::size_t one_at(std::string_view text, std::size_t at, std::string_view const (&strings)[N]) noexcept {
    for (std::string_view const one : strings)
        if (text.substr(at, one.size()) == one) return one.size();
    return 0;
}

/// A stretch without the blanks around it.
Piece slice(Text const& text, std::size_t begin, std::size_t end) {
    while (begin < end && text.plain[begin] == ' ') ++begin;
    while (end > begin && text.plain[end - 1] == ' ') --end;
    Piece piece{text.plain.substr(begin, end - begin), {}};
    for (Mark mark : text.marks) {
        auto const from = std::max<std::size_t>(mark.begin, begin), to = std::min<std::size_t>(mark.end, end);
        if (from >= to) continue;
        mark.begin = static_cast<std::uint32_t>(from - begin), mark.end = static_cast<std::uint32_t>(to - begin);
        piece.marks.push_back(mark);
    }
    return piece;
}

Piece whole(Text const& text) { return slice(text, 0, text.plain.size()); }

/// Whether the first letter of a word is a small one; apostrophes before it do not count.
bool begins_lower(std::string_view word) noexcept {
    std::size_t at = 0;
    while (at < word.size())
        if (std::size_t const size = one_at(word, at, apostrophes); size != 0) at += size;
        else break;
    return at < word.size() && is_lower(code_point_at(word, at).value);
}

/// Bytes of the particle that a word begins with and is joined to: "d'" of "d'Aubignac", "al-" of "al-One".
std::size_t joined_particle(std::string_view word) noexcept {
    for (std::size_t at = 1; at < word.size(); ++at) {
        std::size_t size = one_at(word, at, apostrophes);
        if (size == 0) size = one_at(word, at, hyphens);
        if (size == 0) continue;
        bool const capital = at + size < word.size() && is_upper(code_point_at(word, at + size).value);
        return capital ? at + size : 0;
    }
    return 0;
}

/// Bytes of the particles a family name begins with; 0 if there are none.
std::size_t particles_at_begin(std::string_view family) noexcept {
    std::size_t at = 0;
    while (at < family.size()) {
        std::size_t const end = std::min(family.find(' ', at), family.size());
        std::string_view const word = family.substr(at, end - at);
        if (!begins_lower(word)) break;
        if (std::size_t const joined = joined_particle(word); joined != 0) return at + joined;
        if (end == family.size()) break;  // a family name is left
        at = end + 1;
    }
    return at;
}

/// Where the particles that a given name ends with begin; its size if there are none.
std::size_t particles_at_end(std::string_view given) noexcept {
    std::size_t begin = given.size();
    while (begin > 0) {
        std::size_t const blank = given.rfind(' ', begin - 1);
        if (blank == std::string_view::npos || !begins_lower(given.substr(blank + 1, begin - blank - 1))) break;
        begin = blank;
    }
    return begin;
}

bool any_east_asian(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        auto const point = code_point_at(text, at);
        if (is_east_asian(point.value)) return true;
        at += point.size;
    }
    return false;
}

/// Initial of a word: its first letter; of "TSerendorjiin", in which two letters stand for one, "Ts".
std::string initial_of(std::string_view word) {
    auto const first = code_point_at(word, 0);
    std::string initial(word.substr(0, first.size));
    if (first.size >= word.size()) return initial;
    auto const second = code_point_at(word, first.size);
    if (!is_upper(second.value) || first.size + second.size >= word.size()) return initial;
    auto const third = code_point_at(word, first.size + second.size);
    if (is_lower(third.value)) append_utf8(initial, to_small(second.value, {}));
    return initial;
}

/// A word of a given name.
struct Word {
    std::size_t begin = 0, end = 0;     ///< the period not included
    bool period = false;
    std::size_t hyphen = 0;             ///< bytes of the hyphen before it
};

std::vector<Word> words_of(std::string_view given) {
    std::vector<Word> words;
    std::size_t hyphen = 0;
    for (std::size_t at = 0; at < given.size();) {
        if (std::size_t const size = one_at(given, at, blanks); size != 0) {
            at += size, hyphen = 0;
        } else if (std::size_t const dash = one_at(given, at, hyphens); dash != 0) {
            at += dash, hyphen = dash;
        } else if (given[at] == '.') {
            ++at;
        } else {
            Word word{at, at, false, hyphen};
            while (at < given.size() && given[at] != '.' && one_at(given, at, blanks) == 0 && one_at(given, at, hyphens) == 0)
                at += code_point_at(given, at).size;
            word.end = at;
            word.period = at < given.size() && given[at] == '.';
            words.push_back(word);
            hyphen = 0;
        }
    }
    return words;
}

}  // namespace

Person person_of(Name const& name) {
    Person person;
    person.non_dropping = whole(name.non_dropping_particle);
    person.dropping = whole(name.dropping_particle);
    person.suffix = whole(name.suffix);
    if (person.suffix.plain.starts_with(',')) {
        person.comma_suffix = true;
        person.suffix = slice(person.suffix.text(), 1, person.suffix.plain.size());
    }
    person.east_asian = any_east_asian(name.family.plain) || any_east_asian(name.given.plain);

    std::string_view const family = name.family.plain;
    bool const quoted = family.size() > 2 && family.front() == '"' && family.back() == '"';
    std::size_t const particles = quoted || !person.non_dropping.empty() ? 0 : particles_at_begin(family);
    if (particles != 0) person.non_dropping = slice(name.family, 0, particles);
    person.family = quoted ? slice(name.family, 1, family.size() - 1) : slice(name.family, particles, family.size());

    std::string_view const given = name.given.plain;
    std::size_t end = given.size();
    if (std::size_t const comma = given.find(','); person.suffix.empty() && comma != std::string_view::npos && comma > 0) {
        std::size_t from = comma + 1;
        person.comma_suffix = from < given.size() && given[from] == '!';
        if (person.comma_suffix) ++from;
        person.suffix = slice(name.given, from, given.size());
        end = comma;
    }
    person.given = slice(name.given, 0, end);
    if (person.dropping.empty()) {
        std::size_t const begin = particles_at_end(person.given.plain);
        if (begin != person.given.plain.size()) {
            Piece const all = std::move(person.given);
            person.given = slice(all.text(), 0, begin);
            person.dropping = slice(all.text(), begin, all.plain.size());
        }
    }
    return person;
}

Initials initials_of(Text const& given, InitialOptions const& options) {
    Initials to;
    bool after_word = false;
    auto const end_blank = [&] { return !to.text.empty() && to.text.back() == ' '; };
    auto const trim = [&] {
        while (end_blank()) to.text.pop_back();
    };
    // Marks over a word go over what becomes of it, without the blank behind.
    auto const cover = [&](Word const& word, std::size_t begin, std::size_t end) {
        for (Mark mark : given.marks) {
            if (mark.begin > word.begin || mark.end <= word.begin) continue;
            mark.begin = static_cast<std::uint32_t>(begin), mark.end = static_cast<std::uint32_t>(end);
            to.marks.push_back(mark);
        }
    };
    for (Word const& word : words_of(given.plain)) {
        std::string_view const text = given.plain.substr(word.begin, word.end - word.begin);
        auto const first = code_point_at(text, 0);
        bool const lower = is_lower(first.value), letter = is_letter(first.value);
        if (lower && word.hyphen != 0 && options.initialize) continue;  // "Guo-ping" is "G."
        bool const is_single = first.size == text.size() && is_upper(first.value);
        bool const initial = letter && !lower && (options.initialize || word.period || is_single);
        if (word.hyphen != 0 && !to.text.empty() && (options.hyphen || !initial || !options.initialize)) {
            trim();
            to.text += given.plain.substr(word.begin - word.hyphen, word.hyphen);
        } else if (!to.text.empty() && !end_blank() && (!initial || after_word)) {
            to.text += ' ';
        }
        std::size_t const begin = to.text.size();
        if (initial) {
            to.text += options.initialize && !word.period ? initial_of(text) : std::string(text);
            to.text += options.with;
        } else {
            to.text += text;
            if (word.period) to.text += '.';
        }
        std::size_t end = to.text.size();
        while (end > begin && to.text[end - 1] == ' ') --end;
        cover(word, begin, end);
        after_word = !initial;
        if (options.first_only && initial) break;
    }
    trim();
    for (std::string_view const blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF"})  // no-break blanks, with width and without
        if (to.text.ends_with(blank)) to.text.resize(to.text.size() - blank.size());
    return to;
}

bool joins_next(std::string_view particle) noexcept {
    for (std::string_view const one : apostrophes)
        if (particle.ends_with(one)) return true;
    for (std::string_view const one : hyphens)
        if (particle.ends_with(one)) return true;
    return false;
}

}  // namespace ibid::cite
