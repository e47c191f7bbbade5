// Golden files: every tests/fixtures/<format>/<case>.<extension> is read, and compared with its neighbours:
//   <case>.ir.json           the records, as ibid-json
//   <case>.out.<extension>   what the same format writes; absent: the input itself; a format that is only read has none
//   <case>.diag              the diagnostics of both ways, one a line; absent: there are none
// support/golden.hpp says how they are written.
#include "support/golden.hpp"
#include "support/places.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace ibid;
using tests::compare;
using tests::Run;
using tests::run;
using tests::slurp;

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
    if (find_format(format)->make_writer == nullptr) {
        compare(neighbour(input, ".diag"), reading.diagnostics, "");
        return;
    }
    Run const writing = run(text, format, format);
    compare(neighbour(input, ".out" + input.extension().string()), writing.text, text);
    // The second run reads as well: what it says beyond the first is the writer's.
    compare(neighbour(input, ".diag"), writing.diagnostics, "");
}
