// Note fields and citation labels: what is not in a record and can be had from it.
#include "cite/citation_label.hpp"
#include "cite/note_fields.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace ibid;
using namespace ibid::cite;

namespace {

Record with_note(std::string_view note) {
    Record record;
    record.set(var::note, Text(note));
    record.set(var::title, "Kept");
    take_note_fields(record);
    return record;
}

std::string note_of(Record const& record) {
    auto const* note = record.find(var::note);
    return note ? std::string(note->plain) : "-";
}

std::string label(std::initializer_list<std::string_view> families) {
    Record record;
    std::vector<Name> names;
    for (std::string_view const family : families) names.emplace_back().family = Text(family);
    record.set(var::author, Names{names, false});
    Date date;
    date.begin.year = 1905;
    record.set(var::issued, date);
    return citation_label(record);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cite_note_fields)

BOOST_AUTO_TEST_CASE(takes_variables_of_each_kind) {
    auto const record = with_note("genre: Comment\noriginal-date: 1923-05\nreviewed-author: Hall || W. C.\n"
                                  "reviewed-author: Staff\ntype: review\nISBN: 1-2");
    BOOST_TEST(note_of(record) == "-");
    BOOST_TEST(record.find(var::genre)->plain == "Comment");
    BOOST_TEST(record.find(var::original_date)->begin.month == 5);
    auto const* names = record.find(var::reviewed_author);
    BOOST_REQUIRE(names);
    BOOST_REQUIRE(names->list.size() == 2U);
    BOOST_TEST(names->list[0].family.plain == "Hall");
    BOOST_TEST(names->list[0].given.plain == "W. C.");
    BOOST_TEST(names->list[1].literal.plain == "Staff");
    BOOST_CHECK(record.type == ItemType::review);
    BOOST_TEST(record.find(var::ISBN)->size() == 1U);
}

BOOST_AUTO_TEST_CASE(leaves_prose_alone) {
    for (char const* note : {"Note: this is prose", "See http://example.org", "First line.\nSecond line.\ngenre: not at the beginning"})
        BOOST_TEST(note_of(with_note(note)) == note);
}

BOOST_AUTO_TEST_CASE(the_first_line_may_be_prose) {
    auto const record = with_note("Prose.\ngenre: Letter\nMore.");
    BOOST_TEST(note_of(record) == "Prose.\nMore.");
    BOOST_TEST(record.find(var::genre)->plain == "Letter");
}

BOOST_AUTO_TEST_CASE(braces_hold_a_field_anywhere) {
    auto const record = with_note("Some {:genre: Letter} prose {:nonsense: x}.");
    BOOST_TEST(note_of(record) == "Some  prose {:nonsense: x}.");
    BOOST_TEST(record.find(var::genre)->plain == "Letter");
}

BOOST_AUTO_TEST_CASE(what_is_there_stays) { BOOST_TEST(with_note("title: Other").find(var::title)->plain == "Kept"); }

BOOST_AUTO_TEST_CASE(labels_are_made_of_up_to_four_names) {
    BOOST_TEST(label({"Asthma"}) == "Asth05");
    BOOST_TEST(label({"Wu"}) == "Wu05");
    BOOST_TEST(label({"Ärger", "O'Neill"}) == "ÄrON05");
    BOOST_TEST(label({"Abel", "Baker", "Cole"}) == "AbBC05");
    BOOST_TEST(label({"Abel", "Baker", "Cole", "Dow", "Eve"}) == "ABCD05");
    Record record;
    record.set(var::title, "The art of computer programming, again");
    BOOST_TEST(citation_label(record) == "Taoc");
}

BOOST_AUTO_TEST_SUITE_END()
