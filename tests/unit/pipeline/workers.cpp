// Workers: each task is done once, by one thread at a time of each number, and begun in order.
#include "ibid/workers.hpp"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <vector>

namespace {

using namespace ibid;

BOOST_AUTO_TEST_SUITE(pipeline)

BOOST_AUTO_TEST_CASE(workers_do_each_task_once) {
    Workers workers(3);
    std::vector<std::atomic<int>> done(500);
    std::vector<std::atomic<int>> at_work(3);
    std::atomic<std::size_t> count = 0;
    std::atomic<bool> alone = true;
    unsigned next = 0;
    for (auto& one : done)
        workers.submit(next++, Workers::Urgency::usual, [&](unsigned thread) {
            if (at_work.at(thread)++ != 0) alone = false;
            ++one;
            --at_work.at(thread);
            ++count;
        });
    workers.work_until([&] { return count == done.size(); });
    for (auto const& one : done) BOOST_TEST(one == 1);
    BOOST_TEST(alone);
}

BOOST_AUTO_TEST_CASE(one_worker_is_the_caller_and_does_what_is_urgent_first) {
    Workers workers(0);
    BOOST_TEST(workers.size() == 1U);
    std::vector<int> order;
    for (int n = 0; n < 5; ++n)
        workers.submit(0, n == 4 ? Workers::Urgency::urgent : Workers::Urgency::usual, [&order, n](unsigned thread) {
            BOOST_TEST(thread == 0U);
            order.push_back(n);
        });
    workers.work_until([&] { return order.size() == 3; });
    BOOST_TEST(order == (std::vector{4, 0, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
