// Batch: outcomes are noted in the order of the jobs, whichever thread did them.
#include "batch/batch.hpp"

#include "batch/gate.hpp"
#include "batch/interruption.hpp"
#include "reports/terminal.hpp"
#include "side_by_side.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace ibid::tools {

namespace {

bool is_older(struct timespec const& a, struct timespec const& b) { return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec; }

/// Whether the output is there and no older than any input: files appear when they are complete, so it is. One that is its
/// own input says nothing.
bool is_up_to_date(Job const& job) {
    struct stat output {}, input {};
    if (job.inputs.empty() || ::stat(job.output.c_str(), &output) != 0 || !S_ISREG(output.st_mode)) return false;
    return std::all_of(job.inputs.begin(), job.inputs.end(), [&](Input const& from) {
        if (from.is_standard() || ::stat(from.path.c_str(), &input) != 0) return false;
        bool const is_itself = input.st_dev == output.st_dev && input.st_ino == output.st_ino;
        return !is_itself && !is_older(output.st_mtim, input.st_mtim);
    });
}

/// Null: nobody wants to see it.
std::unique_ptr<Progress> make_progress(std::vector<Job const*> const& jobs, Progress::When when) {
    bool const prints = std::any_of(jobs.begin(), jobs.end(), [](Job const* job) { return job->output == standard_stream; });
    if (!Progress::is_wanted(when, prints && ::isatty(STDOUT_FILENO) != 0)) return nullptr;
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    bool is_known = true;
    for (Job const* job : jobs)
        for (Input const& input : job->inputs) {
            ++files;
            is_known = is_known && !input.is_standard() && input.archive == nullptr;
            bytes += stored_size(input);
        }
    return std::make_unique<Progress>(files, is_known ? bytes : 0, when == Progress::When::always);
}

}  // namespace

Outcome Batch::convert(Job const& job, ConversionSettings const& settings, Diagnostics& diagnostics) const {
    if (is_single_) return Conversion(settings, job, diagnostics, progress_.get()).run();
    std::string fault;
    try {
        return Conversion(settings, job, diagnostics, progress_.get()).run();
    } catch (UsageError const&) {
        throw;
    } catch (std::bad_alloc const&) {
        fault = "out of memory";
    } catch (std::exception const& error) {
        fault = std::string("a fault of the program: ") + error.what();
    }
    Outcome outcome;
    outcome.status = Outcome::Status::failed;
    outcome.to_tell = "ibid: " + printable(job.output.string()) + " is not written: " + printable(fault) + "\n";
    outcome.reason = std::move(fault);
    outcome.is_own_fault = true;
    return outcome;
}

void Batch::run(std::vector<Job> const& jobs) {
    is_single_ = jobs.size() == 1;
    outcomes_.expect(jobs.size());
    std::vector<Job const*> to_do;
    for (Job const& job : jobs) {
        if (!how_.resume || !is_up_to_date(job)) {
            to_do.push_back(&job);
            continue;
        }
        Outcome outcome;
        outcome.status = Outcome::Status::skipped;
        outcome.reason = "the output is there, and no older";
        outcome.is_up_to_date = true;
        add(job, std::move(outcome));
    }
    progress_ = make_progress(to_do, how_.progress);
    convert_all(to_do);
    progress_.reset();
}

void Batch::convert_all(std::vector<Job const*> const& jobs) {
    // The members of an archive share one limit, which the first of them use up first.
    auto const is_member = [](Job const* job) { return std::any_of(job->inputs.begin(), job->inputs.end(), [](Input const& i) { return i.archive != nullptr; }); };
    bool const depend = settings_.on_error == OnError::stop || !settings_.records.unseen->empty() || std::any_of(jobs.begin(), jobs.end(), is_member);
    if (settings_.threads > 1 && jobs.size() > 1 && !depend) return run_side_by_side(jobs);
    for (Job const* job : jobs)
        if (!add(*job, convert(*job, settings_, reporter_.diagnostics()))) return;
}

void Batch::run_side_by_side(std::vector<Job const*> const& jobs) {
    struct One {
        explicit One(Diagnostics& all) : log{all} {}
        DiagnosticLog log;
        Outcome outcome;
    };
    ConversionSettings settings = settings_;
    settings.threads = 1;
    std::vector<std::unique_ptr<One>> work(jobs.size());
    side_by_side(
        jobs.size(), settings_.threads,
        [&](std::size_t n) {
            work[n] = std::make_unique<One>(reporter_.diagnostics());
            work[n]->outcome = convert(*jobs[n], settings, work[n]->log.diagnostics());
        },
        [&](std::size_t n) {
            auto const done = std::move(work[n]);
            done->log.deliver_all(reporter_.diagnostics());
            return add(*jobs[n], std::move(done->outcome));
        });
}

bool Batch::add(Job const& job, Outcome outcome) {
    print_error(outcome.to_tell);
    counts_ += outcome.counts;
    stopped_ = stopped_ || outcome.stopped;
    reader_is_gone_ = reader_is_gone_ || outcome.reader_is_gone;
    told_unseen_ = told_unseen_ || outcome.told_unseen;
    is_own_fault_ = is_own_fault_ || outcome.is_own_fault;
    std::string const fault = reporter_.take_fault();
    if (!fault.empty()) outcome.reason += outcome.reason.empty() ? fault : ": " + fault;
    outcomes_.add(job, outcome);
    return !stopped_ && !reader_is_gone_;
}

ExitCode Batch::finish() {
    bool const whole = !reader_is_gone_ && !is_own_fault_ && !(is_single_ && outcomes_.is_interrupted());
    ExitCode const code = reporter_.finish(counts_, whole, &outcomes_);
    if (outcomes_.is_interrupted()) return interrupted_by(interruption());
    if (is_own_fault_) return ExitCode::own_fault;
    std::string const why = complaint_about_fields(settings_, counts_);
    if (why.empty() || reader_is_gone_) return code;
    if (!told_unseen_) print_error("ibid: " + why + "\n");
    return ExitCode::usage;
}

}  // namespace ibid::tools
