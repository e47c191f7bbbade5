// What type a page is of: the rows between signs of it and item types. Of Highwire Press tags the mere presence tells; of
// JSON-LD and Dublin Core the value, in small letters and without blanks. The first row whose sign the page has counts, so
// the surest stand first.
#pragma once

#include "mapping/types.hpp"

#include <string_view>

namespace ibid::formats::html_page {

inline constexpr std::string_view schema_type = "schema.@type", dc_type = "DC.type", og_type = "og:type";

namespace type_table {
using mapping::TypeRow;
using enum ItemType;
inline constexpr mapping::Way read = mapping::Way::read;

// clang-format off
inline constexpr TypeRow rows[] = {
    {"citation_dissertation_institution",     "", thesis,           read},
    {"citation_dissertation_name",            "", thesis,           read},
    {"citation_technical_report_institution", "", report,           read},
    {"citation_technical_report_number",      "", report,           read},
    {"citation_conference_title",             "", paper_conference, read},
    {"citation_conference",                   "", paper_conference, read},
    {"citation_inbook_title",                 "", chapter,          read},
    {"citation_book_title",                   "", chapter,          read},
    {"citation_arxiv_id",                     "", article,          read},
    {"citation_patent_number",                "", patent,           read},
    {"citation_journal_title",                "", article_journal,  read},

    // schema.org
    {schema_type, "scholarlyarticle",        article_journal,  read},
    {schema_type, "medicalscholarlyarticle", article_journal,  read},
    {schema_type, "thesis",                  thesis,           read},
    {schema_type, "chapter",                 chapter,          read},
    {schema_type, "book",                    book,             read},
    {schema_type, "report",                  report,           read},
    {schema_type, "techarticle",             report,           read},
    {schema_type, "dataset",                 dataset,          read},
    {schema_type, "softwaresourcecode",      software,         read},
    {schema_type, "softwareapplication",     software,         read},
    {schema_type, "newsarticle",             article_newspaper, read},
    {schema_type, "blogposting",             post_weblog,      read},
    {schema_type, "article",                 webpage,          read},
    {schema_type, "legislation",             legislation,      read},
    {schema_type, "map",                     map,              read},
    {schema_type, "movie",                   motion_picture,   read},
    {schema_type, "musicrecording",          song,             read},
    {schema_type, "review",                  review,           read},
    {schema_type, "periodical",              periodical,       read},
    {schema_type, "presentationdigitaldocument", speech,       read},
    {schema_type, "creativework",            document,         read},
    {schema_type, "webpage",                 webpage,          read},

    // The words of repositories: DSpace, EPrints, OJS, info:eu-repo/semantics, COAR.
    {dc_type, "text.serial.journal", article_journal, read},
    {dc_type, "journalarticle",      article_journal, read},
    {dc_type, "article",             article_journal, read},
    {dc_type, "researcharticle",     article_journal, read},
    {dc_type, "reviewarticle",       article_journal, read},
    {dc_type, "preprint",            article,         read},
    {dc_type, "workingpaper",        report,          read},
    {dc_type, "report",              report,          read},
    {dc_type, "technicalreport",     report,          read},
    {dc_type, "thesis",              thesis,          read},
    {dc_type, "doctoralthesis",      thesis,          read, "doctoral thesis"},
    {dc_type, "masterthesis",        thesis,          read, "master's thesis"},
    {dc_type, "bachelorthesis",      thesis,          read, "bachelor's thesis"},
    {dc_type, "dissertation",        thesis,          read},
    {dc_type, "book",                book,            read},
    {dc_type, "monograph",           book,            read},
    {dc_type, "bookpart",            chapter,         read},
    {dc_type, "bookchapter",         chapter,         read},
    {dc_type, "booksection",         chapter,         read},
    {dc_type, "conferenceobject",    paper_conference, read},
    {dc_type, "conferencepaper",     paper_conference, read},
    {dc_type, "lecture",             speech,          read},
    {dc_type, "patent",              patent,          read},
    {dc_type, "dataset",             dataset,         read},
    {dc_type, "software",            software,        read},
    {dc_type, "image",               graphic,         read},
    {dc_type, "stillimage",          graphic,         read},
    {dc_type, "movingimage",         motion_picture,  read},
    {dc_type, "sound",               song,            read},

    {"citation_isbn",                "", book,            read},
    {"prism.publicationName",        "", article_journal, read},
    {"citation_issn",                "", article_journal, read},
    {"DC.Source.ISSN",               "", article_journal, read},
    {og_type, "book",                    book,            read},
    {og_type, "article",                 webpage,         read},
    {og_type, "website",                 webpage,         read},
};
// clang-format on
}  // namespace type_table

}  // namespace ibid::formats::html_page
