// Names as article pages print them, the given name first. What is the family name of several words the page itself
// knows: its formatted citation has it in front.
#pragma once

#include "formats/article_page/citations.hpp"
#include "ibid/arena.hpp"
#include "ibid/name.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::article_page {

/// The names of one line: one, or several between commas, semicolons and "and". A suffix stays with its name.
std::vector<std::string> names_in(std::string_view line);

/// A name in the arena. `cited`: how the formatted citation has the author of that place, or null. False: it could not
/// be taken apart, and is a literal.
bool read_name(std::string_view name, CitedAuthor const* cited, Arena& arena, Name& to);

}  // namespace ibid::formats::article_page
