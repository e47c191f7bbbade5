// Names as people print them, the given name first: "Jan van der Berg", "Martin Luther King Jr." Plain text of one name.
// What has its family name first, or LaTeX in it, is the business of names.hpp.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/name.hpp"

#include <string_view>

namespace ibid::text {

/// Whether a name has a word that no person is called by: "Consortium", "Group". English words.
bool is_group_name(std::string_view name);
/// "Jr.", "Sr", "II", "III", "IV".
bool is_name_suffix(std::string_view word) noexcept;
/// "PhD", "M.D.": what stands behind a name and a comma, and is none.
bool is_degree(std::string_view word) noexcept;

/// Takes a name apart, in the arena: the last word is the family name, with the words in small letters before it as its
/// particle; but of "Smith JA" the capitals are the given names; `family`, if not empty, says how the name ends that is the family name. Groups and single words are literals.
/// False: there is a comma in it that is none before a suffix; it is a literal. Blanks are single.
bool decode_given_first(std::string_view name, std::string_view family, Arena& arena, Name& to);

}  // namespace ibid::text
