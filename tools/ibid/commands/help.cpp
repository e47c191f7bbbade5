// ibid help: what the program can do; every diagnostic is printed from its row in diagnostics.def.
#include "command.hpp"
#include "limit_options.hpp"
#include "record_options.hpp"
#include "suggest.hpp"

#include <ibid/diagnostic.hpp>

#include <algorithm>
#include <cstdio>

namespace ibid::tools {

namespace {

constexpr std::string_view diagnostics_topic = "diagnostics", filter_topic = "filter", limits_topic = "limits";

std::string overview() {
    std::string text = "ibid converts bibliographic references, from each format into each.\n\n";
    std::size_t width = 0;
    for (Command const* command : commands()) width = std::max(width, command->name.size());
    for (Command const* command : commands()) {
        text.append("  ibid ").append(command->name).append(width - command->name.size() + 2, ' ');
        text.append(command->summary).append("\n");
    }
    return text
           + "\n'ibid help COMMAND' explains a command, 'ibid help diagnostics' what is diagnosed, 'ibid help filter' how to\n"
             "choose records, 'ibid help limits' what an input may ask for.\n"
             "Exit codes: 0 all is well, 1 an error, or something was found that was looked for, 2 the command line makes no\n"
             "sense, 3 a file could not be read or written, 4 a fault of the program, 128 and its number: a signal.\n";
}

std::string diagnostics() {
    std::string text;
    for (CodeInfo const& row : all_codes())
        text.append(row.spelling).append(" (").append(spelling(row.severity)).append(")\n    ").append(row.help).append("\n");
    return text;
}

std::string help_about(std::string const& topic) {
    if (topic == diagnostics_topic) return diagnostics();
    if (topic == filter_topic) return help_about_filter();
    if (topic == limits_topic) return help_about_limits();
    if (Command const* const command = find_command(topic)) return help_of(*command);
    for (CodeInfo const& row : all_codes())
        if (row.spelling == topic) return std::string(row.help) + "\n";
    std::vector<std::string> topics{std::string(diagnostics_topic), std::string(filter_topic), std::string(limits_topic)};
    for (Command const* command : commands()) topics.emplace_back(command->name);
    for (CodeInfo const& row : all_codes()) topics.emplace_back(row.spelling);
    throw UsageError("there is no help about '" + topic + "'" + did_you_mean(topic, topics));
}

OptionTable options() { return {}; }

ExitCode run(Arguments const& arguments) {
    if (arguments.operands.empty()) std::fputs(overview().c_str(), stdout);
    for (std::string const& topic : arguments.operands) std::fputs(help_about(topic).c_str(), stdout);
    return ExitCode::ok;
}

}  // namespace

extern Command const help_command;
constinit Command const help_command{
    "help", "help [COMMAND|diagnostics|CODE|filter|limits]", "Explains commands, diagnostics, the language of --filter and limits.", "", options, run,
};

}  // namespace ibid::tools
