// Reference types: what TY, M3 and the other lines of a record make of its type, and that writing keeps the type.
#include "ris_support.hpp"

#include "formats/ris/mapping.hpp"
#include "formats/ris/type_rules.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {
using namespace ibid;
using namespace ibid::tests;
using namespace ibid::formats::ris;

constexpr std::string_view profiles[] = {"standard", "zotero", "endnote", "2001"};

std::string type_of(std::string const& type, std::string const& lines = "") {
    return std::string(spelling(read_lines(type, lines).front().type));
}

/// A record with everything that bears on the type of a RIS record.
Record misleading_record(ItemType type, std::string_view genre) {
    Record record;
    record.type = type;
    Name author;
    author.family = Text("Doe");
    author.given = Text("Jane");
    record.set(var::author, Names{{&author, 1}, false});
    record.set(var::title, Text("Title"));
    record.set(var::container_title, Text("Container"));
    record.set(var::container_title_short, Text("Cont."));
    if (!genre.empty()) record.set(var::genre, Text(genre));
    return record;
}
}  // namespace

BOOST_AUTO_TEST_SUITE(formats_ris_types)

BOOST_AUTO_TEST_CASE(every_item_type_comes_back_from_every_profile) {
    for (std::string_view const profile : profiles)
        for (std::size_t t = 0; t < item_type_count; ++t) {
            auto const type = static_cast<ItemType>(t);
            Record bare;
            bare.type = type;
            for (Record const& record : {bare, misleading_record(type, {}), misleading_record(type, "review"), misleading_record(type, "preprint"),
                                         misleading_record(type, "broadcast"), misleading_record(type, "periodical")}) {
                RisText const written = write_ris(record, profile);
                auto read = read_ris(written.text);
                BOOST_TEST_REQUIRE(read.records.size() == 1U, written.text);
                BOOST_TEST(spelling(read.front().type) == spelling(type), profile << "\n" << written.text);
                bool const has_genre_tag = written.told.count("dropped-field") == 0;
                if (has_genre_tag) BOOST_TEST(text_of(read.front(), var::genre) == text_of(record, var::genre), written.text);
            }
        }
}

