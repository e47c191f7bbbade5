// Which fields are left, and what a record then says that it inherited.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace ibid;

BOOST_AUTO_TEST_SUITE(filters_fields)

BOOST_AUTO_TEST_CASE(a_child_says_itself_what_it_would_lose) {
    struct Last final : ItemSink {
        Record record;
        void put(Item& item) override {
            if (item.kind == ItemKind::record && item.record.id == "c") record = item.record;
        }
        void finish() override {}
    };
    auto const child = [](auto const& make) {
        Last last;
        Diagnostics diagnostics;
        std::unique_ptr<Filter> const filter = make(last);
        read_all(*open_memory("@inbook{c, title={C}, crossref={b}, owner={me}}@book{b, title={B}}", "t", diagnostics), *find_format("biblatex"), *filter, diagnostics);
        return last.record;
    };
    auto const inherits = [](Record const& r) { return std::any_of(r.extras().begin(), r.extras().end(), [](Extra const& x) { return x.kind == ExtraKind::inherited; }); };
    QueryProblem problem;
    BOOST_TEST(!inherits(child([&](ItemSink& next) { return keep_records(next, *Query::compile("key=c", problem)); })));
    BOOST_TEST(!inherits(child([](ItemSink& next) { return drop_fields(next, {"crossref"}); })));
    BOOST_TEST(inherits(child([](ItemSink& next) { return drop_fields(next, {"owner"}); })));
    Record const kept = child([](ItemSink& next) { return keep_fields(next, {"Title", "native:OWNER"}); });
    BOOST_TEST(kept.fields().size() == 1U);
    BOOST_TEST(kept.extras().size() == 1U);
    BOOST_TEST(kept.id == "c");
}

BOOST_AUTO_TEST_SUITE_END()
