// The filter that gives records the citation keys that a format wants.
#include "ibid/filter.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using namespace ibid;

struct Keys : ItemSink {
    std::vector<std::string> keys, told;
    Diagnostics diagnostics{{[this](Diagnostic const& d, Severity) {
                                 told.push_back(std::string(info(d.code).spelling) + " " + std::string(d.before) + ">" + std::string(d.after));
                             },
                             20, 0, false}};
    Item item;

    void put(Item& one) override { keys.emplace_back(one.record.id); }
    void finish() override {}

    void pass(std::string_view to, std::vector<std::string> const& ids, std::string_view from) {
        auto const filter = make_keys(*this, *find_format(to), diagnostics);
        for (std::string const& id : ids) {
            item.record.clear();
            item.record.origin.format = from;
            item.record.set_id(id);
            item.record.set(var::title, Text("A Telling Word"));
            filter->put(item);
        }
    }
};

using Lines = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(filters)
BOOST_FIXTURE_TEST_SUITE(make_keys_, Keys)

BOOST_AUTO_TEST_CASE(those_without_get_one_each) {
    pass("csl-json", {"", "a", ""}, "ris");
    BOOST_TEST(keys == (Lines{"telling", "a", "tellinga"}), boost::test_tools::per_element());
    BOOST_TEST(told == (Lines{"made-key >telling", "made-key >tellinga"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_format_cannot_hold_is_replaced_and_stays_apart) {
    pass("bibtex", {"a b", "a_b", "a,b", "a b"}, "ris");
    BOOST_TEST(keys[0] == "a_b");
    BOOST_TEST(keys[3] == "a_b");  // the same id has the same key
    BOOST_TEST(keys[1] != keys[0]);
    BOOST_TEST(keys[2] != keys[0]);
    BOOST_TEST(keys[2] != keys[1]);
    BOOST_TEST(told[0] == "key-changed a b>a_b");
    BOOST_TEST(told.size() == 4U);
}

BOOST_AUTO_TEST_CASE(what_a_format_can_hold_stays) {
    pass("bibtex", {"a:b/c", "a:b/c"}, "bibtex");
    pass("ris", {"", "a b"}, "bibtex");
    BOOST_TEST(keys == (Lines{"a:b/c", "a:b/c", "", "a b"}), boost::test_tools::per_element());
    BOOST_TEST(told.empty());
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
