// Formatted citations as records: types, names, what no citation says, and which files are taken for them.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace ibid;

namespace {

struct Reading {
    std::vector<Record> records;
    std::vector<std::string> told;  ///< "code field"
    std::size_t rejected = 0;
};

Reading read(std::string_view text) {
    Reading to;
    Diagnostics::Settings settings;
    settings.summary_limit = 1000;
    settings.handler = [&to](Diagnostic const& d, Severity) {
        to.told.push_back(std::string(info(d.code).spelling) + " " + std::string(d.field));
    };
    Diagnostics diagnostics(settings);
    Options const options;
    auto const source = open_memory(text, "citations", diagnostics);
    auto const reader = find_format("citation")->make_reader({*source, diagnostics, options});
    for (Item item; reader->next(item);) to.records.push_back(item.record);
    to.rejected = reader->rejected();
    return to;
}

std::string type(std::string_view line) {
    Reading const reading = read(line);
    return reading.records.size() == 1 ? std::string(spelling(reading.records[0].type)) : "none";
}

std::string plain(Record const& record, TextKey key) {
    Text const* const text = record.find(key);
    return text == nullptr ? "" : std::string(text->plain);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)
BOOST_AUTO_TEST_SUITE(citation)

BOOST_AUTO_TEST_CASE(takes_the_type_from_the_shape) {
    BOOST_TEST(type("Ji K: Title. Nature 21: 24, 2021") == "article-journal");
    BOOST_TEST(type("Ji K: Title. Springer, Berlin, 1997") == "book");
    BOOST_TEST(type("Ji K: Title. Springer, 1997") == "book");
    BOOST_TEST(type("Ji K: Title. The Book 12–30, Springer, Berlin, 1997") == "chapter");
    BOOST_TEST(type("Ji K: Title. 2002") == "document");
}

BOOST_AUTO_TEST_CASE(one_article_is_one_person_in_all_styles) {
    Reading const reading = read("van den Ji K Jr.: T. Nature 1: 2, 2021\n"
                                 "van den Ji, K., Jr. (2021). T. Nature, 1, 2.\n"
                                 "van den Ji, K., Jr.\"T\". Nature 1 (2021): 2.\n"
                                 "van den Ji, K., Jr.\"T\". Nature 1, no. 3 (2021): 2.\n");
    BOOST_REQUIRE(reading.records.size() == 4U);
    for (Record const& record : reading.records) {
        Name const& name = record.find(var::author)->list.front();
        BOOST_TEST(name.family.plain == "Ji");
        BOOST_TEST(name.given.plain == "K");
        BOOST_TEST(name.non_dropping_particle.plain == "van den");
        BOOST_TEST(name.suffix.plain == "Jr.");
    }
}

BOOST_AUTO_TEST_CASE(the_short_title_of_a_journal_is_its_title_as_well) {
    Record const record = read("Ji K: T. Exp Ther Med 1: 2-3, 2021").records.at(0);
    BOOST_TEST(plain(record, var::container_title_short) == "Exp Ther Med");
    BOOST_TEST(plain(record, var::container_title) == "Exp Ther Med");
    Record const apa = read("Ji, K. (2021). T. Exp Ther Med, 1, 2–3.").records.at(0);
    BOOST_TEST(plain(apa, var::container_title_short).empty());
    BOOST_TEST(plain(apa, var::page) == "2-3");
}

BOOST_AUTO_TEST_CASE(tells_what_no_citation_says) {
    std::vector<std::string> const all{"not-said type", "not-said author", "not-said container-title", "not-said issued"};
    BOOST_TEST(read("Ji K: T. Exp Ther Med 1: 2, 2021").told == all, boost::test_tools::per_element());
    std::vector<std::string> const type{"not-said type"};
    BOOST_TEST(read("\"T\". Nature 1: 2.").told == type, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rejects_a_line_that_is_not_understood_and_goes_on) {
    Reading const reading = read("Ji K. T. Nature. 2021;1:2.\nJi K: T. Nature 1: 2, 2021\nprose\n");
    BOOST_TEST(reading.records.size() == 1U);
    BOOST_TEST(reading.rejected == 2U);
    BOOST_TEST(reading.told.front() == "syntax ");
    BOOST_TEST(reading.records[0].origin.where.line == 2U);
}

BOOST_AUTO_TEST_CASE(is_told_by_content_only_where_persons_are_cited) {
    auto const id = [](std::string_view name, std::string_view content) {
        Format const* const format = detect_format(name, content);
        return format == nullptr ? std::string("none") : std::string(format->id);
    };
    BOOST_TEST(id("refs.txt", "\n1. Ji K: T. Nature 1: 2, 2021\n") == "citation");
    BOOST_TEST(id("refs.txt", "APA\nJi, K. (2021). T. Nature, 1, 2.\n") == "citation");
    BOOST_TEST(id("my.citations.txt", "") == "citation");
    BOOST_TEST(id("refs.txt", "Some notes\nJi K: T. Nature 1: 2, 2021\n") == "none");
    BOOST_TEST(id("refs.txt", "A story. Part 2: 3, 2021\n") == "none");
    BOOST_TEST(id("refs.txt", "Plan B: wait. It is early, on 1 May 2021\n") == "none");
    BOOST_TEST(id("refs.txt", "TY  - JOUR\nTI  - T\nER  - \n") == "ris");
    BOOST_TEST(id("refs.txt", "Ji K: T. Nature 1: 2, 2021\nTY  - JOUR\nTI  - T\nER  - \n") == "ris");
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()
