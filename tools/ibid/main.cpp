// The program ibid: finds the command and turns what goes wrong into an exit code.
#include "command.hpp"
#include "suggest.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace ibid::tools {

namespace {

/// A file that is opened must not take the place of a standard stream that was closed: diagnostics would go into it.
void hold_standard_streams() {
    for (int const descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) == -1)  // the lowest that is free is this one; its wrong way makes its use a fault
            (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

Command const& command_named(std::string const& name) {
    if (Command const* const command = find_command(name)) return *command;
    std::vector<std::string> names;
    for (Command const* command : commands()) names.emplace_back(command->name);
    bool const option = name.starts_with('-');
    if (option) names = {"--help", "--version"};
    throw UsageError((option ? "unknown option '" : "there is no command '") + name + "'" + did_you_mean(name, names));
}

ExitCode run(std::vector<std::string> words) {
    hold_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is told by write(2)
    if (words.empty()) throw UsageError("say what is to be done; 'ibid help' lists the commands");
    std::string name = words.front();
    words.erase(words.begin());
    if (name == "--version" || name == "-V") {
        std::puts("ibid " IBID_VERSION);
        return ExitCode::ok;
    }
    if (name == "--help" || name == "-h") name = "help";
    Command const& command = command_named(name);
    try {
        OptionTable options = command.options();
        options.push_back({"help", 'h', "", "print this help"});
        Arguments const arguments = parse(options, words);
        if (arguments.has("help")) {
            std::fputs(help_of(command).c_str(), stdout);
            return ExitCode::ok;
        }
        return command.run(arguments);
    } catch (UsageError const& error) {
        throw UsageError(std::string(error.what()) + "\nTry 'ibid help " + std::string(command.name) + "'.");
    }
}

}  // namespace

}  // namespace ibid::tools

int main(int argc, char** argv) {
    using namespace ibid::tools;
    ExitCode code = ExitCode::own_fault;
    try {
        code = run({argv + (argc > 0 ? 1 : 0), argv + argc});
        errno = 0;
        if (std::fflush(stdout) != 0 && errno != EPIPE) {
            std::perror("ibid: <stdout>");
            code = ExitCode::file_fault;
        }
    } catch (UsageError const& error) {
        std::fprintf(stderr, "ibid: %s\n", error.what());
        code = ExitCode::usage;
    } catch (FileError const& error) {
        std::fprintf(stderr, "ibid: %s\n", error.what());
        code = ExitCode::file_fault;
    } catch (std::bad_alloc const&) {
        std::fputs("ibid: out of memory\n", stderr);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "ibid: a fault of the program: %s\n", error.what());
    }
    return static_cast<int>(code);
}
