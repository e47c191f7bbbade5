// Names: lists of names as BibTeX, BibLaTeX and RIS spell them, to the parts that CSL knows and back.
// Not the splitting itself (grammars/person_name). Which words are a particle is BibTeX's rule in all forms: those
// from the first lower-case word to the last one before the family name.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/name.hpp"
#include "text/issues.hpp"
#include "text/latex.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ibid::text {

/// How a list of names is to be read.
struct NameOptions {
    bool use_prefix = true;  ///< BibLaTeX's option `useprefix`: a particle stays with the family name
};

/// What was odd in a list of names; all of it was read somehow.
struct NameIssues {
    bool too_many_commas = false;  ///< a name with more than two; it is a literal
    bool trailing_comma = false;   ///< "Name,"; read as a family name
    bool empty_name = false;       ///< nothing before, between or behind `and`; left out
    bool missing_family = false;   ///< ", Given"
    bool unbalanced = false;       ///< braces do not balance
    bool stray_text = false;       ///< text in an extended name, a part of it, a number behind the name: no place in a Name; left out
    bool several = false;          ///< "M. Halle, J. Bresnan": more likely two persons than a family name and a given name
    bool institution = false;      ///< "Centers for Disease Control": read as a person, for it has no braces
    bool suffix_last = false;      ///< "Smith, John, Jr.": read as "Smith, Jr., John"
    bool others_inside = false;    ///< "Miller, D. et al.": the words are part of the given name
    bool mended = false;           ///< the names were not separated by `and`; they are read as mend_names() has them
    std::string_view where{};      ///< the first name concerned
    Issues latex{};                ///< of the LaTeX in the parts

    [[nodiscard]] bool any() const noexcept {
        return too_many_commas || trailing_comma || empty_name || missing_family || unbalanced || stray_text || several ||
               institution || suffix_last || others_inside;
    }
};

/// The names of a BibTeX or BibLaTeX value, in the arena. `{...}` around a whole name makes it a literal.
Names decode_names(std::string_view value, Arena& arena, NameOptions const& options = {}, NameIssues* issues = nullptr);

/// The names of a list that is not separated by `and` alone, with `and` between: "Miller, D.; Firby, J.",
/// "Miller, D., Firby, J.", "Miller, D. & Firby, J.", "David Miller, Jim Firby, Paul Fishwick, Jeff Rothenberg",
/// "D. Miller, J. Firby, P. Fishwick", "Miller D, Firby J",
/// "Miller, D., et al."
/// Empty if it is no such list, or if it cannot be told where a name ends. Like decode_ris_name, it loads past the end of
/// the value, which lives in an arena or in the window of a source.
std::string_view mend_names(std::string_view value, Arena& arena);

/// Whether a name only says that there are more: `others`, `et al.`, `et al.,` (EndNote's manner).
bool is_others(std::string_view name) noexcept;
/// Takes ` et al.` from the end of a name, with the comma before it.
bool take_others(std::string_view& name) noexcept;

/// Whether the parts of a name with a comma are persons, each with initials where a part has none: "Miller DA" and
/// "Firby J"; "D. Miller", "J. Firby" and "P. Fishwick".
bool is_list_in_one(std::string_view family, std::string_view suffix, std::string_view given) noexcept;

/// One name as RIS has it, plain UTF-8: `Family, Given, Suffix`, the particle before the family name.
/// Without a comma it is a literal; `Plato,` is a family name alone; a doubled comma is the comma of a literal.
Name decode_ris_name(std::string_view value, Arena& arena);

/// What a spelling of names could not say, beside marks; flags. Nothing of a name's text is ever left out.
enum class NameLoss : std::uint8_t {
    none = 0,
    particle = 1,    ///< a particle became part of the family name, or of another kind
    identifier = 2,  ///< a name's identifier
    comma = 4,       ///< a comma in a part (RIS): it became a blank
    given = 8,       ///< a given name that is alone: it became a family name
};
constexpr NameLoss operator|(NameLoss a, NameLoss b) noexcept {
    return static_cast<NameLoss>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool operator&(NameLoss a, NameLoss b) noexcept {
    return (static_cast<unsigned>(a) & static_cast<unsigned>(b)) != 0;
}

/// One name as a .bib file has it, LaTeX encoded; the view lives until the next call in this thread.
/// `van der Berg, Jr., Jan`; a literal in braces; a part in braces where it would be read otherwise; a family name
/// of several words that is alone becomes a literal. What BibTeX cannot say stands in BibLaTeX as `family=...,
/// prefix=..., useprefix=false`: a dropping particle (BibTeX: behind the given name) and one with a capital.
std::string_view encode_name(Name const& name, LatexTarget const& target, NameLoss& loss);

/// Whether BibTeX reads names as what they are when encode_names() has written them: no particle begins with a capital
/// (`{G}uevara {C}arrasco`) or a command, no family name of several words is alone.
bool is_spelled_by_bibtex(Names const& names) noexcept;

/// One name as RIS has it: `van der Berg, Jan, Jr.`; the view lives until the next call in this thread.
/// The first comma of a literal is doubled, and a family name alone ends with one: see decode_ris_name.
std::string_view encode_ris_name(Name const& name, NameLoss& loss);

/// The short way of encode_name(), for ASCII words that begin with a capital: `Knuth, Donald E.` Copies the name and
/// answers the end; null if it is not such. `out` has room for 32 bytes more than family and given name.
char* copy_as_bib_name(Name const& name, char* out) noexcept;

/// A list of names as the value of a .bib field, without delimiters: ` and ` between them, `and others` behind.
/// Output has `char* reserve(size)` and `commit(end)`, as Sink and Arena have.
template <class Output>
NameLoss encode_names(Names const& names, LatexTarget const& target, Output& out) {
    NameLoss loss = NameLoss::none;
    auto const put = [&out](std::string_view text, std::string_view behind) {
        char* const to = out.reserve(text.size() + behind.size());
        text.copy(to, text.size());
        behind.copy(to + text.size(), behind.size());
        out.commit(to + text.size() + behind.size());
    };
    for (std::size_t i = 0; i < names.list.size(); ++i) {
        Name const& name = names.list[i];
        bool const has_next = i + 1 < names.list.size();
        static constexpr std::string_view separator = " and ";
        if (char* const end = copy_as_bib_name(name, out.reserve(name.family.plain.size() + name.given.plain.size() + 40))) {
            std::memcpy(end, separator.data(), separator.size());
            out.commit(end + (has_next ? separator.size() : 0));
        } else {
            put(encode_name(name, target, loss), has_next ? separator : "");
        }
    }
    if (names.others) put(names.list.empty() ? "others" : " and others", "");
    return loss;
}

}  // namespace ibid::text
