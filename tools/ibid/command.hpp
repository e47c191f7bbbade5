// Command: one word after `ibid`, and all that the program and its help know of it.
#pragma once

#include "exit_code.hpp"
#include "options.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

struct Command {
    std::string_view name;
    std::string_view synopsis;  ///< after `ibid`: "formats [ID] [--table]"
    std::string_view summary;   ///< one line
    std::string_view details;   ///< paragraphs for `ibid help`; may be empty
    OptionTable (*options)();
    ExitCode (*run)(Arguments const& arguments);
};

/// All commands, in the order of the help.
std::span<Command const* const> commands();

/// The command of that name, or null.
Command const* find_command(std::string_view name);

/// What `ibid help COMMAND` prints.
std::string help_of(Command const& command);

}  // namespace ibid::tools
