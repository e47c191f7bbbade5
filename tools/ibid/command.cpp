// The list of commands. A new one is a file in commands/ and two lines here.
#include "command.hpp"

#include <algorithm>
#include <array>

namespace ibid::tools {

extern Command const cite_command;
extern Command const convert_command;
extern Command const dump_command;
extern Command const explain_command;
extern Command const formats_command;
extern Command const help_command;
extern Command const roundtrip_command;
extern Command const split_command;
extern Command const styles_command;

std::span<Command const* const> commands() {
    static constexpr std::array all{&convert_command, &dump_command, &roundtrip_command, &explain_command, &cite_command, &styles_command, &split_command, &formats_command, &help_command};
    return all;
}

Command const* find_command(std::string_view name) {
    auto const all = commands();
    auto const found = std::find_if(all.begin(), all.end(), [name](Command const* c) { return c->name == name; });
    return found == all.end() ? nullptr : *found;
}

std::string help_of(Command const& command) {
    std::string text = "Usage: ibid ";
    text.append(command.synopsis).append("\n\n").append(command.summary).append("\n");
    if (!command.details.empty()) text.append("\n").append(command.details);
    std::string const options = describe(command.options());
    if (!options.empty()) text.append("\n").append(options);
    return text;
}

}  // namespace ibid::tools
