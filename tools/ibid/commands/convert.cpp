// ibid convert: from any format to any other.
#include "batch/batch.hpp"
#include "batch/file_list.hpp"
#include "batch/interruption.hpp"
#include "command.hpp"
#include "format_choice.hpp"
#include "reports/terminal.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include <unistd.h>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    OptionTable const own = {
        {"to", 't', "ID", "the format of the output; if left out, told from the name given with -o"},
        {"output", 'o', "FILE", "write to FILE, or with DIR/ each input to a file of its own; '-' is standard output"},
        {"records-per-file", 0, "NUMBER", "write files of so many records each: -o name.json makes name-0001.json, name-0002.json ..."},
        {"compress", 0, "METHOD", "compress what is written: gzip, zstd, xz or bzip2; the name given with -o can say so, too: x.ris.gz"},
        {"option", 'O', "NAME=VALUE", "an option of a format; 'ibid formats ID' lists them"},
        {"ascii", 0, "", "write ASCII only, as -O ascii=true"},
        {"sentence-case", 0, "WHICH", "titles in title case into sentence case: 'english', those of records that say so, or 'all'"},
        {"short-title", 0, "", "make short titles where there are none, of what stands before a subtitle or colon"},
        {"abbreviate", 0, "FILE", "short titles of journals that have none, from a list: lines of 'Title;Abbreviation', as JabRef's"},
        {"map-types", 0, "FILE", "read native types as other CSL types; lines of 'NATIVE = TYPE', such as 'manual = report'"},
        {"note-fields", 0, "", "read lines 'Label: value' of a note as fields: Zotero's Extra, notes for citeproc-js"},
        {"related", 0, "", "take what related entries of .bib files say of the original, or of the work reviewed"},
        {"eprint-url", 0, "", "make URLs where there are none, of eprints"},
        {"normalize-ids", 0, "", "DOIs, ISBNs, ISSNs and eprints in one form, found in URLs and notes where there are none"},
        {"expand-pages", 0, "", "write abbreviated ends of page ranges out: 36-9 becomes 36-39"},
        {"preserve", 0, "", "keep the bytes of all that goes back to its own format and has not changed"},
        {"carry", 0, "", "keep fields that the output has no place for, in fields that nobody reads; the default, but for RIS"},
        {"no-carry", 0, "", "drop them, with a warning"},
        {"range", 0, "BEGIN:END", "only these bytes of the one input, as 'ibid split' prints them"},
        {"jobs", 'j', "N", "work with N threads; if left out, with as many as there are processors. The output is the same"},
        {"include", 0, "GLOB", "of folders and archives only files whose path below them matches; '*' is within a name, '**' any folders"},
        {"exclude", 0, "GLOB", "leave those out, and folders with all in them; both may be repeated"},
        {"files-from", 0, "FILE", "convert what is named in the lines of FILE, too; '-' is standard input; -o DIR/ keeps folders as named"},
        {"null", '0', "", "names in that list end in a NUL byte, as find -print0 has it"},
        {"resume", 0, "", "skip inputs whose output is there and no older"},
        {"progress", 0, "WHEN", "show how far it has come: auto (default: on a terminal, after a second), always or never"},
        {"on-error", 0, "WAY", "after a record that cannot be read: skip it (default) or stop, leaving no output"},
    };
    table.insert(table.end(), own.begin(), own.end());
    for (Option& option : record_options()) table.push_back(std::move(option));
    for (Option& option : reporting_options()) table.push_back(std::move(option));
    return table;
}

std::optional<bool> carry_of(Arguments const& arguments) {
    if (arguments.has("carry") && arguments.has("no-carry")) throw UsageError("--carry and --no-carry exclude each other");
    if (arguments.has("carry")) return true;
    if (arguments.has("no-carry")) return false;
    return std::nullopt;
}

