// RIS records: the rows of the mapping in both directions, and the rules that are no rows.
#include "ris_support.hpp"

#include "formats/ris/mapping.hpp"
#include "formats/ris/type_rules.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;
using namespace ibid::tests;
using namespace ibid::formats::ris;

/// A value that the codec of a row understands; empty: the row needs more than one line to be tried.
std::string value_for(std::string_view codec) {
    for (std::string_view const of : {"text", "list", "each", "lines", "files", "keywords", "genre", "notes"})
        if (codec == of) return "value";
    if (codec == "names") return "Doe, Jane";
    if (codec == "date" || codec == "exact_date") return "1980/10/03/";
    if (codec == "doi") return "10.1000/182";
    if (codec == "pmcid") return "PMC12345";
    if (codec == "lone_start") return "320";
    return {};
}
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_ris)

BOOST_AUTO_TEST_CASE(every_row_reads_what_it_writes) {
    for (auto const& row : field_table::rows) {
        std::string const value = value_for(row.codec);
        bool const needs_another = row.variable[0] == VariableId::database_provider;  // alone, it stands for the database
        if (value.empty() || needs_another || !row.reads || !row.writes(0)) continue;
        for (std::string_view const type : reference_types()) {
            if (!row.native_types.has(type)) continue;
            std::string const line = std::string(row.written_name(0)) + "  - " + value;
            BOOST_TEST_CONTEXT(type << " " << line) {
                RisRecords read = read_lines(std::string(type), line + "\n");
                BOOST_TEST(read.front().has(row.variable[0]), spelling(row.variable[0]));
                BOOST_TEST(read.front().extras().empty());
                RisText const written = write_ris(read.front());
                BOOST_TEST(written.has(line), written.text);
                BOOST_TEST(written.told.empty());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(keeps_every_record_through_every_type_and_tag) {
    constexpr std::string_view tags[] = {"AU", "A1", "A2", "A3", "A4", "ED", "TI", "T1", "T2", "T3", "BT", "CT", "JF", "JO", "JA", "J1", "J2",
                                         "ST", "TT", "TA", "RI", "VL", "IS", "CP", "M1", "M2", "M3", "SP", "EP", "PB", "CY", "PP", "ET", "SN",
                                         "DO", "DI", "UR", "LK", "L1", "L2", "L3", "L4", "AB", "N2", "KW", "LA", "DB", "DP", "AN", "AV", "CN",
                                         "H1", "H2", "Y2", "NV", "SE", "SV", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "OP", "LB", "RN",
                                         "CA", "AD", "N1", "RP", "U1", "U2", "XX"};
    for (std::string_view const type : reference_types())
        for (std::string_view const tag : tags)
            for (std::string_view const value : {"12", "2003/05/04/", "Doe, Jane"}) {
                std::string const line = std::string(tag) + "  - " + std::string(value) + "\n";
                if (type == "GEN" && (tag == "JF" || tag == "JO" || tag == "JA")) continue;  // goes on as a JOUR
                RisRecords first = read_lines(std::string(type), line);
                RisText const written = write_ris(first.front());
                RisRecords second = read_ris(written.text);
                BOOST_TEST((first.front() == second.front()), type << " " << line << written.text);
                BOOST_TEST(written.told.empty(), type << " " << line << written.text);
            }
}

// ---- Names and titles ----------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(roles_depend_on_the_reference_type) {
    std::string const people = "AU  - A, X\nA2  - B, X\nA3  - C, X\nA4  - D, X\n";
    Record const chapter = read_lines("CHAP", people).front();
    BOOST_TEST(names_of(chapter, var::editor) == "B");
    BOOST_TEST(names_of(chapter, var::collection_editor) == "C");
    BOOST_TEST(names_of(chapter, var::translator) == "D");
    Record const book = read_lines("BOOK", people).front();
    BOOST_TEST(names_of(book, var::editor) == "C");
    BOOST_TEST(names_of(book, var::collection_editor) == "B");
    Record const film = read_lines("MPCT", people).front();
    BOOST_TEST(names_of(film, var::director) == "A");
    BOOST_TEST(names_of(film, var::producer) == "C");
    BOOST_TEST(names_of(film, var::performer) == "D");
    Record const old_book = read_lines("BOOK", "A3  - C, X\nED  - E, X\n").front();
    BOOST_TEST(names_of(old_book, var::editor) == "E");  // ED is a tag of 2001, whose A3 is the series' editor
    BOOST_TEST(names_of(old_book, var::collection_editor) == "C");
}

BOOST_AUTO_TEST_CASE(particles_and_suffixes_go_there_and_back) {
    std::string const lines = "AU  - van der Berg, Jan, Jr.\nAU  - World Health Organization\nAU  - Plato,\n";
    RisRecords read = read_lines("BOOK", lines);
    Name const& first = read.front().find(var::author)->list[0];
    BOOST_TEST(first.family.plain == "Berg");
    BOOST_TEST(first.suffix.plain == "Jr.");
    BOOST_TEST(write_ris(read.front()).text == "TY  - BOOK\n" + lines + "ER  - \n");
}

BOOST_AUTO_TEST_CASE(the_first_of_several_titles_of_a_journal_counts) {
    Record const both = read_lines("JOUR", "JO  - J. Chem. Phys.\nT2  - The Journal of Chemical Physics\n").front();
    BOOST_TEST(text_of(both, var::container_title) == "The Journal of Chemical Physics");
    BOOST_TEST(text_of(both, var::container_title_short) == "J. Chem. Phys.");
    Record const full = read_lines("JOUR", "T2  - Proceedings\nJF  - Journal\n").front();
    BOOST_TEST(text_of(full, var::container_title) == "Journal");
    RisRecords same = read_lines("JOUR", "T2  - Neuron\nJA  - Neuron\n");
    BOOST_TEST(text_of(same.front(), var::container_title_short) == "-");
    BOOST_TEST(same.told.empty());  // it says nothing new
    Record const shortened = read_lines("JOUR", "JF  - Crit Care Med\nT2  - Critical Care Medicine\n").front();
    BOOST_TEST(text_of(shortened, var::container_title) == "Critical Care Medicine");
    BOOST_TEST(text_of(shortened, var::container_title_short) == "Crit Care Med");
    BOOST_TEST(text_of(read_lines("JOUR", "J2  - Nature\n").front(), var::container_title) == "Nature");
}

BOOST_AUTO_TEST_CASE(t2_says_what_the_reference_type_makes_of_it) {
    BOOST_TEST(text_of(read_lines("CHAP", "T2  - X\n").front(), var::container_title) == "X");
    BOOST_TEST(text_of(read_lines("BOOK", "T2  - X\n").front(), var::collection_title) == "X");
    BOOST_TEST(text_of(read_lines("CONF", "T2  - X\nC3  - Y\n").front(), var::event_title) == "X");
    BOOST_TEST(text_of(read_lines("CONF", "T2  - X\nC3  - Y\n").front(), var::container_title) == "Y");
    BOOST_TEST(text_of(read_lines("THES", "T2  - X\n").front(), var::department) == "X");
    RisRecords patent = read_lines("PAT", "T2  - X\n");
    BOOST_TEST(patent.front().extras().size() == 1U);
    BOOST_TEST(write_ris(patent.front()).has("T2  - X"));
}

// ---- Dates ---------------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_richer_of_two_dates_wins) {
    auto const issued = [](std::string const& lines) { return date_of(read_lines("JOUR", lines).front(), var::issued); };
    BOOST_TEST(issued("PY  - 1980\nDA  - 1980/10/\n") == "1980-10");
    BOOST_TEST(issued("DA  - /10/03\nPY  - 1980\n") == "1980-10-3");
    BOOST_TEST(issued("PY  - 1948\nDA  - July\n") == "1948-7");
    BOOST_TEST(issued("PY  - 2013\nDA  - 2013/07/28\nY1  - 2013/07/22\n") == "2013-7-28");
    BOOST_TEST(issued("PY  - 2016\nY1  - 2016/10/19\n") == "2016-10-19");
    BOOST_TEST(issued("Y1  - 1900/01/01\nDA  - 1950/01/01\n") == "1950-1-1");
    BOOST_TEST(issued("PY  - 2019\nDA  - 2018/12/31\n") == "2018-12-31");
    BOOST_TEST(issued("PY  - 0000\n") == "-");
    BOOST_TEST(issued("DA  - /10/03\n") == "-");
    BOOST_TEST(issued("PY  - in press\n") == "in press");
    BOOST_TEST(issued("PY  - April\n") == "April");
}

BOOST_AUTO_TEST_CASE(a_date_without_a_year_is_text_where_no_other_line_has_one) {
    RisRecords read = read_lines("JOUR", "PY  - 1980\nY2  - /10/03\n");
    BOOST_TEST(read.told["bad-date"] == 1);
    BOOST_TEST(date_of(read.front(), var::accessed) == "/10/03");
    BOOST_TEST(write_ris(read.front()).has("Y2  - /10/03"));
}

BOOST_AUTO_TEST_CASE(a_date_that_lost_is_kept) {
    RisRecords read = read_lines("JOUR", "DA  - 1950/01/01/\nY1  - 1900/01/01/\n");
    BOOST_TEST(read.told["shadowed-field"] == 1);
    BOOST_TEST(write_ris(read.front()).has("Y1  - 1900/01/01/"));
}

BOOST_AUTO_TEST_CASE(da_of_electronic_types_is_the_day_of_access) {
    RisRecords read = read_lines("EBOOK", "PY  - 2018\nDA  - 2019/09/18/\n");
    BOOST_TEST(date_of(read.front(), var::issued) == "2018");
    BOOST_TEST(date_of(read.front(), var::accessed) == "2019-9-18");
    Date issued;
    issued.begin = {.year = 2018, .month = 4};
    read.front().set(var::issued, issued);
    BOOST_TEST(write_ris(read.front()).has("PY  - 2018/04//"));
    BOOST_TEST((read_ris(write_ris(read.front()).text).front() == read.front()));
}

BOOST_AUTO_TEST_CASE(a_conference_has_two_dates_if_c2_holds_a_year) {
    RisRecords read = read_lines("CONF", "PY  - 2009\nDA  - 2009/06/01/\nC2  - 2010\n");
    BOOST_TEST(date_of(read.front(), var::issued) == "2010");
    BOOST_TEST(date_of(read.front(), var::event_date) == "2009-6-1");
    RisText const written = write_ris(read.front());
    BOOST_TEST((read_ris(written.text).front() == read.front()), written.text);
    BOOST_TEST(date_of(read_lines("CONF", "PY  - 2009\n").front(), var::issued) == "2009");
}

BOOST_AUTO_TEST_CASE(the_secondary_date_of_2001_needs_the_primary_one_of_2001) {
    BOOST_TEST(date_of(read_lines("CONF", "Y1  - 2001\nY2  - 2000/05/\n").front(), var::event_date) == "2000-5");
    BOOST_TEST(date_of(read_lines("CONF", "PY  - 2001\nY2  - 2000/05/\n").front(), var::accessed) == "2000-5");
    BOOST_TEST(date_of(read_lines("STAT", "Y2  - 2000/05/\n").front(), var::issued) == "2000-5");
}

// ---- Numbers, pages, identifiers -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_lone_start_page_of_a_book_counts_its_pages) {
    BOOST_TEST(text_of(read_lines("BOOK", "SP  - 320\n").front(), var::number_of_pages) == "320");
    BOOST_TEST(text_of(read_lines("BOOK", "SP  - 3\nEP  - 5\n").front(), var::page) == "3-5");
    BOOST_TEST(text_of(read_lines("THES", "SP  - 3-5\n").front(), var::page) == "3-5");
    BOOST_TEST(text_of(read_lines("JOUR", "SP  - 86\nEP  - 86\n").front(), var::page) == "86");
    BOOST_TEST(text_of(read_lines("JOUR", "SP  - 11-16\n").front(), var::page) == "11-16");
}

BOOST_AUTO_TEST_CASE(an_article_number_is_said_twice_and_read_once) {
    RisRecords read = read_lines("JOUR", "SP  - 24\nC7  - 24\n");
    BOOST_TEST(text_of(read.front(), var::number) == "24");
    BOOST_TEST(text_of(read.front(), var::page) == "-");
    BOOST_TEST(write_ris(read.front()).text == "TY  - JOUR\nSP  - 24\nC7  - 24\nER  - \n");
    BOOST_TEST(write_ris(read.front(), "zotero").text == "TY  - JOUR\nC7  - 24\nER  - \n");
    BOOST_TEST(write_ris(read.front(), "2001").text == "TY  - JOUR\nSP  - 24\nER  - \n");
}

BOOST_AUTO_TEST_CASE(endnote_has_the_issue_in_m1) {
    BOOST_TEST(text_of(read_lines("JOUR", "M1  - 4\n").front(), var::issue) == "4");
    Record const both = read_lines("JOUR", "IS  - 4\nM1  - 17\n").front();
    BOOST_TEST(text_of(both, var::issue) == "4");
    BOOST_TEST(text_of(both, var::number) == "17");
    BOOST_TEST(write_ris(read_lines("MGZN", "IS  - 4\n").front(), "endnote").has("M1  - 4"));
}

BOOST_AUTO_TEST_CASE(sn_is_told_by_its_form) {
    Record const both = read_lines("BOOK", "SN  - 1792-0981\nSN  - 978-3-16-148410-0\n").front();
    BOOST_TEST(list_of(both, var::ISSN) == "1792-0981");
    BOOST_TEST(list_of(both, var::ISBN) == "978-3-16-148410-0");
    BOOST_TEST(text_of(read_lines("RPRT", "SN  - TR-17\n").front(), var::number) == "TR-17");
    BOOST_TEST(list_of(read_lines("JOUR", "SN  - none\n").front(), var::ISSN) == "none");
    RisRecords noted = read_lines("JOUR", "SN  - 2325-9671 (electronic)\n");
    BOOST_TEST(list_of(noted.front(), var::ISSN) == "2325-9671");
    BOOST_TEST(write_ris(noted.front()).has("SN  - 2325-9671 (electronic)"));
}

BOOST_AUTO_TEST_CASE(a_semicolon_parts_publishers_unless_a_catalogue_set_it) {
    BOOST_TEST(list_of(read_lines("BOOK", "PB  - A; B\nCY  - C ; D; E\n").front(), var::publisher) == "A|B");
    BOOST_TEST(list_of(read_lines("BOOK", "PB  - A; B\nCY  - C ; D; E\n").front(), var::publisher_place) == "C ; D; E");
}

BOOST_AUTO_TEST_CASE(a_doi_is_found_where_programs_put_it) {
    BOOST_TEST(text_of(read_lines("JOUR", "DO  - https://doi.org/10.1000/182\n").front(), var::DOI) == "10.1000/182");
    BOOST_TEST(text_of(read_lines("JOUR", "M3  - 10.1000/182\n").front(), var::DOI) == "10.1000/182");
    BOOST_TEST(text_of(read_lines("JOUR", "N1  - doi: 10.1000/182\n").front(), var::DOI) == "10.1000/182");
    Record const note = read_lines("JOUR", "N1  - 10.1000/182\n").front();
    BOOST_TEST(text_of(note, var::DOI) == "-");
    BOOST_TEST(text_of(note, var::note) == "10.1000/182");
    RisRecords thrice = read_lines("JOUR", "DO  - 10.1000/182\nM3  - doi: 10.1000/182\nM3  - Essay\nN1  - doi: 10.1000/182\n");
    BOOST_TEST(text_of(thrice.front(), var::genre) == "Essay");
    BOOST_TEST(text_of(thrice.front(), var::note) == "-");
    BOOST_TEST(thrice.front().extras().size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_accession_number_of_pubmed_is_a_pmid) {
    BOOST_TEST(text_of(read_lines("JOUR", "AN  - 12345\nDB  - PubMed\n").front(), var::PMID) == "12345");
    BOOST_TEST(text_of(read_lines("JOUR", "AN  - 12345\nDB  - Scopus\n").front(), var::archive_location) == "12345");
    RisRecords labelled = read_lines("JOUR", "AN  - PMID: 12345\n");
    BOOST_TEST(text_of(labelled.front(), var::PMID) == "12345");
    BOOST_TEST(write_ris(labelled.front()).has("AN  - PMID: 12345"));
}

// ---- Profiles and the frame ----------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(profiles_write_their_own_tags) {
    RisRecords read = read_lines("JOUR", "AU  - Doe, Jane\nTI  - Title\nT2  - Journal\nJ2  - J.\nPY  - 1980\nDA  - 1980/10/03/\nAB  - Text\n");
    BOOST_TEST(write_ris(read.front()).text ==
               "TY  - JOUR\nAU  - Doe, Jane\nTI  - Title\nT2  - Journal\nJ2  - J.\nPY  - 1980\nDA  - 1980/10/03/\nAB  - Text\nER  - \n");
    BOOST_TEST(write_ris(read.front(), "2001").text ==
               "TY  - JOUR\nA1  - Doe, Jane\nT1  - Title\nJF  - Journal\nJA  - J.\nY1  - 1980/10/03/\nN2  - Text\nER  - \n");
    BOOST_TEST(write_ris(read_lines("ELEC", "Y2  - 2020/01/02/\n").front(), "endnote").text == "TY  - ELEC\nM1  - 2020/01/02/\nER  - \n");
    Record page;
    page.type = ItemType::webpage;
    BOOST_TEST(write_ris(page, "endnote").has("TY  - WEB"));
    BOOST_TEST(write_ris(page, "zotero").has("TY  - ELEC"));
}

BOOST_AUTO_TEST_CASE(lines_end_as_the_option_says) {
    std::map<std::string, int> told;
    Diagnostics diagnostics(counting(told));
    Options options;
    options.set("newline", "crlf");
    std::string text;
    auto const sink = sink_to_string(text);
    auto const writer = ris().make_writer({*sink, diagnostics, options, false});
    Item item;
    item.record = read_lines("BOOK", "TI  - A\nAB  - B\n\nC\n").front();
    writer->put(item);
    writer->put(item);
    writer->finish();
    sink->finish();
    BOOST_TEST(text == "TY  - BOOK\r\nTI  - A\r\nAB  - B\r\n\r\nC\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - A\r\nAB  - B\r\n\r\nC\r\nER  - \r\n");
}

BOOST_AUTO_TEST_CASE(tells_of_what_is_not_as_the_specification_has_it) {
    RisRecords read = read_ris("Provider: X\n\nTY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \n\n\nT1  - C\nJF  - D\nER  - \nTY  - BOOK\nTI  - E\n");
    BOOST_TEST_REQUIRE(read.records.size() == 4U);
    BOOST_TEST(read.told["skipped-text"] == 1);
    BOOST_TEST(read.told["syntax-repaired"] == 1);
    BOOST_TEST(read.told["missing-type"] == 1);
    BOOST_TEST(read.told["truncated-record"] == 1);
    BOOST_TEST(spelling(read.records[2].type) == "article-journal");
    BOOST_TEST(text_of(read.records[3], var::title) == "E");
    BOOST_TEST(read.records[1].origin.where.line == 5U);
    BOOST_TEST(read.records[1].origin.where.file == "test.ris");
}

BOOST_AUTO_TEST_CASE(recognises_its_files) {
    BOOST_TEST(ris().recognise("TY  - JOUR\n") > 90);
    BOOST_TEST(ris().recognise("Provider: X\r\n\r\nTY - JOUR\r\n") > 50);
    BOOST_TEST(ris().recognise("@article{x,\n title = {TY  - }}\n") == 0);
    BOOST_TEST(ris().recognise("") == 0);
}

BOOST_AUTO_TEST_CASE(prints_its_table) {
    auto const rows = ris().table();
    BOOST_TEST(rows.size() > 200U);
    BOOST_TEST(rows.front().native == "JOUR");
}

BOOST_AUTO_TEST_SUITE_END()
