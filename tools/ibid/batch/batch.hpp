// Batch: many conversions, none of which stops the others, and what is said of them at the end.
#pragma once

#include "batch/outcome.hpp"
#include "conversion.hpp"
#include "files.hpp"
#include "reports/reporter.hpp"

#include <memory>
#include <vector>

namespace ibid::tools {

class Batch {
public:
    struct How {
        bool resume = false;  ///< skip jobs whose output is there and no older than their inputs
        Progress::When progress = Progress::When::never;
    };

    Batch(ConversionSettings settings, Reporter& reporter, How how)
        : settings_{std::move(settings)}, reporter_{reporter}, how_{how}, outcomes_{reporter.writes_report()} {}

    /// Does one job after the other, or several side by side where that makes no difference. A job that fails costs itself
    /// alone, unless on_error is `stop`. A signal ends it (batch/interruption.hpp).
    void run(std::vector<Job> const& jobs);

    /// Has the reporter say what failed and why, and print the sums. That a field was asked for which no record had is an
    /// error of usage; that a signal ended it, 128 and its number.
    ExitCode finish();

private:
    /// Converts one; what it throws has failed, if there are others.
    Outcome convert(Job const& job, ConversionSettings const& settings, Diagnostics& diagnostics) const;
    void run_side_by_side(std::vector<Job const*> const& jobs);
    /// Notes how a job has ended, after its diagnostics were put; false: nothing else is to be begun.
    bool add(Job const& job, Outcome outcome);

    /// The work on jobs that are not up to date.
    void convert_all(std::vector<Job const*> const& jobs);

    ConversionSettings settings_;
    Reporter& reporter_;
    How how_;
    Outcomes outcomes_;
    std::unique_ptr<Progress> progress_;  ///< null: nobody wants to see it
    Counts counts_;
    bool is_single_ = false;
    bool stopped_ = false;
    bool reader_is_gone_ = false;
    bool told_unseen_ = false;
    bool is_own_fault_ = false;
};

}  // namespace ibid::tools
