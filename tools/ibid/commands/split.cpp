// ibid split: where a file can be cut, for work that is shared out.
#include "command.hpp"
#include "conversion.hpp"
#include "format_choice.hpp"
#include "reports/reporter.hpp"

#include <ibid/range.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    table.push_back({"parts", 'n', "N", "how many, of about the same size"});
    for (Option& option : reporting_options()) table.push_back(std::move(option));
    return table;
}

std::uint64_t parts_of(Arguments const& arguments) {
    constexpr std::uint64_t most = 1'000'000;
    std::string const said = arguments.get("parts");
    std::uint64_t parts = 0;
    auto const [end, error] = std::from_chars(said.data(), said.data() + said.size(), parts);
    if (error != std::errc{} || end != said.data() + said.size() || parts == 0 || parts > most)
        throw UsageError("say with --parts how many, from 1 to " + std::to_string(most));
    return parts;
}

ExitCode run(Arguments const& arguments) {
    std::uint64_t const parts = parts_of(arguments);
    if (arguments.operands.size() != 1 || arguments.operands.front() == standard_stream) throw UsageError("split takes one file");
    std::filesystem::path const path = arguments.operands.front();
    Reporter reporter(arguments);
    auto const source = open({path, path.filename()}, reading_of(arguments), reporter.diagnostics());
    Format const* const said = arguments.has("from") ? &format_to_read(arguments.get("from")) : nullptr;
    Format const* const format = source == nullptr ? nullptr : format_of(*source, {path, path.filename()}, said, reporter.diagnostics());
    if (format == nullptr) return reporter.finish({}, false);
    std::error_code error;
    std::uint64_t const size = std::filesystem::file_size(path, error);
    std::string text;
    for (ByteRange const& range : find_ranges(*source, *format, std::max<std::uint64_t>((size + parts - 1) / parts, 1)))
        text += std::to_string(range.begin) + ':' + (range.end == ByteRange::to_the_end ? std::string{} : std::to_string(range.end)) + '\n';
    std::fputs(text.c_str(), stdout);
    return reporter.finish({}, false);
}

}  // namespace

extern Command const split_command;
constinit Command const split_command{
    "split", "split FILE --parts N", "Prints ranges of bytes that hold whole records, for 'ibid convert --range'.",
    "Each line is BEGIN:END; the last has no end. Together the ranges are the file: what they are converted to is what it is\n"
    "converted to, but for checks of the whole, as for keys that occur twice. Files that cannot be cut are one range: a single\n"
    "object of JSON, or one with its items in a member, and ibid-JSON.\n",
    options, run,
};

}  // namespace ibid::tools
