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

BOOST_AUTO_TEST_CASE(decomposed_characters_are_composed_and_marks_stay_over_their_letters) {
    MakeFilter const make = [](ItemSink& next) { return compose_unicode(next); };
    Record const r = filtered("@book{a, title={Cafe\u0301 \\emph{n\u0303o} e\u0301}, author={Mu\u0308ller, J and Doe, K}, keywords={a\u0301, b}}", make);
    Text const& marked = *r.find(var::title);
    BOOST_TEST(marked.plain == "Caf\u00E9 \u00F1o \u00E9");
    BOOST_TEST_REQUIRE(marked.marks.size() == 1U);
    BOOST_TEST(marked.plain.substr(marked.marks[0].begin, marked.marks[0].end - marked.marks[0].begin) == "\u00F1o");
    BOOST_TEST(r.find(var::author)->list[0].family.plain == "M\u00FCller");
    BOOST_TEST((*r.find(var::keyword))[0].plain == "\u00E1");
}

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

BOOST_AUTO_TEST_CASE(sentence_case_by_habit_reads_the_small_words_and_then_the_file) {
    struct Titles final : ItemSink {
        void put(Item& item) override {
            if (item.kind == ItemKind::record) (all += title(item.record)) += '|';
        }
        void finish() override {}
        std::string all;
    };
    auto const titles = [](std::string_view file, std::string_view format = "bibtex") {
        Titles last;
        auto const filter = sentence_case(last, SentenceCase::habit);
        Diagnostics diagnostics;
        read_all(*open_memory(file, "test", diagnostics), *find_format(format), *filter, diagnostics);
        filter->finish();
        return last.all;
    };
    BOOST_TEST(titles("@book{a, title={The Art of Programming}}") == "The art of programming|");
    BOOST_TEST(titles("@book{a, title={Die Kunst der Programmierung und Ihre Folgen}}") == "Die Kunst der Programmierung und Ihre Folgen|");
    BOOST_TEST(titles("@book{a, title={Molecular Biology}}") == "Molecular Biology|");
    BOOST_TEST(titles("@book{a, title={Molecular Biology}} @book{b, title={The Cell and Its Parts}}") == "Molecular biology|The cell and its parts|");
    BOOST_TEST(titles("@book{a, title={Molecular Biology}} @book{b, title={Die Zelle und das Gewebe}}") == "Molecular Biology|Die Zelle und das Gewebe|");
    BOOST_TEST(titles("@book{a, title={A Notion of McDonald Beyond {Paris}, RNA and pH}}") == "A notion of McDonald beyond Paris, RNA and pH|");
    BOOST_TEST(titles(R"([{"id": "a", "title": "The Art of Programming"}])", "csl-json") == "The Art of Programming|");
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

BOOST_AUTO_TEST_CASE(identifiers_are_found_where_people_put_them) {
    MakeFilter const make = [](ItemSink& next) { return normalize_identifiers(next); };
    Record const labelled = filtered("@article{a, title={A}, note={Read it. PMID: 12345678; PMCID: PMC24. doi:10.1000/ABC.}}", make);
    BOOST_TEST(labelled.find(var::PMID)->plain == "12345678");
    BOOST_TEST(labelled.find(var::PMCID)->plain == "PMC24");
    BOOST_TEST(labelled.find(var::DOI)->plain == "10.1000/abc");
    BOOST_TEST(filtered("@article{a, journal={arXiv preprint arXiv:1706.03762}}", make).find(var::eprint)->plain == "1706.03762");
    auto const of_url = [&](std::string const& url) { return filtered("@misc{a, title={A}, url={https://" + url + "}}", make); };
    BOOST_TEST(of_url("hdl.handle.net/2027/mdp.39").find(var::eprint)->plain == "2027/mdp.39");
    BOOST_TEST(of_url("www.jstor.org/stable/2308281?seq=1").find(var::eprint)->plain == "2308281");
    BOOST_TEST(!of_url("www.jstor.org/stable/10.1086/345").has(var::eprint));
    BOOST_TEST(of_url("pubmed.ncbi.nlm.nih.gov/31234567/").find(var::PMID)->plain == "31234567");
    BOOST_TEST(of_url("www.ncbi.nlm.nih.gov/pmc/articles/PMC12/").find(var::PMCID)->plain == "PMC12");
    BOOST_TEST(!filtered("@misc{a, note={acarxiv: 12, mypmid: 5}}", make).has(var::PMID));
}

BOOST_AUTO_TEST_CASE(lines_of_a_note_may_be_fields) {
    auto const read = [](std::string_view json) {
        Keep last;
        auto const filter = read_note_fields(last);
        Diagnostics diagnostics;
        auto const source = open_memory(json, "test", diagnostics);
        read_all(*source, *find_format("csl-json"), *filter, diagnostics);
        return last.record;
    };
    Record const r = read(R"([{"id":"a","type":"book","title":"T","publisher":"P",
        "note":"Original Date: 1900\nPublisher: Q\nmine: yes\neditor: Doe || Jane\neditor: WHO\nPMID: 12 {:translator: Roe || R.}\ntype: thesis"}])");
    BOOST_TEST(r.find(var::original_date)->begin.year == 1900);
    BOOST_TEST(r.find(var::publisher)->front().plain == "P");  // the record's own counts
    BOOST_REQUIRE_EQUAL(r.find(var::editor)->list.size(), 2U);
    BOOST_TEST(r.find(var::editor)->list[0].given.plain == "Jane");
    BOOST_TEST(r.find(var::editor)->list[1].literal.plain == "WHO");
    BOOST_TEST(r.find(var::translator)->list[0].family.plain == "Roe");
    BOOST_TEST(r.find(var::PMID)->plain == "12");
    BOOST_TEST(bool(r.type == ItemType::thesis));
    BOOST_TEST(r.find(var::note)->plain == "Publisher: Q\nmine: yes");
    BOOST_TEST(!read(R"([{"id":"a","note":"ISBN: 1"}])").has(var::note));
    BOOST_TEST(read(R"([{"id":"a","note":"One: 1\n\n  two "}])").find(var::note)->plain == "One: 1\n\n  two ");  // as it stands
    BOOST_TEST(read(R"([{"id":"a","note":"PMID: 1\none\n\n  two"}])").find(var::note)->plain == "one\n\n  two");
    BOOST_TEST(read(R"([{"id":"a","note":"See: this. Time 10:20"}])").find(var::note)->plain == "See: this. Time 10:20");
}

BOOST_AUTO_TEST_SUITE_END()
