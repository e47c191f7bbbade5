// Queries: what they mean for each kind of field.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace {
using namespace ibid;

/// The only record of a .bib text.
Record read(std::string_view bib) {
    struct Last final : ItemSink {
        Record record;
        void put(Item& item) override {
            if (item.kind == ItemKind::record) record = item.record;
        }
        void finish() override {}
    } last;
    Diagnostics diagnostics;
    read_all(*open_memory(bib, "test", diagnostics), *find_format("biblatex"), last, diagnostics);
    return last.record;
}

Query compiled(std::string const& text) {
    QueryProblem problem;
    auto const query = Query::compile(text, problem);
    BOOST_REQUIRE_MESSAGE(query, text << ": " << problem.message);
    return *query;
}

/// Asks one record.
class Asking {
public:
    explicit Asking(std::string const& fields) : record_(read("@article{Key1, " + fields + "}")) {}
    bool operator()(std::string const& text) const { return compiled(text).matches(record_); }

private:
    Record record_;
};

std::string fault(std::string_view text) {
    QueryProblem problem;
    return Query::compile(text, problem) ? "none" : std::to_string(problem.column) + ": " + problem.message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(filters_query)

BOOST_AUTO_TEST_CASE(texts_match_without_letter_case_and_accents) {
    Asking const is("title = {\u00C9mile and the {RNA} of \\emph{Sphagnum}}");
    BOOST_TEST(is("title~emile"));
    BOOST_TEST(is("TITLE~'rna of sphagnum'"));
    BOOST_TEST(!is("title~peat"));
    BOOST_TEST(is("title!~peat"));
    BOOST_TEST(is("title='emile and the rna of sphagnum'"));
    BOOST_TEST(!is("title=emile"));
    BOOST_TEST(is("title!=emile"));
    BOOST_TEST(is("title and not volume"));
}

BOOST_AUTO_TEST_CASE(what_is_not_there_matches_only_the_contrary) {
    Asking const is("title = {T}");
    for (char const* const yes : {"volume!=1", "volume!~1", "issued!=2015", "year!=2015", "author!=x", "native:owner!=x"}) BOOST_TEST(is(yes), yes);
    for (char const* const no : {"volume", "volume=1", "volume<1", "volume>=1", "issued<2015", "year", "native:owner", "keyword~x"}) BOOST_TEST(!is(no), no);
}

BOOST_AUTO_TEST_CASE(a_name_matches_by_any_of_its_parts_and_as_a_whole) {
    Asking const is("author = {van Gogh, Vincent and {World Health Organization} and M\u00FCller, Jr., Anna}, title = {T}");
    for (char const* const yes : {"author=gogh", "author='van Gogh'", "author=vincent", "author='Vincent van Gogh'", "author='van Gogh, Vincent'",
                                   "author='world health organization'", "author~health", "author=Muller", "author='Muller, Anna, Jr.'", "author>=van"})
        BOOST_TEST(is(yes), yes);
    for (char const* const no : {"author=van", "author=anna and author=x", "author=health", "author~'gogh anna'", "editor"}) BOOST_TEST(!is(no), no);
}

BOOST_AUTO_TEST_CASE(dates_are_compared_as_far_as_the_value_goes) {
    Asking const is("date = {2015-03-12}, title = {T}");
    for (char const* const yes : {"issued=2015", "issued=2015-03", "issued=2015-03-12", "issued>=2015", "issued<=2015", "issued>2014", "issued<2016",
                                   "issued>=2015-03", "issued>2015-02", "issued<2015-04", "issued=2010/2020", "issued!=2014", "issued~2015-03", "year=2015", "year<2016", "year~01"})
        BOOST_TEST(is(yes), yes);
    for (char const* const no : {"issued>2015", "issued<2015", "issued=2014", "issued=2015-04", "issued>=2015-04", "issued!=2015", "year!=2015", "year>2015"}) BOOST_TEST(!is(no), no);
}

BOOST_AUTO_TEST_CASE(a_less_precise_date_matches_only_where_it_surely_does) {
    Asking const is("date = {2015}, title = {T}");
    BOOST_TEST(is("issued=2015 and issued>=2015 and issued<2015/2016 or issued<=2015-12"));
    for (char const* const no : {"issued=2015-03", "issued<2015-03", "issued>2015-03", "issued<=2015-03", "issued>=2015-03"}) BOOST_TEST(!is(no), no);
    Asking const decade("date = {201X}, title = {T}");
    BOOST_TEST(decade("issued=201X and issued>=2010 and issued<2020 and issued!=2015"));
    Asking const season("date = {2015-21}, title = {T}");
    BOOST_TEST(season("issued=2015 and not issued=2015-03"));
}

BOOST_AUTO_TEST_CASE(of_a_range_any_day_will_do) {
    Asking const is("date = {2014-05/2016}, title = {T}");
    for (char const* const yes : {"issued=2015", "issued=2015-03", "issued=2014-06", "issued<2015", "issued>=2016", "issued>2015", "issued=2016/2020"}) BOOST_TEST(is(yes), yes);
    for (char const* const no : {"issued=2014-04", "issued<2014-05", "issued>2016", "issued=2017"}) BOOST_TEST(!is(no), no);
    Asking const open("date = {2014/..}, title = {T}");
    BOOST_TEST(open("issued=3000 and not issued<2014"));
}

BOOST_AUTO_TEST_CASE(what_is_no_date_is_a_text_and_circa_counts_as_it_stands) {
    Asking const literal("year = {in press}, title = {T}");
    BOOST_TEST(literal("issued and issued='In Press' and issued~press"));
    for (char const* const no : {"issued=2015", "issued<2015", "issued>=2015", "year"}) BOOST_TEST(!literal(no), no);
    Asking const circa("date = {1723~}, title = {T}");
    BOOST_TEST(circa("issued=1723 and issued~'~' and year=1723"));
}

BOOST_AUTO_TEST_CASE(numbers_are_compared_by_value_where_both_are_numbers) {
    Asking const is("volume = {9}, number = {A12}, pages = {97--111}, title = {1984}");
    for (char const* const yes : {"volume<10", "volume>=9", "volume=09", "volume=9.0", "issue>A9", "issue<A100", "page<100", "title=1984"}) BOOST_TEST(is(yes), yes);
    for (char const* const no : {"volume>10", "volume=90", "volume!=9"}) BOOST_TEST(!is(no), no);
}

BOOST_AUTO_TEST_CASE(of_a_list_any_element_will_do) {
    Asking const is("keywords = {peat, Moss}, title = {T}");
    BOOST_TEST(is("keyword=moss and keyword=PEAT and keyword~os and keyword!=bog"));
    BOOST_TEST(!is("keyword!=peat"));
    BOOST_TEST(!is("keyword='peat, moss'"));
}

BOOST_AUTO_TEST_CASE(identifiers_have_one_form) {
    Asking const is("doi = {10.1000/ABC}, isbn = {3-16-148410-X}, issn = {0378-4754}, title = {T}");
    for (char const* const yes : {"doi=10.1000/abc", "DOI='https://doi.org/10.1000/Abc'", "DOI~10.1000", "ISBN=9783161484100", "ISBN='978-3-16-148410-0'",
                                   "ISBN=316148410X", "ISBN~978-3-16", "ISSN=03784754", "ISSN=0378-4754"})
        BOOST_TEST(is(yes), yes);
    BOOST_TEST(!is("ISBN=9783161484101"));
}

BOOST_AUTO_TEST_CASE(a_type_is_csls_or_the_files_own) {
    Asking const is("title = {T}");
    BOOST_TEST(is("type=article-journal and type=Article and type~journal and type!=book"));
    BOOST_TEST(!is("type=report"));
}

BOOST_AUTO_TEST_CASE(a_key_is_equal_to_the_letter) {
    Asking const is("title = {T}");
    BOOST_TEST(is("key=Key1 and id~key and key!=key1 and key"));
}

BOOST_AUTO_TEST_CASE(residue_is_asked_by_its_native_name) {
    Asking const is("owner = {me}, title = {T}");
    BOOST_TEST(is("owner and Owner=me and native:OWNER~m and not mrclass"));
    BOOST_REQUIRE_EQUAL(compiled("title or owner or native:x").native_names().size(), 1U);
    BOOST_TEST(compiled("title or owner or native:x").native_names()[0].name == "owner");
    BOOST_TEST(compiled("title or owner or native:x").native_names()[0].column == 10U);
}

BOOST_AUTO_TEST_CASE(faults_have_a_column_in_code_points) {
    BOOST_TEST(fault("title~\u00E9\u00E9 x") == "10: expected an operator, 'and', 'or' or the end");
    BOOST_TEST(fault("issued>=soon") == "9: expected a date");
    BOOST_TEST(fault("issued=soon") == "none");
    BOOST_TEST(fault("year=2015-03") == "none");
    BOOST_TEST(fault("year='spring'") == "7: expected a year");
    BOOST_TEST(fault("") == "1: expected a field");
    BOOST_TEST(fault(std::string(70000, 'a')).ends_with("longer than 65536 bytes"));
    BOOST_TEST(fault(std::string(100, '(')).ends_with("nests too deep"));
}

BOOST_AUTO_TEST_CASE(what_is_filtered_is_counted_and_takes_the_blank_lines_behind_it_along) {
    std::string out;
    auto const sink = sink_to_string(out);
    Diagnostics diagnostics;
    Options const options;
    auto const writer = find_format("biblatex")->make_writer({*sink, diagnostics, options});
    auto const filter = keep_records(*writer, compiled("key!=b"));
    Counts counts = read_all(*open_memory("@misc{a, title={A}}\n\n@misc{b, title={B}}\n\n@misc{c, title={C}}\n", "t", diagnostics), *find_format("biblatex"), *filter, diagnostics);
    filter->finish();
    sink->finish();
    counts.written = writer->written();
    counts.filtered = filter->filtered();
    BOOST_TEST(counts.add_up());
    BOOST_TEST(out == "@misc{a,\n  title = {A}\n}\n\n@misc{c,\n  title = {C}\n}\n");
}

BOOST_AUTO_TEST_SUITE_END()
