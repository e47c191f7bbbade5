// What RIS records say in prose, what is kept beside the variables, and what is carried in notes.
#include "ris_support.hpp"

#include <boost/test/unit_test.hpp>

namespace {
using namespace ibid;
using namespace ibid::tests;
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_ris_residue)

// ---- Descriptions --------------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(keywords_stand_on_lines_or_between_semicolons) {
    Record const record = read_lines("JOUR", "KW  - New York, museums\nKW  - a; b &amp; c\nd\n").front();
    BOOST_TEST(list_of(record, var::keyword) == "New York, museums|a|b & c|d");
    RisRecords major = read_lines("JOUR", "KW  - *athlete\nKW  - athletics\n");
    BOOST_TEST(list_of(major.front(), var::keyword) == "athlete|athletics");
    BOOST_TEST(write_ris(major.front()).has("KW  - *athlete"));
}

BOOST_AUTO_TEST_CASE(the_second_of_two_abstracts_is_a_note_if_it_differs) {
    BOOST_TEST(text_of(read_lines("JOUR", "N2  - A\n").front(), var::abstract) == "A");
    Record const differs = read_lines("JOUR", "AB  - A\nN2  - B\n").front();
    BOOST_TEST(text_of(differs, var::abstract) == "A");
    BOOST_TEST(text_of(differs, var::note) == "B");
    Record const same = read_lines("JOUR", "AB  - A\nN2  - A\n").front();
    BOOST_TEST(text_of(same, var::note) == "-");
}

BOOST_AUTO_TEST_CASE(several_notes_are_lines_of_one) {
    std::string const lines = "N1  - Cited By :10\nN1  - Export Date: 13 July 2022\n";
    RisRecords read = read_lines("JOUR", lines);
    BOOST_TEST(text_of(read.front(), var::note) == "Cited By :10\nExport Date: 13 July 2022");
    BOOST_TEST(write_ris(read.front()).text == "TY  - JOUR\n" + lines + "ER  - \n");
}

BOOST_AUTO_TEST_CASE(paragraphs_of_an_abstract_stay) {
    RisRecords read = read_lines("JOUR", "AB  - First,\nwrapped.\n\nSecond.\n");
    BOOST_TEST(text_of(read.front(), var::abstract) == "First, wrapped.\n\nSecond.");
    RisText const written = write_ris(read.front());
    BOOST_TEST((read_ris(written.text).front() == read.front()), written.text);
}

BOOST_AUTO_TEST_CASE(no_value_begins_a_line_that_looks_like_a_tag) {
    for (std::string_view const fake : {"ER  - ", "TY  - BOOK", "au - x", "  KW  - y", "T2\t-z"}) {
        Record record;
        record.type = ItemType::book;
        record.set(var::abstract, Text(std::string("One.\n\n").append(fake)));
        record.set(var::title, Text(std::string("Title\r\n").append(fake)));
        RisRecords read = read_ris(write_ris(record).text);
        BOOST_TEST_REQUIRE(read.records.size() == 1U, fake);
        BOOST_TEST(read.front().fields().size() == 2U, fake);
        BOOST_TEST(read.front().extras().empty(), fake);
    }
}

BOOST_AUTO_TEST_CASE(text_that_looks_like_markup_stays_text) {
    for (std::string_view const plain : {"AT&T", "&amp;", "a < b", "<i>no</i>", "1 &lt; 2"}) {
        Record record;
        record.type = ItemType::book;
        record.set(var::title, Text(plain));
        record.set(var::note, Text(plain));
        Record const read = read_ris(write_ris(record).text).front();
        BOOST_TEST(text_of(read, var::title) == plain);
        BOOST_TEST(text_of(read, var::note) == plain);
    }
}

BOOST_AUTO_TEST_CASE(marks_are_lost_with_a_word_unless_the_file_had_them) {
    Record record;
    record.type = ItemType::book;
    Mark const italic{0, 5, Style::italic, {}};
    record.set(var::title, Text("Salix alba", {&italic, 1}));
    RisText const written = write_ris(record);
    BOOST_TEST(written.has("TI  - Salix alba"));
    BOOST_TEST(written.told.at("lost-markup") == 1);
    RisRecords read = read_lines("BOOK", "TI  - <i>Salix</i> alba\n");
    BOOST_TEST(text_of(read.front(), var::title) == "Salix alba");
    BOOST_TEST(write_ris(read.front()).has("TI  - <i>Salix</i> alba"));
}

