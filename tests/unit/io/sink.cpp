// Sink: buffers, files that appear whole or not at all, links, permissions and faults.
#include "ibid/sink.hpp"

#include "unit/io/support.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace ibid;
using tests::Kept;

/// A folder of its own for each case.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("ibid-sink-" + std::to_string(::getpid()));
    Folder() { fs::create_directory(path); }
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] std::string text(char const* name) const {
        std::ifstream in(path / name);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(char const* name, std::string_view text) const { std::ofstream(path / name) << text; }
    [[nodiscard]] auto files() const { return std::distance(fs::directory_iterator(path), {}); }
    Kept kept;
};

BOOST_AUTO_TEST_SUITE(io)
BOOST_FIXTURE_TEST_SUITE(sink, Folder)

BOOST_AUTO_TEST_CASE(a_string_gets_all_bytes_in_order_and_their_number) {
    std::string text;
    std::string expected;
    auto const sink = sink_to_string(text);
    for (int i = 0; i < 2000; ++i) {
        std::string const piece(static_cast<std::size_t>(i * 7 % 1000), static_cast<char>('a' + i % 26));
        expected += piece;
        sink->append(piece);
    }
    expected.append(3000000, 'z');
    sink->append(std::string(3000000, 'z'));
    sink->append({});
    BOOST_TEST(sink->size() == expected.size());
    BOOST_TEST(sink->finish());
    BOOST_TEST((text == expected));
}

BOOST_AUTO_TEST_CASE(a_file_is_the_old_one_until_it_is_finished) {
    write("a", "old");
    auto const sink = create_file(path / "a", kept.diagnostics);
    sink->append(std::string(1000000, 'n'));
    BOOST_TEST(text("a") == "old");
    BOOST_TEST(sink->finish());
    BOOST_TEST(text("a").size() == 1000000U);
    BOOST_TEST(files() == 1);
    BOOST_TEST(sink->finish());
}

BOOST_AUTO_TEST_CASE(an_unfinished_file_leaves_nothing_behind) {
    write("a", "old");
    for (char const* const name : {"a", "b"}) create_file(path / name, kept.diagnostics)->append("new");
    BOOST_TEST(text("a") == "old");
    BOOST_TEST(files() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_keeps_its_permissions) {
    write("a", "old");
    ::chmod((path / "a").c_str(), 0640);
    auto const sink = create_file(path / "a", kept.diagnostics);
    BOOST_TEST(sink->finish());
    BOOST_TEST((fs::status(path / "a").permissions() == fs::perms(0640)));
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link_and_its_target_changes) {
    write("target", "old");
    fs::create_symlink("target", path / "link");
    fs::create_symlink("missing", path / "dangling");
    for (char const* const name : {"link", "dangling"}) {
        auto const sink = create_file(path / name, kept.diagnostics);
        sink->append("new");
        BOOST_TEST(sink->finish());
        BOOST_TEST(fs::is_symlink(path / name));
    }
    BOOST_TEST(text("target") == "new");
    BOOST_TEST(text("missing") == "new");
}

BOOST_AUTO_TEST_CASE(a_device_is_written_through) {
    auto const sink = create_file("/dev/null", kept.diagnostics);
    BOOST_REQUIRE(sink != nullptr);
    sink->append("gone");
    BOOST_TEST(sink->finish());
    BOOST_TEST(fs::is_character_file("/dev/null"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_null_and_says_why) {
    BOOST_TEST(create_file(path, kept.diagnostics) == nullptr);
    BOOST_TEST(create_file(path / "no" / "folder", kept.diagnostics) == nullptr);
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 2U);
    BOOST_TEST(kept.lines[0] == "0:0 cannot-write: Is a directory");
    BOOST_TEST(kept.lines[1] == "0:0 cannot-write: No such file or directory");
}

BOOST_AUTO_TEST_CASE(a_full_device_is_reported_once) {
    if (!fs::exists("/dev/full")) return;
    auto const sink = create_file("/dev/full", kept.diagnostics);
    BOOST_REQUIRE(sink != nullptr);
    for (int i = 0; i < 3; ++i) sink->append(std::string(1000000, 'x'));
    BOOST_TEST(!sink->good());
    BOOST_TEST(!sink->finish());
    BOOST_REQUIRE_EQUAL(kept.lines.size(), 1U);
    BOOST_TEST(kept.lines[0] == "0:0 cannot-write: No space left on device");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_nobody_reads_is_no_fault_to_report) {
    auto* const before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    BOOST_REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    auto const sink = sink_to_descriptor(ends[1], "<stdout>", kept.diagnostics);
    sink->append("x");
    BOOST_TEST(!sink->finish());
    BOOST_TEST(!sink->good());
    BOOST_TEST(kept.lines.empty());
    ::close(ends[1]);
    std::signal(SIGPIPE, before);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
