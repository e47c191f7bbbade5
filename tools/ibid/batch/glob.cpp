// Glob: fnmatch(3) for names; `**` by trying from where the last one stands, so that no pattern takes exponential time.
#include "batch/glob.hpp"

#include <algorithm>
#include <cstddef>

#include <fnmatch.h>

namespace ibid::tools {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view any_folders = "**";

template <class F>
bool any(std::vector<Glob> const& globs, F const& is) {
    return std::any_of(globs.begin(), globs.end(), is);
}

}  // namespace

Glob::Glob(std::string_view pattern) {
    for (std::size_t at = 0; at <= pattern.size();) {
        std::size_t const end = std::min(pattern.find('/', at), pattern.size());
        std::string_view const name = pattern.substr(at, end - at);
        if (!name.empty() && name != ".") names_.emplace_back(name);
        at = end + 1;
    }
}

bool Glob::matches(fs::path const& path) const {
    std::vector<fs::path> const parts(path.begin(), path.end());
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t name = 0, part = 0, name_behind = none, part_behind = 0;  // behind: the last ** and what it has taken so far
    while (part < parts.size()) {
        if (name < names_.size() && names_[name] == any_folders) {
            name_behind = ++name;
            part_behind = part;
        } else if (name < names_.size() && ::fnmatch(names_[name].c_str(), parts[part].c_str(), 0) == 0) {
            ++name;
            ++part;
        } else if (name_behind != none) {
            name = name_behind;
            part = ++part_behind;
        } else {
            return false;
        }
    }
    while (name < names_.size() && names_[name] == any_folders) ++name;
    return name == names_.size();
}

bool PathRules::excludes(fs::path const& path) const {
    if (exclude.empty()) return false;
    fs::path begin;
    for (fs::path const& part : path) {
        begin /= part;
        if (any(exclude, [&](Glob const& glob) { return glob.matches(begin); })) return true;
    }
    return false;
}

bool PathRules::admits(fs::path const& file) const {
    return (include.empty() || any(include, [&](Glob const& glob) { return glob.matches(file); })) && !excludes(file);
}

}  // namespace ibid::tools