OnError on_error_of(Arguments const& arguments) {
    std::string const way = arguments.get("on-error", "skip");
    if (way != "skip" && way != "stop") throw UsageError("--on-error is skip or stop, not '" + way + "'");
    return way == "stop" ? OnError::stop : OnError::skip;
}

unsigned threads_of(Arguments const& arguments) {
    constexpr unsigned most = 256;
    if (!arguments.has("jobs")) return std::clamp(std::thread::hardware_concurrency(), 1U, most);
    std::string const said = arguments.get("jobs");
    unsigned threads = 0;
    auto const [end, error] = std::from_chars(said.data(), said.data() + said.size(), threads);
    if (error != std::errc{} || end != said.data() + said.size() || threads == 0 || threads > most)
        throw UsageError("--jobs is a number from 1 to " + std::to_string(most) + ", not '" + said + "'");
    return threads;
}

std::optional<ByteRange> range_of(Arguments const& arguments) {
    if (!arguments.has("range")) return std::nullopt;
    std::string const said = arguments.get("range");
    char const* const last = said.data() + said.size();
    ByteRange range;
    auto const [colon, begin_error] = std::from_chars(said.data(), last, range.begin);
    bool good = begin_error == std::errc{} && colon != last && *colon == ':';
    if (good && colon + 1 != last) {
        auto const [end, end_error] = std::from_chars(colon + 1, last, range.end);
        good = end_error == std::errc{} && end == last && range.begin < range.end;
    }
    if (!good) throw UsageError("--range is BEGIN:END, as 'ibid split' prints it, not '" + said + "'");
    if (arguments.operands.size() != 1) throw UsageError("--range is a range of one input");
    return range;
}

std::optional<SentenceCase> sentence_case_of(Arguments const& arguments) {
    if (!arguments.has("sentence-case")) return std::nullopt;
    std::string const which = arguments.get("sentence-case");
    if (which != "english" && which != "all") throw UsageError("--sentence-case is english or all, not '" + which + "'");
    return which == "all" ? SentenceCase::all : SentenceCase::english;
}

/// Not 0, and an output that has a name to be numbered.
std::size_t records_per_file_of(Arguments const& arguments) {
    if (!arguments.has("records-per-file")) return 0;
    std::string const given = arguments.get("records-per-file");
    bool const is_number = !given.empty() && given.size() < 10 && given.find_first_not_of("0123456789") == given.npos;
    std::size_t const number = is_number ? std::stoul(given) : 0;
    if (number == 0) throw UsageError("--records-per-file is a number above 0, not '" + given + "'");
    if (arguments.get("output", standard_stream) == standard_stream) throw UsageError("--records-per-file wants a name for its files; say -o FILE or -o DIR/");
    return number;
}

/// What --compress says, held against the name of the output.
std::optional<Compression> compression_for(Arguments const& arguments, std::string const& output) {
    if (output.ends_with(".zip") && !names_folder(output)) throw UsageError("zip archives are read, not written; say -o DIR/, or a file's own name");
    if (!arguments.has("compress")) return std::nullopt;
    std::string const name = arguments.get("compress");
    auto const compression = compression_named(name);
    if (!compression) throw UsageError("--compress is gzip, zstd, xz or bzip2, not '" + name + "'");
    Compression const by_name = names_folder(output) ? Compression::none : compression_of_name(output);
    if (by_name != Compression::none && by_name != *compression) throw UsageError("the name '" + output + "' says otherwise than --compress " + name);
    if (output == standard_stream && ::isatty(STDOUT_FILENO) != 0) throw UsageError("a terminal cannot show compressed data; say with -o where to write it");
    return compression;
}

