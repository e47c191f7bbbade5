// ibid cite: records as formatted citations, by any CSL style.
#include "cite/cited.hpp"
#include "cite/copy_box.hpp"
#include "cite/printing.hpp"
#include "command.hpp"
#include "conversion.hpp"
#include "format_choice.hpp"
#include "record_options.hpp"
#include "reports/reporter.hpp"
#include "reports/terminal.hpp"
#include "suggest.hpp"
#include "target.hpp"

#include <ibid/cite.hpp>
#include <ibid/compression.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <unistd.h>

namespace ibid::tools {

namespace {

OptionTable options() {
    OptionTable table = reading_options();
    table.push_back({"style", 's', "STYLE", "a style's name or .csl file; may be repeated; if left out, the four of the article page"});
    table.push_back({"to", 't', "TARGET", "html, json, latex, markdown, rtf, text, thebibliography or typst; if left out, told from the name given with -o, else text"});
    table.push_back({"key", 'k', "KEY", "only the record with this citation key; may be repeated"});
    for (Option& option : filter_options()) table.push_back(std::move(option));
    table.push_back({"aux", 0, "FILE", "what this .aux file of LaTeX cites; without inputs from the files that \\bibliography names"});
    table.push_back({"citations", 0, "FILE", "format these citations (JSON, as citeproc has them), then what they cite"});
    table.push_back({"copy-box", 0, "", "the box 'Copy and paste a formatted citation' for each record, as text or html"});
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

/// Keeps the records.
class Collector final : public ItemSink {
public:
    void put(Item& item) override {
        if (item.kind == ItemKind::record) records.push_back(item.record);  // as small as it is: the reader's own has room for the largest
    }
    void finish() override {}
    std::vector<Record> records;
};

/// Of several records with one key the first stays, as in BibTeX.
void drop_repeated(std::vector<Record>& records) {
    std::set<std::string> seen;
    std::erase_if(records, [&](Record const& record) { return !record.id.empty() && !seen.insert(std::string(record.id)).second; });
}

void keep_keys(std::vector<Record>& records, std::vector<std::string> const& keys) {
    std::erase_if(records, [&](Record const& record) { return std::find(keys.begin(), keys.end(), record.id) == keys.end(); });
}

/// Reads the records that are wished for; false if no input could be opened, or one broke off.
bool read(std::vector<Input> const& inputs, Arguments const& arguments, Format const* from, RecordWishes const& wishes, ItemSink& to, Counts& counts, Diagnostics& diagnostics) {
    std::vector<std::unique_ptr<Filter>> filters;
    ItemSink* first = &to;
    for (Query const& query : wishes.filters) first = filters.emplace_back(keep_records(*first, query)).get();
    if (!wishes.unseen->empty()) first = filters.emplace_back(look_for(*first, wishes.unseen)).get();
    std::size_t unopened = 0;
    std::size_t unopened_faults = 0;
    std::size_t const faults = reading_faults(diagnostics);
    Reading const reading = reading_of(arguments);
    Database database = database_of(inputs, from, reading);
    for (Input const& input : inputs) {
        std::size_t const faults_before = reading_faults(diagnostics);
        auto const source = open(input, reading, diagnostics);
        if (source == nullptr) {
            unopened_faults += reading_faults(diagnostics) - faults_before;
            ++unopened;
            continue;
        }
        Format const* const format = format_of(*source, input, from, diagnostics);
        if (format == nullptr) continue;
        counts += read_all(*source, *format, *read_note_fields(*first), diagnostics, {.database = &database});
    }
    return unopened < inputs.size() && reading_faults(diagnostics) - faults == unopened_faults;
}

/// The records with the English titles of .bib files in sentence case, as styles expect them.
std::vector<Record> in_sentence_case(std::vector<Record> records) {
    Collector to;
    auto const filter = sentence_case(to, SentenceCase::habit);
    Item item;
    for (Record& record : records) {
        item.record = std::move(record);
        filter->put(item);
    }
    filter->finish();
    return std::move(to.records);
}

CitationFormatter open_style(Arguments const& arguments, std::string const& style, std::string const& target) {
    std::vector<CitationProblem> problems;
    CitationSettings const settings{style, arguments.get("locale"), target, arguments.all("style-path"), arguments.all("locale-path")};
    auto const targets = citation_targets();
    if (std::find(targets.begin(), targets.end(), settings.target) == targets.end())
        throw UsageError("citations are not written as '" + settings.target + "'" + did_you_mean(settings.target, std::vector<std::string>(targets.begin(), targets.end())));
    auto formatter = CitationFormatter::open(settings, problems);
    std::string why;
    for (CitationProblem const& p : problems) {
        if (p.fatal && p.line == 0) {
            why = p.message;
        } else if (!arguments.has("quiet") || p.fatal) {
            std::string const place = p.line == 0 ? "" : ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
            print_error(printable(style + place) + (p.fatal ? ": error: " : ": note: ") + printable(p.message) + '\n');
        }
    }
    if (formatter) return *std::move(formatter);
    if (why.empty()) why = "the style '" + style + "' cannot be used";
    auto const known = citation_styles(settings.style_folders);
    std::string hint = did_you_mean(style, known);
    if (hint.empty() && known.size() == own_citation_styles().size())
        hint = "; only ibid's own are there: install those of the CSL project (Debian: citation-style-language-styles), or say where they are with --style-path";
    throw UsageError(why + hint);
}

/// The target that --to says, or else the name of the output.
std::string target_of(Arguments const& arguments) {
    if (arguments.has("to")) return arguments.get("to");
    std::string const output = arguments.get("output", standard_stream);
    std::string_view const name = without_compression(output);
    for (auto const& [extension, target] : {std::pair{".html", "html"}, {".htm", "html"}, {".tex", "latex"}, {".bbl", "thebibliography"}, {".md", "markdown"},
                                            {".rtf", "rtf"}, {".typ", "typst"}, {".json", "json"}})
        if (name.ends_with(extension)) return target;
    return "text";
}

/// Tells which keys no record has; true if there are such.
bool tell_missing(std::vector<std::string> const& keys, std::vector<Record> const& records) {
    std::set<std::string_view> known;
    for (Record const& record : records) known.insert(record.id);
    bool any = false;
    for (std::string const& key : keys) {
        if (known.contains(key)) continue;
        print_error("ibid: no record has the key '" + printable(key) + "'\n");
        any = true;
    }
    return any;
}

/// The styles that are asked for, and what the box calls each.
struct Styles {
    std::vector<CitationFormatter> formatters;
    std::vector<std::string> headings;
    bool box = false;  ///< the article page's four
};

Styles styles_of(Arguments const& arguments, bool copy_box) {
    Styles styles;
    std::vector<std::string> names = arguments.all("style");
    auto const own = own_citation_styles();
    styles.box = names.empty();
    if (styles.box) names.assign(own.begin(), own.end());
    for (std::string const& name : names) {
        styles.formatters.push_back(open_style(arguments, name, copy_box ? "text" : target_of(arguments)));
        auto const at = static_cast<std::size_t>(std::find(own.begin(), own.end(), name) - own.begin());
        styles.headings.emplace_back(at < own.size() ? headings[at] : styles.formatters.back().title());
    }
    return styles;
}

/// What the command line asks for, before anything is read.
struct Task {
    bool keeps_case = false, copy_box = false;
    Format const* from = nullptr;
    std::string output;
    std::optional<Cited> cited;
    RecordWishes records;
    Job job;
};

Task task_of(Arguments const& arguments) {
    Task task;
    std::string const which = arguments.get("case", "sentence");
    if (which != "sentence" && which != "keep") throw UsageError("--case is sentence or keep, not '" + which + "'");
    task.keeps_case = which == "keep";
    task.copy_box = arguments.has("copy-box");
    std::string const target = target_of(arguments);
    if (task.copy_box && target != "text" && target != "html") throw UsageError("the box is text or html, not '" + target + "'");
    if (task.copy_box && (arguments.has("aux") || arguments.has("citations"))) throw UsageError("--copy-box goes with neither --aux nor --citations");
    bool const one_document = target == "json" || target == "rtf" || target == "thebibliography";
    if (one_document && arguments.all("style").size() != 1) throw UsageError("'" + target + "' goes with one --style");
    if (target == "thebibliography" && arguments.has("citations")) throw UsageError("citations are set by LaTeX; 'thebibliography' goes with --aux");
    if (arguments.has("aux") && !arguments.has("style")) throw UsageError("--aux needs a --style");
    task.from = arguments.has("from") ? &format_to_read(arguments.get("from")) : nullptr;
    task.records = record_wishes_of(arguments);
    task.output = arguments.get("output", standard_stream);
    if (names_folder(task.output)) throw UsageError("cite writes one file; '" + task.output + "' is a folder");
    std::vector<std::string> operands = arguments.operands;
    task.cited = cited_by(arguments, operands);
    bool const has_own = task.cited && !task.cited->records.empty() && operands.empty();
    task.job = {has_own ? std::vector<Input>{} : inputs_of(or_standard_input(operands), {.only = task.from, .limits = reading_of(arguments).limits}), task.output, false};
    Job read = task.job;  // and all else that is read
    if (task.cited)
        for (std::filesystem::path const& file : task.cited->files) read.inputs.push_back({file, {}});
    for (std::string const& style : arguments.all("style")) read.inputs.push_back({style, {}});
    refuse_overwriting({read}, false);
    return task;
}

/// The box of each record.
template <class RecordsFor>
std::string boxes(Styles const& styles, std::size_t count, RecordsFor const& records_for, bool html, Printing& printing) {
    std::vector<std::vector<BoxLine>> all;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<BoxLine> box;
        for (std::size_t k = 0; k < styles.formatters.size(); ++k) {
            CitationFormatter const& formatter = styles.formatters[k];
            std::string text = printing.entry(formatter, records_for(formatter)[i], i);
            if (!text.empty()) box.push_back({styles.headings[k], std::move(text)});
        }
        if (!box.empty()) all.push_back(std::move(box));
    }
    return html ? box_as_html(all) : box_as_text(all);
}

std::string heading(std::string const& style, std::string const& target) {
    if (target == "html") return "<h2>" + style + "</h2>\n";
    if (target == "latex") return "\\subsection*{" + style + "}\n";
    if (target == "markdown") return "## " + style + "\n\n";
    if (target == "typst") return "== " + style + "\n";
    return style + '\n';
}

ExitCode run(Arguments const& arguments) {
    Task const task = task_of(arguments);
    Styles const styles = styles_of(arguments, task.copy_box);

    Reporter reporter(arguments);
    std::vector<std::string> const keys = arguments.all("key");
    Collector collector;
    Counts counts;
    auto const first_sink = task.cited ? warn_of_duplicate_keys(collector, reporter.diagnostics()) : nullptr;
    ItemSink& sink_of_records = first_sink ? static_cast<ItemSink&>(*first_sink) : collector;
    bool const whole = task.job.inputs.empty() || read(task.job.inputs, arguments, task.from, task.records, sink_of_records, counts, reporter.diagnostics());
    if (task.cited && !task.cited->records.empty()) {
        auto const source = open_memory(task.cited->records, arguments.get("citations"), reporter.diagnostics());
        counts += read_all(*source, *find_format("csl-json"), *read_note_fields(collector), reporter.diagnostics());
    }
    // Two versions of all records only where the styles differ in what they want.
    auto const is_own = [](CitationFormatter const& formatter) { return formatter.is_own_style(); };
    bool const keeps_case = task.keeps_case || std::all_of(styles.formatters.begin(), styles.formatters.end(), is_own);
    bool const needs_both = !keeps_case && std::any_of(styles.formatters.begin(), styles.formatters.end(), is_own);
    std::vector<Record> kept = needs_both ? collector.records : std::vector<Record>{};
    std::vector<Record> records = keeps_case ? std::move(collector.records) : in_sentence_case(std::move(collector.records));
    for (std::vector<Record>* all : {&kept, &records}) {  // after the letter case, which depends on the whole file
        if (task.cited) drop_repeated(*all);
        if (!keys.empty()) keep_keys(*all, keys);
    }
    auto const records_for = [&](CitationFormatter const& formatter) -> std::vector<Record> const& {
        return needs_both && formatter.is_own_style() ? kept : records;
    };
    bool missing = tell_missing(keys, records);
    if (task.cited && keys.empty()) missing = tell_missing(task.cited->keys(), records);

    Printing printing(records, task.cited, reporter.diagnostics());
    std::string text;
    if (task.copy_box) {
        text = boxes(styles, records.size(), records_for, target_of(arguments) == "html", printing);
    } else {
        for (std::size_t i = 0; i < styles.formatters.size(); ++i) {
            if (styles.box) text += heading(styles.headings[i], target_of(arguments));
            text += printing.text(styles.formatters[i], records_for(styles.formatters[i]));
        }
    }
    counts.filtered = counts.read + counts.made - counts.rejected - counts.absorbed - printing.wanted();
    counts.rejected += printing.unprinted();
    counts.written = printing.wanted() - printing.unprinted();
    if (!whole && task.output != standard_stream) {
        print_error("ibid: " + printable(task.output) + " is not written: not all inputs could be read\n");
        return reporter.finish(counts, false);
    }
    auto const sink = open_output(task.output, std::nullopt, reporter.diagnostics());
    if (sink != nullptr) {
        sink->append(text);
        static_cast<void>(sink->finish());  // it tells what went wrong
    }
    ExitCode const code = reporter.finish(counts);
    if (std::string const why = counts.read == counts.rejected ? "" : complaint_about(*task.records.unseen); !why.empty()) {
        print_error("ibid: " + why + '\n');
        return ExitCode::usage;
    }
    return code == ExitCode::ok && missing ? ExitCode::found : code;
}

}  // namespace

extern Command const cite_command;
constinit Command const cite_command{
    "cite",
    "cite [INPUT...] [--style STYLE]... [--key KEY]... [--to TARGET] [-o FILE]",
    "Prints records as formatted citations, by any CSL style.",
    "Styles are looked for by path, then by name in the folders of --style-path and IBID_STYLE_PATH, in the user's data\n"
    "folder (ibid/styles) and in the system's (citation-style-language/styles); 'ibid styles' lists them. Without --style the\n"
    "four citations come that the article pages of Spandidos Publications offer: these styles ibid has with it.\n"
    "\n"
    "For LaTeX, 'ibid cite --aux main.aux --style ieee --to thebibliography -o main.bbl' takes the place of BibTeX: \\cite of\n"
    "LaTeX and natbib finds its entries. --citations reads the citation objects of citeproc, note numbers and locators\n"
    "with them, and prints what each citation reads before the bibliography; --to json gives the same as runs of text.\n",
    options,
    run,
};

}  // namespace ibid::tools
