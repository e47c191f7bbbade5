// The mapping of BibTeX and BibLaTeX: one union table for reading, two profiles for writing. The order of the rows is
// the order in which a record's fields are tried and printed.
// Sources: BibLaTeX 3.20 manual, sections 2.2 and 2.3 (fields) and appendix A; BibTeX "btxdoc" 3.2; CSL 1.0.2,
// appendix IV. Rows say "the first name present is read; the first is written, in BibTeX the one in bibtex(...)".
#pragma once

#include "formats/bibtex/codecs.hpp"
#include "formats/bibtex/types.hpp"

namespace ibid::formats::bibtex {

namespace field_table {
using namespace field_codecs;
using mapping::any_of, mapping::parts, mapping::repeat, mapping::row, mapping::in, mapping::not_in, mapping::from;
using mapping::alias, mapping::read_only, mapping::write_only, mapping::TypeSet;
using mapping::text, mapping::list, mapping::names, mapping::date;
using enum ItemType;

constexpr mapping::WriteAs bibtex(std::string_view name) { return mapping::write_as(profile_of(Dialect::bibtex), name); }
inline constexpr mapping::WriteAs biblatex_only = mapping::not_in_profile(profile_of(Dialect::bibtex));
inline constexpr mapping::WriteAs bibtex_only = mapping::not_in_profile(profile_of(Dialect::biblatex));

// Types whose number is that of an issue.
inline constexpr TypeSet journals = in(article_journal, article_magazine, article_newspaper, periodical, review, review_book);
// Parts of something that has a booktitle.
inline constexpr TypeSet parts_of_books = in(chapter, paper_conference, entry, entry_dictionary, entry_encyclopedia);
// Types whose number is that of a series.
inline constexpr TypeSet series_members = parts_of_books | in(book, classic, pamphlet);
// Recordings, whose maintitle is what they are a part of.
inline constexpr TypeSet recordings = in(song, motion_picture, broadcast, musical_score);
inline constexpr TypeSet with_container = parts_of_books | recordings;
inline constexpr TypeSet theses = in(thesis), reports = in(report);
inline constexpr TypeSet web_pages = in(webpage, post, post_weblog);
inline constexpr TypeSet works_of_law = in(legal_case, standard);

// clang-format off
inline constexpr auto rows = mapping::table<Native>(
    // Names
    row<names>        (any_of("author"),                       var::author),
    row<editors>      (parts("editor", "editortype"),          var::editor),
    row<editors>      (parts("editora", "editoratype"),        var::contributor, read_only),
    row<editors>      (parts("editorb", "editorbtype"),        var::contributor, read_only),
    row<editors>      (parts("editorc", "editorctype"),        var::contributor, read_only),
    row<editors>      (parts("namea", "nameatype"),            var::contributor, read_only),
    row<editors>      (parts("nameb", "namebtype"),            var::contributor, read_only),
    row<editors>      (parts("namec", "namectype"),            var::contributor, read_only),
    row<names>        (any_of("translator"),                   var::translator),
    row<names>        (any_of("bookauthor", "book-author"),     var::container_author),
    row<names>        (any_of("annotator"),                    var::annotator),
    row<names>        (any_of("commentator"),                  var::commentator),
    row<names>        (any_of("introduction"),                 var::introduction_author),
    row<names>        (any_of("foreword"),                     var::foreword_author),
    row<names>        (any_of("afterword"),                    var::afterword_author),
    row<names>        (any_of("holder", "assignee"),           var::holder),
    row<role>         (any_of("director"),                     var::director),
    row<role>         (any_of("scriptwriter"),                 var::script_writer),
    row<role>         (any_of("composer"),                     var::composer),
    row<role>         (any_of("performer"),                    var::performer),
    row<role>         (any_of("producer"),                     var::producer),
    row<role>         (any_of("execproducer", "executiveproducer"), var::executive_producer),
    row<role>         (any_of("narrator"),                     var::narrator),
    row<role>         (any_of("illustrator"),                  var::illustrator),
    row<role>         (any_of("serieseditor"),                 var::collection_editor),
    row<role>         (any_of("contributor", "with", "collaborator"), var::contributor),
    row<names>        (any_of("interviewer"),                  var::interviewer),
    row<names>        (any_of("recipient"),                    var::recipient),
    row<role>         (any_of("curator"),                      var::curator),
    row<role>         (any_of("chair"),                        var::chair),
    row<role>         (any_of("reviewedauthor"),               var::reviewed_author),
    row<role>         (any_of("compiler"),                     var::compiler),
    row<role>         (any_of("organizer"),                    var::organizer),
    row<role>         (any_of("host"),                         var::host),
    row<role>         (any_of("guest"),                        var::guest),
    row<role>         (any_of("seriescreator"),                var::series_creator),
    row<role>         (any_of("founder"),                      var::founder),
    row<role>         (any_of("continuator"),                  var::continuator),
    row<role>         (any_of("redactor"),                     var::redactor),
    row<role>         (any_of("reviser"),                      var::reviser),
    row<text>         (any_of("nameaddon"),                    var::name_addon),

    // Titles. A maintitle is the container of a part, and the title of anything else.
    row<title>        (parts("maintitle", "mainsubtitle"),     var::title, not_in(with_container | journals), mapping::not_from(from("bookinbook")), read_only),
    row<main_title>   (parts("maintitle", "mainsubtitle"),     var::title, var::volume_title, var::container_title, in(book), mapping::write_only),
    row<main_title>   (parts("maintitle", "mainsubtitle"),     var::title, var::volume_title, not_in(with_container | in(book) | journals), mapping::write_only),
    row<title>        (parts("title", "subtitle"),             var::title),
    row<title>        (parts("title", "subtitle"),             var::volume_title, not_in(with_container | journals), mapping::not_from(from("bookinbook")), read_only),
    row<text>         (any_of("booktitle"),                    var::title, in(book), read_only),
    row<text>         (any_of("titleaddon"),                   var::title_addon),
    row<text>         (any_of("shorttitle"),                   var::title_short),
    row<title>        (parts("maintitle", "mainsubtitle"),     var::container_title, with_container, read_only),
    row<main_title>   (parts("maintitle", "mainsubtitle"),     var::container_title, var::volume_title, parts_of_books, mapping::write_only),
    row<title>        (parts("maintitle", "mainsubtitle"),     var::container_title, from("bookinbook"), read_only),
    row<title>        (parts("maintitle", "mainsubtitle"),     var::container_title, recordings, mapping::write_only),
    row<title>        (parts("booktitle", "booksubtitle"),     var::container_title, parts_of_books | in(book, classic)),
    row<title>        (parts("booktitle", "booksubtitle"),     var::volume_title, parts_of_books, read_only),
    row<title>        (parts("booktitle", "booksubtitle"),     var::volume_title, from("bookinbook"), read_only),
    row<event_as_book>(repeat("booktitle"),                    var::event_title, in(paper_conference), mapping::write_only),
    row<text>         (any_of("organization"),                 var::container_title, web_pages),
    row<text>         (any_of("fjournal", "journal-full"),     var::container_title, read_only),
    row<text>         (any_of("journalsubtitle"),              var::section, in(article_newspaper), read_only),  // as Better BibTeX has a newspaper's
    row<title>        (parts("journaltitle", "journalsubtitle"), var::container_title, not_in(with_container | web_pages | in(book, classic)), biblatex_only),
    row<title>        (parts("journaltitle", "journalsubtitle"), var::container_title, alias),
    row<text>         (any_of("journal"),                      var::container_title, not_in(with_container | web_pages | in(book, classic)), bibtex_only),
    row<text>         (any_of("journal"),                      var::container_title, read_only),
    row<title>        (parts("booktitle", "booksubtitle"),     var::container_title, alias),
    row<text>         (any_of("shortjournal", "shortbooktitle", "abbrev_source_title"), var::container_title_short),
    row<short_form>   (any_of("journal"),                      var::container_title_short, read_only),
    row<text>         (any_of("booktitleaddon", "journaltitleaddon"), var::container_title_addon),
    row<title>        (parts("issuetitle", "issuesubtitle"),   var::volume_title, journals),
    row<title>        (parts("issuetitle", "issuesubtitle"),   var::volume_title, read_only),
    row<text>         (any_of("issuetitleaddon"),              var::volume_title_addon),
    row<text>         (any_of("eventtitle"),                   var::event_title),
    row<text>         (any_of("eventtitleaddon"),              var::event_title_addon),
    row<date>         (any_of("eventdate"),                    var::event_date),
    row<text>         (any_of("venue"),                        var::event_place),
    row<text>         (any_of("origtitle"),                    var::original_title),

    // When
    row<issued>       (parts("date", "year", "month", "day"),  var::issued),
    row<date>         (any_of("early-access-date"),            var::available_date, read_only),
    row<date>         (any_of("origdate"),                     var::original_date),

    // Where in what
    row<edition>      (any_of("edition"),                      var::edition),
    row<text>         (any_of("version"),                      var::version),
    row<text>         (any_of("hal_version"),                  var::version, read_only),
    row<text>         (any_of("medium"),                       var::medium),
    row<text>         (any_of("volume"),                       var::volume),
    row<text>         (any_of("part"),                         var::part_number),
    row<issue>        (parts("number", "issue"),               var::issue, journals),
    row<text>         (any_of("issue"),                        var::issue, not_in(journals)),
    row<text>         (any_of("number"),                       var::collection_number, from("manual"), read_only),
    row<text>         (any_of("number"),                       var::collection_number, series_members),
    row<text>         (any_of("number"),                       var::number, not_in(journals | series_members)),
    row<text>         (any_of("eid", "article-number", "articleno", "article_number", "art_number"), var::number, journals | series_members),
    row<text>         (any_of("eid", "article-number", "articleno", "article_number", "art_number"), var::number, read_only),
    row<sections>     (parts("pages", "bookpagination"),       var::section, read_only),
    row<pages>        (any_of("pages"),                        var::page),
    row<sections>     (repeat("pages"),                        var::section, mapping::write_only),
    row<text>         (any_of("section"),                      var::section),
    row<text>         (any_of("pagetotal", "numpages", "page_count"), var::number_of_pages),
    row<text>         (any_of("volumes"),                      var::number_of_volumes),
    row<text>         (any_of("chapter"),                      var::chapter_number),
    row<text>         (any_of("pagination"),                   var::pagination),
    row<text>         (any_of("bookpagination"),               var::container_pagination),
    row<series>       (any_of("series"),                       var::collection_title),
    row<text>         (any_of("shortseries"),                  var::collection_title_short),

    // By whom. A thesis and a report come from an institution, anything else from a publisher.
    row<list>         (any_of("institution", "school", "publisher", "organization"), var::publisher, theses, bibtex("school")),
    row<list>         (any_of("organization", "institution", "publisher", "school"), var::publisher, reports, from("manual")),
    row<list>         (any_of("institution", "school", "publisher", "organization"), var::publisher, reports),
    row<text>         (any_of("institution", "authority"),     var::authority, works_of_law),
    row<no_url>       (any_of("howpublished"),                 var::publisher, in(document, pamphlet), mapping::write_only),
    row<list>         (any_of("publisher"),                    var::publisher, not_in(theses | reports)),
    row<list>         (any_of("institution", "school", "organization"), var::publisher, not_in(theses | reports), alias),
    row<list>         (any_of("location", "address"),          var::publisher_place, not_in(in(patent)), bibtex("address")),
    row<jurisdiction> (any_of("location", "address"),          var::jurisdiction, in(patent), bibtex("address")),
    row<list>         (any_of("origpublisher"),                var::original_publisher),
    row<list>         (any_of("origlocation"),                 var::original_publisher_place),
    row<genre>        (any_of("type"),                         var::genre),
    row<status>       (any_of("pubstate"),                     var::status),
    row<language>     (parts("langid", "hyphenation", "language", "langidopts"), var::language),
    row<list>         (any_of("origlanguage"),                 var::original_language),

    // Identifiers
    row<doi>          (any_of("doi"),                          var::DOI),
    row<eprint>       (parts("eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass"), var::eprint, var::eprint_type, var::eprint_class),
    row<urls>         (repeat("url"),                          var::URL),
    row<date>         (any_of("urldate", "lastchecked", "accessed"), var::accessed),
    row<issn_alone>   (any_of("isbn"),                         var::ISSN, read_only),
    row<numbers>      (any_of("isbn"),                         var::ISBN),
    row<numbers>      (any_of("issn"),                         var::ISSN),
    row<text>         (any_of("isrn"),                         var::isrn),
    row<text>         (any_of("ismn"),                         var::ismn),
    row<text>         (any_of("iswc"),                         var::iswc),
    row<pubmed_id>    (any_of("pmid", "pubmed_id"),            var::PMID),
    row<pubmed_id>    (any_of("pmcid"),                        var::PMCID),
    row<text>         (any_of("library", "lccn"),              var::call_number),
    row<text>         (any_of("copyright", "license", "rights"), var::license),
    row<files>        (repeat("file"),                         var::file),

    // Descriptions. What howpublished says depends on what was published.
    row<url_within>   (any_of("howpublished"),                 var::URL, read_only),
    row<no_url>       (any_of("howpublished"),                 var::publisher, in(document, pamphlet), read_only),
    row<genre>        (any_of("howpublished"),                 var::genre, in(manuscript), read_only),
    row<text>         (any_of("howpublished"),                 var::status, in(article_journal), read_only),
    row<url_only>     (any_of("note"),                         var::URL, read_only),
    row<pmid_only>    (any_of("note"),                         var::PMID, read_only),
    row<urls>         (any_of("bdsk-url-1"),                   var::URL, read_only),
    row<note>         (parts("note", "addendum"),              var::note),
    row<paragraphs>   (any_of("annotation", "annote", "comment", "review"), var::annote, bibtex("annote")),
    row<paragraphs>   (any_of("abstract"),                     var::abstract),
    row<paragraphs>   (any_of("affiliation"),                  var::author_address),
    row<keywords>     (repeat("keywords", "keyword", "tags", "mesh", "author_keywords"), var::keyword),

    // How to cite it
    row<text>         (any_of("shorthand"),                    var::shorthand),
    row<text>         (any_of("label"),                        var::label),
    row<verbatim_text>(any_of("related"),                      var::related),
    row<text>         (any_of("relatedtype"),                  var::related_type),
    row<text>         (any_of("relatedstring"),                var::related_string),
    row<text>         (any_of("relatedoptions"),               var::related_options),
    row<text>         (any_of("sortkey", "key"),               var::sort_key, bibtex("key")),
    row<text>         (any_of("sortname"),                     var::sort_name),
    row<text>         (any_of("sorttitle"),                    var::sort_title),
    row<text>         (any_of("sortyear"),                     var::sort_year),
    row<text>         (any_of("options"),                      var::options)
);
// clang-format on
}  // namespace field_table

}  // namespace ibid::formats::bibtex
