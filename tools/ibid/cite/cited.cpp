// From a file to what a text cites.
#include "cite/cited.hpp"

#include "cite/aux_file.hpp"
#include "cite/citations_file.hpp"
#include "reports/terminal.hpp"

#include <set>
#include <string_view>
#include <utility>

namespace ibid::tools {

std::vector<std::string> Cited::keys() const {
    std::vector<std::string> keys;
    std::set<std::string_view> seen;
    for (Citation const& citation : citations)
        for (Cite const& cite : citation.cites)
            if (seen.insert(cite.item).second) keys.push_back(cite.item);
    return keys;
}

std::optional<Cited> cited_by(Arguments const& arguments, std::vector<std::string>& operands) {
    if (arguments.has("aux") && arguments.has("citations")) throw UsageError("--aux and --citations do not go together");
    if (arguments.has("citations")) {
        CitationsFile file = read_citations(arguments.get("citations"));
        for (std::string const& note : file.notes)
            if (!arguments.has("quiet")) print_error(printable(note) + '\n');
        return Cited{std::move(file.citations), false, true, std::move(file.records), {arguments.get("citations")}};
    }
    if (!arguments.has("aux")) return std::nullopt;
    std::string const path = arguments.get("aux");
    AuxFile const file = read_aux(path);
    if (operands.empty()) {
        for (std::string const& name : file.databases)
            if (!name.ends_with("-blx")) operands.push_back(find_database(name, path).string());  // biblatex's own
        if (operands.empty()) throw UsageError(printable(path) + " names no database; name the files that have the records");
    }
    Cited cited;
    cited.all = file.all;
    cited.files = file.files;
    for (std::filesystem::path const& missing : file.missing)
        if (!arguments.has("quiet")) print_error(printable(path) + ": note: the included file '" + printable(missing.string()) + "' is not there\n");
    if (file.citations.empty() && !file.all) print_error(printable(path) + ": warning: nothing is cited there\n");
    for (std::vector<std::string> const& keys : file.citations) {
        Citation& citation = cited.citations.emplace_back();
        for (std::string const& key : keys) citation.cites.emplace_back().item = key;
    }
    return cited;
}

}  // namespace ibid::tools
