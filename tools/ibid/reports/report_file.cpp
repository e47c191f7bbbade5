// ReportFile: {"ibid": version, "diagnostics": [...], "tallies": [...], "files": [...], "totals": {...}, "counts": {...}}, one
// object in each line. "files" and "totals" are of commands that make files.
#include "reports/report_file.hpp"

#include "reports/json.hpp"

namespace ibid::tools {

ReportFile::ReportFile(std::string const& path, Diagnostics& faults) : sink_{create_file(path, faults)} {
    if (sink_) sink_->append("{\"ibid\": \"" IBID_VERSION "\",\n\"diagnostics\": [");
}

void ReportFile::add_row(std::string const& json) {
    sink_->append(first_ ? "\n" : ",\n");
    sink_->append(json);
    first_ = false;
}

void ReportFile::add(Diagnostic const& diagnostic, Severity severity) {
    if (sink_) add_row(to_json(diagnostic, severity));
}

bool ReportFile::finish(std::vector<Tally> const& tallies, std::vector<Severity> const& severities, Outcomes const* outcomes,
                        Counts const& counts) {
    if (!sink_) return false;
    sink_->append("\n],\n\"tallies\": [");
    first_ = true;
    for (std::size_t i = 0; i < tallies.size(); ++i) add_row(to_json(tallies[i], severities[i]));
    if (outcomes != nullptr) {
        sink_->append("\n],\n\"files\": [");
        first_ = true;
        for (std::string const& row : outcomes->rows()) add_row(row);
        sink_->append("\n],\n\"totals\": ");
        sink_->append(outcomes->totals());
        sink_->append(",\n\"counts\": ");
    } else {
        sink_->append("\n],\n\"counts\": ");
    }
    sink_->append(to_json(counts));
    sink_->append("}\n");
    return sink_->finish();
}

}  // namespace ibid::tools
