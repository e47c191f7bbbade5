// Glob: patterns of paths, as in shells: `*` and `?` are characters of one name, `[a-z]` is one of a set, `**` is any number
// of folders. Letter case counts.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

class Glob {
public:
    explicit Glob(std::string_view pattern);

    /// Whether the pattern is of the whole path, which is relative: "a/b.bib".
    [[nodiscard]] bool matches(std::filesystem::path const& path) const;

private:
    std::vector<std::string> names_;
};

/// What is wanted of a folder or an archive.
struct PathRules {
    std::vector<Glob> include;  ///< empty: all
    std::vector<Glob> exclude;

    /// Whether an `exclude` is of the path or of a folder that it is in.
    [[nodiscard]] bool excludes(std::filesystem::path const& path) const;
    /// Whether a file is wanted.
    [[nodiscard]] bool admits(std::filesystem::path const& file) const;
};

}  // namespace ibid::tools
