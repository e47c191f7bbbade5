// Outcomes: a thousand failures are counted, not listed.
#include "reports/outcomes.hpp"

#include "reports/json.hpp"
#include "reports/terminal.hpp"

namespace ibid::tools {

namespace {

constexpr std::size_t most_failures = 20;  // that are listed

/// What a person looks for: the input, where there is one.
std::string name_of(Job const& job) { return job.inputs.size() == 1 ? job.inputs.front().name() : job.output.string(); }

}  // namespace

void Outcomes::add(Job const& job, Outcome const& outcome) {
    ++numbers_[static_cast<std::size_t>(outcome.status)];
    up_to_date_ += outcome.is_up_to_date;
    records_left_ += outcome.records_left;
    if (all_ == 1 && job.output != standard_stream) output_ = job.output.string();
    if (outcome.status == Outcome::Status::left) return;
    bool const is_listed = outcome.status == Outcome::Status::failed && failures_.size() < most_failures;
    if (!is_listed && !for_report_) return;
    std::string const json = to_json(job, outcome);
    if (is_listed) failures_.push_back({printable(name_of(job)) + ": " + printable(outcome.reason.empty() ? "see above" : outcome.reason), json});
    if (for_report_) rows_.push_back(json);
}

std::string Outcomes::summary(bool quiet) const {
    std::string text;
    std::string const of_all = " of " + std::to_string(all_) + " files ";
    std::size_t const failed = number(Outcome::Status::failed);
    if (failed != 0 && all_ > 1) {
        text += "ibid: " + std::to_string(failed) + of_all + "failed:\n";
        for (Failure const& failure : failures_) text += "  " + failure.text + "\n";
        if (failed > failures_.size()) text += "  and " + std::to_string(failed - failures_.size()) + " more\n";
    }
    if (up_to_date_ != 0 && all_ == 1 && !quiet) text += "ibid: " + printable(output_) + " is there, and no older\n";
    else if (up_to_date_ != 0 && !quiet)
        text += "ibid: " + std::to_string(up_to_date_) + of_all + "skipped: what they are converted to is there, and no older\n";
    if (!is_interrupted()) return text;
    text += "ibid: interrupted";
    if (all_ > 1) return text + ": " + std::to_string(done()) + of_all + "are done\n";
    if (records_left_ != 0) text += " after " + std::to_string(records_left_) + (records_left_ == 1 ? " record" : " records");
    return text + ": " + (output_.empty() ? "the output is not whole" : printable(output_) + " is not written") + "\n";
}

std::string Outcomes::summary_as_json() const {
    std::string text;
    if (all_ > 1)
        for (Failure const& failure : failures_) text += "{\"failed\":" + failure.json + "}\n";
    if (all_ > 1 || is_interrupted()) text += "{\"files\":" + totals() + "}\n";
    return text;
}

std::string Outcomes::totals() const {
    std::string text = "{";
    for (auto const status : {Outcome::Status::written, Outcome::Status::skipped, Outcome::Status::failed})
        text.append("\"").append(spelling(status)).append("\":").append(std::to_string(number(status))).append(",");
    return text + "\"left\":" + std::to_string(all_ - done()) + "}";
}

}  // namespace ibid::tools
