// Record: fields in order, one for each variable; copies that share nothing; equality by content.
#include "ibid/record.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <random>
#include <string>

namespace {

using namespace ibid;

/// A record with a value of each kind, marks, extras and an origin.
Record sample() {
    Record record;
    record.set_id("knuth1984");
    record.type = ItemType::book;
    record.origin = {"bibtex", "Book", {"refs.bib", 3, 1}};
    std::array const marks{Mark{0, 3, Style::nocase, {}}, Mark{4, 8, Style::language, "en"}};
    record.set(var::title, Text("TeX book", marks));
    std::array const keywords{Text("typography"), Text("TeX")};
    record.set(var::keyword, keywords);
    std::array<Name, 1> names{};
    names[0].family = "Knuth";
    names[0].given = "Donald E.";
    record.set(var::author, Names{names, true});
    Date date;
    date.begin.year = 1984;
    date.literal = "the year of Orwell";
    record.set(var::issued, date);
    record.add_extra({"bibtex", "bibdate", "1999", "", ExtraKind::unclaimed, VariableId::none});
    return record;
}

BOOST_AUTO_TEST_SUITE(ir)
BOOST_AUTO_TEST_SUITE(record)

BOOST_AUTO_TEST_CASE(fields_stand_in_the_order_of_the_variables_whatever_the_order_of_setting) {
    std::vector<VariableId> texts;
    for (std::size_t i = 0; i < variable_count; ++i)
        if (auto const id = static_cast<VariableId>(i); info(id).kind == Kind::text) texts.push_back(id);
    std::shuffle(texts.begin(), texts.end(), std::mt19937(7));
    Record r;
    for (auto const id : texts) r.set(TextKey{id}, spelling(id));
    BOOST_REQUIRE_EQUAL(r.fields().size(), texts.size());
    for (std::size_t i = 1; i < r.fields().size(); ++i) BOOST_TEST((r.fields()[i - 1].id() < r.fields()[i].id()));
    for (auto const id : texts) BOOST_TEST(r.find(TextKey{id})->plain == spelling(id));
}

BOOST_AUTO_TEST_CASE(setting_again_replaces) {
    Record r;
    r.set(var::volume, "1");
    r.set(var::title, "t");
    r.set(var::volume, "2");
    BOOST_TEST(r.fields().size() == 2U);
    BOOST_TEST(r.find(var::volume)->plain == "2");
    BOOST_TEST(r.find(var::title)->plain == "t");
}

BOOST_AUTO_TEST_CASE(a_value_may_be_set_from_the_record_itself) {
    Record r;
    r.set(var::title_short, "short");
    for (int i = 0; i < 50; ++i) r.set(var::title, *r.find(var::title_short));
    r.set(var::title_short, *r.find(var::title));
    BOOST_TEST(r.find(var::title)->plain == "short");
}

BOOST_AUTO_TEST_CASE(an_absent_variable_is_null_and_no_variable_is_absent) {
    Record const r = sample();
    BOOST_TEST(r.find(var::abstract) == nullptr);
    BOOST_TEST(!r.has(VariableId::none));
    BOOST_TEST(r.field(VariableId::none) == nullptr);
}

BOOST_AUTO_TEST_CASE(erasing_takes_the_field_and_its_expression_away) {
    Record r = sample();
    r.add_extra({"bibtex", "title", "", "tex # book", ExtraKind::expression, VariableId::title});
    r.erase(var::title);
    r.erase(var::title);
    r.erase(VariableId::none);
    BOOST_TEST(!r.has(var::title));
    BOOST_TEST(r.fields().size() == 3U);
    BOOST_TEST(r.extras().size() == 1U);
    BOOST_TEST(r.find(var::author)->list[0].family.plain == "Knuth");
}

BOOST_AUTO_TEST_CASE(setting_drops_what_was_noted_of_that_variable_only) {
    Record r = sample();
    r.add_extra({"bibtex", "", "", "", ExtraKind::inherited, VariableId::title});
    r.add_extra({"bibtex", "title", "", "a # b", ExtraKind::expression, VariableId::title});
    r.add_extra({"bibtex", "volume", "", "c # d", ExtraKind::expression, VariableId::volume});
    r.add_extra({"bibtex", "booktitle", "x", "", ExtraKind::shadowed, VariableId::title});
    r.set(var::title, "new");
    BOOST_REQUIRE_EQUAL(r.extras().size(), 3U);
    BOOST_TEST(r.extras()[1].source == "c # d");
    BOOST_TEST((r.extras()[2].kind == ExtraKind::shadowed));
}

BOOST_AUTO_TEST_CASE(adopting_keeps_the_expression) {
    Record r;
    r.add_extra({"bibtex", "title", "", "a # b", ExtraKind::expression, VariableId::title});
    r.adopt(Field(var::title, Text(r.arena().copy("ab"))));
    BOOST_TEST(r.extras().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_copy_is_equal_and_shares_nothing) {
    auto original = std::make_unique<Record>(sample());
    Record const copy = *original;
    BOOST_TEST((copy == *original));
    original.reset();
    BOOST_TEST((copy == sample()));
    BOOST_TEST(copy.id == "knuth1984");
    BOOST_TEST(copy.origin.where.file == "refs.bib");
    BOOST_TEST(copy.find(var::title)->marks[1].argument == "en");
    BOOST_TEST(copy.find(var::issued)->literal == "the year of Orwell");
}

BOOST_AUTO_TEST_CASE(copying_over_a_record_replaces_it) {
    Record r;
    r.set(var::abstract, "gone");
    Record const s = sample();
    r = s;
    BOOST_TEST((r == s));
    Record const& self = r;
    r = self;
    BOOST_TEST((r == s));
}

BOOST_AUTO_TEST_CASE(views_survive_a_move) {
    Record r = sample();
    auto const title = r.find(var::title)->plain;
    Record const moved = std::move(r);
    BOOST_TEST(static_cast<void const*>(moved.find(var::title)->plain.data()) == static_cast<void const*>(title.data()));
    BOOST_TEST((moved == sample()));
}

BOOST_AUTO_TEST_CASE(a_cleared_record_equals_a_new_one) {
    Record r = sample();
    r.clear();
    BOOST_TEST((r == Record()));
    BOOST_TEST(!r.has(var::title));
}

BOOST_AUTO_TEST_CASE(equality_is_of_content_native_type_and_extras_but_not_of_place) {
    Record const a = sample();
    Record b = sample();
    b.origin.where.line = 99;
    BOOST_TEST((a == b));
    b.origin.native_type = "book";
    BOOST_TEST((a != b));
    b = a;
    b.clear_extras();
    BOOST_TEST((a != b));
    b = a;
    b.set(var::title, "TeX book");  // the marks are gone
    BOOST_TEST((a != b));
    b = a;
    b.set(var::author, Names{a.find(var::author)->list, false});
    BOOST_TEST((a != b));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
