// Names, writing. A part is put into braces exactly where reading it bare would give something else: the grammar
// itself is asked (person_name::shape).
#include "text/names.hpp"

#include "grammars/person_name.hpp"
#include "grammars/support/lane.hpp"
#include "grammars/support/scan.hpp"
#include "grammars/support/spelling.hpp"
#include "text/letters.hpp"
#include "text/scratch.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace ibid::text {
namespace {

using grammars::person_name::Shape;

using grammars::support::in;

constexpr auto letters_of_names = grammars::support::letter | grammars::support::bytes(".-'");

/// The shape of a part that is made of ASCII letters, as most are; false: ask the grammar.
bool simple_shape(std::string_view text, Shape& shape) noexcept {
    char const* const last = text.data() + text.size();
    shape.all_lower = true;
    for (char const* at = text.data();; ++at) {
        char const* const begin = at;
        at = grammars::support::scan_word<letters_of_names>(begin, last);
        if (at == begin || !in<grammars::support::letter>(*begin) || (at < last && *at != ' ')) return false;
        if (at - begin == 3 && grammars::support::spells<"and">(begin)) return false;
        bool const is_lower = in<grammars::support::lower>(*begin);
        if (shape.words++ == 0) shape.first_lower = is_lower;
        shape.lower_before_last = shape.lower_before_last || shape.last_lower;
        shape.last_lower = is_lower;
        shape.all_lower = shape.all_lower && is_lower;
        if (at == last) return true;
    }
}

/// A part as it will be written, and what it looks like to a reader.
struct Part {
    std::string_view text{};
    Shape shape{};

    Part() = default;
    explicit Part(std::string_view written) : text(written) {
        if (text.empty() || simple_shape(text, shape)) return;
        shape = grammars::person_name::shape(text, letter_of);
    }
    [[nodiscard]] bool empty() const noexcept { return text.empty(); }
    [[nodiscard]] bool odd() const noexcept { return shape.separator || shape.untidy; }
    /// Would be a particle in front of a family name: what stands before the last lower-case word is one.
    [[nodiscard]] bool is_von() const noexcept {
        bool const joins = !is_glued() || text.find('\\', text.find_last_of(' ') + 1) == std::string_view::npos;
        return !odd() && shape.last_lower && joins;
    }
    /// Would be a particle behind a given name.
    [[nodiscard]] bool is_tail() const noexcept { return !odd() && shape.all_lower && text.back() != '.'; }
    /// Would lose its last words to a particle, as a given name.
    [[nodiscard]] bool has_tail() const noexcept {
        return shape.last_lower && !shape.all_lower && shape.words > 1 && text.back() != '.';
    }
    /// "d'", "al-": no blank before the family name. An apostrophe behind a vowel ("de' Medici") takes one.
    [[nodiscard]] bool is_glued() const noexcept {
        std::string_view stem = text;
        if (stem.ends_with('-')) return true;
        if (stem.ends_with('\'')) stem.remove_suffix(1);
        else if (stem.ends_with("\u2019")) stem.remove_suffix(3);
        else return false;
        return !stem.empty() && in<grammars::support::letter - grammars::support::bytes("aeiouAEIOU")>(stem.back());
    }
};

struct Parts {
    Part family, given, dropping, von, suffix;
};

/// What a thread writes names with.
struct Desk {
    Arena parts;
    Scratch out;

