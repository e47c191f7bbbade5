// Issues: what reading or writing a text met that its caller may want to report. Values, not messages: the caller
// knows file, record and field, and turns a code into a Diagnostic.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ibid::text {

enum class IssueCode : std::uint8_t {
    unknown_command,   ///< a TeX command that is not in the table; kept under a tex mark
    unbalanced_brace,  ///< braces that do not balance; the odd ones became text
    too_deep,          ///< groups or marks nest deeper than the limit; the innermost were ignored
    double_entity,     ///< an entity that was escaped twice (`&amp;amp;`); decoded once
    no_escape,         ///< writing: a character that has no LaTeX command; written as UTF-8
    lost_markup,       ///< writing: a mark that the target cannot say; its text was written
};

/// One issue and the text it is about: a slice of the value when reading, of the plain text when writing.
/// Unbalanced values are mended before they are read: their issues are about the whole value.
struct Issue {
    IssueCode code{};
    std::string_view where{};

    friend bool operator==(Issue const&, Issue const&) = default;
};

/// Mostly empty, hence without memory.
using Issues = std::vector<Issue>;

/// Adds an issue if anybody listens.
inline void report(Issues* issues, IssueCode code, std::string_view where) {
    if (issues != nullptr) issues->push_back({code, where});
}

}  // namespace ibid::text
