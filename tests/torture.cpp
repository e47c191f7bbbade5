// The torture file: what is hard about a bibliography, written in every format and read back.
//   tests/torture/torture.<id>.<extension>   what is written, carrying what the format has no place for
//   tests/torture/torture.<id>.told          what is told when nothing is carried
#include "support/golden.hpp"
#include "support/places.hpp"

#include <boost/test/data/test_case.hpp>

namespace {

using namespace ibid;

constexpr std::string_view targets[] = {"bibtex", "biblatex", "ris", "csl-json", "ibid-json"};

std::string torture() { return tests::slurp(tests::source("tests/torture/torture.bib")); }

std::filesystem::path golden(std::string_view id, std::string_view extension) {
    return tests::source("tests/torture") / ("torture." + std::string(id) + "." + std::string(extension));
}

/// A text in another format, with or without carriage.
tests::Run written(std::string const& text, std::string_view from, std::string_view to, bool carry) {
    tests::Run result;
    Diagnostics diagnostics(tests::collecting(result.diagnostics));
    Options const options;
    auto const source = open_memory(text, "torture", diagnostics);
    auto const sink = sink_to_string(result.text);
    auto const writer = find_format(to)->make_writer({*sink, diagnostics, options, carry});
    read_all(*source, *find_format(from), *writer, diagnostics);
    writer->finish();
    sink->finish();
    return result;
}

}  // namespace

BOOST_DATA_TEST_CASE(is_written_as_the_golden_file_says, boost::unit_test::data::make(targets), id) {
    std::string_view const extensions = find_format(id)->extensions;
    tests::compare(golden(id, extensions.substr(0, extensions.find(' '))), written(torture(), "biblatex", id, true).text, {});
    tests::compare(golden(id, "told"), written(torture(), "biblatex", id, false).diagnostics, {});
}

BOOST_DATA_TEST_CASE(a_second_pass_changes_nothing, boost::unit_test::data::make(targets), id) {
    std::string const there = written(torture(), "biblatex", id, true).text;
    std::string const once = written(there, id, "ibid-json", true).text;
    std::string const again = written(written(once, "ibid-json", id, true).text, id, "ibid-json", true).text;
    BOOST_TEST(once == again, id);
}
