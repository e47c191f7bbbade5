// Names, reading: lists of BibTeX and BibLaTeX, single names of RIS.
#include "text/names.hpp"

#include "grammars/person_name.hpp"
#include "grammars/person_name_words.hpp"
#include "grammars/support/scan.hpp"
#include "text/given_first.hpp"
#include "text/latex.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace ibid::text {
namespace {

namespace person_name = grammars::person_name;

/// A thread keeps the memory of lists up to this length.
constexpr std::size_t kept_names = 4096;
using grammars::support::scan_to;

/// White space to one blank, none at the ends.
std::string_view tidy(std::string_view part, Arena& arena) {
    char* const to = arena.reserve(part.size());
    char* out = to;
    bool gap = false;
    for (char const c : part) {
        if (static_cast<unsigned char>(c) <= ' ') {
            gap = out != to;
        } else {
            if (gap) *out++ = ' ';
            gap = false;
            *out++ = c;
        }
    }
    return arena.commit(out);
}

/// A raw part without a tie between words: `~` outside of braces is a blank there, inside it is a hard one.
/// Backslashes that lost what they stood before go.
std::string_view untie(std::string_view part, Arena& arena) {
    char* const to = arena.reserve(part.size());
    char* out = to;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        char const c = part[i];
        if (c == '{') ++depth;
        else if (c == '}' && depth > 0) --depth;
        if (c != '\\') {
            *out++ = c == '~' && depth == 0 ? ' ' : c;
        } else if (i + 1 < part.size()) {
            *out++ = c;
            *out++ = part[++i];
        }
    }
    return arena.commit(out);
}

/// Whether there is a ligature that TeX makes a dash or a quotation mark of: `--`, `''`, anything with a backquote.
bool has_ligature(std::string_view text) noexcept {
    char const* const last = text.data() + text.size();
    for (char const* at = scan_to<'-', '\'', '`'>(text.data(), last); last - at > 1; at = scan_to<'-', '\'', '`'>(at + 1, last))
        if (*at == '`' || at[1] == *at || at[1] == '`') return true;
    return text.ends_with('`');
}

/// Where there is no LaTeX; the value is in the arena already.
Text plain_part(std::string_view raw, bool is_tidy, Arena& arena, Issues*) { return is_tidy ? raw : tidy(raw, arena); }

/// Where LaTeX may be.
Text latex_part(std::string_view raw, bool is_tidy, Arena& arena, Issues* issues) {
    char const* const end = raw.data() + raw.size();
    if (scan_to<'\\', '{', '}', '$', '~'>(raw.data(), end) == end && !has_ligature(raw)) return plain_part(raw, is_tidy, arena, issues);
    if (raw.ends_with('\\') || scan_to<'~'>(raw.data(), end) != end) raw = untie(raw, arena);
    return decode_latex(raw, arena, {.protection = false}, issues);
}

template <auto Part>
void take(person_name::Name const& from, bool use_prefix, Arena& arena, Issues* issues, Name& to) {
    auto const text = [&](std::string_view raw) { return Part(raw, from.tidy, arena, issues); };
    if (from.form == person_name::Form::whole) {
        to.literal = text(from.last);
        return;
    }
    to.family = text(from.last);
    if (!from.jr.empty()) [[unlikely]] to.suffix = text(from.jr);
    std::string_view first = from.first;
    if (!from.von.empty()) [[unlikely]] {
        if (from.use_prefix != person_name::UsePrefix::unsaid) use_prefix = from.use_prefix == person_name::UsePrefix::yes;
        (use_prefix ? to.non_dropping_particle : to.dropping_particle) = text(from.von);
    }
    if (!from.first_von.empty()) [[unlikely]] {
        if (to.dropping_particle.empty()) to.dropping_particle = text(from.first_von);
        else first = {first.data(), static_cast<std::size_t>(from.first_von.data() + from.first_von.size() - first.data())};
    }
    if (!first.empty()) to.given = text(first);
}

template <auto Part>
std::span<Name const> take_all(std::vector<person_name::Name> const& from, bool use_prefix, Arena& arena, Issues* issues) {
    auto const names = arena.array<Name>(from.size());
    std::size_t taken = 0;
    for (person_name::Name const& one : from) {
        take<Part>(one, use_prefix, arena, issues, names[taken]);
        Name const& name = names[taken];
        bool const says_nothing = name.literal.empty() && name.family.empty() && name.given.empty() && name.non_dropping_particle.empty() &&
                                  name.dropping_particle.empty() && name.suffix.empty();
        taken += !says_nothing;  // `{}`
    }
    return names.first(taken);
}

/// dblp tells persons of one name apart by a number behind it: "Wei Wang 0001". It is no part of the name; the answer
/// is the number, or nothing.
std::string_view take_homonym_number(person_name::Name& name) noexcept {
    std::string_view const number = name.last.substr(name.last.size() - std::min<std::size_t>(name.last.size(), 4));
    if (!number.starts_with("00") || number.find_first_not_of("0123456789") != std::string_view::npos) return {};
    std::string_view rest = name.last.size() > 5 && name.last[name.last.size() - 5] == ' ' ? name.last.substr(0, name.last.size() - 5) : std::string_view{};
    if (name.last.size() == number.size() && name.form == person_name::Form::first_von_last && name.von.empty() && !name.first.empty()) {
        std::size_t const blank = name.first.find_last_of(" ~");
        rest = blank == std::string_view::npos ? name.first : name.first.substr(blank + 1);
        name.first = blank == std::string_view::npos ? std::string_view{} : name.first.substr(0, blank);
    }
    if (rest.empty() || number.size() < 4) return {};
    name.last = rest;
    return number;
}

