// The words that names are made of in formatted citations: where a family name ends, what initials, particles and
// suffixes are. Told by their letters alone; letters beyond ASCII by their blocks. No X3 here.
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid::grammars::citation {

class Sink;

// Steps for support::takes<>: they move `first` behind what they take, which is `slice`, or answer false.

/// Bytes of the particle that a family name begins with: "de la " of "de la Cruz", "d’" of "d’Aubignac"; 0: none.
std::size_t particle_at_front(std::string_view family) noexcept;

/// Words up to the blank before initials: "Chen" of "Chen J". `Several`: initials may be up to three ("Smith AB").
template <bool Several>
bool family_before_initials(char const*& first, char const* last, Sink&, std::string_view& slice);
/// "J", "Ž", "Ts"; with `Several`: "AB" too.
template <bool Several>
bool bare_initials(char const*& first, char const* last, Sink&, std::string_view& slice);
/// "Chen" of "Chen, J.": up to the comma.
bool family_before_comma(char const*& first, char const* last, Sink&, std::string_view& slice);
/// "J.", "Ž.", "J. K.", "J.-K."
bool dotted_initials(char const*& first, char const* last, Sink&, std::string_view& slice);
/// "van der", "d’", "al-": small words.
bool particle(char const*& first, char const* last, Sink&, std::string_view& slice);
/// "Jr", "Jr.", "III"
bool suffix(char const*& first, char const* last, Sink&, std::string_view& slice);
/// Up to the comma or to the end; not what looks like initials.
bool literal_before_comma(char const*& first, char const* last, Sink&, std::string_view& slice);
/// All of a text that can be an institution's name before a colon: a proper name, its words in capitals.
bool proper_name(char const*& first, char const* last, Sink&, std::string_view& slice);
/// All of a text in which no person is: no initials behind a comma, no blank at the end.
bool institution(char const*& first, char const* last, Sink&, std::string_view& slice);
/// The same, within one sentence.
bool institution_in_list(char const*& first, char const* last, Sink&, std::string_view& slice);
/// Takes nothing: that a text does not begin with persons, in whatever style ("Smith, J.", "J. Smith,", "Smith J,").
bool no_persons(char const*& first, char const* last, Sink&);

}  // namespace ibid::grammars::citation
