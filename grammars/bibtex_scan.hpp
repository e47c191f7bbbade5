// Where the things of a .bib file end: values, comments, what is neither. Scanners and looks ahead below the rules
// of bibtex.cpp; all are iterative, stop at a line that begins a record, and cost time linear in the file, because
// a scan that fails is not begun again (see each for why).
#pragma once

#include <cstdint>
#include <string_view>

#include "grammars/support/scan.hpp"

namespace ibid::grammars::bibtex {

using support::ByteClass;
using support::Hits;
using support::Lane;

/// bibtex.web, `legal_id_char`: neither control, space, nor one of `" # % ' ( ) , = { }`; but ' is met in names of
/// macros, and nothing else begins with it.
inline constexpr ByteClass identifier =
    support::byte_range(0x21, 0xFF) - support::byte_range(0x7F, 0x7F) - support::bytes("\"#%(),={}");

/// The type behind an @: a stray @ before another must not take that one's type for its own.
inline constexpr ByteClass type_name = identifier - support::bytes("@");

/// What the scanners of a block have to know, and what they saw on their way.
struct Watch {
    std::uint32_t max_depth = 0;
    char close = '}';                   ///< what closes the block
    bool noticed = false;               ///< one of the next three is set
    bool too_deep = false;              ///< braces nest beyond max_depth
    char const* inner_quote = nullptr;  ///< the first " that did not end its value
    char const* stray_brace = nullptr;  ///< the first } that closed nothing
    bool hit_end = false;               ///< a scan or look reached the end: with more text it could turn out otherwise
    bool quotes_are_literal = true;     ///< a " followed by text is text; until that failed once in this block
};

/// The answer of a look ahead; `unknown` when the text ends before it is settled.
enum class Look : std::uint8_t { no, yes, unknown };

/// At the @ of what is surely a record: `@word{key,` with the line's end or `name =` next, `@string{name =`, ...
/// Strict, because it is asked inside of values and prose; looks at a bounded number of bytes.
Look record_ahead(char const* at, char const* last) noexcept;

/// At an @ where a field could stand: does a block begin here? Less strict at the beginning of a line, as no field
/// name goes on with a brace.
bool block_ahead(char const* at, char const* floor, char const* last, Watch& watch) noexcept;

/// Does the @ at `at`, inside of a value that begins at `floor`, begin a line and a record there?
bool begins_record(char const* at, char const* floor, char const* last, Watch& watch) noexcept;

/// Blanks, also those that only word processors and web pages know: no-break, zero-width and wide spaces, marks.
char const* skip_any_blank(char const* first, char const* last) noexcept;

/// Blanks and lines' ends from % on, which biber takes for blanks.
char const* skip_remarks(char const* first, char const* last) noexcept;

/// The end of an identifier at `first`, which no blank of any kind is part of; `first` if there is none.
char const* end_of_name(char const* first, char const* last) noexcept;

/// At `name =`?
bool assignment_ahead(char const* first, char const* last) noexcept;

/// Behind a quoted value: at `,` `#`, a closing delimiter, the end, or `name =`?
bool value_ends(char const* first, char const* last, Watch& watch) noexcept;

/// As value_ends, but a comma has to have a field or the end behind it.
bool value_surely_ends(char const* first, char const* last, Watch& watch) noexcept;

/// Behind a delimiter that closes a block, or one that is too many: at `, name =`, or `name = {`?
bool field_goes_on(char const* first, char const* last, Watch& watch) noexcept;

/// The first byte of a block, or `last`; or the @ where it is unknown yet. Lines that begin with % are comments, as
/// for biber; but a record that begins behind a % and goes on in the next line is one, as for BibTeX.
struct Next {
    char const* at;
    bool unknown;       ///< the text ends before the @ at `at` is settled
    char const* stray;  ///< the first @ that begins a line but, as far as is known, no block; or null
};
Next next_block(char const* first, char const* last) noexcept;

/// The delimiter that ends a comment whose opening one, `open`, is before `first`, or null. Records inside do not
/// end it. Deeper than a few dozen levels is no comment: that bounds how many unclosed ones can scan the same text.
char const* end_of_comment(char const* first, char const* last, char open, Watch& watch) noexcept;

/// The end of a value without delimiters, before the comma, line end or delimiter that ends it. An open brace in it
/// that is never closed makes it end where a braced value would, `open` set.
char const* end_of_bare(char const* first, char const* last, Watch& watch, bool& open) noexcept;

/// The end of text that is no field: the next comma, closing delimiter, line that begins a field, or record.
char const* end_of_junk(char const* first, char const* last, Watch& watch) noexcept;

/// The end of a key with blanks or braces in it: the comma, line end, or first field behind it.
char const* end_of_key(char const* first, char const* last, Watch const& watch) noexcept;

/// In a value that was not closed: the first line that looks like the next field of its entry, or null. `delimited`:
/// that field's value has to be in braces or quotes, else a number or a word will do.
char const* field_line(char const* first, char const* last, bool delimited) noexcept;

/// The end of [first, last) without the blanks at its end.
char const* without_blanks(char const* first, char const* last) noexcept;

/// The } that closes the { before `first`; else, not closed, the @ of the record that ends the value, or `last`.
IBID_INLINE char const* end_of_braces(char const* first, char const* last, Watch& watch) noexcept {
    std::uint32_t depth = 1;
    for (char const* lane_at = first; lane_at < last; lane_at += Lane::width) {
        Lane const lane{lane_at};
        for (Hits hits = (lane.equals('{') | lane.equals('}') | lane.equals('@')).hits(); hits.any(); hits.drop_first()) {
            char const* const at = lane_at + hits.first();
            if (at >= last) break;
            if (*at == '}') {
                if (--depth == 0) return at;
            } else if (*at == '{') {
                if (++depth > watch.max_depth) watch.noticed = watch.too_deep = true;
            } else if (begins_record(at, first, last, watch)) {
                return at;
            }
        }
    }
    watch.hit_end = true;
    return last;
}

/// The value that begins at `first` has a " at `quote` with text behind it: the " that ends it, which is `quote`
/// itself when no other will do, as for BibTeX.
char const* end_behind_inner_quote(char const* first, char const* quote, char const* last, Watch& watch) noexcept;

/// The " that closes the one before `first`, outside of braces; else, not closed, the @ of the record that ends the
/// value, or `last`. A } too many is text.
IBID_INLINE char const* end_of_quotes(char const* first, char const* last, Watch& watch) noexcept {
    std::uint32_t depth = 0;
    for (char const* lane_at = first; lane_at < last; lane_at += Lane::width) {
        Lane const lane{lane_at};
        for (Hits hits = (lane.equals('"') | lane.equals('{') | lane.equals('}') | lane.equals('@')).hits(); hits.any();
             hits.drop_first()) {
            char const* const at = lane_at + hits.first();
            if (at >= last) break;
            if (*at == '"') {
                if (depth != 0) continue;
                bool const ends = (at + 1 < last && at[1] == ',') || value_ends(at + 1, last, watch);
                return ends ? at : end_behind_inner_quote(first, at, last, watch);
            }
            if (*at == '{') {
                if (++depth > watch.max_depth) watch.noticed = watch.too_deep = true;
            } else if (*at == '}') {
                if (depth != 0) {
                    --depth;
                } else if (watch.stray_brace == nullptr) {
                    watch.noticed = true;
                    watch.stray_brace = at;
                }
            } else if (begins_record(at, first, last, watch)) {
                return at;
            }
        }
    }
    watch.hit_end = true;
    return last;
}

}  // namespace ibid::grammars::bibtex
