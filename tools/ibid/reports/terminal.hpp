// What a terminal is shown: colour only where it is wanted, and no control characters out of files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid::tools {

/// Whether standard error is a terminal that shows colours, and nobody forbids them (https://no-color.org).
bool wants_colour();

/// The text with control characters (but the tab) replaced: a file must not be able to steer the terminal.
std::string printable(std::string_view text);

/// `text` between the escape sequences of a colour ("31;1"), if there is to be colour.
std::string coloured(std::string_view text, std::string_view colour, bool wanted);

/// Whether standard error is a terminal that can move its cursor.
bool is_moving_terminal();
/// The columns of that terminal; 80 if it is none.
std::size_t terminal_width();

/// Writes to standard error at once. Any thread may call it, as the following.
void print_error(std::string_view text);
/// Shows a line that stays the last of standard error, in the place of the one before, until something is printed. Empty:
/// takes it away.
void show_status(std::string_view line);

}  // namespace ibid::tools
