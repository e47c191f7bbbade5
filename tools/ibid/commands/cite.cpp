// ibid cite: records as formatted citations, by any CSL style.
#include "command.hpp"
#include "conversion.hpp"
#include "format_choice.hpp"
#include "reports/reporter.hpp"
#include "reports/terminal.hpp"
#include "suggest.hpp"

#include <ibid/cite.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <unistd.h>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    table.push_back({"style", 's', "STYLE", "a style's name or .csl file; may be repeated; if left out, the four of the article page"});
    table.push_back({"to", 't', "TARGET", "text (the default), html, latex, markdown, rtf or typst"});
    table.push_back({"key", 'k', "KEY", "only the record with this citation key; may be repeated"});
    table.push_back({"locale", 0, "TAG", "the language to format in, such as de-DE; if left out, the style's"});
    table.push_back({"style-path", 0, "DIR", "look for styles here before the usual folders; may be repeated"});
    table.push_back({"locale-path", 0, "DIR", "the same for locales"});
    table.push_back({"case", 0, "WHICH", "English titles of .bib files: 'sentence', as CSL styles expect them, or 'keep'; ibid's own styles keep them"});
    table.push_back({"output", 'o', "FILE", "write to this file instead of standard output"});
    for (Option& option : reporting_options()) table.push_back(std::move(option));
    return table;
}

/// The headings of the article page's box.
constexpr std::array<std::string_view, 4> headings{"Spandidos Publications style", "APA", "MLA", "Chicago"};

/// Keeps the records that are wanted.
class Collector final : public ItemSink {
public:
    explicit Collector(std::vector<std::string> keys = {}) : keys_(std::move(keys)) {}
    void put(Item& item) override {
        if (item.kind != ItemKind::record) return;
        bool const wanted = keys_.empty() || std::find(keys_.begin(), keys_.end(), item.record.id) != keys_.end();
        if (wanted) records.push_back(std::move(item.record));
    }
    void finish() override {}
    std::vector<Record> records;

private:
    std::vector<std::string> keys_;
};

/// Reads the inputs; false if none could be opened, or one broke off.
bool read(std::vector<Input> const& inputs, Arguments const& arguments, Format const* from, Collector& to, Counts& counts, Diagnostics& diagnostics) {
    std::size_t unopened = 0;
    std::size_t const faults = diagnostics.count(Code::cannot_read);
    for (Input const& input : inputs) {
        auto const source = open(input, encoding_of(arguments), diagnostics);
        unopened += source == nullptr;
        if (source == nullptr) continue;
        Format const* const format = format_of(*source, input, from, diagnostics);
        if (format == nullptr) continue;
        counts += read_all(*source, *format, *read_note_fields(to), diagnostics);
    }
    return unopened < inputs.size() && diagnostics.count(Code::cannot_read) - faults == unopened;
}

/// The records with the English titles of .bib files in sentence case, as styles expect them.
std::vector<Record> in_sentence_case(std::vector<Record> const& records) {
    Collector to;
    auto const filter = sentence_case(to, SentenceCase::english);
    for (Record const& record : records) {
        Item item;
        item.record = record;
        Format const* const format = find_format(record.origin.format);
        if (format != nullptr && format->family == "bibtex") filter->put(item);
        else to.put(item);
    }
    return std::move(to.records);
}

CitationFormatter open_style(Arguments const& arguments, std::string const& style) {
    std::vector<CitationProblem> problems;
    CitationSettings const settings{style, arguments.get("locale"), arguments.get("to", "text"), arguments.all("style-path"),
                                    arguments.all("locale-path")};
    auto const targets = citation_targets();
    if (std::find(targets.begin(), targets.end(), settings.target) == targets.end())
        throw UsageError("citations are not written as '" + settings.target + "'" + did_you_mean(settings.target, std::vector<std::string>(targets.begin(), targets.end())));
    auto formatter = CitationFormatter::open(settings, problems);
    std::string why;
    for (CitationProblem const& p : problems) {
        if (p.line == 0) {  // about no place in the style
            if (p.fatal) why = p.message;
        } else if (!arguments.has("quiet") || p.fatal) {
            std::string const where = style + ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
            print_error(printable(where) + (p.fatal ? ": error: " : ": note: ") + printable(p.message) + '\n');
        }
    }
    if (formatter) return *std::move(formatter);
    if (why.empty()) why = "the style '" + style + "' cannot be used";
    throw UsageError(why + did_you_mean(style, citation_styles(settings.style_folders)));
}

