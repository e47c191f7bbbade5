// Person: the parts of a name as a style sees them: particles that stand in a family or given name are found, a suffix
// behind a comma is cut off, given names become initials. It does not put parts in order (names.cpp).
// Specification: CSL 1.0.2, "Name-part Order", "initialize-with"; CSL-JSON's manner of particles within names.
#pragma once

#include "cite/style.hpp"
#include "ibid/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// A stretch of a text with the marks over it.
struct Piece {
    std::string_view plain{};
    std::vector<Mark> marks{};

    [[nodiscard]] bool empty() const noexcept { return plain.empty(); }
    [[nodiscard]] Text text() const noexcept { return {plain, marks}; }
};

/// A person's name, taken apart. Views into the name.
struct Person {
    Piece family{}, given{}, dropping{}, non_dropping{}, suffix{};
    bool comma_suffix = false;  ///< "Doe, Jr.", not "Doe III"
    bool east_asian = false;    ///< written without blanks, the family name first
};

/// Takes a name apart that is no literal.
Person person_of(Name const& name);

/// A given name, initialised or with its initials put right, and marks over it.
struct Initials {
    std::string text{};
    std::vector<Mark> marks{};
};

/// What becomes of given names.
struct InitialOptions {
    std::string_view with{};     ///< behind each initial
    bool initialize = true;      ///< false: only what is an initial already is put right
    bool hyphen = true;          ///< "J.-L.", not "J.L."
    bool first_only = false;     ///< no initial after the first
};
Initials initials_of(Text const& given, InitialOptions const& options);

/// Whether a word that a part begins with is joined to it without a blank: "d'", "al-".
bool joins_next(std::string_view particle) noexcept;

}  // namespace ibid::cite
