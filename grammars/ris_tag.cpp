// Spellings of a RIS tag, by hand: this is the path of lines that are not as the specification has them.

#include "grammars/ris_tag.hpp"

#include <array>

#include "grammars/support/byte_class.hpp"

namespace ibid::grammars::ris {
namespace {

using support::digit;
using support::in;
using support::letter;
using support::lower;

constexpr bool is_blank(char byte) noexcept { return byte == ' ' || byte == '\t'; }
constexpr char to_upper(char byte) noexcept { return in<lower>(byte) ? static_cast<char>(byte - 'a' + 'A') : byte; }

// A byte order mark inside a file is where two files were joined; it counts as a blank.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// U+2010 to U+2015 (hyphens, figure, en and em dash, bar) and U+2212 (minus).
std::size_t other_dash_length(std::string_view text) noexcept {
    if (text.size() < 3 || text[0] != '\xE2') return 0;
    bool const dash = text[1] == '\x80' && text[2] >= '\x90' && text[2] <= '\x95';
    return dash || (text[1] == '\x88' && text[2] == '\x92') ? 3 : 0;
}

// One row for each first letter; bit n of a row is the second character, digits behind the letters.
constexpr unsigned column(char second) noexcept {
    return static_cast<unsigned>(in<digit>(second) ? second - '0' + 26 : second - 'A');
}
constexpr auto known_tags = [] {
    std::array<std::uint64_t, 26> rows{};
    constexpr std::string_view listed =
        // 2001
        "TY ER ID T1 TI CT BT T2 T3 A1 AU A2 ED A3 Y1 PY Y2 N1 AB N2 KW RP JF JO JA J1 J2 VL IS CP SP EP CY PB SN "
        "AD AV UR L1 L2 L3 L4 M1 M2 M3 U1 U2 U3 U4 U5 "
        // 2011
        "A4 AN C1 C2 C3 C4 C5 C6 C7 C8 CA CN DA DB DO DP ET LA LB NV OP RI RN SE ST SV TA TT "
        // Citavi, Mendeley, ProQuest
        "H1 H2 DI LK PP ";
    for (std::size_t at = 0; at < listed.size(); at += 3)
        rows[static_cast<std::size_t>(listed[at] - 'A')] |= std::uint64_t{1} << column(listed[at + 1]);
    return rows;
}();

}  // namespace

bool is_known(std::uint16_t tag) noexcept {
    return (known_tags[static_cast<std::size_t>((tag >> 8) - 'A')] >> column(static_cast<char>(tag & 0xFF)) & 1U) != 0;
}

bool spell(std::string_view line, Spelling& spelling) noexcept {
    auto const skip_blanks = [&line] {
        std::size_t count = 0;
        while (count < line.size() && is_blank(line[count])) ++count;
        line.remove_prefix(count);
        return count;
    };
    skip_blanks();
    if (line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
        skip_blanks();
    }
    if (line.size() < 3 || !in<letter>(line[0]) || !in<letter | digit>(line[1])) return false;
    spelling.tag = tag(to_upper(line[0]), to_upper(line[1]));
    spelling.looseness = in<lower>(line[0]) || in<lower>(line[1]) ? lower_case : exact;

    line.remove_prefix(2);
    bool const two_blanks = line.starts_with("  ");
    std::size_t const gap = skip_blanks();
    if (gap == 0) spelling.looseness |= no_gap;
    else if (gap != 2 || !two_blanks) spelling.looseness |= other_gap;

    if (line.starts_with('-')) {
        line.remove_prefix(1);
    } else if (std::size_t const length = other_dash_length(line); length != 0) {
        spelling.looseness |= other_dash;
        line.remove_prefix(length);
    } else {
        return false;
    }
    if (!line.empty() && !is_blank(line[0])) spelling.looseness |= no_blank;
    spelling.rest = line;
    return true;
}

}  // namespace ibid::grammars::ris
