// The TeX commands that text may hold and what each means, as constant tables: latex_symbols_table.def has those
// that stand for one character, latex_commands_table.def the others. Nothing is built at start.
#pragma once

#include "ibid/text.hpp"

#include <cstdint>
#include <string_view>

namespace ibid::text {

/// What a command does to the text where it stands.
enum class Action : std::uint8_t {
    unknown,
    character,        ///< stands for the character `code`
    reading,          ///< has a reading in plain text; its source is kept
    accent,           ///< puts `code` over its argument, and `over` over that; over nothing it is `spacing`
    math_accent,      ///< the same in formulas, but also where they were forgotten
    font_accent,      ///< an accent by the number that it has in Knuth's fonts
    tabbing_accent,   ///< an accent in a tabbing environment: its symbol follows
    style,            ///< its argument is in `style`
    quotation,        ///< its argument is quoted
    font,             ///< what follows in the group is in `style`
    plain_font,       ///< what follows in the group looks different, in a way that no style names; kept
    around,           ///< kept around its argument
    several,          ///< kept with its arguments, however many they are
    second,           ///< its first argument is kept and its second shown
    silent,           ///< shows nothing; kept
    silent_argument,  ///< neither does its argument
    counter,          ///< the value of the counter in its argument, which only TeX knows: shows nothing; told and kept
    bibstring,        ///< the words of the localisation key in its argument; its source is kept
    capital_bibstring,///< the same, capitalised
    space_argument,   ///< a space as wide as its argument says: a blank, if there is none beside it; its source is kept
    silent_length,    ///< nor the length or number behind it
    nothing,          ///< shows nothing and says nothing
    line,             ///< ends a line
    paragraph,        ///< ends a paragraph
    formula,          ///< its argument is math
    chemistry,        ///< its argument is a chemical formula (mhchem)
    code,             ///< a character by the number behind it
    code_argument,    ///< a character by the number in its argument
    dingbat,          ///< a character of Zapf Dingbats by the number in its argument
};

/// A command. Which members say something depends on the action.
struct Command {
    Action action = Action::unknown;
    Style style{};
    char32_t code = 0;
    char32_t spacing = 0;
    char32_t over = 0;
    std::string_view reading{};
};

/// The command of a name: letters, or the one character of a control symbol.
Command find_command(std::string_view name) noexcept;

/// How a symbol's command may be used.
enum class SymbolMode : std::uint8_t { text, math, text_read, math_read };

struct Symbol {
    char32_t code = 0;
    SymbolMode mode{};
    std::string_view name{};
};

/// The command to write for a character, or null.
Symbol const* find_symbol(char32_t code) noexcept;

/// The name of the accent command for a combining character (`'`, `textcommabelow`); empty if there is none.
std::string_view accent_name(char32_t combining) noexcept;

}  // namespace ibid::text