/// The bibliography in one style, which ends in a line end. Tells which records the style prints nothing of.
std::string text_of(CitationFormatter const& formatter, std::vector<Record> const& records, Diagnostics& diagnostics, std::set<std::size_t>& without) {
    std::vector<bool> printed(records.size());
    std::string text = formatter.bibliography(records, &printed);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (printed[i] || !without.insert(i).second) continue;
        Diagnostic d;
        d.code = Code::record_not_written;
        d.where = records[i].origin.where;
        d.key = records[i].id;
        d.message = "it has nothing that the style prints";
        diagnostics.put(d);
    }
    while (text.ends_with('\n')) text.pop_back();
    return text.empty() ? text : text + '\n';
}

ExitCode run(Arguments const& arguments) {
    std::string const which = arguments.get("case", "sentence");
    if (which != "sentence" && which != "keep") throw UsageError("--case is sentence or keep, not '" + which + "'");
    Format const* const from = arguments.has("from") ? &format_to_read(arguments.get("from")) : nullptr;
    std::string const output = arguments.get("output", standard_stream);
    if (names_folder(output)) throw UsageError("cite writes one file; '" + output + "' is a folder");
    Job const job{inputs_of(arguments.operands, from, {}), output, false};
    refuse_overwriting({job}, false);

    std::vector<std::string> styles = arguments.all("style");
    bool const is_box = styles.empty();
    if (is_box) styles.assign(own_citation_styles().begin(), own_citation_styles().end());
    std::vector<CitationFormatter> formatters;
    for (std::string const& style : styles) formatters.push_back(open_style(arguments, style));

    Reporter reporter(arguments);
    std::vector<std::string> const keys = arguments.all("key");
    Collector collector(keys);
    Counts counts;
    bool const whole = read(job.inputs, arguments, from, collector, counts, reporter.diagnostics());
    std::vector<Record> const& records = collector.records;
    bool all_found = true;
    for (std::string const& key : keys) {
        if (std::any_of(records.begin(), records.end(), [&](Record const& r) { return r.id == key; })) continue;
        print_error("ibid: no record has the key '" + printable(key) + "'\n");
        all_found = false;
    }

    std::vector<Record> const cased = which == "sentence" ? in_sentence_case(records) : std::vector<Record>{};
    std::set<std::size_t> without;
    std::string text;
    for (std::size_t i = 0; i < formatters.size(); ++i) {
        if (is_box) text += std::string(headings[i]) + '\n';
        bool const keeps_case = which == "keep" || formatters[i].is_own_style();
        text += text_of(formatters[i], keeps_case ? records : cased, reporter.diagnostics(), without);
    }
    counts.filtered = counts.read + counts.made - counts.rejected - counts.absorbed - records.size();
    counts.rejected += without.size();
    counts.written = records.size() - without.size();
    if (!whole && output != standard_stream) {
        print_error("ibid: " + printable(output) + " is not written: not all inputs could be read\n");
        return reporter.finish(counts, false);
    }
    auto const sink = output == standard_stream ? sink_to_descriptor(STDOUT_FILENO, "<stdout>", reporter.diagnostics())
                                                : create_file(output, reporter.diagnostics());
    if (sink != nullptr) {
        sink->append(text);
        static_cast<void>(sink->finish());  // it tells what went wrong
    }
    ExitCode const code = reporter.finish(counts);
    return code == ExitCode::ok && !all_found ? ExitCode::found : code;
}

}  // namespace

extern Command const cite_command;
constinit Command const cite_command{
    "cite",
    "cite [INPUT...] [--style STYLE]... [--key KEY]... [--to TARGET] [-o FILE]",
    "Prints records as formatted citations, by any CSL style.",
    "Styles are looked for by path, then by name in the folders of --style-path and IBID_STYLE_PATH, in the user's data\n"
    "folder (ibid/styles) and in the system's (citation-style-language/styles); 'ibid styles' lists them. Without --style the\n"
    "four citations come that the article pages of Spandidos Publications offer: these styles ibid has with it.\n",
    options,
    run,
};

}  // namespace ibid::tools
