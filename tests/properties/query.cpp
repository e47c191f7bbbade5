// Queries and orders over generated records: a query and its contrary part the records into two, whatever they hold; and
// sorting keeps each record once, in an order that a second sorting leaves alone.
#include "ibid/ibid.hpp"
#include "support/generate.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace {
using namespace ibid;

constexpr std::size_t how_many = 300;

std::vector<Record> generated(std::uint64_t seed) {
    tests::Generator make(seed, {});
    std::vector<Record> records(how_many);
    for (std::size_t i = 0; i < how_many; ++i) {
        make.fill(records[i], "r" + std::to_string(i));
        if (i % 3 == 0) records[i].add_extra({.format = "bibtex", .name = "owner", .value = "me"});
    }
    return records;
}

struct Keys final : ItemSink {
    std::vector<std::string> all;
    void put(Item& item) override { all.emplace_back(item.record.id); }
    void finish() override {}
};

std::vector<std::string> keys_behind(std::unique_ptr<Filter> filter, Keys& keys, std::vector<Record> const& records) {
    Item item;
    for (Record const& record : records) {
        item.record = record;
        filter->put(item);
    }
    filter->finish();
    return keys.all;
}

std::vector<std::string> matching(std::string const& text, std::vector<Record> const& records) {
    QueryProblem problem;
    auto const query = Query::compile(text, problem);
    BOOST_REQUIRE_MESSAGE(query, text << ": " << problem.message);
    Keys keys;
    return keys_behind(keep_records(keys, *query), keys, records);
}

/// A test of any variable with a value that may be one of its kind.
std::string some_test(tests::Random& random) {
    static constexpr std::array<std::string_view, 9> operators{"", "=", "!=", "<", "<=", ">", ">=", "~", "!~"};
    static constexpr std::array<std::string_view, 6> values{"2015", "1999-03", "12", "a", "150", "'A b'"};
    static constexpr std::array<std::string_view, 4> dates{"2015", "1999-03", "2010/2020", "200X"};
    static constexpr std::array<std::string_view, 4> others{"key", "type", "owner", "year"};
    std::string const field(random.one_in(5) ? random.pick(others) : spelling(static_cast<VariableId>(random(variable_count))));
    std::string_view const op = random.pick(operators);
    if (op.empty()) return field;
    auto const id = variable(field);
    bool const is_date = id && info(*id).kind == Kind::date;
    return field + std::string(op) + std::string(field == "year" ? "2015" : is_date ? random.pick(dates) : random.pick(values));
}

std::string some_query(tests::Random& random, int depth = 0) {
    if (depth == 3 || random.one_in(3)) return some_test(random);
    std::string const left = some_query(random, depth + 1), right = some_query(random, depth + 1);
    switch (random(3)) {
    case 0: return "(" + left + ") and (" + right + ")";
    case 1: return "(" + left + ") or (" + right + ")";
    default: return "not (" + left + ")";
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_query_and_its_contrary_part_the_records) {
    std::vector<Record> const records = generated(1);
    tests::Random random(2);
    for (int i = 0; i < 400; ++i) {
        std::string const query = some_query(random);
        auto const yes = matching(query, records), no = matching("not (" + query + ")", records);
        std::set<std::string> all(yes.begin(), yes.end());
        all.insert(no.begin(), no.end());
        BOOST_TEST(yes.size() + no.size() == records.size(), query);
        BOOST_TEST(all.size() == records.size(), query);
    }
}

BOOST_AUTO_TEST_CASE(and_is_one_filter_behind_the_other_and_or_the_contrary_of_neither) {
    std::vector<Record> const records = generated(3);
    tests::Random random(4);
    for (int i = 0; i < 200; ++i) {
        std::string const a = some_query(random, 1), b = some_query(random, 1);
        std::vector<Record> left;
        auto const with_a = matching(a, records);
        std::copy_if(records.begin(), records.end(), std::back_inserter(left), [&](Record const& r) { return std::find(with_a.begin(), with_a.end(), r.id) != with_a.end(); });
        BOOST_TEST(matching("(" + a + ") and (" + b + ")", records) == matching(b, left), a << " | " << b);
        BOOST_TEST(matching("(" + a + ") or (" + b + ")", records) == matching("not (not (" + a + ") and not (" + b + "))", records), a << " | " << b);
    }
}

BOOST_AUTO_TEST_CASE(sorting_keeps_each_record_once_and_is_stable) {
    std::vector<Record> records = generated(5);
    for (std::size_t v = 0; v < variable_count; ++v) {
        for (bool const descending : {false, true}) {
            std::string const name(spelling(static_cast<VariableId>(v)));
            std::vector<SortField> const fields{{name, descending}};
            Keys keys;
            auto const once = keys_behind(sort_records(keys, fields), keys, records);
            BOOST_TEST(std::set<std::string>(once.begin(), once.end()).size() == records.size(), name);
            std::vector<Record> in_order;
            for (std::string const& key : once) in_order.push_back(*std::find_if(records.begin(), records.end(), [&](Record const& r) { return r.id == key; }));
            Keys again;
            BOOST_TEST(keys_behind(sort_records(again, fields), again, in_order) == once, name);
            auto const lacks = [v](Record const& r) { return r.field(static_cast<VariableId>(v)) == nullptr; };
            bool const last = std::is_partitioned(in_order.begin(), in_order.end(), [&](Record const& r) { return !lacks(r); });
            BOOST_TEST((last || info(static_cast<VariableId>(v)).kind == Kind::date), name);  // literal dates sort with what is not there
        }
    }
}
