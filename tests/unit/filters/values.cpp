// Filters that change values on request.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>

namespace {
using namespace ibid;

class Keep final : public ItemSink {
public:
    Record record;
    void put(Item& item) override { record = item.record; }
    void finish() override {}
};

using MakeFilter = std::function<std::unique_ptr<Filter>(ItemSink&)>;

/// The only record of a .bib text behind a filter.
Record filtered(std::string_view bib, MakeFilter const& make) {
    Keep last;
    auto const filter = make(last);
    Diagnostics diagnostics;
    auto const source = open_memory(bib, "test", diagnostics);
    read_all(*source, *find_format("biblatex"), *filter, diagnostics);
    return last.record;
}

std::string_view title(Record const& record) { return record.find(var::title)->plain; }

}  // namespace

BOOST_AUTO_TEST_SUITE(filters_values)

BOOST_AUTO_TEST_CASE(sentence_case_asks_for_the_language) {
    auto const with = [](SentenceCase which) { return [which](ItemSink& next) { return sentence_case(next, which); }; };
    std::string_view const english = "@book{a, langid={british}, title={The Art of {Java} Programming}}";
    std::string_view const unknown = "@book{a, title={The Art of Programming}}";
    std::string_view const german = "@book{a, langid={ngerman}, title={Der Stand der Dinge}}";
    BOOST_TEST(title(filtered(english, with(SentenceCase::english))) == "The art of Java programming");
    BOOST_TEST(title(filtered(unknown, with(SentenceCase::english))) == "The Art of Programming");
    BOOST_TEST(title(filtered(unknown, with(SentenceCase::all))) == "The art of programming");
    BOOST_TEST(title(filtered(german, with(SentenceCase::all))) == "Der Stand der Dinge");
}

BOOST_AUTO_TEST_CASE(fields_go_by_the_name_of_a_variable_or_of_residue) {
    Record const r = filtered("@book{a, title={X}, annotation={Y}, owner={Z}, mrclass={W}}", [](ItemSink& next) {
        return drop_fields(next, {"annote", "Owner", "nothing"});
    });
    BOOST_TEST(!r.has(var::annote));
    BOOST_REQUIRE_EQUAL(r.extras().size(), 1U);
    BOOST_TEST(r.extras()[0].name == "mrclass");
}

BOOST_AUTO_TEST_CASE(short_titles_stand_before_a_subtitle_or_a_colon) {
    MakeFilter const make = [](ItemSink& next) { return make_short_titles(next); };
    BOOST_TEST(filtered("@book{a, title={One}, subtitle={Two}}", make).find(var::title_short)->plain == "One");
    BOOST_TEST(filtered("@book{a, title={One: Two: Three}}", make).find(var::title_short)->plain == "One");
    BOOST_TEST(filtered("@book{a, title={One: Two}, shorttitle={1}}", make).find(var::title_short)->plain == "1");
    BOOST_TEST(!filtered("@book{a, title={One}}", make).has(var::title_short));
}

BOOST_AUTO_TEST_CASE(urls_are_made_of_eprints_where_there_are_none) {
    MakeFilter const make = [](ItemSink& next) { return make_eprint_urls(next); };
    BOOST_TEST(filtered("@online{a, eprint={2101.00001}, eprinttype={arXiv}}", make).find(var::URL)->front().plain == "https://arxiv.org/abs/2101.00001");
    BOOST_TEST(filtered("@online{a, url={x}, eprint={1}, eprinttype={jstor}}", make).find(var::URL)->front().plain == "x");
    BOOST_TEST(!filtered("@online{a, eprint={1}, eprinttype={unheardof}}", make).has(var::URL));
}

BOOST_AUTO_TEST_CASE(identifiers_get_one_form) {
    MakeFilter const make = [](ItemSink& next) { return normalize_identifiers(next); };
    Record const r = filtered("@book{a, doi={https://doi.org/10.1000/ABC}, isbn={978-3-16-148410-0 and 0-19-853453-1}, issn={03784754}}", make);
    BOOST_TEST(r.find(var::DOI)->plain == "10.1000/abc");
    BOOST_TEST(r.find(var::ISBN)->front().plain == "9783161484100");
    BOOST_TEST(r.find(var::ISSN)->front().plain == "0378-4754");
    BOOST_TEST(filtered("@book{a, url={http://dx.doi.org/10.1000/x}}", make).find(var::DOI)->plain == "10.1000/x");
    BOOST_TEST(!filtered("@book{a, url={http://example.org/10.1000/x}}", make).has(var::DOI));
    Record const preprint = filtered("@online{a, url={https://arxiv.org/abs/2101.00001v2}}", make);
    BOOST_TEST(preprint.find(var::eprint)->plain == "2101.00001v2");
    BOOST_TEST(preprint.find(var::eprint_type)->plain == "arxiv");
}

BOOST_AUTO_TEST_CASE(abbreviated_ends_of_pages_are_written_out) {
    auto const pages = [](std::string const& value) {
        return std::string(filtered("@article{a, pages={" + value + "}}", [](ItemSink& next) { return expand_pages(next); }).find(var::page)->plain);
    };
    BOOST_TEST(pages("36--9") == "36-39");
    BOOST_TEST(pages("1234--45") == "1234-1245");
    BOOST_TEST(pages("136--2") == "136-2");
    BOOST_TEST(pages("36--39") == "36-39");
    BOOST_TEST(pages("S36--9") == "S36-9");
    BOOST_TEST(pages("12, 36--9") == "12, 36-9");
}

BOOST_AUTO_TEST_SUITE_END()
