// Sets of reference types, by what their tags mean: the guards of the mapping's rows.
// Source: the tag matrix of EndNote and Reference Manager (2011). WEB and ELEC, UNPD and UNPB, GRNT and GRANT are two
// words each for one type.
#pragma once

#include "mapping/row.hpp"

namespace ibid::formats::ris::type_sets {

using mapping::From, mapping::from;

// clang-format off
inline constexpr From web_pages          = from("ELEC", "WEB");
inline constexpr From unpublished        = from("UNPB", "UNPD");
inline constexpr From grants             = from("GRANT", "GRNT");
inline constexpr From journal_articles   = from("ABST", "INPR", "JFULL", "JOUR");
inline constexpr From articles           = journal_articles | from("EJOUR", "MGZN", "NEWS");
inline constexpr From conferences        = from("CONF", "CPAPER");
inline constexpr From chapters           = from("CHAP", "ECHAP");
inline constexpr From electronic_books   = from("EBOOK", "ECHAP");
inline constexpr From charts             = from("CHART", "EQUA", "FIGURE");
inline constexpr From letters            = from("ICOMM", "PCOMM");
inline constexpr From bills_and_hearings = from("BILL", "HEAR");
inline constexpr From legal_history      = from("BILL", "CASE", "HEAR", "LEGAL", "STAT", "UNBILL");

// T2 is a series; T2 is anything but what contains the item; T3 is no series.
inline constexpr From in_series          = from("AGGR", "BOOK", "EBOOK", "EDBOOK", "CLSWK", "COMP", "CTLG", "DBASE",
                                                "MANSCPT", "MAP", "MPCT", "MULTI", "RPRT") | web_pages | unpublished;
inline constexpr From without_container  = in_series | from("STAND", "HEAR", "THES", "PAT");
inline constexpr From without_series     = bills_and_hearings | from("LEGAL", "STAND");

// A2 is the editor of the series, a performer; neither A2 nor A3 is the editor; A2 is not.
inline constexpr From series_editor_second = from("CLSWK", "COMP", "MAP", "MULTI", "RPRT") | web_pages | unpublished;
inline constexpr From performed          = from("ADVS", "SLIDE", "SOUND", "VIDEO");
inline constexpr From editor_nowhere     = series_editor_second | performed | letters | from("DATA", "CASE", "BILL", "PAT");
inline constexpr From editor_not_second  = editor_nowhere | from("BOOK", "EDBOOK");

// DA, and EndNote's VL, are the day of access.
inline constexpr From accessed_in_da     = from("AGGR", "DBASE", "EBOOK", "ECHAP", "EJOUR", "MULTI");
inline constexpr From dated_volume       = from("BLOG") | web_pages;

// SP without EP counts the pages, or is no page at all.
inline constexpr From pages_counted_in_sp = from("BOOK", "CLSWK", "EBOOK", "EDBOOK", "THES");
inline constexpr From lone_start_elsewhere = pages_counted_in_sp | from("MPCT");

// Where the number of the item itself stands; SN is one if it is neither ISSN nor ISBN by its form.
inline constexpr From number_in_is       = from("RPRT", "DATA", "COMP");
inline constexpr From number_in_t3       = from("LEGAL", "STAND");
inline constexpr From number_in_vl       = from("PAMP");
inline constexpr From number_in_nv       = from("CTLG", "MANSCPT") | letters;
inline constexpr From number_in_se       = from("BLOG", "PAT");
inline constexpr From number_elsewhere   = number_in_is | number_in_t3 | number_in_vl | number_in_nv | number_in_se | grants |
                                           from("CASE", "SER");
inline constexpr From number_in_sn       = from("RPRT", "GOVDOC", "PAT", "LEGAL", "STAND", "DBASE");

// What else M1 is; types without a place for their number, which goes where articles have theirs.
inline constexpr From issue_in_m1        = from("CONF", "EJOUR", "MGZN");
inline constexpr From series_number_in_m1 = from("BOOK", "CLSWK", "CTLG", "EDBOOK", "PAMP", "SER");
inline constexpr From m1_is_no_number    = issue_in_m1 | series_number_in_m1 | chapters | web_pages | grants |
                                           from("GOVDOC", "LEGAL", "NEWS", "STAND", "ART", "COMP");
inline constexpr From number_in_c7       = web_pages | from("CONF", "MGZN", "CHAP", "BOOK", "CLSWK", "EDBOOK", "GOVDOC", "NEWS", "ART");

// Tags that mean something else than in most types.
inline constexpr From medium_in_m3       = from("BLOG", "EBOOK", "MUSIC") | web_pages;
inline constexpr From dimensions_in_c3   = from("ADVS", "ART", "MAP", "SLIDE", "SOUND", "VIDEO");
inline constexpr From version_in_et      = from("COMP", "DATA") | charts;
inline constexpr From section_in_t2      = from("STAND", "HEAR");  // of a hearing the committee
inline constexpr From volume_elsewhere   = dated_volume | charts | from("COMP", "PAMP", "PAT");
inline constexpr From edition_elsewhere  = version_in_et | journal_articles | bills_and_hearings | from("MANSCPT", "STAT");
inline constexpr From volumes_elsewhere  = number_in_nv | grants | chapters | from("EJOUR", "DATA", "EBOOK", "RPRT");
inline constexpr From section_elsewhere  = from("CHAP", "SER", "CTLG", "DICT", "DATA", "CASE", "MANSCPT", "MGZN", "EJOUR",
                                                "BLOG", "PAT", "BOOK");
// clang-format on

}  // namespace ibid::formats::ris::type_sets
