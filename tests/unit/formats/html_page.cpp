// HTML pages: what of a page is looked at, which source is believed, what is said again and what otherwise.
#include "formats/html_page/linked_data.hpp"
#include "formats/html_page/sieve.hpp"

#include "ibid/convert.hpp"
#include "ibid/filter.hpp"
#include "ibid/format.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace {
using namespace ibid;
using namespace ibid::formats::html_page;

struct Sink final : ItemSink {
    void put(Item& item) override { records.push_back(std::move(item.record)); }
    void finish() override {}
    std::vector<Record> records;
};

/// The record of a page with these elements, and how many diagnostics of a code came.
struct Read {
    explicit Read(std::string_view html) {
        auto const source = open_memory(html, "page.html", diagnostics);
        counts = read_all(*source, *find_format("html-page"), sink, diagnostics);
    }
    [[nodiscard]] Record const& record() const { return sink.records.at(0); }
    [[nodiscard]] std::string text(TextKey key) const {
        Text const* const t = sink.records.empty() ? nullptr : record().find(key);
        return t != nullptr ? std::string(t->plain) : std::string();
    }
    [[nodiscard]] std::string list(ListKey key) const {
        std::string all;
        if (List const* const l = record().find(key))
            for (Text const& t : *l) all.append(all.empty() ? "" : "|").append(t.plain);
        return all;
    }
    [[nodiscard]] std::string names(NamesKey key) const {
        std::string all;
        if (Names const* const n = record().find(key))
            for (Name const& one : n->list)
                all.append(all.empty() ? "" : "|").append(one.literal.empty() ? std::string(one.family.plain) + ", " + std::string(one.given.plain) : std::string(one.literal.plain));
        return all;
    }
    Diagnostics diagnostics;
    Sink sink;
    Counts counts;
};

std::string meta(std::string_view name, std::string_view content) {
    return "<meta name=\"" + std::string(name) + "\" content=\"" + std::string(content) + "\">\n";
}
std::string linked(std::string_view json) { return "<script type=\"application/ld+json\">" + std::string(json) + "</script>\n"; }

std::string kept(std::string_view html) {
    std::vector<Refused> refused;
    std::string text = sieved(html, refused);
    BOOST_TEST(text.size() == html.size());
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_html_page)

BOOST_AUTO_TEST_CASE(the_sieve_keeps_metadata_alone) {
    BOOST_TEST(kept("<p>a<META name='x' content=\"a > b\">b</p>") == "<META name='x' content=\"a > b\">");
    for (std::string_view const hidden : {"<!-- <meta a> -->", "<!-- <meta a>", "<style><meta a></style>", "<script>'<meta a>'</script>", "<textarea><meta a></TEXTAREA >",
                                          "<title><meta a></title>", "<iframe><meta a></iframe>", "<a title='<meta a>'>", "<metadata a>", "< meta a>"})
        BOOST_TEST(kept(hidden) == "", hidden);
    BOOST_TEST(kept("<script type=application/LD+json>{}</script ><b>") == "<script type=application/LD+json>{}</script >");
}

BOOST_AUTO_TEST_CASE(an_element_with_a_thousand_attributes_is_told_and_left_out) {
    std::string many = "<meta ";
    for (int i = 0; i < 1000; ++i) many += "a" + std::to_string(i) + "=b ";
    Read const read(many + ">" + meta("citation_title", "Moss"));
    BOOST_TEST(read.text(var::title) == "Moss");
    BOOST_TEST(read.diagnostics.count(Code::skipped_text) == 1U);
}

BOOST_AUTO_TEST_CASE(a_page_without_metadata_is_no_record) {
    BOOST_TEST(Read("<html><title>x</title><meta name=viewport content=y><meta property=og:type content=website></html>").counts.read == 0U);
    BOOST_TEST(Read("").counts.read == 0U);
}