    void clear() noexcept {
        parts.clear();
        out.clear();
    }
    std::string_view join(std::string_view a, std::string_view b, std::string_view c) {
        char* const to = parts.reserve(a.size() + b.size() + c.size());
        a.copy(to, a.size());
        b.copy(to + a.size(), b.size());
        c.copy(to + a.size() + b.size(), c.size());
        return parts.commit(to + a.size() + b.size() + c.size());
    }
    std::string_view latex(Text const& text, LatexTarget const& target) {
        if (text.empty()) return {};
        std::size_t const size = latex_size(text, target);
        if (text.marks.empty() && size == text.plain.size()) return text.plain;
        return parts.commit(encode_latex(text, parts.reserve(size), target));
    }
    void put(Part const& part, bool in_braces) {
        if (in_braces) put_group(part.text);
        else out.append(part.text);
    }
    /// A group that begins with a command would be a special character: that takes two pairs of braces.
    void put_group(std::string_view text) {
        bool const twice = text.starts_with('\\');
        out.append(twice ? "{{" : "{");
        out.append(text);
        out.append(twice ? "}}" : "}");
    }
    void pair(std::string_view key, Part const& part) {
        if (part.empty()) return;
        if (out.size() > 0) out.append(", ");
        out.append(key);
        out.append('=');
        put(part, part.odd() || part.text.find('"') != std::string_view::npos);
    }
};

thread_local Desk desk;

/// Puts a particle that has no place of its own in front of a part.
Part before(Part const& particle, Part const& part) {
    std::string_view const blank = particle.is_glued() || part.empty() ? "" : " ";
    return Part(desk.join(particle.text, blank, part.text));
}

/// Makes of the parts what `von Last, Jr, First von` can say.
void fold(Parts& parts, NameLoss& loss) {
    if (parts.family.empty() && parts.von.empty() && parts.dropping.empty() && parts.suffix.empty()) {  // "Plato"
        std::swap(parts.family, parts.given);
        loss = loss | NameLoss::given;
    }
    if (!parts.dropping.empty() && (parts.given.empty() || !parts.dropping.is_tail())) {
        parts.von = parts.von.empty() ? parts.dropping : before(parts.dropping, parts.von);
        parts.dropping = {};
        loss = loss | NameLoss::particle;
    }
    if (!parts.von.empty() && !parts.von.is_von()) {
        parts.family = before(parts.von, parts.family);
        parts.von = {};
        loss = loss | NameLoss::particle;
    }
}

void write_extended(Parts const& parts) {
    bool const drops = parts.von.empty();
    desk.pair("family", parts.family);
    desk.pair("given", parts.given);
    desk.pair("suffix", parts.suffix);
    desk.pair("prefix", drops ? parts.dropping : parts.von);
    desk.out.append(drops ? ", useprefix=false" : ", useprefix=true");
}

void write_bibtex(Parts const& parts) {
    bool const glued = parts.von.is_glued();
    bool const bare = !parts.family.empty() && !parts.family.odd() && !parts.family.shape.lower_before_last && !glued &&
                      !is_list_in_one(parts.family.text, parts.suffix.text, parts.given.text);
    desk.out.append(parts.von.text);
    if (!parts.von.empty() && !glued) desk.out.append(' ');
    if (parts.given.empty() && parts.suffix.empty()) {
        if (parts.von.empty()) return desk.put(parts.family, !bare || parts.family.shape.words > 1 || parts.family.text == "others");
        desk.put(parts.family, !bare || parts.family.text == "al.");
        if (!parts.von.shape.first_lower) desk.out.append(", {}");
        return;
    }
    desk.put(parts.family, !bare);
    desk.out.append(", ");
    if (!parts.suffix.empty()) {
        desk.put(parts.suffix, parts.suffix.odd());
        desk.out.append(", ");
    }
    Part const& given = parts.given;
    bool const lower_end = parts.dropping.empty() ? given.has_tail() : given.shape.last_lower;
    desk.put(given, given.empty() || given.odd() || lower_end);
    if (parts.dropping.empty()) return;
    desk.out.append(' ');
    desk.out.append(parts.dropping.text);
}

/// Copies ASCII words that begin with a capital and have one blank between; false if they are not such. 16 bytes more
/// than the words are read and written.
bool copy_capitalized(std::string_view words, char* out) noexcept {
    using grammars::support::Lane;
    if (words.empty() || words.front() < 'A' || words.front() > 'Z' || words.back() == ' ') return false;
    if (words.size() <= Lane::width) {  // as most family names are: one word, and nothing but letters
        auto const others = Lane(words.data()).letters().misses();
        std::memcpy(out, words.data(), Lane::width);
        if (!others.any() || static_cast<std::size_t>(others.first()) >= words.size()) return words.size() != 3 || !grammars::support::spells<"and">(words.data());
    }
    auto const ends_word = [&](std::size_t at) { return at == words.size() || words[at] == ' '; };
    auto const has_separator = [&](std::size_t at) {  // `And`
        return at + 3 <= words.size() && grammars::support::spells<"and">(&words[at]) && ends_word(at + 3) && (at == 0 || words[at - 1] == ' ');
    };
    for (std::size_t at = 0; at < words.size(); at += Lane::width) {
        Lane const here(words.data() + at), next(words.data() + at + 1);
        auto const joints = [](Lane const& lane) { return lane.equals('-') | lane.equals('\''); };
        auto const blanks = here.equals(' ');
        auto const others = (here.letters() | here.equals('.') | joints(here) | blanks).others();
        // Two joints may be a dash or a quotation mark.
        auto const odd = (others | (blanks - next.between('A', 'Z')) | (joints(here) & joints(next))).hits();
        if (odd.any() && at + static_cast<std::size_t>(odd.first()) < words.size()) return false;
        for (auto a = here.equals('A').hits(); a.any(); a.drop_first())
            if (has_separator(at + static_cast<std::size_t>(a.first()))) return false;
        std::memcpy(out + at, words.data() + at, Lane::width);
    }
    return true;
}

/// Plain text of a part, without commas, for RIS.
Part plain(Text const& text, NameLoss& loss) {
    if (text.plain.find(',') == std::string_view::npos) return Part(text.plain);
    loss = loss | NameLoss::comma;
    char* const to = desk.parts.reserve(text.plain.size());
    std::replace_copy(text.plain.begin(), text.plain.end(), to, ',', ' ');
    return Part(desk.parts.commit(to + text.plain.size()));
}

bool is_literal(Name const& name) noexcept {
    return (!name.literal.empty() && name.family.empty())
           || (name.family.empty() && name.given.empty() && name.suffix.empty() && name.dropping_particle.empty()
               && name.non_dropping_particle.empty());
}

}  // namespace

