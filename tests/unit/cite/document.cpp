// Document: what a text that cites reads, and what changes in it.
#include "cite/document.hpp"

#include "cite/library.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace {

using namespace ibid;
using namespace ibid::cite;

constexpr std::string_view author_date = R"xml(<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation disambiguate-add-year-suffix="true" collapse="year-suffix" year-suffix-delimiter=",">
<layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/></names>
<date variable="issued"><date-part name="year"/></date></group></layout></citation>
<bibliography><sort><key variable="title"/></sort><layout><names variable="author"/>
<text variable="title" prefix=", "/></layout></bibliography></style>)xml";

constexpr std::string_view notes = R"xml(<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<citation><layout suffix="."><choose><if position="ibid"><text value="Ibid"/></if>
<else-if position="subsequent"><text variable="title"/><text variable="first-reference-note-number" prefix=", note "/></else-if>
<else><text variable="title"/></else></choose></layout></citation></style>)xml";

Processor processor_of(std::string_view xml) {
    std::vector<StyleProblem> problems;
    ibid::cite::Style style = parse_style(xml, problems);
    BOOST_TEST(problems.empty());
    Locale locale("en-US");
    locale.add(builtin_english());
    return {std::move(style), std::move(locale)};
}

Record record(std::string_view id, char const* family, char const* title, int year) {
    Record to;
    to.set_id(id);
    to.type = ItemType::book;
    Name name;
    name.family = family, name.given = "Jane";
    to.set(var::author, Names{{&name, 1}, false});
    to.set(var::title, title);
    Date date;
    date.begin.year = year;
    to.set(var::issued, date);
    return to;
}

Cluster cluster(std::string id, std::initializer_list<char const*> items, int note = 0) {
    Cluster to;
    to.id = std::move(id), to.note = note;
    for (char const* item : items) to.cites.emplace_back().item = item;
    return to;
}

std::string text(Document const& document, std::size_t place) { return plain(document.text(place)); }

struct Books {
    std::array<Record, 3> records{record("b", "Doe", "Birds", 2000), record("a", "Doe", "Apes", 2000),
                                  record("c", "Roe", "Cats", 1999)};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cite_document, Books)

BOOST_AUTO_TEST_CASE(year_suffixes_follow_the_bibliography_and_collapse) {
    Processor const processor = processor_of(author_date);
    Document document(processor);
    document.set_items(records);
    document.set_clusters({cluster("1", {"a", "b", "c"})});
    document.update();
    BOOST_TEST(text(document, 0) == "(Doe 2000a,b; Roe 1999)");
    auto const bibliography = document.bibliography();
    BOOST_REQUIRE(bibliography.entries.size() == 3);
    BOOST_TEST(bibliography.entries[0].item == "a");
    BOOST_TEST(plain(bibliography.entries[0].blocks) == "Jane Doe, Apes");
}

BOOST_AUTO_TEST_CASE(update_tells_which_clusters_read_differently) {
    Processor const processor = processor_of(author_date);
    Document document(processor);
    document.set_items(records);
    document.set_clusters({cluster("1", {"b"}), cluster("2", {"c"})});
    BOOST_TEST(document.update().size() == 2U);
    document.set_cluster(cluster("3", {"a"}));
    std::vector<std::size_t> const expected{0, 2};
    BOOST_TEST(document.update() == expected);
    BOOST_TEST(text(document, 0) == "(Doe 2000b)");
}

BOOST_AUTO_TEST_CASE(positions_follow_the_notes) {
    Processor const processor = processor_of(notes);
    Document document(processor);
    document.set_items(records);
    document.set_clusters({cluster("1", {"a"}, 1), cluster("2", {"a"}, 2), cluster("3", {"b"}, 3), cluster("4", {"a"}, 4)});
    document.update();
    BOOST_TEST(text(document, 1) == "Ibid.");
    BOOST_TEST(text(document, 3) == "Apes, note 1.");
}

BOOST_AUTO_TEST_CASE(records_that_nobody_cites_are_left_out_unless_wanted) {
    Processor const processor = processor_of(author_date);
    Document document(processor);
    document.set_items(records);
    document.set_clusters({cluster("1", {"b"})});
    document.update();
    BOOST_TEST(document.bibliography().entries.size() == 1U);
    document.set_uncited(Uncited::all);
    document.update();
    BOOST_TEST(document.bibliography().entries.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
