// Outcomes: what became of each output of a run, as lines for people and rows for the report.
#pragma once

#include "batch/outcome.hpp"
#include "files.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ibid::tools {

class Outcomes {
public:
    /// `for_report`: keep a row of each.
    explicit Outcomes(bool for_report) : for_report_{for_report} {}

    /// How many outputs there are to be.
    void expect(std::size_t outputs) noexcept { all_ = outputs; }
    void add(Job const& job, Outcome const& outcome);

    /// "3 of 1204 files failed:" and for the first of them why, "812 of 1204 files skipped ..."; ended, empty if there is
    /// nothing to say, as of a single output that is there. `quiet`: only what failed.
    [[nodiscard]] std::string summary(bool quiet) const;
    /// The same as objects in one line each.
    [[nodiscard]] std::string summary_as_json() const;

    /// Objects, those that were skipped first, without those that were left.
    [[nodiscard]] std::vector<std::string> const& rows() const noexcept { return rows_; }
    /// {"written": ..., "skipped": ..., "failed": ..., "left": ...}.
    [[nodiscard]] std::string totals() const;
    /// Whether a signal has left some undone.
    [[nodiscard]] bool is_interrupted() const noexcept { return number(Outcome::Status::left) != 0; }

private:
    [[nodiscard]] std::size_t number(Outcome::Status status) const noexcept { return numbers_[static_cast<std::size_t>(status)]; }
    /// What is done with, for good or bad.
    [[nodiscard]] std::size_t done() const noexcept {
        return number(Outcome::Status::written) + number(Outcome::Status::skipped) + number(Outcome::Status::failed);
    }

    struct Failure {
        std::string text, json;
    };
    bool for_report_;
    std::size_t all_ = 0;
    std::size_t numbers_[4] = {};
    std::size_t up_to_date_ = 0;
    std::size_t records_left_ = 0;      ///< that were read when a signal came
    std::string output_;                ///< the only one; empty: several, or standard output
    std::vector<Failure> failures_;     ///< the first
    std::vector<std::string> rows_;
};

}  // namespace ibid::tools
