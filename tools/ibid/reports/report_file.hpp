// ReportFile: everything that was diagnosed, and the counts, as one JSON document. It is written as it comes: memory
// does not grow with the number of diagnostics.
#pragma once

#include "reports/outcomes.hpp"

#include <ibid/convert.hpp>
#include <ibid/diagnostic.hpp>
#include <ibid/sink.hpp>

#include <memory>
#include <string>
#include <vector>

namespace ibid::tools {

class ReportFile {
public:
    /// `faults`: told if the file cannot be written; then good() is false.
    ReportFile(std::string const& path, Diagnostics& faults);

    [[nodiscard]] bool good() const noexcept { return sink_ != nullptr && sink_->good(); }
    void add(Diagnostic const& diagnostic, Severity severity);
    /// `tallies` and their severities, the outcomes if there are such, then the counts; makes the file visible.
    bool finish(std::vector<Tally> const& tallies, std::vector<Severity> const& severities, Outcomes const* outcomes, Counts const& counts);

private:
    void add_row(std::string const& json);

    std::unique_ptr<Sink> sink_;
    bool first_ = true;
};

}  // namespace ibid::tools
