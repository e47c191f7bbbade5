// Given names: the rules of disambiguation that look at persons, not at cites: who shares a family name with another
// is shown with a given name wherever she is cited.
// Specification: CSL 1.0.2, "givenname-disambiguation-rule".
#pragma once

#include "cite/state.hpp"

namespace ibid::cite {

/// Sets the level of given names of all items, by any rule but by-cite.
void expand_given_names(Document::State& state, GivennameRule rule);

}  // namespace ibid::cite
