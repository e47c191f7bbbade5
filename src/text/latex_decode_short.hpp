// The short way of decode_latex() for what most values with a token in them are made of: text, groups, dashes and
// quotation marks, accents over one letter, and commands that stand for a character, a word or a style.
// It reports nothing and has no opinion on what is not as usual: it gives up, and LatexDecoder takes the value.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"
#include "text/latex.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::text {

/// False: there is something else in the value, and `text` is as it was. `plain` as many bytes at the begin are known
/// to be text.
bool decode_latex_shortly(std::string_view value, std::size_t plain, Arena& arena, LatexOptions const& options, Text& text);

}  // namespace ibid::text