/// The text of a file that an option names.
std::string text_of(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UsageError("cannot read '" + path + "'");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::shared_ptr<JournalList const> journals_of(std::vector<std::string> const& files) {
    if (files.empty()) return nullptr;
    auto const list = std::make_shared<JournalList>();
    for (std::string const& file : files)
        if (std::size_t const odd = list->add(text_of(file)); odd != 0)
            print_error("ibid: " + file + ": " + std::to_string(odd) + " lines that are no 'Title;Abbreviation' are left out\n");
    return list;
}

TypeMap types_of(std::vector<std::string> const& files) {
    TypeMap map;
    for (std::string const& file : files) {
        std::istringstream lines(text_of(file));
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            std::istringstream words(line);
            std::string native, equals, type, more;
            words >> native;
            if (native.empty() || native.front() == '#') continue;
            words >> equals >> type;
            auto const known = item_type(type);
            if (equals != "=" || !known || (words >> more))
                throw UsageError(file + ":" + std::to_string(number) + ": expected 'NATIVE = TYPE' with a type of CSL, such as 'manual = report'");
            map.emplace_back(native, *known);
        }
    }
    return map;
}

std::vector<Glob> globs_of(std::vector<std::string> const& patterns) { return {patterns.begin(), patterns.end()}; }

/// Operands, and what a list names.
std::vector<Input> all_inputs_of(Arguments const& arguments, ConversionSettings const& settings, std::string const& output) {
    Holdings const holdings{settings.from, settings.reading.limits, names_folder(output) ? output : std::string{},
                            {globs_of(arguments.all("include")), globs_of(arguments.all("exclude"))}};
    auto const lists = arguments.all("files-from");
    if (lists.empty() && arguments.has("null")) throw UsageError("--null is for the names of --files-from");
    if (lists.empty()) return inputs_of(or_standard_input(arguments.operands), holdings);
    auto inputs = inputs_of(arguments.operands, holdings);
    for (std::string const& list : lists) {
        auto const named = [](Input const& input) { return input.is_standard(); };
        if (list == standard_stream && std::any_of(inputs.begin(), inputs.end(), named))
            throw UsageError("standard input cannot be both an input and the list of files");
        auto listed = inputs_of(names_listed_in(list, arguments.has("null")), holdings, true);
        std::move(listed.begin(), listed.end(), std::back_inserter(inputs));
    }
    return inputs;
}

/// Folders that hold nothing to convert: likely a wrong one, or a pattern that fits no file.
void tell_of_none(std::vector<std::string> const& operands, Diagnostics& diagnostics) {
    for (std::string const& folder : operands)
        diagnostics.put({.code = Code::no_records, .where = {.file = folder}, .message = "no file in the folder has the extension of a format, or fits the patterns"});
}

Batch::How how_of(Arguments const& arguments) {
    Batch::How how;
    how.resume = arguments.has("resume");
    if (how.resume && arguments.get("output", standard_stream) == standard_stream)
        throw UsageError("--resume wants files that may be there already; say -o FILE or -o DIR/");
    if (how.resume && arguments.has("records-per-file"))
        throw UsageError("--resume does not go with --records-per-file: whether all parts are there cannot be told");
    std::string const progress = arguments.get("progress", "auto");
    if (progress != "auto" && progress != "always" && progress != "never")
        throw UsageError("--progress is auto, always or never, not '" + progress + "'");
    if (progress == "always") how.progress = Progress::When::always;
    else if (progress == "auto" && !arguments.has("quiet")) how.progress = Progress::When::automatic;
    return how;
}

/// The formats whose options -O may name: all, where the command line leaves them open.
std::vector<Format const*> formats_in_use(ConversionSettings const& settings) {
    if (settings.from != nullptr && settings.to != nullptr) return {settings.from, settings.to};
    auto const all = all_formats();
    return {all.begin(), all.end()};
}