// ---- Residue and carriage ------------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(keeps_a_tag_that_no_row_claims) {
    RisRecords read = read_lines("JOUR", "H1  - UB Mannheim\nXY  - 1\nH1  - UB Leipzig\n");
    BOOST_TEST_REQUIRE(read.front().extras().size() == 3U);
    BOOST_TEST(read.front().extras()[1].name == "XY");
    BOOST_TEST((read.front().extras()[1].kind == ExtraKind::unclaimed));
    BOOST_TEST(read.told.empty());
    BOOST_TEST(write_ris(read.front()).text == "TY  - JOUR\nH1  - UB Mannheim\nXY  - 1\nH1  - UB Leipzig\nER  - \n");
}

BOOST_AUTO_TEST_CASE(tells_of_a_tag_that_stands_twice) {
    RisRecords read = read_lines("JOUR", "VL  - \nVL  - 1\nVL  - 2\n");
    BOOST_TEST(text_of(read.front(), var::volume) == "1");
    BOOST_TEST(read.told["repeated-field"] == 1);
}

BOOST_AUTO_TEST_CASE(what_has_no_tag_is_dropped_with_a_word_or_carried) {
    Record record;
    record.type = ItemType::article_journal;
    Name first, second;
    first.family = Text("Doe");
    first.given = Text("Jane");
    second.literal = Text("Roe, Inc.");
    Name const both[] = {first, second};
    record.set(var::author, Names{{both, 1}, true});
    record.set(var::interviewer, Names{both, true});
    record.set(var::archive_place, Text("Leiden"));
    Date original;
    original.begin = {.year = 1839};
    original.end = {.year = 1855};
    original.range = DateRange::closed;
    record.set(var::original_date, original);
    record.add_extra({"bibtex", "acknowledgement", "ack-nhfb", {}, ExtraKind::unclaimed, VariableId::none});

    RisText const dropped = write_ris(record);
    BOOST_TEST(dropped.text == "TY  - JOUR\nAU  - Doe, Jane\nER  - \n");
    BOOST_TEST(dropped.told.at("dropped-field") == 4);
    BOOST_TEST(dropped.told.at("lost-others") == 1);

    RisText const carried = write_ris(record, "standard", true);
    BOOST_TEST(carried.told.empty());
    BOOST_TEST(carried.has("N1  - ibid:archive-place=Leiden"));
    BOOST_TEST(carried.has("N1  - ibid:bibtex.acknowledgement=ack-nhfb"));
    RisRecords read = read_ris(carried.text);
    record.origin = read.front().origin;
    BOOST_TEST((read.front() == record), carried.text);
}

BOOST_AUTO_TEST_CASE(a_note_that_only_looks_carried_stays_a_note) {
    Record const record = read_lines("JOUR", "N1  - ibid:\nN1  - ibid: see there\nN1  - ibid:nothing=1\n").front();
    BOOST_TEST(text_of(record, var::note) == "ibid:\nibid: see there\nibid:nothing=1");
}

BOOST_AUTO_TEST_CASE(blocks_of_other_formats_are_dropped_with_a_word) {
    std::map<std::string, int> told;
    Diagnostics diagnostics(counting(told));
    Options const options;
    std::string text;
    auto const sink = sink_to_string(text);
    auto const writer = ris().make_writer({*sink, diagnostics, options, false});
    Item item;
    item.kind = ItemKind::verbatim;
    item.verbatim = {.kind = VerbatimKind::preamble, .format = "bibtex", .source = "@preamble{x}"};
    writer->put(item);
    item.verbatim = {.kind = VerbatimKind::text, .format = "bibtex", .source = "\n\n"};
    writer->put(item);
    BOOST_TEST(told["dropped-block"] == 1);
    BOOST_TEST(text.empty());
}

BOOST_AUTO_TEST_SUITE_END()
