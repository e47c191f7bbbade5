// RIS: the tree of a window and the function that makes it. It knows lines and records, not what a tag means.
// Follows the RIS format page of Research Information Systems (2001) and the tag matrix of EndNote and
// Reference Manager (2011), and takes what exporters write in their stead (ris_tag.hpp has the spellings).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::grammars::ris {

/// A tag as one number, the first character in the high byte: `tag("AU")`.
constexpr std::uint16_t tag(char first, char second) noexcept {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 | static_cast<unsigned char>(second));
}
constexpr std::uint16_t tag(char const (&name)[3]) noexcept { return tag(name[0], name[1]); }

/// A tag and its value: one line of the file, or several where untagged lines go on with the value.
struct Line {
    std::uint16_t tag = 0;   ///< as tag() packs it, letters in upper case
    bool continued = false;  ///< the value spans physical lines: the line breaks, as they stand, are inside
    std::string_view value;  ///< without the blanks, and the blank lines, around it
};

/// A reference: lines [first_line, first_line + line_count) of the batch. `TY` is one of them, usually the first;
/// `ER` is not.
struct Record {
    std::string_view source;  ///< from its first line to the line break behind `ER`, or to where the next one begins
    std::uint32_t first_line = 0;
    std::uint32_t line_count = 0;
    bool has_type = false;  ///< it holds a `TY` line
    bool has_end = false;   ///< its `ER` line was seen
};

/// What is not as the specification has it. Only stray_tag and record_too_long cost anything.
enum class Code : std::uint8_t {
    missing_type,        ///< no `TY` line in the record
    missing_end,         ///< no `ER` line: the next `TY` line or the end of the file ends the record
    repeated_type,       ///< a second `TY` line right below the first
    loose_tag,           ///< a tag spelled otherwise than `AU  - `; told once a record
    text_after_end,      ///< the `ER` line holds text; it is in the record's source only
    end_without_record,  ///< an `ER` line with no record above it
    stray_tag,           ///< a lone tag between records; it is junk
    record_too_long,     ///< cut at Limits::max_record
};

struct Problem {
    Code code{};
    char const* where = nullptr;  ///< in the window
};

/// What parse() found, in the order of the file. Every byte that was consumed is in a record's source or in junk.
struct Batch {
    std::vector<Line> lines;
    std::vector<Record> records;
    std::vector<Problem> problems;
    std::vector<std::string_view> junk;  ///< what stands between records: headers, numbers, prose, blank lines

    void clear() noexcept {
        lines.clear();
        records.clear();
        problems.clear();
        junk.clear();
    }
};

struct Limits {
    std::size_t max_record = std::size_t{16} << 20;  ///< bytes; a longer record is cut
    std::size_t max_batch = std::size_t{256} << 10;  ///< bytes; parse() returns behind the record that reaches it
};

struct Parsed {
    std::size_t consumed = 0;  ///< bytes from the front of the window
    bool need_more = false;    ///< the rest is the beginning of a record or line whose end is outside the window
};

/// Appends the records of `window` to the batch; call it again with what it did not consume.
/// `window` begins at the start of a line, without a byte order mark, and has 64 readable bytes behind its end.
/// On need_more give it a window with at least twice the bytes (time is linear then) or say `at_end`.
Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits = {});

/// The first `TY  - ` line behind `from` with an `ER  -` line before it; npos if the window shows none.
std::size_t find_record_line(std::string_view window, std::size_t from) noexcept;

}  // namespace ibid::grammars::ris
