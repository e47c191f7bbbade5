// Names of persons: lists of them as BibTeX and BibLaTeX write them, one of them as RIS writes it. The tree holds
// slices of raw LaTeX; what they mean (accents, particles) is not the business here.
// Follows "BibTeXing" (Patashnik 1988), section 4, as "Tame the BeaST" (Markey, edition 1.4), section 11, spells it out,
// and the extended name format of the biblatex manual 3.20, section 3.4.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::person_name {

/// What is not as it should be; flags.
enum class Problem : std::uint8_t {
    none = 0,
    too_many_commas = 1,  ///< more than two in a name: its whole stands in `last`, and it is marked so
    trailing_comma = 2,   ///< "BB,"; read as if it was not there, save that what is before it is `last`
    empty_name = 4,       ///< nothing before, between or behind `and`; left out
    missing_last = 8,     ///< ", BB"
    unbalanced = 16,      ///< braces do not balance; an open one reaches to the end
    stray_text = 32,      ///< text in an extended name that belongs to none of the parts below; left out
};
constexpr Problem operator|(Problem a, Problem b) noexcept {
    return static_cast<Problem>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool operator&(Problem a, Problem b) noexcept {
    return (static_cast<unsigned>(a) & static_cast<unsigned>(b)) != 0;
}

/// How a name was written.
enum class Form : std::uint8_t {
    first_von_last,
    von_last_first,     ///< von Last, First
    von_last_jr_first,  ///< von Last, Jr, First
    extended,           ///< family=..., given=...
    whole,              ///< one brace group, or too many commas: not taken apart; stands in `last`, braces included
};

/// BibLaTeX's option `useprefix`, as an extended name has it.
enum class UsePrefix : std::uint8_t { unsaid, no, yes };

/// One name. The slices are raw, white space and `~` between their words as they stand.
struct Name {
    std::string_view source{};  ///< all of it
    std::string_view first{};   ///< extended: `given`
    std::string_view von{};     ///< extended: `prefix`
    std::string_view last{};    ///< extended: `family`
    std::string_view jr{};      ///< extended: `suffix`
    std::string_view first_von{};  ///< comma forms: lower-case words behind First ("Ludwig van"); not part of `first`
    Form form{};
    UsePrefix use_prefix{};
    bool tidy = true;  ///< the words in each part stand one blank apart

    Name() noexcept {}  // not `= default`, with which a vector clears the whole before this does
};

/// A list of names. Reuse it to spare allocations.
struct List {
    std::vector<Name> names;
    bool others = false;  ///< it ends with `and others`
    bool plain = true;    ///< the value holds none of `\ { } ~ $`: the parts are what they seem
    Problem problems{};
    std::string_view problem_at{};  ///< the first name that had one

    void clear() noexcept {
        names.clear();
        others = false;
        plain = true;
        problems = Problem::none;
        problem_at = {};
    }
};

/// What a character beyond ASCII is. A word is lower-case if its first letter is; letters without case are not.
enum class Letter : std::uint8_t { none, lower, other };
using LetterOf = Letter (*)(char32_t);

/// Replaces the list by what `value` holds: names with `and` between them. Never fails; see List::problems.
void parse(std::string_view value, LetterOf letter_of, List& list);

/// Takes one name apart that has no `and`, no LaTeX and no braces: `Family, Given, Suffix`, the particle before the
/// family name, as RIS has it. Without a comma the form is `whole`.
Name parse_plain(std::string_view value, LetterOf letter_of);

/// What parse() would see in a part of a name; a writer asks this to know what to put into braces.
struct Shape {
    std::uint32_t words = 0;
    bool separator = false;   ///< a comma, an `and`, a `;`, an `=`, a `~` or braces that do not balance
    bool untidy = false;      ///< blanks at an end, or more than one between words
    bool first_lower = false, last_lower = false, all_lower = false;
    bool lower_before_last = false;  ///< a lower-case word that is not the last one
};
Shape shape(std::string_view part, LetterOf letter_of);

}  // namespace ibid::grammars::person_name
