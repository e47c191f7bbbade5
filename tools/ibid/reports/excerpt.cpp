// Excerpts: columns are code points; tabs stay, so that the caret stands where the terminal puts the character.
#include "reports/excerpt.hpp"

#include "reports/terminal.hpp"

#include <algorithm>

namespace ibid::tools {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::size_t most_before = 80;  // code points shown before and after the column
constexpr std::size_t most_after = 100;
constexpr std::string_view cut_mark = "\xE2\x80\xA6";  // an ellipsis

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// The byte at which a code point (counted from 0) begins; npos if there are not so many.
std::size_t offset_of(std::string_view line, std::size_t code_point) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (begins_code_point(line[at]) && count++ == code_point) return at;
    return count == code_point ? line.size() : std::string_view::npos;
}

}  // namespace

std::string excerpt(std::string_view line, std::size_t column, bool colour) {
    if (line.empty() || column == 0) return {};
    std::size_t const place = offset_of(line, column - 1);
    if (place == std::string_view::npos) return {};
    std::size_t const from = column - 1 > most_before ? offset_of(line, column - 1 - most_before) : 0;
    std::size_t const to = std::min(offset_of(line, column - 1 + most_after), line.size());

    std::string shown(indent);
    std::string below(indent);
    if (from != 0) shown.append(cut_mark), below += ' ';
    shown += printable(line.substr(from, to - from));
    if (to != line.size()) shown.append(cut_mark);
    for (char const byte : line.substr(from, place - from))
        if (begins_code_point(byte)) below += byte == '\t' ? '\t' : ' ';
    return shown + "\n" + below + coloured("^", "32;1", colour) + "\n";
}

}  // namespace ibid::tools
