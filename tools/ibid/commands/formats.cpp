// ibid formats: what can be read and written, and by which table.
#include "command.hpp"
#include "format_choice.hpp"
#include "matrix.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace ibid::tools {

namespace {

using Row = std::vector<std::string>;

/// Rows in columns; the last column is not filled up.
std::string in_columns(std::vector<Row> const& rows) {
    std::vector<std::size_t> widths;
    for (Row const& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (Row const& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += row[i];
            if (i + 1 < row.size()) line.append(widths[i] - row[i].size() + 2, ' ');
        }
        text.append(line, 0, line.find_last_not_of(' ') + 1).append("\n");
    }
    return text;
}

std::string way_of(Format const& format) {
    if (format.make_reader == nullptr) return "write";
    return format.make_writer == nullptr ? "read" : "read, write";
}

std::string list_all() {
    std::vector<Row> rows{{"ID", "NAME", "WAY", "EXTENSIONS"}};
    for (Format const* format : all_formats())
        rows.push_back({std::string(format->id), std::string(format->name), way_of(*format), std::string(format->extensions)});
    return in_columns(rows);
}

std::string describe(Format const& format) {
    std::vector<Row> rows{
        {"id", std::string(format.id)},
        {"name", std::string(format.name)},
        {"way", way_of(format)},
        {"extensions", std::string(format.extensions)},
        {"media type", std::string(format.media_type)},
        {"carries", format.carries ? "by default" : "with --carry"},
    };
    std::string text = in_columns(rows);
    if (format.options.empty()) return text;
    rows = {{"OPTION", "VALUES", "DEFAULT", ""}};
    for (OptionInfo const& option : format.options)
        rows.push_back({std::string(option.name), std::string(option.values), std::string(option.default_value),
                        std::string(option.help)});
    return text + "\n" + in_columns(rows);
}

std::string table_of(Format const& format) {
    if (format.table == nullptr) throw UsageError("the format '" + std::string(format.id) + "' has no mapping table");
    std::vector<Row> rows{{"NATIVE", "VARIABLES", "CODEC", "DIRECTION", "GUARD"}};
    for (MappingRow& row : format.table())
        rows.push_back({std::move(row.native), std::move(row.variables), std::move(row.codec), std::move(row.direction),
                        std::move(row.guard)});
    return in_columns(rows);
}

OptionTable options() {
    return {
        {"table", 0, "", "print the format's mapping: types, then fields"},
        {"matrix", 0, "", "print which type and which variable fits which format, and how, as Markdown"},
    };
}

ExitCode run(Arguments const& arguments) {
    bool const table = arguments.has("table");
    if (arguments.has("matrix")) {
        if (table || !arguments.operands.empty()) throw UsageError("--matrix is about all formats");
        std::fputs(capability_matrix().c_str(), stdout);
        return ExitCode::ok;
    }
    if (arguments.operands.empty()) {
        if (table) throw UsageError("--table needs a format");
        std::fputs(list_all().c_str(), stdout);
    }
    for (std::string const& id : arguments.operands) {
        Format const& format = format_named(id);
        std::fputs((table ? table_of(format) : describe(format)).c_str(), stdout);
    }
    return ExitCode::ok;
}

}  // namespace

extern Command const formats_command;
constinit Command const formats_command{
    "formats", "formats [ID...] [--table | --matrix]", "Lists the formats, or what there is to know of one.", "", options, run,
};

}  // namespace ibid::tools
