// BibTeX and BibLaTeX: the tree of a window of a .bib file and the function that makes it. It knows blocks, fields
// and tokens, not what an entry type or a field means; macros stay unexpanded, TeX stays TeX.
// Follows bibtex.web (Patashnik, version 0.99d), "Reading the database file(s)", and btparse 0.88, which biber uses,
// in what is a comment: @comment{...} up to its brace, and a line that begins with %.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::bibtex {

enum class TokenKind : std::uint8_t {
    braced,  ///< {text}
    quoted,  ///< "text"
    number,  ///< digits
    macro,   ///< a name that @string defines
    bare,    ///< text whose delimiters are missing: `year = 1999a`
};

/// One operand of `#`.
struct Token {
    std::string_view text;  ///< without its delimiters
    TokenKind kind{};
};

/// `name = token # token ...`: tokens [first_token, first_token + token_count) of the batch; none: no value there.
struct Field {
    std::string_view name;
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;
};

enum class BlockKind : std::uint8_t {
    entry,     ///< @type{key, fields}
    macro,     ///< @string: a field for each definition
    preamble,  ///< @preamble: one field without a name
    comment,   ///< @comment: one field without a name, its token the body, braced or bare
    text,      ///< everything between blocks: blank lines, % lines, prose
};

/// A piece of the file; the sources of all blocks, in order, are the whole of it.
struct Block {
    std::string_view source;  ///< from the @ to the closing delimiter, or every byte of a text
    std::string_view type;    ///< as written; empty for a text
    std::string_view key;     ///< as written, without blanks around; only an entry has one
    std::uint32_t first_field = 0;
    std::uint32_t field_count = 0;
    BlockKind kind{};
    bool truncated = false;  ///< the closing delimiter was not found: the complete fields are here, the rest is in source
};

/// What is not as the specification has it. `unclosed_*`, `unexpected_text` and `record_too_long` cost something;
/// after all others the tree holds everything.
enum class Code : std::uint8_t {
    stray_at,           ///< an @ begins a line, but no block: it is text
    missing_key,        ///< an entry with an empty key, or none
    odd_key,            ///< a key with blanks or braces
    odd_name,           ///< a field name of several words: `Early Access Date = {...}`
    missing_comma,      ///< a field begins without one
    extra_comma,        ///< nothing between two commas
    missing_equals,     ///< `title {x}`
    missing_value,      ///< `title = ,` or `title,`: a field without tokens
    undelimited_value,  ///< text without braces or quotes: a bare token
    inner_quote,        ///< a " inside of a quoted value that does not end it
    stray_delimiter,    ///< a closing delimiter that closes nothing; skipped, or part of the quoted value it is in
    percent_comment,    ///< % to the line's end between fields, as biber reads it: skipped
    unexpected_text,    ///< neither field, comma nor end: skipped
    unclosed_value,     ///< ended where the next field's line begins, or lost with all that follows in its entry
    unclosed_block,     ///< ended by the next block or the end of the file
    unclosed_comment,   ///< read as a comment of one line
    too_deep,           ///< a value nests deeper than Limits::max_depth; it is kept as it stands
    record_too_long,    ///< cut at Limits::max_record
};

/// What should have stood there, as the object of "expected".
char const* expectation(Code code) noexcept;

struct Problem {
    Code code{};
    std::uint32_t block = 0;  ///< index of the block
    std::string_view where;   ///< in the window; empty, but at its place, when something is missing
};

/// The tree of the blocks that one call consumed: slices of the window, and gone with it.
struct Batch {
    std::vector<Block> blocks;
    std::vector<Field> fields;
    std::vector<Token> tokens;
    std::vector<Problem> problems;

    /// Empties the batch and keeps its memory.
    void clear() noexcept;
};

struct Limits {
    std::size_t max_record = std::size_t{16} << 20;    ///< bytes; a longer block is cut, a longer text divided
    std::size_t batch_bytes = std::size_t{256} << 10;  ///< return after the block that reaches so many bytes
    std::uint32_t max_depth = 256;                     ///< of braces in a value, before they are told of
};

struct Parsed {
    std::size_t consumed = 0;  ///< bytes; the sources of the blocks add up to them
    bool need_more = false;    ///< the window ends inside a block, which was not consumed
};

/// Parses whole blocks from the beginning of `window`, which must begin where the last call left off, and puts
/// them into `batch` in the place of what it held. With `need_more`, call again with a longer window from the first
/// byte not consumed: if it grows by a factor, the whole costs linear time. With `at_end` the window is the rest of
/// the file and is consumed whole, call after call. Any bytes are legal (a byte order mark is text); 64 readable
/// bytes must follow the window. What is wrong becomes a Problem; nothing is thrown save std::bad_alloc.
Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits = {});

/// The first line behind `from` that begins a block, if none is open there; npos if the window shows none.
std::size_t find_block_line(std::string_view window, std::size_t from) noexcept;

}  // namespace ibid::grammars::bibtex
