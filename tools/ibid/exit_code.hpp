// The exit codes of the program, the same for all commands.
#pragma once

namespace ibid::tools {

enum class ExitCode : int {
    ok = 0,
    found = 1,        ///< an error; records were rejected; or what was to be found was: a difference, a loss, a warning under --strict
    usage = 2,        ///< the command line makes no sense
    file_fault = 3,   ///< a file could not be read or written
    own_fault = 4,    ///< a fault of the program
    // 128 and more: a signal ended the work
};

/// As shells have it: 128 and the number of the signal.
constexpr ExitCode interrupted_by(int signal) noexcept { return static_cast<ExitCode>(128 + signal); }

}  // namespace ibid::tools
