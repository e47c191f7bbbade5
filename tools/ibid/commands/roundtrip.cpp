// ibid roundtrip: what a file loses on its way through other formats and back.
#include "command.hpp"
#include "conversion.hpp"
#include "format_choice.hpp"
#include "reports/reporter.hpp"
#include "reports/terminal.hpp"
#include "roundtrip/compare.hpp"

#include <ibid/convert.hpp>

#include <cstdio>
#include <sstream>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    table.push_back({"via", 0, "ID[,ID...]", "the formats to go through, one after the other"});
    table.push_back({"carry", 0, "", "keep on the way what a format has no place for"});
    table.push_back({"no-carry", 0, "", "drop it"});
    for (Option& option : reporting_options()) table.push_back(std::move(option));
    return table;
}

class Collector final : public ItemSink {
public:
    std::vector<Record> records;
    void put(Item& item) override {
        if (item.kind == ItemKind::record) records.push_back(item.record);
    }
    void finish() override {}
};

struct Way {
    Format const* from = nullptr;  ///< null: told from each file
    Reading reading;
    std::vector<Format const*> via;
    Arguments const* arguments = nullptr;

    [[nodiscard]] bool carries(Format const& format) const {
        return arguments->has("carry") || (!arguments->has("no-carry") && format.carries);
    }
};

Way way_of(Arguments const& arguments) {
    Way way;
    way.arguments = &arguments;
    if (arguments.has("from")) way.from = &format_to_read(arguments.get("from"));
    way.reading = reading_of(arguments);
    std::istringstream ids(arguments.get("via"));
    for (std::string id; std::getline(ids, id, ',');) {
        way.via.push_back(&format_to_read(id));
        (void)format_to_write(id);
    }
    if (way.via.empty()) throw UsageError("say with --via which formats to go through");
    return way;
}

std::string write(Source& source, Format const& from, Format const& to, bool carry, Diagnostics& diagnostics) {
    std::string text;
    Options const none;
    auto const sink = sink_to_string(text);
    auto const writer = to.make_writer({*sink, diagnostics, none, carry});
    read_all(source, from, *writer, diagnostics);
    writer->finish();
    sink->finish();
    return text;
}

/// The differences between the records of a source and those that come back.
std::vector<Difference> there_and_back(Input const& input, Way const& way, Diagnostics& diagnostics, std::size_t& records) {
    auto const source = open(input, way.reading, diagnostics);
    if (source == nullptr) return {};
    Format const* const own = way.from != nullptr ? way.from : detect_format(input.file_name(), source->window());
    if (own == nullptr || own->make_reader == nullptr || own->make_writer == nullptr) {
        Diagnostic d;
        d.code = Code::unknown_format;
        d.where.file = source->name();
        std::string const message = own == nullptr ? "" : "there is no way back to '" + std::string(own->id) + "'";
        d.message = message;
        diagnostics.put(d);
        return {};
    }
    // Only the first reading is told of: what is lost on the way is what the differences show.
    Diagnostics unheard;
    std::string text;
    while (!source->window().empty() || source->more()) {
        text += source->window();
        source->consume(source->window().size());
    }
    Collector before;
    read_all(*open_memory(text, source->name(), diagnostics, {}, way.reading.limits), *own, before, diagnostics);
    Format const* from = own;
    std::vector<Format const*> stations = way.via;
    stations.push_back(own);
    for (Format const* to : stations) {
        auto const station = open_memory(text, source->name(), unheard, {}, way.reading.limits);
        text = write(*station, *from, *to, way.carries(*to), unheard);
        from = to;
    }
    Collector after;
    read_all(*open_memory(text, source->name(), unheard, {}, way.reading.limits), *own, after, unheard);
    records += before.records.size();
    return differences(before.records, after.records);
}

ExitCode run(Arguments const& arguments) {
    Way const way = way_of(arguments);
    Reporter reporter(arguments);
    std::size_t records = 0;
    std::size_t changes = 0;
    for (Input const& input : inputs_of(or_standard_input(arguments.operands), {.only = way.from, .limits = way.reading.limits}))
        for (Difference const& difference : there_and_back(input, way, reporter.diagnostics(), records)) {
            std::puts(describe(difference).c_str());
            ++changes;
        }
    std::fflush(stdout);
    ExitCode const code = reporter.finish({}, false);
    if (!arguments.has("quiet"))
        print_error(std::to_string(records) + " record" + (records == 1 ? "" : "s") + " compared, "
                    + std::to_string(changes) + " difference" + (changes == 1 ? "" : "s") + "\n");
    return code == ExitCode::ok && changes != 0 ? ExitCode::found : code;
}

}  // namespace

extern Command const roundtrip_command;
constinit Command const roundtrip_command{
    "roundtrip",
    "roundtrip FILE... --via ID[,ID...]",
    "Shows what a file loses on its way through other formats and back.",
    "Each line is a field that is not what it was, 'KEY: FIELD: BEFORE -> AFTER'; exit 1 if there is one.\n",
    options,
    run,
};

}  // namespace ibid::tools