/// Whether a list may be separated by something else than `and`.
bool is_odd(person_name::List const& list, std::string_view value) noexcept {
    char const* const last = value.data() + value.size();
    if (list.problems & person_name::Problem::too_many_commas || scan_to<';', '&'>(value.data(), last) != last) return true;
    if (value.ends_with("et al.") || value.ends_with("et al")) return true;
    return std::any_of(list.names.begin(), list.names.end(), [](person_name::Name const& name) {
        return name.form != person_name::Form::first_von_last && is_list_in_one(name.last, name.jr, name.first);
    });
}

/// A firm, whose name no comma divides: "Barnes \& Noble".
bool is_firm(person_name::Name const& name) noexcept {
    return name.form == person_name::Form::first_von_last &&
           (name.source.find(" & ") != std::string_view::npos || name.source.find(" \\& ") != std::string_view::npos);
}

/// "M. Halle, J. Bresnan"
bool has_given_names_in_front(person_name::Name const& name) noexcept {
    auto const begins_with_initial = [](std::string_view part) {
        return part.size() > 3 && part[0] >= 'A' && part[0] <= 'Z' && part[1] == '.' && part.find(' ') != std::string_view::npos;
    };
    return name.form == person_name::Form::von_last_first && begins_with_initial(name.last) && begins_with_initial(name.first) &&
           !name.first.ends_with('.');
}

void note(person_name::List const& list, NameIssues& issues) {
    using person_name::Problem;
    issues.too_many_commas = list.problems & Problem::too_many_commas;
    issues.trailing_comma = list.problems & Problem::trailing_comma;
    issues.empty_name = list.problems & Problem::empty_name;
    issues.missing_family = list.problems & Problem::missing_last;
    issues.unbalanced = list.problems & Problem::unbalanced;
    issues.stray_text = list.problems & Problem::stray_text;
    issues.where = list.problem_at;
}

}  // namespace

Names decode_names(std::string_view value, Arena& arena, NameOptions const& options, NameIssues* issues) {
    thread_local person_name::List list;
    value = arena.copy(value);
    person_name::parse(value, letter_of, list);
    bool const odd = is_odd(list, value);
    std::string_view const mended = odd ? mend_names(value, arena) : std::string_view{};
    if (!mended.empty()) person_name::parse(value = mended, letter_of, list);
    if (issues != nullptr) {
        note(list, *issues);
        issues->mended = !mended.empty();
    }
    for (person_name::Name& name : list.names) {
        if (odd && is_firm(name)) {
            name.last = name.source;
            name.form = person_name::Form::whole;
        }
        if (!name.jr.empty() && is_name_suffix(name.first) && !is_name_suffix(name.jr)) {  // "Smith, John, Jr.", as in RIS
            std::swap(name.first, name.jr);
            if (issues != nullptr && !issues->any()) issues->suffix_last = true, issues->where = name.source;
        }
        if (issues != nullptr && !issues->any() && has_given_names_in_front(name)) issues->several = true, issues->where = name.source;
        if (issues != nullptr && (name.von == "for" || name.von.starts_with("for ")) && !issues->any()) issues->institution = true, issues->where = name.source;
        if (name.last.empty() || name.last.back() < '0' || name.last.back() > '9') continue;
        std::string_view const number = take_homonym_number(name);
        if (!number.empty() && issues != nullptr) issues->stray_text = true, issues->where = number;
    }
    if (issues != nullptr && !issues->any() && !list.names.empty()) {
        std::string_view last = list.names.back().source;
        issues->others_inside = list.names.back().form != person_name::Form::whole && take_others(last);
        if (issues->others_inside) issues->where = list.names.back().source;
    }
    Issues* const latex_issues = issues != nullptr ? &issues->latex : nullptr;
    bool const plain = list.plain && !has_ligature(value);
    Names const names{plain ? take_all<plain_part>(list.names, options.use_prefix, arena, nullptr)
                            : take_all<latex_part>(list.names, options.use_prefix, arena, latex_issues),
                      list.others};
    if (issues != nullptr && names.list.size() < list.names.size()) issues->empty_name = true;
    if (list.names.capacity() > kept_names) list = {};
    return names;
}

Name decode_ris_name(std::string_view value, Arena& arena) {
    Name name;
    value = tidy(value, arena);
    if (std::size_t const doubled = value.find(",,"); doubled != std::string_view::npos) {
        char* const to = arena.reserve(value.size());
        value.copy(to, doubled);
        value.substr(doubled + 1).copy(to + doubled, std::string_view::npos);
        name.literal = arena.commit(to + value.size() - 1);
        return name;
    }
    person_name::Name parts = person_name::parse_plain(value, letter_of);
    if (!parts.von.empty()) {  // "Ortega y Gasset, José": a particle is where the name begins in lower case
        char const* at = parts.von.data();
        bool const is_ascii = static_cast<unsigned char>(*at) < 0x80;
        bool const is_lower = is_ascii ? (*at >= 'a' && *at <= 'z') || *at == '\'' : letter_of(person_name::code_point(at, at + parts.von.size())) == person_name::Letter::lower;
        if (!is_lower) {
            parts.last = {parts.von.data(), static_cast<std::size_t>(parts.last.data() + parts.last.size() - parts.von.data())};
            parts.von = {};
        }
    }
    take<plain_part>(parts, true, arena, nullptr, name);
    return name;
}

}  // namespace ibid::text
