// Diagnostics: everything is counted, the first of each kind are passed on, --strict lifts.
#include "ibid/diagnostic.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace {

using namespace ibid;

Diagnostic about(Code code, std::string_view field = {}) {
    Diagnostic d;
    d.code = code;
    d.field = field;
    return d;
}

BOOST_AUTO_TEST_SUITE(diagnostics)

BOOST_AUTO_TEST_CASE(every_code_has_a_spelling_of_its_own_and_a_sentence_of_help) {
    std::set<std::string_view> seen;
    for (CodeInfo const& row : all_codes()) {
        BOOST_TEST(seen.insert(row.spelling).second);
        BOOST_TEST(row.help.ends_with("."));
        BOOST_TEST((info(row.code).spelling == row.spelling));
    }
}

BOOST_AUTO_TEST_CASE(passes_on_the_first_few_of_a_code_with_a_field_and_counts_all) {
    std::size_t seen = 0;
    Diagnostics d({[&](Diagnostic const&, Severity) { ++seen; }, 3, 0, false});
    for (int i = 0; i < 10; ++i) {
        d.put(about(Code::bad_date, "year"));
        d.put(about(Code::bad_date, "date"));
    }
    BOOST_TEST(seen == 6U);
    BOOST_TEST(d.count(Code::bad_date) == 20U);
    BOOST_TEST(d.count(Severity::warning) == 20U);
    BOOST_TEST(d.count(Severity::error) == 0U);
}

BOOST_AUTO_TEST_CASE(what_the_summary_lists_has_a_limit_of_its_own) {
    std::size_t seen = 0;
    Diagnostics d({[&](Diagnostic const&, Severity) { ++seen; }, 20, 0, false});
    BOOST_TEST(!d.count_only(Code::dropped_field, "bibdate"));
    d.put(about(Code::dropped_field, "bibdate"));
    BOOST_TEST(seen == 0U);
    BOOST_TEST(d.count(Code::dropped_field) == 2U);
}

BOOST_AUTO_TEST_CASE(count_only_asks_for_the_details_while_the_handler_would_see_them) {
    Diagnostics d({[](Diagnostic const&, Severity) {}, 1, 1, false});
    BOOST_TEST(d.count_only(Code::dropped_field, "bibdate"));
    BOOST_TEST(d.count(Code::dropped_field) == 0U);
    d.put(about(Code::dropped_field, "bibdate"));
    BOOST_TEST(!d.count_only(Code::dropped_field, "bibdate"));
    BOOST_TEST(d.count(Code::dropped_field) == 2U);
}

BOOST_AUTO_TEST_CASE(without_a_handler_nobody_wants_details) {
    Diagnostics d;
    BOOST_TEST(!d.count_only(Code::bad_date, "year"));
    d.put(about(Code::bad_date, "year"));
    BOOST_TEST(d.count(Code::bad_date) == 2U);
}

BOOST_AUTO_TEST_CASE(fields_of_all_lengths_are_told_apart) {
    Diagnostics d;
    std::vector<std::string> fields;
    for (std::size_t size = 0; size < 24; ++size)
        for (std::size_t changed = 0; changed <= size; ++changed) {
            std::string field(size, 'a');
            if (changed < size) field[changed] = 'b';
            fields.push_back(field);
        }
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t n = 0; n <= i % 3; ++n) (void)d.count_only(Code::dropped_field, fields[i]);
    std::sort(fields.begin(), fields.end());
    auto const tallies = d.tallies();
    BOOST_REQUIRE_EQUAL(tallies.size(), fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) BOOST_REQUIRE_EQUAL(tallies[i].field, fields[i]);
}

BOOST_AUTO_TEST_CASE(tallies_stand_in_the_order_of_the_codes_and_the_fields) {
    Diagnostics d;
    for (auto const* field : {"z", "a", "m"}) {
        (void)d.count_only(Code::dropped_field, field);
        d.put(about(Code::bad_date, field));
    }
    auto const tallies = d.tallies();
    BOOST_REQUIRE_EQUAL(tallies.size(), 6U);
    BOOST_TEST((tallies[0].code == Code::bad_date && tallies[0].field == "a"));
    BOOST_TEST((tallies[5].code == Code::dropped_field && tallies[5].field == "z"));
}

BOOST_AUTO_TEST_CASE(a_file_full_of_new_field_names_costs_bounded_memory_and_loses_no_count) {
    Diagnostics d;
    for (int i = 0; i < 100000; ++i) (void)d.count_only(Code::dropped_field, "field" + std::to_string(i));
    BOOST_TEST(d.count(Code::dropped_field) == 100000U);
    BOOST_TEST(d.tallies().size() < 2100U);
}

BOOST_AUTO_TEST_CASE(strict_lifts_warnings_and_leaves_notes) {
    std::vector<Severity> seen;
    Diagnostics d({[&](Diagnostic const&, Severity severity) { seen.push_back(severity); }, 20, 0, true});
    d.put(about(Code::bad_date));
    d.put(about(Code::encoding));
    d.put(about(Code::cannot_read));
    BOOST_TEST((seen == std::vector{Severity::error, Severity::note, Severity::fatal}));
    BOOST_TEST(d.count(Severity::error) == 2U);
}

BOOST_AUTO_TEST_CASE(a_loss_is_what_did_not_arrive_and_not_what_was_repaired) {
    Diagnostics d;
    d.put(about(Code::syntax_repaired));
    d.put(about(Code::shadowed_field, "author"));
    BOOST_TEST(!d.lost_data());
    (void)d.count_only(Code::dropped_field, "x");
    BOOST_TEST(d.lost_data());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