BOOST_AUTO_TEST_CASE(every_reference_type_is_written_back_as_it_was_read) {
    for (std::string_view const word : reference_types()) {
        RisRecords read = read_lines(std::string(word), "TI  - Title\n");
        RisText const written = write_ris(read.front());
        BOOST_TEST(written.text == "TY  - " + std::string(word) + "\nTI  - Title\nER  - \n");
        BOOST_TEST(written.told.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_reference_type_that_no_longer_fits_is_not_written) {
    RisRecords read = read_lines("EBOOK", "TI  - Title\n");
    read.front().type = ItemType::thesis;
    BOOST_TEST(write_ris(read.front()).has("TY  - THES"));
}

BOOST_AUTO_TEST_CASE(a_journal_with_an_author_is_an_article) {
    BOOST_TEST(type_of("JFULL") == "periodical");
    BOOST_TEST(type_of("JFULL", "AU  - Doe, Jane\n") == "article-journal");
    BOOST_TEST(type_of("JFULL", "AU  - Doe, Jane\nM3  - periodical\n") == "periodical");
}

BOOST_AUTO_TEST_CASE(a_generic_record_with_a_journal_is_an_article) {
    BOOST_TEST(type_of("GEN") == "document");
    BOOST_TEST(type_of("GEN", "JO  - Nature\n") == "article-journal");
    BOOST_TEST(type_of("GEN", "T2  - Nature\n") == "document");
    BOOST_TEST(type_of("GEN", "JF  - Nature\nM3  - document\n") == "document");
}

BOOST_AUTO_TEST_CASE(a_pair_decides_and_is_used_up) {
    RisRecords read = read_lines("JOUR", "M3  - review-book\nM3  - essay\n");
    BOOST_TEST(spelling(read.front().type) == "review-book");
    BOOST_TEST(text_of(read.front(), var::genre) == "essay");
    BOOST_TEST(read.front().extras().empty());
    BOOST_TEST(write_ris(read.front()).text == "TY  - JOUR\nM3  - review-book\nM3  - essay\nER  - \n");
}

BOOST_AUTO_TEST_CASE(what_databases_put_into_m3_is_a_genre) {
    RisRecords read = read_lines("JOUR", "M3  - Review\n");
    BOOST_TEST(spelling(read.front().type) == "article-journal");
    BOOST_TEST(text_of(read.front(), var::genre) == "Review");
    BOOST_TEST(type_of("UNPB", "M3  - Preprint\n") == "article");
    BOOST_TEST(type_of("PCOMM", "M3  - INTERVIEW\n") == "interview");
    BOOST_TEST(type_of("MPCT", "M3  - Broadcast\n") == "motion_picture");
}

BOOST_AUTO_TEST_CASE(words_that_are_no_reference_types_are_read_by_what_they_begin_with) {
    BOOST_TEST(type_of("Journal Article") == "article-journal");
    BOOST_TEST(type_of("Book Section") == "chapter");
    BOOST_TEST(type_of("dissertation") == "thesis");
    BOOST_TEST(type_of("jour") == "article-journal");
    RisRecords read = read_lines("Etching", "TI  - Title\n");
    BOOST_TEST(spelling(read.front().type) == "document");
    BOOST_TEST(read.told["unknown-type"] == 1);
    BOOST_TEST(write_ris(read.front()).has("TY  - Etching"));
    BOOST_TEST(write_ris(read_lines("Chap", "").front()).has("TY  - CHAP"));
}

BOOST_AUTO_TEST_CASE(a_reference_type_implies_a_genre_or_a_status) {
    BOOST_TEST(text_of(read_lines("CTLG", "").front(), var::genre) == "catalog");
    BOOST_TEST(text_of(read_lines("CTLG", "M3  - auction\n").front(), var::genre) == "auction");
    BOOST_TEST(text_of(read_lines("ICOMM", "").front(), var::genre) == "email");
    BOOST_TEST(text_of(read_lines("INPR", "").front(), var::status) == "in press");
    BOOST_TEST(text_of(read_lines("UNBILL", "").front(), var::status) == "unenacted");
    RisRecords read = read_lines("INPR", "");
    read.front().erase(VariableId::status);
    BOOST_TEST(write_ris(read.front()).has("TY  - JOUR"));
}

BOOST_AUTO_TEST_CASE(a_film_with_an_author_is_no_mpct_whose_au_is_the_director) {
    RisText const written = write_ris(misleading_record(ItemType::broadcast, {}));
    BOOST_TEST(written.has("TY  - VIDEO"));
    BOOST_TEST(written.has("M3  - broadcast"));
    BOOST_TEST(names_of(read_ris(written.text).front(), var::author) == "Doe");
}

BOOST_AUTO_TEST_CASE(guards_name_reference_types_only) {
    auto const known = reference_types();
    for (auto const& row : field_table::rows)
        for (std::size_t i = 0; i < row.native_types.count; ++i)
            BOOST_TEST((std::find(known.begin(), known.end(), row.native_types.type[i]) != known.end()), row.native_types.type[i]);
}

BOOST_AUTO_TEST_CASE(no_two_rows_write_one_tag_under_one_type) {
    auto const& rows = field_table::rows;
    for (std::size_t p = 0; p < 4; ++p)
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t k = i + 1; k < rows.size(); ++k) {
                if (rows[i].names.join == mapping::Join::parts || rows[k].names.join == mapping::Join::parts) continue;  // their codecs see to it
                if (!rows[i].writes(p) || !rows[k].writes(p) || !rows[i].native_types.meets(rows[k].native_types)) continue;
                if (rows[i].codec == "undated" || rows[k].codec == "undated") continue;
                BOOST_TEST(rows[i].written_name(p) != rows[k].written_name(p), spelling(rows[i].variable[0]) << " and " << spelling(rows[k].variable[0]));
            }
}

BOOST_AUTO_TEST_SUITE_END()
