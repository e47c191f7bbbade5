// The line that says how far the work has come.
#include "batch/progress.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using ibid::tools::progress_line;
using ibid::tools::ProgressState;

BOOST_AUTO_TEST_SUITE(tools_progress)

BOOST_AUTO_TEST_CASE(says_files_records_speed_and_time_left) {
    ProgressState const state{812, 1204, 120345, 50'000'000, 25'000'000, 100'000'000, 10};
    BOOST_TEST(progress_line(state, 120) == "[=====>              ]  25%  812/1204 files, 120345 records, 5.0 MB/s, 0:30 left");
}

BOOST_AUTO_TEST_CASE(goes_by_files_where_sizes_are_not_known) {
    ProgressState const state{1, 2, 7, 1'000'000, 0, 0, 3600};
    BOOST_TEST(progress_line(state, 120) == "[==========>         ]  50%  1/2 files, 7 records, 0.0 MB/s, 1:00:00 left");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_not_known) {
    BOOST_TEST(progress_line({0, 1, 7, 2'000'000, 0, 0, 2}, 120) == "7 records, 1.0 MB/s");
    BOOST_TEST(progress_line({0, 1, 0, 0, 0, 0, 0}, 120) == "0 records");
}

BOOST_AUTO_TEST_CASE(ends_at_a_hundred_and_at_the_edge_of_the_terminal) {
    // An input that grows while it is read has more bytes than it had.
    BOOST_TEST(progress_line({0, 1, 1, 10, 20, 10, 1}, 120) == "[====================] 100%  1 records, 0.0 MB/s, 0:00 left");
    BOOST_TEST(progress_line({0, 1, 1, 10, 20, 10, 1}, 10) == "[=========");
}

BOOST_AUTO_TEST_SUITE_END()
