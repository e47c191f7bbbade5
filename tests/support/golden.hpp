// Golden files: what a conversion gives and tells, compared with a file or, with IBID_BLESS=1 in the environment,
// written to it. Read what you bless.
#pragma once

#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace ibid::tests {

/// The bytes of a file.
inline std::string slurp(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One line as the program prints it, the field before the message.
inline std::string line_of(Diagnostic const& d, Severity severity) {
    std::string line;
    if (d.where.line != 0) line += std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + ": ";
    line += std::string(spelling(severity)) + ": ";
    if (!d.field.empty()) line += std::string(d.field) + ": ";
    line += d.message.empty() ? std::string(info(d.code).help) : std::string(d.message);
    line += " [" + std::string(info(d.code).spelling) + "]";
    if (!d.key.empty()) line += " in " + std::string(d.key);
    return line + "\n";
}

struct Run {
    std::string text, diagnostics;
};

/// Settings of diagnostics that add a line for each to `lines`.
inline Diagnostics::Settings collecting(std::string& lines) {
    Diagnostics::Settings settings;
    settings.handler = [&lines](Diagnostic const& d, Severity s) { lines += line_of(d, s); };
    settings.summary_limit = settings.repeat_limit = 1000;
    return settings;
}

inline Run run(std::string const& input, std::string_view from, std::string_view to) {
    Run result;
    Diagnostics diagnostics(collecting(result.diagnostics));
    Converted const converted = convert(input, from, to, diagnostics);
    BOOST_TEST(converted.counts.add_up());
    result.text = converted.text;
    return result;
}

/// Compares with the file, or writes it. Where there is no file `otherwise` is expected.
inline void compare(std::filesystem::path const& golden, std::string const& got, std::string const& otherwise) {
    static bool const bless = std::getenv("IBID_BLESS") != nullptr;
    if (bless) {
        if (got == otherwise) std::filesystem::remove(golden);
        else std::ofstream(golden, std::ios::binary) << got;
        return;
    }
    std::string const expected = std::filesystem::exists(golden) ? slurp(golden) : otherwise;
    BOOST_TEST(got == expected, golden.filename() << ": got\n" << got << "\nexpected\n" << expected);
}

}  // namespace ibid::tests
