// Options of the command line: a table of them for each command, and what was given. Boost.ProgramOptions does the
// reading; its name stands in options.cpp only.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

/// A command line that makes no sense; what() is the sentence for the user.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file that an option names could not be read; what() is the sentence for the user.
class FileError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One option.
struct Option {
    std::string long_name;
    char short_name = 0;    ///< 0: none
    std::string parameter;  ///< "FILE", "ID"; empty: a flag
    std::string help;
};
using OptionTable = std::vector<Option>;

/// What was given: options by their long names, and operands.
class Arguments {
public:
    std::vector<std::string> operands;

    void add(std::string const& name, std::string value) { values_[name].push_back(std::move(value)); }
    [[nodiscard]] bool has(std::string const& name) const { return values_.contains(name); }
    /// The last value given, or the default.
    [[nodiscard]] std::string get(std::string const& name, std::string default_value = {}) const;
    /// All values, in their order.
    [[nodiscard]] std::vector<std::string> all(std::string const& name) const;

private:
    std::map<std::string, std::vector<std::string>> values_;
};

/// Reads the words after the command. Throws UsageError for an unknown option, with the nearest that there is.
Arguments parse(OptionTable const& table, std::vector<std::string> const& words);

/// The options as lines of a help text.
std::string describe(OptionTable const& table);

}  // namespace ibid::tools
