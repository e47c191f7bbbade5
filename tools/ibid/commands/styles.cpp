// ibid styles: the citation styles that `ibid cite` can find.
#include "command.hpp"

#include <ibid/cite.hpp>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace ibid::tools {

namespace {

OptionTable options() {
    return {
        {"search", 0, "WORD", "only styles with this in their name"},
        {"dependent", 0, "", "also those that are another style under a journal's name"},
        {"style-path", 0, "DIR", "look for styles here before the usual folders; may be repeated"},
    };
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

ExitCode run(Arguments const& arguments) {
    if (!arguments.operands.empty()) throw UsageError("styles takes no operand; --search WORD looks for one");
    std::string const wanted = lower(arguments.get("search"));
    bool any = false;
    for (std::string const& name : citation_styles(arguments.all("style-path"), arguments.has("dependent"))) {
        if (lower(name).find(wanted) == std::string::npos) continue;
        std::puts(name.c_str());
        any = true;
    }
    return any ? ExitCode::ok : ExitCode::found;
}

}  // namespace

extern Command const styles_command;
constinit Command const styles_command{
    "styles", "styles [--search WORD] [--dependent]", "Lists the citation styles that can be found.", "", options, run,
};

}  // namespace ibid::tools
