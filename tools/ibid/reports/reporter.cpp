// Reporter: two Diagnostics in a row. The first counts everything and feeds the report file, which wants all of it;
// the second lets through what a person can read.
#include "reports/reporter.hpp"

#include "reports/json.hpp"
#include "reports/terminal.hpp"
#include "reports/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace ibid::tools {

namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();
constexpr std::size_t usual_limit = 20;
constexpr std::ptrdiff_t most_fields = 20;  // of one code that the sums at the end list

bool summed_up(Code code) {
    return code == Code::dropped_field || code == Code::shadowed_field || code == Code::not_said;
}

bool wants_json(Arguments const& arguments) {
    std::string const form = arguments.get("diagnostics", "text");
    if (form != "text" && form != "json") throw UsageError("--diagnostics is text or json, not '" + form + "'");
    return form == "json";
}

}  // namespace

OptionTable reporting_options() {
    return {
        {"diagnostics", 0, "FORM", "how diagnostics are printed: text (default) or json, one object in each line"},
        {"report", 0, "FILE", "write all diagnostics and counts to FILE, as JSON"},
        {"strict", 0, "", "make warnings errors; exit 1 if there are any"},
        {"fail-on-loss", 0, "", "exit 1 if any data was lost"},
        {"quiet", 'q', "", "print errors only"},
        {"verbose", 'v', "", "print every diagnostic, even of fields that are dropped from each record"},
    };
}

Reporter::Reporter(Arguments const& arguments)
    : quiet_{arguments.has("quiet")}, verbose_{arguments.has("verbose")}, strict_{arguments.has("strict")},
      fail_on_loss_{arguments.has("fail-on-loss")}, json_{wants_json(arguments)}, colour_{wants_colour()} {
    std::size_t const repeat = verbose_ ? no_limit : usual_limit;
    std::size_t const summary = verbose_ ? no_limit : 0;
    auto const print = [this](Diagnostic const& d, Severity severity) { show(d, severity); };
    shown_ = std::make_unique<Diagnostics>(Diagnostics::Settings{print, repeat, summary, strict_});

    bool const reports = arguments.has("report");
    auto const pass_on = [this](Diagnostic const& d, Severity severity) {
        if (report_) report_->add(d, severity);
        if (severity == Severity::fatal && fault_.empty()) fault_ = sentence(d);
        shown_->put(d);
    };
    all_ = std::make_unique<Diagnostics>(
        Diagnostics::Settings{pass_on, reports ? no_limit : repeat, reports ? no_limit : summary, strict_});
    if (reports) report_ = std::make_unique<ReportFile>(arguments.get("report"), *all_);
}

Severity Reporter::severity(Code code) const {
    Severity const usual = info(code).severity;
    return strict_ && usual == Severity::warning ? Severity::error : usual;
}

void Reporter::show(Diagnostic const& diagnostic, Severity severity) const {
    if (!shown(severity)) return;
    print_error(json_ ? to_json(diagnostic, severity) + "\n" : describe(diagnostic, severity, colour_));
}

void Reporter::show_tallies() const {
    if (verbose_) return;
    auto tallies = all_->tallies();
    auto const shown_before = [](Tally const& tally) { return summed_up(tally.code) ? 0 : usual_limit; };
    std::erase_if(tallies, [&](Tally const& t) { return t.count <= shown_before(t) || !shown(severity(t.code)); });
    if (!json_)  // people want to see the most frequent
        std::stable_sort(tallies.begin(), tallies.end(), [](Tally const& a, Tally const& b) {
            return a.code != b.code ? a.code < b.code : a.count > b.count;
        });
    for (auto at = tallies.begin(); at != tallies.end();) {
        auto const end = std::find_if(at, tallies.end(), [at](Tally const& t) { return t.code != at->code; });
        Severity const severity = this->severity(at->code);
        // The last line is worth as much as a sum of the rest: no sum of one.
        auto const rest = json_ || end - at <= most_fields + 1 ? end : at + most_fields;
        for (; at != rest; ++at)
            print_error(json_ ? to_json(*at, severity) + "\n" : describe(*at, shown_before(*at), severity, colour_));
        if (rest != end) print_error(describe({rest, end}, shown_before(*rest), severity, colour_));
        at = end;
    }
}

ExitCode Reporter::finish(Counts const& counts, bool whole, Outcomes const* outcomes) {
    show_tallies();
    if (outcomes != nullptr) print_error(json_ ? outcomes->summary_as_json() : outcomes->summary(quiet_));
    if (report_) {
        std::vector<Severity> severities;
        auto const tallies = all_->tallies();
        for (Tally const& tally : tallies) severities.push_back(severity(tally.code));
        report_->finish(tallies, severities, outcomes, counts);
    }
    std::size_t const errors = all_->count(Severity::error);
    std::size_t const warnings = all_->count(Severity::warning) - errors;
    if (!quiet_ && whole)
        print_error(json_ ? "{\"counts\":" + to_json(counts) + "}\n" : describe(counts, warnings, errors));
    if (whole && !counts.add_up()) {
        print_error("ibid: a fault of the program: the counts do not add up\n");
        return ExitCode::own_fault;
    }
    if (all_->count(Severity::fatal) != 0) return ExitCode::file_fault;
    bool const found = counts.rejected != 0 || errors != 0 || (fail_on_loss_ && all_->lost_data());
    return found ? ExitCode::found : ExitCode::ok;
}

}  // namespace ibid::tools
