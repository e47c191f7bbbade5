// Letter case of titles: from title case, as English-language catalogues have it, to sentence case, as CSL wants it.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"

namespace ibid::text {

/// Whether nearly all longer words behind the first begin with a capital, those aside that title case leaves small.
bool is_title_case(Text const& title) noexcept;

/// The text in sentence case: a word that begins with a capital and has no other begins with a small letter. Left alone
/// are the first word, the first behind `.`, `:`, `?` and `!`, single letters but "A", words with digits, and what marks
/// protect (nocase, math, tex, verbatim). Marks stay where they are.
Text sentence_case(Text const& title, Arena& arena);

/// The text with a nocase mark over each word that a capital stands inside of ("RNA", "McDonald", "iPhone"), unless a
/// mark protects or divides it already. The text itself if there is none. It lives in an arena.
Text protect_acronyms(Text const& title, Arena& arena);

}  // namespace ibid::text
