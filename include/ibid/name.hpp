// Names: the parts of a person's or an institution's name, and lists of them.
// The parts are those of CSL 1.0.2 (section "Names"); "and others" is a flag of the list, never a person.
#pragma once

#include "ibid/text.hpp"

#include <span>
#include <string_view>

namespace ibid {

/// One name. Either `literal` (an institution, or what could not be taken apart) or the other parts.
struct Name {
    Text family{};                 ///< "Beethoven"
    Text given{};                  ///< "Ludwig"
    Text dropping_particle{};      ///< "van" in "Beethoven, Ludwig van": dropped when the family name stands alone
    Text non_dropping_particle{};  ///< "van" in "van Gogh": stays with the family name
    Text suffix{};                 ///< "Jr.", "III"
    Text literal{};                ///< a whole name that is not to be taken apart
    std::string_view identifier{}; ///< a name identifier as a URI, such as an ORCID; empty if unknown

    friend bool operator==(Name const&, Name const&) = default;
};

/// A list of names in their order.
struct Names {
    std::span<Name const> list{};
    bool others = false;  ///< the list is known to be incomplete ("and others")

    friend bool operator==(Names const& a, Names const& b) noexcept;
};

}  // namespace ibid