char* copy_as_bib_name(Name const& name, char* out) noexcept {
    std::size_t const more = name.literal.plain.size() | name.non_dropping_particle.plain.size() | name.dropping_particle.plain.size() |
                             name.suffix.plain.size() | name.identifier.size();
    if ((more | name.family.marks.size() | name.given.marks.size()) != 0) return nullptr;
    std::string_view const family = name.family.plain, given = name.given.plain;
    bool const ends_in_capital = !family.empty() && family.back() <= 'Z';
    if ((ends_in_capital && is_list_in_one(family, {}, given)) || !copy_capitalized(family, out)) return nullptr;
    out += family.size();
    if (given.empty()) return family.find(' ') == std::string_view::npos ? out : nullptr;
    *out++ = ',';
    *out++ = ' ';
    return copy_capitalized(given, out) ? out + given.size() : nullptr;
}

std::string_view encode_name(Name const& name, LatexTarget const& target, NameLoss& loss) {
    desk.clear();
    if (!name.identifier.empty()) loss = loss | NameLoss::identifier;
    if (is_literal(name)) {
        desk.put_group(desk.latex(name.literal, target));
        return desk.out.view();
    }
    auto const latex = [&](Text const& text) { return Part(desk.latex(text, target)); };
    Parts parts{latex(name.family), latex(name.given), latex(name.dropping_particle), latex(name.non_dropping_particle),
                latex(name.suffix)};
    bool const both = !parts.dropping.empty() && !parts.von.empty();
    bool const cannot = both ? false : !parts.dropping.empty() || (!parts.von.empty() && !parts.von.is_von());
    if (target.dialect == LatexDialect::biblatex && cannot) {
        write_extended(parts);
    } else {
        fold(parts, loss);
        write_bibtex(parts);
    }
    return desk.out.view();
}

bool is_spelled_by_bibtex(Names const& names) noexcept {
    return std::none_of(names.list.begin(), names.list.end(), [](Name const& name) {
        Text const& particle = name.non_dropping_particle;
        if (particle.empty()) {
            bool const alone = name.given.empty() && name.suffix.empty() && name.dropping_particle.empty();
            return alone && name.family.plain.find(' ') != std::string_view::npos;
        }
        char const first = particle.plain.front();
        return !particle.marks.empty() || static_cast<unsigned char>(first) >= 0x80 || (first >= 'A' && first <= 'Z');
    });
}

std::string_view encode_ris_name(Name const& name, NameLoss& loss) {
    desk.clear();
    if (!name.identifier.empty()) loss = loss | NameLoss::identifier;
    Scratch& out = desk.out;
    if (is_literal(name)) {
        std::string_view const text = name.literal.plain;
        std::size_t const comma = text.find(',');
        out.append(text.substr(0, comma));
        if (comma != std::string_view::npos) {
            out.append(',');
            out.append(text.substr(comma));
        }
        return out.view();
    }
    Parts parts{plain(name.family, loss), plain(name.given, loss), plain(name.dropping_particle, loss),
                plain(name.non_dropping_particle, loss), plain(name.suffix, loss)};
    fold(parts, loss);
    if (parts.von.is_glued()) loss = loss | NameLoss::particle;
    out.append(parts.von.text);
    if (!parts.von.empty() && !parts.von.is_glued()) out.append(' ');
    out.append(parts.family.text);
    out.append(',');
    if (!parts.given.empty()) {
        out.append(' ');
        out.append(parts.given.text);
        if (!parts.dropping.empty()) {
            out.append(' ');
            out.append(parts.dropping.text);
        }
    }
    if (!parts.suffix.empty()) {
        out.append(parts.given.empty() ? " , " : ", ");
        out.append(parts.suffix.text);
    }
    return out.view();
}

}  // namespace ibid::text
