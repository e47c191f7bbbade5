// The HTML-like markup of CSL-JSON <-> Text, and the plain text of formats without markup (RIS), in which databases
// leave the same tags and character references. JSON's own escapes are the reader's and the writer's business.
// Follows the CSL 1.0.2 specification, appendix "HTML-like Formatting Tags".
//
// Every view that is given to these functions has 64 readable bytes behind it; every view they give lives in the arena.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"
#include "text/issues.hpp"

#include <cstddef>
#include <string_view>

namespace ibid::text {

/// The text of a string. Tags that pair up are marks, all others are text; character references are decoded once, and
/// one that hides another (`&amp;amp;`) is reported. White space is kept.
Text decode_csl_markup(std::string_view value, Arena& arena, Issues* issues = nullptr);

/// The first character reference in a text, which was escaped twice if the text is a decoded one ("Wiley &amp; Sons");
/// empty: none. What its semicolon parts is no list.
std::string_view reference_in(std::string_view text) noexcept;

/// At least the bytes that encode_csl_markup() or encode_plain() write.
std::size_t csl_markup_size(Text const& text) noexcept;

/// Writes a text with tags; answers the end. `<` and `&` become references where they would be read as markup, and
/// only there, so that decode_csl_markup() reads the same text again. Of a formula the reading is written, or its
/// source between `$`; of a TeX command the plain text. `out` has room for csl_markup_size() bytes.
char* encode_csl_markup(Text const& text, char* out);

/// As decode_csl_markup(): exports of databases have its tags and references in plain text, too.
inline Text decode_plain(std::string_view value, Arena& arena, Issues* issues = nullptr) {
    return decode_csl_markup(value, arena, issues);
}

/// Whether encode_plain() writes something around a mark's text.
bool shows_in_plain(Mark const& mark) noexcept;

/// Writes the plain text, escaped as by encode_csl_markup().
char* encode_plain(Text const& text, char* out);

}  // namespace ibid::text
