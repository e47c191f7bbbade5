// Files as programs list them in a .bib field.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"

#include <string_view>
#include <vector>

namespace ibid::text {

/// The paths of a list `description:path:type;...` as JabRef, Mendeley and Zotero write it, `\` before a `:` or `;` that is
/// part of one; empty if the value is no such list. What had escapes is copied into the arena.
std::vector<std::string_view> listed_paths(std::string_view value, Arena& arena);

/// Paths as such a list, without descriptions and types: `:one.pdf:;:two.pdf:`.
std::string_view join_paths(List paths, Arena& arena);

}  // namespace ibid::text
