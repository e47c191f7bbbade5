// support::split<>: which cuts are tried, and that what a failed one wrote is undone.
#include "grammars/support/primitives.hpp"
#include "grammars/support/split.hpp"

#include "unit/grammars/padded.hpp"

#include <boost/spirit/home/x3/operator.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace ibid::grammars::support;
using ibid::tests::Padded;

namespace {

struct Words {
    std::vector<std::string> all{};
    [[nodiscard]] std::size_t mark() const noexcept { return all.size(); }
    void rewind(std::size_t size) { all.resize(size); }
    void put_word(std::string_view word) { all.emplace_back(word); }
};

bool at_each_dash(char const* first, char const* last, Cut& cut) {
    char const* const from = cut.left_end == nullptr ? first : cut.right_begin;
    std::size_t const at = std::string_view(from, static_cast<std::size_t>(last - from)).find('-');
    if (at == std::string_view::npos) return false;
    cut = {from + at, from + at + 1};
    return true;
}

auto const anything = any_run<any_byte>[put<&Words::put_word>];
auto const digits = run<digit>[put<&Words::put_word>];

template <class Rule>
std::string read(Rule const& rule, std::string_view text) {
    Padded const padded(text);
    Words words;
    char const* first = padded.begin();
    if (!parse_into(rule, first, padded.end(), words)) return "no, " + std::to_string(words.all.size()) + " left";
    std::string out;
    for (std::string const& word : words.all) out += "[" + word + "]";
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grammars)
BOOST_AUTO_TEST_SUITE(split_directive)

BOOST_AUTO_TEST_CASE(gives_each_rule_its_side) {
    BOOST_TEST(read(split<&at_each_dash>(anything, digits), "ab-12") == "[ab][12]");
}

BOOST_AUTO_TEST_CASE(tries_the_next_cut_where_a_side_is_not_taken_whole) {
    BOOST_TEST(read(split<&at_each_dash>(anything, digits), "a-b-12") == "[a-b][12]");
    BOOST_TEST(read(split<&at_each_dash>(digits, anything), "1a-2-b") == "no, 0 left");
}

BOOST_AUTO_TEST_CASE(fails_and_leaves_nothing_where_there_is_no_cut) {
    BOOST_TEST(read(split<&at_each_dash>(anything, anything), "ab") == "no, 0 left");
    BOOST_TEST(read(split<&at_each_dash>(anything, digits) | anything, "a-b") == "[a-b]");
}

BOOST_AUTO_TEST_CASE(gives_up_after_a_few_cuts) {
    BOOST_TEST(read(split<&at_each_dash>(anything, digits), "-------1") == "[------][1]");
    BOOST_TEST(read(split<&at_each_dash>(anything, digits), "---------1") == "no, 0 left");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
