// Reporter: what the user gets to see of a run: diagnostics as text or JSON, a report file, the summary, the exit code.
#pragma once

#include "exit_code.hpp"
#include "options.hpp"
#include "reports/outcomes.hpp"
#include "reports/report_file.hpp"

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>

#include <memory>
#include <string>
#include <utility>

namespace ibid::tools {

/// The options of every command that reads or writes.
OptionTable reporting_options();

class Reporter {
public:
    /// Throws UsageError if a value makes no sense.
    explicit Reporter(Arguments const& arguments);

    [[nodiscard]] Diagnostics& diagnostics() noexcept { return *all_; }

    /// Prints what was only counted, and the summary, whose sums have to come out; not if `whole` is false: then the
    /// counts are of a work that was broken off, or of none. Answers the exit code.
    /// `outcomes`: of the outputs, if there are such.
    ExitCode finish(Counts const& counts, bool whole = true, Outcomes const* outcomes = nullptr);

    /// What the first fatal diagnostic since the last call said; empty if there was none, or too many before it.
    std::string take_fault() { return std::exchange(fault_, {}); }
    [[nodiscard]] bool writes_report() const noexcept { return report_ != nullptr; }

private:
    void show(Diagnostic const& diagnostic, Severity severity) const;
    void show_tallies() const;
    [[nodiscard]] bool shown(Severity severity) const { return !quiet_ || severity >= Severity::error; }
    [[nodiscard]] Severity severity(Code code) const;

    bool quiet_;
    bool verbose_;
    bool strict_;
    bool fail_on_loss_;
    bool json_;
    bool colour_;
    std::string fault_;
    std::unique_ptr<Diagnostics> shown_;  ///< passes on what is shown; counts what all_ passes on to it
    std::unique_ptr<Diagnostics> all_;
    std::unique_ptr<ReportFile> report_;
};

}  // namespace ibid::tools
