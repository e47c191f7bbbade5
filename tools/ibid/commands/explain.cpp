// ibid explain: where each field of one converted record comes from, by which rows of the mapping, and what is left
// behind.
#include "command.hpp"
#include "conversion.hpp"
#include "explain/explanation.hpp"
#include "format_choice.hpp"
#include "reports/terminal.hpp"

#include <cstdio>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    table.push_back({"to", 't', "ID", "the format to explain the way to"});
    table.push_back({"carry", 0, "", "carry what the format has no place for"});
    table.push_back({"no-carry", 0, "", "drop it"});
    table.push_back({"json", 0, "", "as one JSON document"});
    return table;
}

ExitCode run(Arguments const& arguments) {
    if (arguments.operands.size() != 2) throw UsageError("explain wants a file and the key of one of its records");
    if (!arguments.has("to")) throw UsageError("say with --to which way is to be explained");
    if (arguments.has("carry") && arguments.has("no-carry")) throw UsageError("--carry and --no-carry exclude each other");
    Format const& to = format_to_write(arguments.get("to"));
    Format const* const from = arguments.has("from") ? &format_to_read(arguments.get("from")) : nullptr;
    Reading const reading = reading_of(arguments);
    auto const inputs = inputs_of({arguments.operands[0]}, {.only = from, .limits = reading.limits});
    if (inputs.size() != 1) throw UsageError("explain wants one file; in '" + arguments.operands[0] + "' there are " + std::to_string(inputs.size()));
    Input const& input = inputs.front();
    std::string const key = arguments.operands[1];

    Diagnostics unheard;
    auto const source = open(input, reading, unheard);
    if (source == nullptr) {
        print_error("ibid: " + printable(arguments.operands[0]) + " cannot be read\n");
        return ExitCode::file_fault;
    }
    Format const* const own = from != nullptr ? from : detect_format(input.file_name(), source->window());
    if (own == nullptr || own->make_reader == nullptr) throw UsageError("the format cannot be told; say it with --from");
    bool const carry = arguments.has("carry") || (!arguments.has("no-carry") && to.carries);
    auto const explanation = explain(*source, *own, to, key, carry);
    if (!explanation) {
        print_error("ibid: " + printable(arguments.operands[0]) + " has no record '" + printable(key) + "'\n");
        return ExitCode::found;
    }
    std::fputs((arguments.has("json") ? as_json(*explanation) : as_text(*explanation)).c_str(), stdout);
    return ExitCode::ok;
}

}  // namespace

extern Command const explain_command;
constinit Command const explain_command{
    "explain",
    "explain FILE KEY --to ID [--json]",
    "Shows where each field of a converted record comes from.",
    "For each field that is written: the native field that it comes from, and the rows of the mapping that read and\n"
    "wrote it. Then what is written without a row (residue, what is carried), and what is left behind.\n",
    options,
    run,
};

}  // namespace ibid::tools
