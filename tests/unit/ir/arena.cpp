// Arena: what is allocated stays where it is, and can be read beyond its end.
#include "ibid/arena.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>

namespace {

using ibid::Arena;

unsigned sum_of_padding(std::string_view text) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < Arena::padding; ++i) sum += static_cast<unsigned char>(text.data()[text.size() + i]);
    return sum;
}

BOOST_AUTO_TEST_SUITE(ir)
BOOST_AUTO_TEST_SUITE(arena)

BOOST_AUTO_TEST_CASE(copies_stay_where_they_are_while_blocks_are_added) {
    Arena arena;
    std::vector<std::string_view> views;
    for (int i = 0; i < 2000; ++i) views.push_back(arena.copy("value " + std::to_string(i)));
    for (int i = 0; i < 2000; ++i) BOOST_REQUIRE_EQUAL(views[static_cast<std::size_t>(i)], "value " + std::to_string(i));
}

BOOST_AUTO_TEST_CASE(bytes_behind_every_allocation_can_be_read) {
    Arena arena;
    unsigned sum = 0;
    for (std::size_t size = 1; size < 9000; size += 61) sum += sum_of_padding(arena.copy(std::string(size, 'x')));
    BOOST_TEST(sum == 0U);  // as long as nothing was cleared, nothing stands there yet
}

BOOST_AUTO_TEST_CASE(what_was_reserved_and_not_committed_is_given_again) {
    Arena arena;
    char* const first = arena.reserve(100);
    BOOST_TEST(static_cast<void*>(arena.reserve(50)) == static_cast<void*>(first));
    first[0] = 'a';
    BOOST_TEST(arena.commit(first + 1) == "a");
    BOOST_TEST(static_cast<void*>(arena.reserve(1)) == static_cast<void*>(first + 1));
}

BOOST_AUTO_TEST_CASE(arrays_are_aligned_and_zero) {
    Arena arena;
    (void)arena.copy("x");
    auto const numbers = arena.array<std::uint64_t>(1000);
    BOOST_TEST(reinterpret_cast<std::uintptr_t>(numbers.data()) % alignof(std::uint64_t) == 0U);
    for (auto const number : numbers) BOOST_REQUIRE_EQUAL(number, 0U);
    BOOST_TEST(arena.array<std::uint64_t>(0).empty());
}

BOOST_AUTO_TEST_CASE(a_cleared_arena_uses_its_largest_block_again) {
    Arena arena;
    (void)arena.copy("small");
    char* const large = arena.reserve(50000);
    arena.clear();
    BOOST_TEST(static_cast<void*>(arena.reserve(50000)) == static_cast<void*>(large));
}

BOOST_AUTO_TEST_CASE(views_survive_a_move) {
    Arena arena;
    auto const view = arena.copy("kept");
    Arena const moved = std::move(arena);
    BOOST_TEST(view == "kept");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
