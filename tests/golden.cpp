// Golden files: every tests/fixtures/<format>/<case>.<extension> is read, and compared with its neighbours:
//   <case>.ir.json           the records, as ibid-json
//   <case>.out.<extension>   what the same format writes; absent: the input itself
//   <case>.diag              the diagnostics of both ways, one a line; absent: there are none
// With IBID_BLESS=1 in the environment the files are written instead. Read what you bless.
#include "ibid/ibid.hpp"

#include "support/places.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace ibid;

std::string slurp(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A fixture: not one of the neighbours.
bool is_input(fs::path const& path) {
    std::string const name = path.filename().string();
    return !name.ends_with(".ir.json") && name.find(".out.") == std::string::npos && !name.ends_with(".diag") && name != "README.md";
}

std::vector<std::string> inputs() {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(tests::source("tests/fixtures")))
        if (entry.is_regular_file() && is_input(entry.path()))
            found.push_back(fs::relative(entry.path(), tests::source("tests/fixtures")).string());
    std::sort(found.begin(), found.end());
    return found;
}

/// One line as the program prints it, the field before the message.
std::string line_of(Diagnostic const& d, Severity severity) {
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

Run run(std::string const& input, std::string_view from, std::string_view to) {
    Run result;
    Diagnostics::Settings settings;
    settings.handler = [&](Diagnostic const& d, Severity s) { result.diagnostics += line_of(d, s); };
    settings.summary_limit = 1000;
    settings.repeat_limit = 1000;
    Diagnostics diagnostics(settings);
    Converted const converted = convert(input, from, to, diagnostics);
    BOOST_TEST(converted.counts.add_up());
    result.text = converted.text;
    return result;
}

/// Compares with the file, or writes it.
void compare(fs::path const& golden, std::string const& got, std::string const& otherwise) {
    static bool const bless = std::getenv("IBID_BLESS") != nullptr;
    if (bless) {
        if (got == otherwise) fs::remove(golden);
        else std::ofstream(golden, std::ios::binary) << got;
        return;
    }
    std::string const expected = fs::exists(golden) ? slurp(golden) : otherwise;
    BOOST_TEST(got == expected, golden.filename() << ": got\n" << got << "\nexpected\n" << expected);
}

fs::path neighbour(fs::path const& input, std::string const& suffix) {
    return input.parent_path() / (input.stem().string() + suffix);
}

}  // namespace

BOOST_DATA_TEST_CASE(reads_and_writes_as_the_golden_files_say, boost::unit_test::data::make(inputs()), name) {
    fs::path const input = tests::source("tests/fixtures") / name;
    std::string const format = fs::path(name).begin()->string();
    BOOST_TEST_REQUIRE(find_format(format) != nullptr, "the folder " << format << " is not the id of a format");
    std::string const text = slurp(input);

    Run const reading = run(text, format, "ibid-json");
    compare(neighbour(input, ".ir.json"), reading.text, "");
    Run const writing = run(text, format, format);
    compare(neighbour(input, ".out" + input.extension().string()), writing.text, text);
    // The second run reads as well: what it says beyond the first is the writer's.
    compare(neighbour(input, ".diag"), writing.diagnostics, "");
}
