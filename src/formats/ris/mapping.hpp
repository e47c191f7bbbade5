// The mapping of RIS. Its order is the order in which a record's lines are tried and printed. Guards name reference
// types, which count in both directions: what is written under a TY is read under it.
// Sources: the tag matrix of EndNote and Reference Manager (2011), "the matrix" below; the RIS format page of Research
// Information Systems (2001), whose tags are read always and written in the profile 2001; CSL 1.0.2, appendix IV.
// What the matrix leaves open (the custom tags C1 to C8, A2 to A4) follows Zotero's habit. Names with something in
// parentheses are no tags: the rules of providers_table.def say which tag is read so.
#pragma once

#include "formats/ris/codecs.hpp"
#include "formats/ris/type_sets.hpp"
#include "formats/ris/types.hpp"

namespace ibid::formats::ris {

namespace field_table {
using namespace field_codecs;
using namespace type_sets;
using mapping::any_of, mapping::parts, mapping::repeat, mapping::row, mapping::from, mapping::not_from;
using mapping::read_only, mapping::write_only, mapping::write_as, mapping::not_in_profile;
using mapping::text, mapping::list, mapping::date;

constexpr mapping::WriteAs in_2001(std::string_view name) { return write_as(profile_of(Profile::ris2001), name); }
inline constexpr mapping::WriteAs not_in_2001 = not_in_profile(profile_of(Profile::ris2001));
inline constexpr mapping::WriteAs not_in_standard = not_in_profile(profile_of(Profile::standard));
inline constexpr mapping::WriteAs not_in_zotero = not_in_profile(profile_of(Profile::zotero));
inline constexpr mapping::WriteAs not_in_endnote = not_in_profile(profile_of(Profile::endnote));

// clang-format off
inline constexpr auto rows = mapping::table<Native>(
    // Names
    row<names>        (repeat("AU", "A1", "AU (given first)"), var::author, not_from(from("EDBOOK", "MPCT", "MUSIC")), in_2001("A1")),
    row<names>        (repeat("AU", "A1"),        var::editor,            from("EDBOOK"), in_2001("A1")),
    row<names>        (repeat("AU", "A1"),        var::director,          from("MPCT"), in_2001("A1")),
    row<names>        (repeat("AU", "A1"),        var::composer,          from("MUSIC"), in_2001("A1")),
    row<names>        (repeat("A2", "ED"),        var::editor,            not_from(editor_not_second), in_2001("ED")),
    row<names_of_2001>(repeat("A3"),              var::collection_editor, from("BOOK"), read_only),
    row<names>        (repeat("A3", "ED"),        var::editor,            from("BOOK"), in_2001("ED")),
    row<names>        (repeat("ED"),              var::editor,            editor_nowhere),
    row<names>        (repeat("ED"),              var::editor,            from("EDBOOK"), read_only),
    row<names>        (repeat("A2"),              var::collection_editor, from("BOOK", "EDBOOK"), not_in_2001),
    row<names>        (repeat("A3"),              var::collection_editor, from("BOOK", "EDBOOK"), write_only, not_in_standard, not_in_zotero, not_in_endnote),
    row<names>        (repeat("A2"),              var::collection_editor, series_editor_second),
    row<names>        (repeat("A2"),              var::performer,         performed),
    row<names>        (repeat("A2"),              var::recipient,         letters),
    row<names>        (repeat("A2"),              var::producer,          from("DATA")),
    row<names>        (repeat("A2"),              var::reporter,          from("CASE")),
    row<names>        (repeat("A2"),              var::contributor,       from("BILL")),
    row<text>         (any_of("A2"),              var::authority,         from("PAT")),
    row<names>        (repeat("A3"),              var::illustrator,       from("BLOG")),
    row<names>        (repeat("A3"),              var::producer,          from("MPCT")),
    row<names>        (repeat("A3"),              var::contributor,       from("THES")),
    row<names>        (repeat("A3"),              var::collection_editor, not_from(series_editor_second | from("BOOK", "EDBOOK", "BLOG", "MPCT", "THES"))),
    row<names>        (repeat("A3"),              var::collection_editor, not_from(from("BOOK", "BLOG", "MPCT", "THES", "RPRT")), read_only),
    row<names>        (repeat("A4"),              var::performer,         from("MPCT")),
    row<names>        (repeat("A4"),              var::producer,          from("MUSIC")),
    row<names>        (repeat("A4"),              var::contributor,       from("CONF", "DATA")),
    row<names>        (repeat("A4"),              var::counsel,           from("CASE")),
    row<names>        (repeat("A4"),              var::translator,        not_from(from("MPCT", "MUSIC", "CONF", "DATA", "CASE"))),

    // Titles. JF says the container under any type, so it is written where T2 says something else. T2 of a conference paper
    // is the proceedings in 2001 and the conference in 2011; BT is the proceedings in both.
    row<text>         (any_of("TI", "T1", "CT"),  var::title,             in_2001("T1")),
    row<text>         (any_of("BT"),              var::title,             from("BOOK") | unpublished, read_only),
    row<subtitle>     (parts("T2 (subtitle)"),       var::title,             read_only),
    row<journal>      (any_of("JF"),              var::container_title,   articles, not_in_standard, not_in_zotero, not_in_endnote),
    row<journal>      (any_of("JF"),              var::container_title,   without_container),
    row<journal>      (any_of("JF"),              var::container_title,   read_only),
    row<container>    (any_of("T2"),              var::container_title,   articles, not_in_2001),
    row<container>    (any_of("T2"),              var::container_title,   not_from(without_container | articles | conferences)),
    row<text>         (any_of("BT"),              var::container_title,   conferences, write_only, not_in_standard, not_in_zotero, not_in_endnote),
    row<text>         (any_of("T2"),              var::collection_title,  in_series, not_in_2001),
    row<text>         (any_of("T2", "JO"),        var::event_title,       conferences, not_in_2001),
    row<text>         (any_of("T2"),              var::section,           section_in_t2),
    row<text>         (any_of("T2"),              var::department,        from("THES")),
    row<text>         (any_of("BT"),              var::container_title,   not_from(from("BOOK") | unpublished | conferences), read_only),
    row<text>         (any_of("JO"),              var::container_title,   not_from(conferences), read_only),
    row<text>         (any_of("J2", "JA", "J1"),  var::container_title,   not_from(conferences), read_only),
    row<text>         (any_of("T3"),              var::collection_title,  in_series, not_in_standard, not_in_zotero, not_in_endnote),
    row<text>         (any_of("T3"),              var::collection_title,  not_from(in_series | without_series)),
    row<text>         (any_of("T3"),              var::number,            number_in_t3),
    row<text>         (any_of("T3"),              var::authority,         bills_and_hearings),
    row<short_form>   (any_of("J2", "JA", "J1", "JO"), var::container_title_short, in_2001("JA")),
    row<abbreviation> (any_of("T2", "JF"),        var::container_title_short, read_only),
    row<short_form>   (any_of("ST"),              var::title_short),
    row<text>         (any_of("TT"),              var::translated_title),
    row<text>         (any_of("RI"),              var::reviewed_title,    not_from(from("STAT"))),

    // When
    row<conference_dates>(parts("C2", "PY", "DA", "Y1"), var::issued, var::event_date, from("CONF"), not_in_2001),
    row<secondary_date>(parts("Y2", "PY", "DA", "Y1"), var::event_date,   conferences, not_in_standard, not_in_zotero, not_in_endnote),
    row<secondary_date>(parts("Y2", "PY", "DA", "Y1"), var::submitted,    from("PAT"), not_in_standard, not_in_zotero, not_in_endnote),
    row<issued>       (parts("PY", "DA", "Y1"),   var::issued,            not_from(accessed_in_da | from("PAT"))),
    row<issued>       (parts("PY", "DA", "C2", "Y1"), var::issued,        from("PAT")),
    row<issued>       (parts("PY", "Y1"),         var::issued,            accessed_in_da),
    row<exact_date>   (any_of("ET"),              var::issued,            from("AGGR", "DBASE"), read_only),
    row<exact_date>   (any_of("SE"),              var::issued,            from("EJOUR"), read_only),
    row<exact_date>   (any_of("Y2"),              var::issued,            from("STAT"), read_only),

    // Where in what
    row<text>         (any_of("VL"),              var::volume,            not_from(volume_elsewhere)),
    row<exact_date>   (any_of("VL"),              var::accessed,          dated_volume, read_only),
    row<undated>      (any_of("VL"),              var::volume,            dated_volume),
    row<text>         (any_of("VL"),              var::edition,           from("COMP")),
    row<text>         (any_of("VL"),              var::number,            number_in_vl),
    row<text>         (any_of("VL"),              var::version,           from("PAT")),
    row<text>         (any_of("VL"),              var::dimensions,        charts),
    row<text>         (any_of("IS", "CP"),        var::number_of_volumes, chapters),
    row<text>         (any_of("IS", "CP"),        var::number,            number_in_is),
    row<text>         (any_of("IS", "CP"),        var::issue,             issue_in_m1, not_in_endnote),
    row<text>         (any_of("IS", "CP"),        var::issue,             not_from(chapters | number_in_is | issue_in_m1)),
    row<text>         (any_of("M1"),              var::issue,             issue_in_m1, not_in_standard, not_in_zotero, not_in_2001),
    row<short_number> (any_of("M1"),              var::issue,             from("GOVDOC", "JOUR"), read_only),
    row<text>         (any_of("C2"),              var::issue,             from("NEWS"), read_only),
    row<article_number>(parts("C7", "SP", "EP"),  var::number,            journal_articles | from("EJOUR")),
    row<lone_start>   (parts("SP", "EP"),         var::number_of_pages,   pages_counted_in_sp),
    row<lone_start>   (parts("SP", "EP"),         var::dimensions,        from("MPCT")),
    row<pages>        (parts("SP", "EP"),         var::page,              not_from(lone_start_elsewhere)),
    row<text>         (any_of("SE"),              var::page,              from("BOOK")),
    row<page_range>   (parts("SP", "EP"),         var::page,              lone_start_elsewhere),

    // By whom
    row<list>         (any_of("PB"),              var::publisher,         not_from(from("CASE", "MANSCPT"))),
    row<text>         (any_of("PB"),              var::authority,         from("CASE")),
    row<text>         (any_of("PB"),              var::archive,           from("MANSCPT")),
    row<list>         (any_of("A3"),              var::publisher,         from("RPRT"), read_only),
    row<list>         (any_of("CY", "PP"),        var::publisher_place,   not_from(conferences)),
    row<text>         (any_of("CY", "PP"),        var::event_place,       conferences),
    row<text>         (any_of("ET"),              var::edition,           not_from(edition_elsewhere)),
    row<text>         (any_of("ET"),              var::version,           version_in_et),
    row<exact_date>   (any_of("ET"),              var::available_date,    journal_articles),
    row<date>         (any_of("C6 (early access)"), var::available_date,  read_only),
    row<undated>      (any_of("ET"),              var::edition,           journal_articles),
    row<text>         (any_of("ET"),              var::medium,            from("MANSCPT")),
    row<text>         (any_of("ET"),              var::chapter_number,    bills_and_hearings | from("STAT")),

    // Identifiers
    row<standard_numbers>(parts("SN"),            var::ISSN, var::ISBN,   not_from(number_in_sn)),
    row<formed_numbers>(parts("SN"),              var::ISSN, var::ISBN,   number_in_sn),
    row<text>         (any_of("SN"),              var::number,            number_in_sn, read_only),
    row<doi>          (any_of("DO", "DI"),        var::DOI),
    row<doi_alone>    (parts("M3"),               var::DOI,               read_only),
    row<labelled_doi> (parts("N1"),               var::DOI,               read_only),
    row<each>         (repeat("UR", "LK"),        var::URL),
    row<each>         (repeat("L4"),              var::URL,               from("HEAR"), read_only),
    row<files>        (repeat("L1", "L2", "L3", "L4"), var::file),

    // Descriptions
    row<text>         (any_of("AB", "N2"),        var::abstract,          in_2001("N2")),
    row<keywords>     (repeat("KW"),              var::keyword),
    row<each>         (repeat("LA"),              var::language),

    // Where it was found
    row<pmid>         (parts("AN", "DB", "DP"),   var::PMID),
    row<pmid>         (parts("U2", "DB", "DP"),   var::PMID,              read_only),
    row<pubmed_number>(any_of("PM"),              var::PMID,              not_in_zotero, not_in_endnote, not_in_2001),
    row<database>     (any_of("DB", "DP"),        var::source),
    row<text>         (any_of("DP"),              var::database_provider),
    row<text>         (any_of("AN", "AV"),        var::archive_location),
    row<text>         (any_of("CN", "H2"),        var::call_number),
    row<date>         (any_of("Y2"),              var::accessed,          not_from(web_pages | from("STAT"))),
    row<date>         (any_of("Y2"),              var::accessed,          web_pages, not_in_endnote),
    row<second_date>  (any_of("Y2"),              var::accessed,          from("STAT")),
    row<date>         (any_of("DA"),              var::accessed,          accessed_in_da, read_only),

    // Numbers and kinds
    row<text>         (any_of("NV"),              var::number_of_volumes, not_from(volumes_elsewhere)),
    row<text>         (any_of("NV"),              var::number_of_volumes, chapters, read_only),
    row<text>         (any_of("NV"),              var::number,            number_in_nv),
    row<text>         (any_of("NV"),              var::version,           from("EBOOK")),
    row<text>         (any_of("NV"),              var::collection_number, from("RPRT")),
    row<text>         (any_of("NV"),              var::dimensions,        grants),
    row<text>         (any_of("SE"),              var::section,           not_from(section_elsewhere | section_in_t2)),
    row<text>         (any_of("SE"),              var::section,           section_in_t2, read_only),
    row<text>         (any_of("SE"),              var::chapter_number,    from("CHAP", "SER")),
    row<text>         (any_of("SE"),              var::number_of_pages,   from("CTLG")),
    row<text>         (any_of("SE"),              var::version,           from("DICT")),
    row<exact_date>   (any_of("SE"),              var::original_date,     from("DATA")),
    row<exact_date>   (any_of("SE"),              var::submitted,         from("CASE")),
    row<text>         (any_of("SE"),              var::page_first,        from("MANSCPT", "MGZN")),
    row<text>         (any_of("SE"),              var::number,            number_in_se),
    row<text>         (any_of("SV"),              var::collection_number, not_from(series_number_in_m1 | from("CASE", "RPRT"))),
    row<text>         (any_of("SV"),              var::collection_number, series_number_in_m1 | from("RPRT"), read_only),
    row<text>         (any_of("SV"),              var::number,            from("CASE")),
    row<text>         (any_of("M1"),              var::collection_number, series_number_in_m1),
    row<text>         (any_of("M1"),              var::number_of_volumes, from("CHAP"), read_only),
    row<text>         (any_of("M1"),              var::chapter_number,    from("ECHAP")),
    row<exact_date>   (any_of("M1"),              var::accessed,          web_pages, not_in_standard, not_in_zotero, not_in_2001),
    row<text>         (any_of("M1"),              var::status,            grants),
    row<text>         (any_of("M1"),              var::page_first,        from("LEGAL", "NEWS", "STAND")),
    row<text>         (any_of("M1"),              var::dimensions,        from("ART"), read_only),
    row<text>         (any_of("M1"),              var::medium,            from("COMP")),
    row<text>         (any_of("M1"),              var::number,            not_from(m1_is_no_number | journal_articles | number_elsewhere)),
    row<text>         (any_of("M2"),              var::page_first,        journal_articles),
    row<text>         (any_of("M2"),              var::number_of_pages,   from("PAMP")),
    row<genre>        (parts("M3"),               var::genre,             not_from(medium_in_m3 | from("MPCT"))),
    row<genre>        (parts("M3"),               var::medium,            medium_in_m3),

    // The custom tags
    row<list>         (any_of("C1"),              var::publisher_place,   conferences),
    row<text>         (any_of("C1"),              var::scale,             from("MAP")),
    row<text>         (any_of("C1"),              var::section,           from("CHAP", "SER")),
    row<text>         (any_of("C1"),              var::section,           from("ECHAP"), read_only),
    row<names>        (repeat("C1"),              var::performer,         from("VIDEO", "ADVS"), read_only),
    row<exact_date>   (any_of("C1"),              var::submitted,         from("PAT"), not_in_2001),
    row<pmcid>        (any_of("C2"),              var::PMCID,             journal_articles),
    row<text>         (any_of("C2"),              var::number,            from("SER")),
    row<names>        (repeat("C2"),              var::container_author,  from("CHAP")),
    row<text>         (any_of("C3"),              var::container_title,   conferences, not_in_2001),
    row<text>         (any_of("BT"),              var::container_title,   conferences, read_only),
    row<text>         (any_of("C3"),              var::dimensions,        dimensions_in_c3),
    row<text>         (any_of("C3"),              var::jurisdiction,      from("PAT")),
    row<pmcid>        (any_of("C3"),              var::PMCID,             from("EJOUR")),
    row<names>        (repeat("C4"),              var::reviewer,          not_from(from("MPCT"))),
    row<text>         (any_of("C4"),              var::genre,             from("MPCT")),
    row<text>         (any_of("C5"),              var::references,        from("PAT")),
    row<text>         (any_of("C5"),              var::number,            grants),
    row<text>         (any_of("C5"),              var::volume_title,      from("EJOUR")),
    row<text>         (any_of("C5"),              var::dimensions,        from("MULTI")),
    row<text>         (any_of("C5"),              var::medium,            from("MPCT", "VIDEO", "SOUND")),
    row<genre>        (parts("M3"),               var::medium,            from("MPCT"), read_only),
    row<text>         (any_of("C6"),              var::status,            from("PAT")),
    row<text>         (any_of("C6"),              var::issue,             from("RPRT")),
    row<text>         (any_of("C6"),              var::volume,            from("STAT"), read_only),
    row<pmcid>        (any_of("C7"),              var::PMCID,             electronic_books),
    row<text>         (any_of("C7"),              var::number,            number_in_c7 | journal_articles | from("EJOUR"), not_in_2001),

    // Numbers that another tag of the type says better
    row<short_number> (any_of("M1"),              var::number,            not_from(m1_is_no_number), read_only),
    row<text>         (any_of("NV"),              var::number,            from("EJOUR", "DATA"), read_only),

    // The rest
    row<text>         (any_of("OP"),              var::original_title,    not_from(legal_history | from("PAT"))),
    row<text>         (any_of("OP"),              var::references,        legal_history),
    row<text>         (any_of("LB"),              var::label),
    row<lines>        (repeat("RN"),              var::research_notes),
    row<text>         (any_of("CA"),              var::caption),
    row<lines>        (repeat("AD"),              var::author_address),
    row<notes>        (parts("N1", "RP", "N2", "AB"), var::note)
);
// clang-format on
}  // namespace field_table

}  // namespace ibid::formats::ris
