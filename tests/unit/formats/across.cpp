// From one format to another: what a file of one dialect must not become in another, and what is told.
#include "ibid/ibid.hpp"

#include <boost/test/unit_test.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {
using namespace ibid;

std::string converted(std::string_view text, std::string_view from, std::string_view to) { return convert(text, from, to).text; }

/// The codes that a conversion tells, with their fields: "lost-markup title; ..."
std::string told(std::string_view text, std::string_view from, std::string_view to) {
    Diagnostics diagnostics;
    convert(text, from, to, diagnostics);
    std::string all;
    for (Tally const& t : diagnostics.tallies()) (all.empty() ? all : all += "; ").append(info(t.code).spelling).append(" ").append(t.field);
    return all;
}

/// With carriage in either direction.
std::string there_and_back(std::string_view text, std::string_view from, std::string_view via) {
    Diagnostics diagnostics;
    Options const options;
    auto const go = [&](std::string_view input, std::string_view source_format, std::string_view target) {
        std::string output;
        auto const source = open_memory(input, "text", diagnostics);
        auto const sink = sink_to_string(output);
        auto const reader = find_format(source_format)->make_reader({*source, diagnostics, options});
        auto const writer = find_format(target)->make_writer({*sink, diagnostics, options});
        for (Item item; reader->next(item);) writer->put(item);
        writer->finish();
        sink->finish();
        return output;
    };
    return go(go(text, from, via), via, from);
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(formats_across)

BOOST_AUTO_TEST_CASE(a_date_from_several_fields_is_written_whole_in_the_other_dialect) {
    std::string const bib = converted("@misc{m, title={X}, month = nov, year=2000, date=20001129}", "bibtex", "biblatex");
    BOOST_TEST(holds(bib, "date = {2000-11-29}"));
    BOOST_TEST(!holds(bib, "nov"));
}

BOOST_AUTO_TEST_CASE(what_one_dialect_inherits_is_said_in_the_other) {
    std::string const bib = converted("@bookinbook{b, crossref={a}, title={Macbeth}}\n@book{a, author={William Shakespeare}, title={Tragedies}}", "biblatex", "bibtex");
    BOOST_TEST(holds(bib, "booktitle = {Tragedies}"));
    BOOST_TEST(holds(bib, "bookauthor = {Shakespeare, William}"));
}

BOOST_AUTO_TEST_CASE(an_own_subtitle_of_an_inherited_title_stays) {
    std::string const file = "@codefragment{a, subtitle={Core}, crossref={b}}\n@software{b, title={Parmap}}";
    BOOST_TEST(holds(converted(file, "biblatex", "biblatex"), "subtitle = {Core}"));
}

BOOST_AUTO_TEST_CASE(a_field_is_not_written_twice_in_the_other_dialect) {
    std::string const file = "@video{a, type={Drama}, entrysubtype={film}, title={X}, editora={A, B}, editoratype={scriptwriter}}";
    std::string const bib = converted(file, "biblatex", "bibtex");
    BOOST_TEST(bib.find("entrysubtype") == bib.rfind("entrysubtype"));
    BOOST_TEST(holds(converted(bib, "bibtex", "csl-json"), "motion_picture"));
    BOOST_TEST(holds(told(file, "biblatex", "bibtex"), "dropped-field entrysubtype"));
}

BOOST_AUTO_TEST_CASE(a_subtype_that_is_the_genre_as_well_still_decides_the_type) {
    std::string const file = "@online{a, entrysubtype={Web log comment}, title={X}}";
    BOOST_TEST(holds(converted(file, "bibtex", "csl-json"), "\"post\""));
    BOOST_TEST(holds(converted(converted(file, "bibtex", "biblatex"), "biblatex", "csl-json"), "\"post\""));
}

BOOST_AUTO_TEST_CASE(members_of_csl_json_come_back_through_a_bib_file) {
    std::string const json = R"([{"id": "a", "type": "book", "title": "X", "foo": [1, 2]}])";
    BOOST_TEST(holds(converted(converted(json, "csl-json", "bibtex"), "bibtex", "csl-json"), "\"foo\": [1, 2]"));
}

BOOST_AUTO_TEST_CASE(entry_types_come_back_from_every_format) {
    for (std::string_view const dialect : {"biblatex", "bibtex"})
        for (std::string_view const type : {"article", "manual", "inbook", "mvbook", "suppbook", "conference", "online", "electronic", "set",
                                            "video", "image", "mastersthesis", "techreport", "customa", "nosuchtype"}) {
            std::string const file = std::string("@").append(type).append("{a,\n  title = {X},\n  booktitle = {Y},\n  editor = {Z, A}\n}\n");
            for (std::string_view const target : std::initializer_list<std::string_view>{"csl-json", "csl-jsonl", "ris", dialect, "bibtex"})
                BOOST_TEST(there_and_back(file, dialect, target).starts_with("@" + std::string(type) + "{"), dialect << " " << type << " " << target);
        }
}

BOOST_AUTO_TEST_CASE(a_subtype_that_decides_the_type_comes_back_with_it) {
    for (std::string_view const entry : {"@video{a,\n  entrysubtype = {tvepisode},\n  title = {X}\n}\n", "@misc{a,\n  entrysubtype = {webpage},\n  title = {X}\n}\n",
                                         "@online{a,\n  title = {X},\n  eprint = {2101.00001},\n  eprinttype = {arxiv}\n}\n",
                                         "@article{a,\n  entrysubtype = {newspaper},\n  title = {X}\n}\n"})
        for (std::string_view const target : {"csl-json", "ris"}) BOOST_TEST(there_and_back(entry, "biblatex", target) == entry);
}

BOOST_AUTO_TEST_CASE(reference_types_come_back_from_every_format) {
    for (std::string_view const word : {"JOUR", "EJOUR", "ABST", "JFULL", "EBOOK", "CTLG", "ECHAP", "CPAPER", "GOVDOC", "UNBILL", "ICOMM", "GRANT", "WEB", "VIDEO",
                                        "AGGR", "CHART", "SER", "UNPB", "NOSUCH"}) {
        std::string const file = std::string("TY  - ").append(word).append("\nAU  - Doe, J.\nTI  - X\nER  - \n");
        for (std::string_view const target : {"csl-json", "bibtex", "biblatex"})
            BOOST_TEST(there_and_back(file, "ris", target).starts_with("TY  - " + std::string(word) + "\n"), word << " " << target);
    }
}

BOOST_AUTO_TEST_CASE(a_type_that_comes_back_by_itself_is_not_carried) {
    for (std::string_view const entry : {"@article{a, title={X}}", "@book{a, title={X}}", "@incollection{a, booktitle={X}}", "@report{a, title={X}}"})
        BOOST_TEST(!holds(converted(entry, "biblatex", "csl-json"), "native-type"), entry);
    BOOST_TEST(!holds(converted("TY  - JOUR\nTI  - X\nER  - \n", "ris", "biblatex"), "native-type"));
}

BOOST_AUTO_TEST_CASE(a_type_that_is_not_carried_is_told_unless_the_other_means_the_same) {
    BOOST_TEST(told("@manual{a, title={X}}", "biblatex", "ris") == "type-approximated type");
    BOOST_TEST(told("@suppbook{a, title={X}, booktitle={Y}}", "biblatex", "ris") == "type-approximated type");
    for (std::string_view const type : {"article", "conference", "www", "techreport", "report", "online", "thesis"})
        BOOST_TEST(told(std::string("@").append(type).append("{a, title={X}, booktitle={Y}}"), "biblatex", "ris") == "", type);
}

BOOST_AUTO_TEST_CASE(a_web_page_of_biblatex_is_one_again_behind_bibtex) {
    std::string const entry = "@online{a,\n  title = {X}\n}\n";
    BOOST_TEST(there_and_back(entry, "biblatex", "bibtex") == entry);
}

BOOST_AUTO_TEST_CASE(a_carried_type_that_the_record_has_no_more_is_not_believed) {
    std::string const json = R"([{"id": "a", "type": "chapter", "title": "X", "custom": {"native-type": {"biblatex": "manual"}}}])";
    BOOST_TEST(holds(converted(json, "csl-json", "biblatex"), "@inbook{"));
}

BOOST_AUTO_TEST_CASE(what_has_no_publisher_says_how_it_was_published) {
    for (std::string_view const file : {"@misc{a,\n  howpublished = {Self-published}\n}\n", "@booklet{a,\n  howpublished = {Handed out}\n}\n"})
        for (std::string_view const dialect : {"bibtex", "biblatex"}) BOOST_TEST(there_and_back(file, dialect, "csl-json") == file);
    std::string const own = "@misc{a,\n  publisher = {Zenodo}\n}\n";
    BOOST_TEST(converted(own, "bibtex", "bibtex") == own);
}

BOOST_AUTO_TEST_CASE(marks_that_a_target_cannot_say_are_told) {
    std::string const file = "@book{a, title={The {\\TeX} of $x^2$ and {RNA}}, subtitle={\\emph{More}}}";
    BOOST_TEST(told(file, "biblatex", "biblatex") == "");
    BOOST_TEST(told(file, "biblatex", "bibtex") == "lost-subtitle title");
    BOOST_TEST(told(file, "biblatex", "csl-json") == "lost-markup title; lost-subtitle title");
    BOOST_TEST(told(file, "biblatex", "ris") == "lost-markup title; lost-protection title; lost-subtitle title");
    BOOST_TEST(told("@book{a, title={On {RNA}}}", "biblatex", "ris") == "lost-protection title");
    BOOST_TEST(told("@book{a, author={{\\TeX} Group}}", "biblatex", "csl-json") == "lost-markup author");
    std::string const link = "@book{a,\n  title = {See \\href{http://example.org/a_b}{the page}}\n}\n";
    for (std::string_view const target : {"csl-json", "ris"}) BOOST_TEST(told(link, "biblatex", target) == "lost-markup title");
    BOOST_TEST(converted(link, "biblatex", "biblatex") == link);
}

BOOST_AUTO_TEST_CASE(what_is_not_ascii_for_all_that_is_told) {
    Diagnostics diagnostics;
    Options options;
    options.set("ascii", "true");
    convert("@book{a, title={Né 漢}, keywords={漢}}", "bibtex", "bibtex", diagnostics, options);
    BOOST_TEST(diagnostics.count(Code::not_ascii) == 2U);
}

BOOST_AUTO_TEST_CASE(numbers_with_remarks_go_back_to_their_file_as_they_stood) {
    std::string const bib = "@book{a,\n  isbn = {0-520-08141-2 (set), 0-520-08138-2 (v. 1)}\n}\n";
    BOOST_TEST(converted(bib, "bibtex", "bibtex") == bib);
    std::string const apart = "@article{a,\n  issn = {0261-4189 1460-2075}\n}\n";
    BOOST_TEST(converted(apart, "bibtex", "bibtex") == apart);
    BOOST_TEST(holds(converted(apart, "bibtex", "csl-json"), "\"ISSN\": \"0261-4189, 1460-2075\""));
    std::string const ris = "TY  - BOOK\nSN  - 158113858X/04/06\nER  - \n";
    BOOST_TEST(holds(converted(ris, "ris", "ris"), "SN  - 158113858X/04/06\n"));
    BOOST_TEST(holds(converted(ris, "ris", "csl-json"), "\"158113858X\""));
}

BOOST_AUTO_TEST_CASE(a_resolver_in_a_doi_goes_back_to_its_file_alone) {
    std::string const bib = "@misc{a,\n  doi = {http://dx.doi.org/10.1000/x}\n}\n";
    BOOST_TEST(converted(bib, "bibtex", "bibtex") == bib);
    BOOST_TEST(holds(converted(bib, "bibtex", "csl-json"), "\"DOI\": \"10.1000/x\""));
}

BOOST_AUTO_TEST_CASE(bare_character_references_in_bib_are_decoded) {
    std::string const bib = "@book{a,\n  author = {Garc&iacute;a, Jos&#233;},\n  title = {A &amp; B\\&amp; 5&#37;},\n  keywords = {R&amp;D; C&lt;D}\n}\n";
    std::string const csl = converted(bib, "bibtex", "csl-json");
    BOOST_TEST(holds(csl, "{\"family\": \"García\", \"given\": \"José\"}"));
    BOOST_TEST(holds(csl, "\"title\": \"A & B& 5%\""));  // programs escape what they do not understand
    BOOST_TEST(holds(csl, "\"keyword\": \"R&D, C<D\""));
    std::string const back = converted(bib, "bibtex", "bibtex");
    BOOST_TEST(holds(back, "title = {A \\& B\\& 5\\%}"));
    BOOST_TEST(converted(back, "bibtex", "bibtex") == back);
    BOOST_TEST(told(bib, "bibtex", "bibtex") == "decoded-entity author; decoded-entity keywords; decoded-entity title");
}

BOOST_AUTO_TEST_CASE(character_references_that_are_text_stay_text_in_bib) {
    std::string const json = R"([{"id": "a", "type": "book", "title": "&amp;amp; is A &amp; B, &amp;#8217; is &amp;"}])";
    std::string const bib = converted(json, "csl-json", "biblatex");
    BOOST_TEST(holds(bib, "title = {{\\&}amp; is A \\& B, {\\&}\\#8217; is \\&}"));
    BOOST_TEST(told(bib, "biblatex", "csl-json") == "");
    BOOST_TEST(holds(converted(bib, "biblatex", "csl-json"), "\"&amp;amp; is A & B, &amp;#8217; is &\""));
}

BOOST_AUTO_TEST_CASE(a_list_in_ris_is_not_cut_at_a_reference) {
    std::string const bib = "@book{a,\n  publisher = {Wiley {\\&}amp; Sons}\n}\n";
    BOOST_TEST(holds(converted(converted(bib, "bibtex", "ris"), "ris", "csl-json"), "\"Wiley &amp;amp; Sons\""));
}

BOOST_AUTO_TEST_CASE(identifiers_of_names_are_annotations_of_biblatex) {
    std::string const bib = "@book{a,\n  author = {Curie, Marie and Joliot, Irène},\n  author+an:orcid = {2=\"0000-0002-1825-0097\"}\n}\n";
    BOOST_TEST(converted(bib, "biblatex", "biblatex") == bib);
    std::string const json = converted(bib, "biblatex", "csl-json");
    BOOST_TEST(holds(json, R"("identifiers": {"author": [null, "0000-0002-1825-0097"]})"));
    BOOST_TEST(converted(json, "csl-json", "biblatex") == bib);
    std::string const odd = "@book{a,\n  author = {Curie, Marie},\n  author+an = {1=corresponding}\n}\n";
    BOOST_TEST(converted(odd, "biblatex", "biblatex") == odd);
}

BOOST_AUTO_TEST_CASE(other_sides_of_contradictions_are_options) {
    Diagnostics diagnostics;
    auto const with = [&](std::string_view name, std::string_view value) {
        Options options;
        options.set(name, value);
        return convert("@thesis{a, langid={ngerman}, type={phdthesis}, publisher={A and B}}", "biblatex", "csl-json", diagnostics, options).text;
    };
    BOOST_TEST(holds(with("language", "tag"), "\"language\": \"de\""));
    BOOST_TEST(holds(with("language", "raw"), "\"language\": \"ngerman\""));
    BOOST_TEST(holds(with("genre", "words"), "\"genre\": \"PhD thesis\""));
    BOOST_TEST(holds(with("genre", "raw"), "\"genre\": \"phdthesis\""));
    BOOST_TEST(holds(with("list-delimiter", "; "), "\"publisher\": \"A; B\""));
    std::string const joined = with("list-delimiter", " and ");
    BOOST_TEST(holds(joined, "\"publisher\": \"A and B\""));
    BOOST_TEST(holds(convert(joined, "csl-json", "biblatex").text, "{A and B}"));
}

BOOST_AUTO_TEST_CASE(no_entry_has_a_field_twice) {
    std::string const ris = "TY  - JOUR\nID  - a\nTI  - T\nN1  - one\nUR  - http://a.org/1\nUR  - http://a.org/2\nUR  - http://a.org/3\n"
                            "L1  - /a.pdf\nL1  - /c;d/e:f.pdf\nC5  - x\nC5  - y\nER  - \n";
    std::string const bib = converted(ris, "ris", "bibtex");
    for (std::string_view const name : {"url", "csl-URL", "csl-URL-2", "file", "ris-C5", "ris-C5-2"}) {
        std::string const field = "  " + std::string(name) + " = {";
        BOOST_TEST(holds(bib, field), field << " in " << bib);
        BOOST_TEST(bib.find(field) == bib.rfind(field), field << " in " << bib);
    }
    BOOST_TEST(holds(converted(bib, "bibtex", "csl-json"), "http://a.org/3"));
    std::string const back = converted(bib, "bibtex", "ris");
    for (std::string_view const line : {"UR  - http://a.org/1\nUR  - http://a.org/2\nUR  - http://a.org/3\n", "L1  - /a.pdf\nL1  - /c;d/e:f.pdf\n"})
        BOOST_TEST(holds(back, line), line << " in " << back);
}

BOOST_AUTO_TEST_CASE(what_bibtex_does_not_divide_is_one) {
    std::string const bib = "@book{a,\n  publisher = {John Wiley and Sons},\n  address = {{Bonn} and {New York}}\n}\n";
    std::string const json = converted(bib, "bibtex", "csl-json");
    BOOST_TEST(holds(json, "\"John Wiley and Sons\""), json);
    BOOST_TEST(holds(json, "\"Bonn; New York\""), json);
    BOOST_TEST(holds(converted(bib, "biblatex", "csl-json"), "\"John Wiley; Sons\""));
    BOOST_TEST(holds(converted(bib, "bibtex", "biblatex"), "publisher = {{John Wiley and Sons}},\n  location = {Bonn and New York}"));
    BOOST_TEST(converted(bib, "bibtex", "bibtex") == bib);
}

BOOST_AUTO_TEST_CASE(identifiers_go_without_what_stands_around_them_and_come_back_with_it) {
    std::string const json = R"([{"id":"a","type":"book","title":"T","DOI":"https://doi.org/10.1002/x"}])";
    BOOST_TEST(holds(converted(json, "csl-json", "bibtex"), "doi = {10.1002/x}"));
    BOOST_TEST(holds(converted(json, "csl-json", "csl-json"), "\"DOI\": \"https://doi.org/10.1002/x\""));
    std::string const bib = "@misc{a,\n  pmid = {PMID: 23193287},\n  pmcid = {3531190}\n}\n";
    std::string const from_bib = converted(bib, "bibtex", "csl-json");
    BOOST_TEST(holds(from_bib, "\"PMID\": \"23193287\""), from_bib);
    BOOST_TEST(holds(from_bib, "\"PMCID\": \"PMC3531190\""), from_bib);
    BOOST_TEST(converted(bib, "bibtex", "bibtex") == bib);
}

BOOST_AUTO_TEST_CASE(a_language_that_babel_knows_by_another_tag_has_both) {
    std::string const json = R"([{"id": "a", "type": "book", "title": "T", "language": "fr"}])";
    std::string const bib = converted(json, "csl-json", "biblatex");
    BOOST_TEST(holds(bib, "langid = {french},\n  language = {fr}"));
    BOOST_TEST(holds(converted(bib, "biblatex", "csl-json"), "\"language\": \"fr\""));
    BOOST_TEST(holds(converted("@book{a, langid={french}, language={german}}", "biblatex", "csl-json"), "\"language\": \"fr-FR\""));
    std::string const exact = converted(R"([{"id": "a", "language": "de-AT"}])", "csl-json", "biblatex");
    BOOST_TEST(holds(exact, "langid = {austrian}"));
    BOOST_TEST(!holds(exact, "language ="));
}

BOOST_AUTO_TEST_CASE(a_record_outlives_its_source) {
    struct Kept final : ItemSink {
        void put(Item& item) override { records.push_back(std::move(item.record)); }
        void finish() override {}
        std::vector<Record> records;
    } kept;
    Diagnostics diagnostics;
    for (auto const& [id, text] : {std::pair{"biblatex", "@book{a, title={T}}"}, {"ris", "TY  - BOOK\nID  - a\nTI  - T\nER  - \n"},
                                  {"csl-json", R"([{"id": "a", "type": "book", "title": "T"}])"}, {"ibid-json", R"({"ibid-json": 1, "items": [{"id": "a", "type": "book"}]})"}}) {
        auto const source = open_memory(text, "a/name/too/long/for/the/string/itself/refs.txt", diagnostics);
        read_all(*source, *find_format(id), kept, diagnostics);
    }
    BOOST_REQUIRE(kept.records.size() == 4U);
    for (Record const& record : kept.records) {
        BOOST_TEST(record.id == "a");
        BOOST_TEST(record.origin.where.file == "a/name/too/long/for/the/string/itself/refs.txt");
    }
}

BOOST_AUTO_TEST_CASE(what_is_written_for_another_variable_is_not_dropped) {
    std::string const file = "@book{a, title={X}, titleaddon={Sonata}, author={Doe, Jane}, author+an:orcid={1=\"0000-0002-1825-0097\"}}";
    BOOST_TEST(holds(converted(file, "biblatex", "ris"), "M3  - Sonata"));
    BOOST_TEST(told(file, "biblatex", "ris") == "dropped-field author.identifier");
}

BOOST_AUTO_TEST_CASE(a_native_field_that_stands_twice_comes_back_twice) {
    std::string const file = "@book{a, title={X}, foo={1}, foo={2}}";
    std::string const bib = converted(converted(file, "biblatex", "csl-json"), "csl-json", "biblatex");
    BOOST_TEST(holds(bib, "foo = {1}"));
    BOOST_TEST(holds(bib, "foo = {2}"));
}

BOOST_AUTO_TEST_CASE(a_language_in_words_is_one_that_babel_knows) {
    std::string const file = "TY  - BOOK\nID  - a\nTI  - X\nLA  - English\nER  - \n";
    std::string const bib = converted(file, "ris", "biblatex");
    BOOST_TEST(holds(bib, "langid = {english}"));
    BOOST_TEST(holds(bib, "language = {English}"));
    BOOST_TEST(holds(converted(bib, "biblatex", "ris"), "LA  - English"));
    BOOST_TEST(!holds(converted("@book{a, title={X}, language={English}}", "biblatex", "biblatex"), "langid"));
}

BOOST_AUTO_TEST_CASE(a_loss_of_a_date_says_what_was_written) {
    Diagnostics::Settings settings;
    settings.repeat_limit = 10;
    std::string after;
    settings.handler = [&](Diagnostic const& d, Severity) { after.append(d.after).append(";"); };
    Diagnostics diagnostics(settings);
    std::string const file = "@book{a, title={X}, date={2000-03-04T10:20:30}}";
    for (std::string_view const to : {"bibtex", "ris"}) convert(file, "biblatex", to, diagnostics);
    BOOST_TEST(after == "2000 mar # \"~4\";2000/03/04/;");
}

BOOST_AUTO_TEST_CASE(people_of_an_unknown_role_that_are_inherited_are_said_once) {
    std::string const file = "@inbook{a, crossref={p}, title={T}}\n@book{p, title={U}, editor={E F}, editortype={typesetter}}\n";
    std::string const once = converted(file, "biblatex", "bibtex"), twice = converted(once, "bibtex", "bibtex");
    BOOST_TEST(holds(once, "editora = {F, E}"));
    BOOST_TEST(twice == once);
}

BOOST_AUTO_TEST_SUITE_END()
