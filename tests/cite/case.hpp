// Case: a case of the official CSL test-suite, read from its file. The suite is no part of the project: its folder is
// given. Form: sections `>>== NAME ==>>` to `<<== NAME ==<<`; see "Running the test suite" of its README.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite::suite {

struct Case {
    std::string name{};  ///< "affix-MovingPunctuation"
    std::map<std::string, std::string, std::less<>> sections{};

    /// A section without the newlines around it; empty if there is none.
    [[nodiscard]] std::string_view section(std::string_view which) const;
    /// What the names of related cases begin with: "affix".
    [[nodiscard]] std::string_view prefix() const;
};

/// All cases of a folder, by name: files `*.txt`, or folders that hold an `input.txt`.
std::vector<Case> read_cases(std::filesystem::path const& folder);

/// What a processor makes of a case: a citation per line, or a bibliography. What is wrong with style or input is
/// appended to `complaints`.
struct Engine {
    std::filesystem::path locales{};

    [[nodiscard]] std::string run(Case const& test, std::vector<std::string>& complaints) const;
};

}  // namespace ibid::cite::suite
