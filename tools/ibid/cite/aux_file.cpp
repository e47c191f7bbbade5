// The few commands of an .aux file that speak of citations.
#include "cite/aux_file.hpp"

#include "options.hpp"
#include "reports/terminal.hpp"

#include <cstdlib>
#include <algorithm>
#include <fstream>
#include <set>

namespace ibid::tools {

namespace {

namespace fs = std::filesystem;

/// What stands between the braces that begin at `at`, which moves behind them; false if none do.
bool take_group(std::string_view line, std::size_t& at, std::string_view& group) {
    if (at >= line.size() || line[at] != '{') return false;
    std::size_t depth = 0;
    for (std::size_t i = at; i < line.size(); ++i) {
        if (line[i] == '{') ++depth;
        if (line[i] == '}' && --depth == 0) {
            group = line.substr(at + 1, i - at - 1);
            at = i + 1;
            return true;
        }
    }
    return false;
}

/// "a, b,c" by its commas, without blanks.
std::vector<std::string> items_of(std::string_view list) {
    std::vector<std::string> items;
    while (!list.empty()) {
        std::size_t const comma = std::min(list.find(','), list.size());
        std::string_view item = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        while (item.starts_with(' ')) item.remove_prefix(1);
        while (item.ends_with(' ')) item.remove_suffix(1);
        if (!item.empty()) items.emplace_back(item);
    }
    return items;
}

class Reading {
public:
    explicit Reading(AuxFile& to) : to_(to) {}

    void file(fs::path const& path) {
        if (!seen_.insert(path.lexically_normal()).second) return;
        std::ifstream in(path);
        if (std::error_code ignored; !in || fs::is_directory(path, ignored)) {
            if (seen_.size() == 1) throw FileError("the file '" + printable(path.string()) + "' cannot be read");
            return to_.missing.push_back(path);
        }
        to_.files.push_back(path);
        folder_ = seen_.size() == 1 ? path.parent_path() : folder_;
        for (std::string text; std::getline(in, text);) line(text);
    }

private:
    void line(std::string_view text) {
        std::size_t const word = std::min(text.find('{'), text.size());
        std::string_view const command = text.substr(0, word);
        std::size_t at = word;
        std::string_view group;
        if (command == "\\citation") {
            if (take_group(text, at, group)) cite(group);
        } else if (command == "\\abx@aux@cite") {  // {refsection}{key}, in old versions {key}
            bool found = take_group(text, at, group);
            found = take_group(text, at, group) || found;
            if (found) cite(group);
        } else if (command == "\\abx@aux@nocite" && text.find("{*}") != text.npos) {
            to_.all = true;
        } else if (command == "\\bibdata") {
            if (!take_group(text, at, group)) return;
            for (std::string& name : items_of(group)) to_.databases.push_back(std::move(name));
        } else if (command == "\\@input") {
            if (!take_group(text, at, group)) return;
            if (group.size() > 1 && group.starts_with('"') && group.ends_with('"')) group = group.substr(1, group.size() - 2);
            file(folder_ / group);
        }
    }

    void cite(std::string_view list) {
        std::vector<std::string> keys = items_of(list);
        if (std::erase(keys, "*") > 0) to_.all = true;
        // biblatex leaves a \citation for biber that names no key.
        std::erase_if(keys, [](std::string const& key) { return key.starts_with("biblatex-control"); });
        if (!keys.empty()) to_.citations.push_back(std::move(keys));
    }

    AuxFile& to_;
    fs::path folder_;
    std::set<fs::path> seen_;
};

}  // namespace

AuxFile read_aux(fs::path const& path) {
    AuxFile file;
    Reading(file).file(path);
    return file;
}

fs::path find_database(std::string const& name, fs::path const& aux) {
    std::vector<fs::path> folders{aux.parent_path(), {}};
    if (char const* const inputs = std::getenv("BIBINPUTS")) {
        std::string_view rest = inputs;
        while (!rest.empty()) {
            std::size_t const colon = std::min(rest.find(':'), rest.size());
            std::string_view folder = rest.substr(0, colon);
            while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);  // kpathsea's "and below" is not followed
            if (!folder.empty()) folders.emplace_back(folder);
            rest.remove_prefix(std::min(colon + 1, rest.size()));
        }
    }
    std::error_code ignored;
    for (fs::path const& folder : folders) {
        for (std::string const& file : {name + ".bib", name}) {
            if (fs::path found = folder / file; fs::is_regular_file(found, ignored)) return found;
        }
    }
    throw FileError("the database '" + printable(name) + "' of " + printable(aux.string()) + " is not found; BIBINPUTS may name its folder");
}

}  // namespace ibid::tools
