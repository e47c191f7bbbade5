// The mapping of HTML pages, which are only read. The names of a row stand in the order in which they are believed:
// Highwire Press tags (citation_..., as Google Scholar's "Inclusion Guidelines for Webmasters" lists them), schema.org in
// JSON-LD (schema....), PRISM 3.0, Dublin Core (DC..., DCTERMS...), Open Graph. Letter case does not count, and colons in
// prefixes are points.
#pragma once

#include "formats/html_page/codecs.hpp"
#include "formats/html_page/decoder.hpp"

namespace ibid::formats::html_page {

namespace field_table {
using namespace field_codecs;
using mapping::any_of, mapping::parts, mapping::row, mapping::in;
using mapping::text, mapping::list, mapping::date;
inline constexpr mapping::TypeSet on_sites = in(ItemType::webpage, ItemType::post_weblog, ItemType::article_newspaper, ItemType::document);

// clang-format off
inline constexpr auto rows = mapping::table<Native>(
    row<authors> (parts("citation_author", "citation_authors", "schema.author", "DC.creator", "DCTERMS.creator", "DC.creator.PersonalName", "eprints.creators_name",
                        "citation_author_orcid", "citation_author_institution"), var::author, var::author_address),
    row<people>  (parts("citation_editor", "schema.editor", "DC.contributor.editor", "eprints.editors_name"), var::editor),
    row<people>  (parts("schema.translator"), var::translator),
    row<people>  (parts("schema.contributor", "DC.contributor", "DCTERMS.contributor"), var::contributor),

    row<text>    (any_of("citation_title", "schema.name", "schema.headline", "DC.title", "DCTERMS.title", "eprints.title", "og:title"), var::title),
    row<text>    (any_of("citation_journal_title", "citation_inbook_title", "citation_book_title", "schema.isPartOf.name", "prism.publicationName",
                         "citation_conference_title", "DC.source", "eprints.publication"), var::container_title),
    row<text>    (any_of("schema.isPartOf.name (site)", "og:site_name"), var::container_title, on_sites),
    row<text>    (any_of("citation_conference_title", "citation_conference"), var::event_title),
    row<text>    (any_of("citation_journal_abbrev", "schema.isPartOf.alternateName"), var::container_title_short),
    row<text>    (any_of("citation_series_title"), var::collection_title),

    row<dates>   (parts("citation_publication_date", "citation_cover_date", "citation_date", "citation_year", "schema.datePublished",
                        "prism.publicationDate", "DC.date.issued", "DCTERMS.issued", "DC.date", "article:published_time"), var::issued),
    row<dates>   (parts("citation_online_date", "DC.date.available", "DCTERMS.available"), var::available_date),
    row<dates>   (parts("DC.date.dateSubmitted", "DCTERMS.dateSubmitted"), var::submitted),

    row<text>    (any_of("citation_volume", "schema.volumeNumber", "prism.volume", "DC.source.volume", "eprints.volume"), var::volume),
    row<text>    (any_of("citation_issue", "schema.issueNumber", "prism.number", "DC.source.issue", "eprints.number"), var::issue),
    row<text>    (any_of("citation_article_number", "citation_elocation_id", "citation_technical_report_number", "citation_patent_number", "schema.reportNumber"), var::number),
    row<pages>   (parts("citation_firstpage", "citation_lastpage", "citation_pages", "schema.pageStart", "schema.pageEnd", "schema.pagination",
                        "prism.startingPage", "prism.endingPage", "prism.pageRange"), var::page),
    row<text>    (any_of("citation_num_pages", "schema.numberOfPages"), var::number_of_pages),
    row<text>    (any_of("citation_edition", "schema.bookEdition"), var::edition),
    row<text>    (any_of("schema.softwareVersion", "schema.version"), var::version),
    row<list>    (any_of("citation_dissertation_institution", "citation_technical_report_institution", "citation_publisher", "schema.publisher",
                         "schema.sourceOrganization", "DC.publisher", "DCTERMS.publisher", "eprints.publisher"), var::publisher),
    row<text>    (any_of("citation_dissertation_name", "citation_article_type", "schema.inSupportOf"), var::genre),
    row<each>    (parts("citation_language", "schema.inLanguage", "DC.language", "DCTERMS.language"), var::language),
    row<text>    (any_of("schema.license", "DCTERMS.license", "DC.rights", "DCTERMS.rights", "prism.copyright"), var::license),

    row<doi>     (parts("citation_doi", "schema.doi", "prism.doi", "DC.identifier.doi", "DC.identifier", "DCTERMS.identifier", "eprints.id_number"), var::DOI),
    row<pmid>    (any_of("citation_pmid", "schema.pmid"), var::PMID),
    row<text>    (any_of("citation_pmcid"), var::PMCID),
    row<arxiv>   (any_of("citation_arxiv_id"), var::eprint, var::eprint_type),
    row<issns>   (parts("citation_issn", "citation_eissn", "schema.issn", "prism.issn", "prism.eIssn", "DC.source.issn", "DC.identifier", "eprints.issn"), var::ISSN),
    row<isbns>   (parts("citation_isbn", "schema.isbn", "prism.isbn", "book:isbn", "DC.identifier.isbn", "DC.identifier", "eprints.isbn"), var::ISBN),
    row<links>   (parts("citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url", "schema.url", "prism.url", "DC.identifier.uri",
                        "DC.identifier", "DCTERMS.identifier", "og:url"), var::URL),
    row<each>    (parts("citation_pdf_url"), var::file),

    row<prose>   (any_of("citation_abstract", "schema.abstract", "DCTERMS.abstract", "DC.description.abstract", "eprints.abstract", "DC.description",
                         "DCTERMS.description", "schema.description", "og:description"), var::abstract),
    row<keywords>(parts("citation_keywords", "citation_keyword", "schema.keywords", "prism.keyword", "DC.subject", "DCTERMS.subject", "eprints.keywords", "article:tag"),
                  var::keyword),
    row<text>    (any_of("schema.genre"), var::genre)
);
// clang-format on
}  // namespace field_table

}  // namespace ibid::formats::html_page
