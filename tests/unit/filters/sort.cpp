// Sorting.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>

namespace {
using namespace ibid;

/// The keys in the order in which a .bib text comes out of a filter; verbatim items as their source.
std::string order(std::string_view bib, std::function<std::unique_ptr<Filter>(ItemSink&)> const& make) {
    struct Keys final : ItemSink {
        std::string all;
        void put(Item& item) override { all.append(item.kind == ItemKind::record ? item.record.id : item.verbatim.source).append(" "); }
        void finish() override {}
    } keys;
    Diagnostics diagnostics;
    auto const filter = make(keys);
    read_all(*open_memory(bib, "test", diagnostics), *find_format("biblatex"), *filter, diagnostics);
    filter->finish();
    return keys.all;
}

std::string sorted(std::string_view bib, std::vector<SortField> const& fields, ParentOrder parents = ParentOrder::sorted) {
    return order(bib, [&](ItemSink& next) { return sort_records(next, fields, parents); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(filters_sort)

BOOST_AUTO_TEST_CASE(numbers_come_by_value_and_what_is_missing_last_both_ways) {
    std::string_view const bib = "@misc{a, volume=10}@misc{b, title={B}}@misc{c, volume=2}@misc{d, volume={2}}";
    BOOST_TEST(sorted(bib, {{"volume"}}) == "c d a b ");
    BOOST_TEST(sorted(bib, {{"volume", true}}) == "a c d b ");
    BOOST_TEST(sorted(bib, {{"volume"}, {"key", true}}) == "d c a b ");
}

BOOST_AUTO_TEST_CASE(names_come_by_family_and_given_without_case_and_accents) {
    std::string_view const bib = "@misc{a, author={Lia, B}}@misc{b, author={Li, C}}@misc{c, author={li, B and X, Y}}@misc{d, author={{Acme}}}@misc{e, author={\u00C9tienne, A}}@misc{f, author={van Dam, A}}";
    BOOST_TEST(sorted(bib, {{"author"}}) == "d f e c b a ");
}

BOOST_AUTO_TEST_CASE(dates_come_by_time) {
    std::string_view const bib = "@misc{a, date={2015-03-12}}@misc{b, date={2015}}@misc{c, date={2015-03}}@misc{d, date={-0004}}@misc{e, year={in press}}@misc{f, date={2014/2020}}@misc{g, date={2015-10}}";
    BOOST_TEST(sorted(bib, {{"issued"}}) == "d f b c a g e ");
    BOOST_TEST(sorted(bib, {{"issued", true}}) == "g a c b f d e ");
    BOOST_TEST(sorted(bib, {{"year"}}) == "d f a b c g e ");
}

BOOST_AUTO_TEST_CASE(titles_types_keys_and_residue_are_fields) {
    std::string_view const bib = "@book{B, title={alpha}, owner={y}}@article{a, title={Beta}}@misc{C, title={\u00C4b}, owner={x}}";
    BOOST_TEST(sorted(bib, {{"title"}}) == "C B a ");
    BOOST_TEST(sorted(bib, {{"key"}}) == "a B C ");
    BOOST_TEST(sorted(bib, {{"type"}}) == "a B C ");
    BOOST_TEST(sorted(bib, {{"owner"}}) == "C B a ");
}

BOOST_AUTO_TEST_CASE(what_is_no_record_comes_first_but_for_blank_lines) {
    BOOST_TEST(sorted("@misc{b, title={B}}\n\n@string{m = {M}}\n\n@misc{a, title={A}}\n", {{"key"}}) == "@string{m = {M}} a b ");
}

BOOST_AUTO_TEST_CASE(parents_may_have_to_come_behind_their_children) {
    std::string_view const bib = "@book{b, title={B}, crossref={a}}@inbook{c, title={C}, crossref={b}}@collection{a, title={A}}@misc{d, title={D}}";
    BOOST_TEST(sorted(bib, {{"key"}}) == "a b c d ");
    BOOST_TEST(sorted(bib, {{"key"}}, ParentOrder::last) == "c d b a ");
    BOOST_TEST(sorted("@book{b, title={B}, crossref={a}}@book{a, title={A}, crossref={b}}@book{c, title={C}, crossref={c}}", {{"key"}}, ParentOrder::last).size() == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
