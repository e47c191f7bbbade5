// The filter that warns of duplicate keys: it passes everything on.
#include "ibid/filter.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace ibid;

struct Counter final : ItemSink {
    std::size_t items = 0;
    bool finished = false;
    void put(Item&) override { ++items; }
    void finish() override { finished = true; }
    [[nodiscard]] bool wants_more() const noexcept override { return items < 3; }
};

struct Keys {
    Counter counter;
    std::vector<std::string> warnings;
    Diagnostics diagnostics{{[this](Diagnostic const& d, Severity) { warnings.emplace_back(d.message); }, 20, 0, false}};
    std::unique_ptr<Filter> filter = warn_of_duplicate_keys(counter, diagnostics);
    Item item;

    void put(std::string_view key, ItemKind kind = ItemKind::record) {
        item.record.clear();
        item.record.set_id(key);
        item.kind = kind;
        filter->put(item);
    }
};

BOOST_AUTO_TEST_SUITE(filters)
BOOST_FIXTURE_TEST_SUITE(duplicate_keys, Keys)

BOOST_AUTO_TEST_CASE(warns_of_the_second_and_passes_both_on) {
    put("a");
    put("b");
    put("a");
    filter->finish();
    BOOST_REQUIRE_EQUAL(warnings.size(), 1U);
    BOOST_TEST(warnings[0] == "the key 'a' has been seen before");
    BOOST_TEST(counter.items == 3U);
    BOOST_TEST(counter.finished);
    BOOST_TEST(!filter->wants_more());
}

BOOST_AUTO_TEST_CASE(records_without_a_key_and_what_is_no_record_are_not_compared) {
    put("");
    put("");
    put("a", ItemKind::verbatim);
    put("a", ItemKind::verbatim);
    put("A");
    put("a");
    BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_keys_are_told_apart) {
    for (int i = 0; i < 100000; ++i) put("key" + std::to_string(i));
    BOOST_TEST(diagnostics.count(Code::duplicate_key) == 0U);
    put("key77777");
    BOOST_TEST(diagnostics.count(Code::duplicate_key) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
