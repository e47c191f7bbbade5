// ibid dump: records as ibid has them, which is to say as ibid-JSON.
#include "batch/batch.hpp"
#include "command.hpp"
#include "format_choice.hpp"

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    for (Option& option : record_options()) table.push_back(std::move(option));
    for (Option& option : reporting_options()) table.push_back(std::move(option));
    return table;
}

ExitCode run(Arguments const& arguments) {
    ConversionSettings settings;
    if (arguments.has("from")) settings.from = &format_to_read(arguments.get("from"));
    settings.reading = reading_of(arguments);
    settings.to = &format_to_write("ibid-json");
    settings.records = record_wishes_of(arguments);
    Job const job{inputs_of(or_standard_input(arguments.operands), {.only = settings.from, .limits = settings.reading.limits}), standard_stream, false};
    Reporter reporter(arguments);
    Batch batch(std::move(settings), reporter, {});
    batch.run({job});
    return batch.finish();
}

}  // namespace

extern Command const dump_command;
constinit Command const dump_command{
    "dump", "dump [INPUT...] [--from ID] [--filter QUERY] [--sort FIELD] [--fields FIELD]", "Prints what ibid has understood, as ibid-JSON.", "", options, run,
};

}  // namespace ibid::tools
