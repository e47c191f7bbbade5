// HashTable: what was seen is seen again, and nothing else, whatever it grew to.
#include "text/hash_table.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>

namespace {

using ibid::text::HashTable;

/// Numbers without a pattern: SplitMix64.
std::uint64_t mixed(std::uint64_t n) noexcept {
    n = (n + 1) * 0x9E3779B97F4A7C15U;
    n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9U;
    n = (n ^ (n >> 27)) * 0x94D049BB133111EBU;
    return n ^ (n >> 31);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(text_hash_table)

BOOST_AUTO_TEST_CASE(finds_what_it_has_seen_while_it_grows) {
    HashTable<0> seen;
    for (std::uint64_t n = 0; n < 200'000; ++n) {
        BOOST_TEST_REQUIRE(!seen.contains(mixed(n)));
        BOOST_TEST_REQUIRE(seen.insert(mixed(n)).is_new);
    }
    for (std::uint64_t n = 0; n < 200'000; ++n) BOOST_TEST_REQUIRE(!seen.insert(mixed(n)).is_new);
}

BOOST_AUTO_TEST_CASE(takes_hashes_that_are_all_alike) {
    HashTable<0> seen;
    for (std::uint64_t n = 0; n < 5'000; ++n) BOOST_TEST_REQUIRE(seen.insert(n).is_new == (n != 1));  // 0 counts as 1
    BOOST_TEST(seen.insert(~std::uint64_t{0}).is_new);
    BOOST_TEST(!seen.insert(~std::uint64_t{0}).is_new);
}

BOOST_AUTO_TEST_CASE(keeps_counters_beside_the_hash) {
    HashTable<24> counts;
    for (std::uint64_t n = 0; n < 3000; ++n) *counts.insert(mixed(n % 1000)).slot += 1;
    for (std::uint64_t n = 0; n < 1000; ++n) BOOST_TEST_REQUIRE((*counts.insert(mixed(n)).slot & counts.counter) == 3U);
}

BOOST_AUTO_TEST_CASE(is_bounded) {
    HashTable<0> seen;
    for (std::uint64_t n = 0; n < seen.capacity; ++n) seen.insert(mixed(n));
    auto const more = seen.insert(mixed(seen.capacity));
    BOOST_TEST(more.is_new);
    BOOST_TEST((more.slot == nullptr));
    BOOST_TEST(!seen.insert(mixed(17)).is_new);
}

BOOST_AUTO_TEST_SUITE_END()