ConversionSettings settings_of(Arguments const& arguments) {
    ConversionSettings settings;
    if (arguments.has("from")) settings.from = &format_to_read(arguments.get("from"));
    if (arguments.has("to")) settings.to = &format_to_write(arguments.get("to"));
    std::string const output = arguments.get("output", standard_stream);
    if (settings.to == nullptr && output == standard_stream) throw UsageError("say with --to what is to be written");
    if (settings.to == nullptr && names_folder(output)) throw UsageError("say with --to what is to be written to " + output);
    if (settings.to == nullptr && format_of_extension(output) == nullptr)
        throw UsageError("the format to write cannot be told from '" + output + "'; say it with --to");
    settings.options = format_options(arguments.all("option"), formats_in_use(settings));
    if (arguments.has("ascii")) {
        if (settings.to != nullptr && !has_option(*settings.to, "ascii"))
            throw UsageError(std::string(settings.to->name) + " has no way to write ASCII only");
        settings.options.set("ascii", "true");
    }
    settings.sentence_case = sentence_case_of(arguments);
    settings.records = record_wishes_of(arguments);
    settings.records_per_file = records_per_file_of(arguments);
    settings.journals = journals_of(arguments.all("abbreviate"));
    settings.types = types_of(arguments.all("map-types"));
    if (arguments.has("related")) settings.options.set("related", "copy");
    settings.note_fields = arguments.has("note-fields");
    settings.short_titles = arguments.has("short-title");
    settings.normalize_ids = arguments.has("normalize-ids");
    settings.expand_pages = arguments.has("expand-pages");
    settings.eprint_urls = arguments.has("eprint-url");
    settings.reading = reading_of(arguments);
    settings.compression = compression_for(arguments, output);
    settings.preserve = arguments.has("preserve");
    if (settings.preserve) {
        if (settings.to != nullptr && !has_option(*settings.to, "preserve"))
            throw UsageError(std::string(settings.to->name) + " cannot keep the bytes of a file");
        if (settings.to != nullptr && settings.from != nullptr && settings.to != settings.from)
            throw UsageError("--preserve wants one format for input and output");
        if (!settings.records.sort.empty() || settings.records_per_file != 0)
            throw UsageError("--preserve keeps a file as it is; it goes with neither --sort nor --records-per-file");
        settings.options.set("preserve", "true");
    }
    settings.carry = carry_of(arguments);
    settings.on_error = on_error_of(arguments);
    settings.threads = threads_of(arguments);
    settings.range = range_of(arguments);
    return settings;
}

ExitCode run(Arguments const& arguments) {
    ConversionSettings const settings = settings_of(arguments);
    Batch::How const how = how_of(arguments);
    std::string const output = arguments.get("output", standard_stream);
    auto inputs = all_inputs_of(arguments, settings, output);
    bool const found_none = inputs.empty();
    std::string extension(settings.to != nullptr ? usual_extension(*settings.to) : std::string_view{});
    if (settings.compression) extension.append(".").append(ibid::extension(*settings.compression));
    auto const jobs = jobs_of(std::move(inputs), output, extension);
    bool const keeps_format = settings.to == nullptr || settings.to == settings.from
                              || (settings.from == nullptr && has_extension_of(output, *settings.to));
    if (settings.records_per_file != 0) refuse_overwriting_by_parts(jobs);
    else refuse_overwriting(jobs, keeps_format);

    Reporter reporter(arguments);
    if (found_none) tell_of_none(arguments.operands, reporter.diagnostics());
    heed_signals();
    Batch batch(settings, reporter, how);
    batch.run(jobs);
    return batch.finish();
}

}  // namespace

extern Command const convert_command;
constinit Command const convert_command{
    "convert",
    "convert [INPUT...] --to ID [-o FILE|DIR/] [OPTION...]",
    "Converts bibliographies from any format to any other.",
    "INPUT is a file, a folder or zip archive (its files that a format can read) or '-', standard input, which is\n"
    "also meant if there is none. Inputs may be compressed by gzip, zstd, xz or bzip2. Several inputs make one output,\n"
    "unless that is a folder. A file appears under its name when it is complete. A file may be converted to itself if\n"
    "its format stays; no other input is overwritten. A file that cannot be converted stops no other; what failed, and\n"
    "why, is said at the end. Ctrl-C ends the work and leaves nothing half done; --resume goes on from there.\n",
    options,
    run,
};

}  // namespace ibid::tools