BOOST_AUTO_TEST_CASE(the_better_source_counts_and_the_rest_fills_in) {
    Read const read(meta("DC.title", "From Dublin") + meta("DC.publisher", "Bog Press") + linked(R"({"@type": "ScholarlyArticle", "name": "From schema.org", "pagination": "3-9"})") +
                    meta("citation_title", "From the tags"));
    BOOST_TEST(read.text(var::title) == "From the tags");
    BOOST_TEST(read.text(var::page) == "3-9");
    BOOST_TEST(read.list(var::publisher) == "Bog Press");
    BOOST_TEST(read.diagnostics.count(Code::shadowed_field) == 2U);
    BOOST_TEST(read.record().extras().size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_said_again_in_other_words_is_no_news) {
    Read const read(meta("citation_title", "Moss &amp; Stone: A &lt;i&gt;study&lt;/i&gt;") + meta("DC.Title", "Moss and Stone") + meta("og:title", "moss &amp; stone - a study | Journal") +
                    meta("citation_author", "Ada Lovelace") + meta("citation_author", "Jan van der Berg") + meta("dc.creator", "Lovelace, Ada") + meta("dc.creator", "van der Berg, Jan") +
                    meta("citation_publication_date", "2021/03/04") + meta("citation_year", "2021") + meta("dc.date", "2021-03") + meta("citation_online_date", "2020/12/24") +
                    meta("dcterms.issued", "2020-12-24") + meta("citation_doi", "10.5555/A") + meta("dc.identifier", "https://doi.org/10.5555/a"));
    BOOST_TEST(read.diagnostics.count(Code::shadowed_field) == 1U);
    BOOST_TEST_REQUIRE(read.record().extras().size() == 1U);
    BOOST_TEST(read.record().extras()[0].value == "Moss and Stone");
}

BOOST_AUTO_TEST_CASE(names_come_in_either_order_and_several_in_one) {
    BOOST_TEST(Read(meta("citation_author", "Lovelace, Ada") + meta("citation_author", "Robert T. Fielding")).names(var::author) == "Lovelace, Ada|Fielding, Robert T.");
    BOOST_TEST(Read(meta("citation_authors", "Lovelace, Ada; Fielding, R. T.")).names(var::author) == "Lovelace, Ada|Fielding, R. T.");
    BOOST_TEST(Read(meta("citation_author", "Ministry of Bogs, Department of Peat")).names(var::author) == "Ministry of Bogs, Department of Peat");
    BOOST_TEST(Read(meta("DC.creator", "World Moss Organization")).names(var::author) == "World Moss Organization");
}

BOOST_AUTO_TEST_CASE(an_orcid_belongs_to_the_author_before_it) {
    Read const read(meta("citation_author", "A B") + meta("citation_author", "C D") + meta("citation_author_orcid", "http://orcid.org/0000-0002-1825-0097"));
    BOOST_TEST(read.record().find(var::author)->list[0].identifier == "");
    BOOST_TEST(read.record().find(var::author)->list[1].identifier == "http://orcid.org/0000-0002-1825-0097");
}

BOOST_AUTO_TEST_CASE(the_type_comes_from_the_surest_sign) {
    auto const type = [](std::string const& html) { return Read(meta("citation_title", "x") + html).record().type; };
    BOOST_TEST((type(meta("citation_journal_title", "J")) == ItemType::article_journal));
    BOOST_TEST((type(meta("citation_conference_title", "C") + meta("citation_journal_title", "J")) == ItemType::paper_conference));
    BOOST_TEST((type(meta("citation_dissertation_institution", "U")) == ItemType::thesis));
    BOOST_TEST((type(meta("citation_technical_report_number", "7")) == ItemType::report));
    BOOST_TEST((type(meta("citation_isbn", "9783161484100")) == ItemType::book));
    BOOST_TEST((type(meta("DC.type", "info:eu-repo/semantics/bookPart")) == ItemType::chapter));
    BOOST_TEST((type(linked(R"({"@type": "Article", "name": "x"})")) == ItemType::webpage));
    BOOST_TEST((type(linked(R"({"@type": "Article", "isPartOf": {"@type": "Periodical", "issn": "1234-5679"}})")) == ItemType::article_journal));
    Read const none(meta("citation_title", "x"));
    BOOST_TEST((none.record().type == ItemType::document));
    BOOST_TEST(none.diagnostics.count(Code::missing_type) == 1U);
}

BOOST_AUTO_TEST_CASE(the_main_work_of_linked_data_is_found_wherever_it_stands) {
    auto const title = [](std::string_view json) {
        LinkedWork const work = read_linked_data({Script{std::string(json), 0}});
        for (LinkedField const& f : work.fields)
            if (f.name == "schema.name") return f.value;
        return std::string();
    };
    BOOST_TEST(title(R"({"@type": "Book", "name": "A"})") == "A");
    BOOST_TEST(title(R"([{"@type": "Organization", "name": "O"}, {"@type": "https://schema.org/Book", "name": "A"}])") == "A");
    BOOST_TEST(title(R"({"@graph": [{"@type": "WebPage", "name": "W"}, {"@type": ["Thing", "Book"], "name": "A"}, {"@type": "Book", "name": "B"}]})") == "A");
    BOOST_TEST(title(R"([{"@type": "Book", "name": "A"}, {"@type": "WebPage", "mainEntity": {"@type": "Dataset", "name": "D"}}])") == "D");
    BOOST_TEST(title(R"({"@type": "Organization", "name": "O"})") == "");
    BOOST_TEST(title(R"([[[[[[[[{"@type": "Book", "name": "too deep"}]]]]]]]])") == "");
}

BOOST_AUTO_TEST_CASE(odd_linked_data_does_no_harm) {
    for (std::string_view const json : {"", "null", "3", "\"x\"", "[[]]", "{\"@type\": 3}", "{\"@type\": [null]}", "{\"@graph\": 1, \"@type\": \"Book\", \"author\": [null, 3, {}]}",
                                        "{\"@type\": \"Book\", \"@id\": \"a\", \"isPartOf\": \"a\"}", "{\"@type\": \"Book\", \"@id\": \"a\", \"isPartOf\": {\"@id\": \"a\"}, \"name\": {\"@value\": []}}"})
        BOOST_TEST(read_linked_data({Script{std::string(json), 0}}).fields.size() <= 2U, json);
    std::string deep(100000, '[');
    BOOST_TEST(read_linked_data({Script{deep + std::string(100000, ']'), 0}}).broken.size() == 1U);
    BOOST_TEST(read_linked_data({Script{deep, 0}}).broken.size() == 1U);
}

BOOST_AUTO_TEST_CASE(pages_of_one_source_belong_together) {
    Read const read(meta("citation_firstpage", "e12") + meta("prism.startingPage", "5") + meta("prism.endingPage", "9"));
    BOOST_TEST(read.text(var::page) == "e12");
    BOOST_TEST(Read(meta("prism.startingPage", "5") + meta("prism.endingPage", "9")).text(var::page) == "5-9");
}

BOOST_AUTO_TEST_CASE(keywords_are_parted_where_they_are_several) {
    BOOST_TEST(Read(meta("citation_keywords", "a, b; c")).list(var::keyword) == "a, b|c");
    BOOST_TEST(Read(meta("citation_keywords", "a, b")).list(var::keyword) == "a|b");
    BOOST_TEST(Read(meta("citation_keywords", "a, b") + meta("citation_keywords", "c")).list(var::keyword) == "a, b|c");
}

BOOST_AUTO_TEST_CASE(identifiers_of_dublin_core_are_told_by_their_form) {
    Read const read(meta("DC.identifier", "10.5555/x") + meta("DC.identifier", "https://example.org/x") + meta("DC.identifier", "ISBN 978-3-16-148410-0") + meta("DC.identifier", "x77"));
    BOOST_TEST(read.text(var::DOI) == "10.5555/x");
    BOOST_TEST(read.list(var::URL) == "https://example.org/x");
    BOOST_TEST(read.list(var::ISBN) == "978-3-16-148410-0");
    BOOST_TEST_REQUIRE(read.record().extras().size() == 1U);
    BOOST_TEST(read.record().extras()[0].value == "x77");
}

BOOST_AUTO_TEST_CASE(pages_are_told_by_their_first_element) {
    Format const* const html = find_format("html-page");
    BOOST_TEST((detect_format("", "\n<!-- saved -->\n<!DOCTYPE HTML><html>") == html));
    BOOST_TEST((detect_format("x.htm", "<html>") == html));
    BOOST_TEST((detect_format("x.txt", "See <html> for more") == nullptr));
}

BOOST_AUTO_TEST_CASE(initials_behind_a_name_and_degrees_are_no_family_names) {
    auto const author = [](std::string_view name) { return Read(meta("citation_title", "T") + meta("citation_author", name)).names(var::author); };
    BOOST_TEST(author("Smith J") == "Smith, J");
    BOOST_TEST(author("García Márquez JA") == "García Márquez, JA");
    BOOST_TEST(author("J Smith") == "Smith, J");
    BOOST_TEST(author("Smith, J") == "Smith, J");
    BOOST_TEST(author("John Smith, PhD") == "Smith, John");
    Read const listed(linked(R"({"@type": "ScholarlyArticle", "name": "T", "author": "Jane Doe, John Roe"})"));
    BOOST_TEST(listed.names(var::author) == "Doe, Jane|Roe, John");
    BOOST_TEST(listed.diagnostics.count(Code::split_names) == 1U);
    Read const two(linked(R"({"@type": "ScholarlyArticle", "name": "T", "author": {"@type": "Person", "name": ["Al Bo", "Ci Do"]}})"));
    BOOST_TEST(two.names(var::author) == "Bo, Al|Do, Ci");
}

BOOST_AUTO_TEST_SUITE_END()
