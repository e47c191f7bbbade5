// The mapping of article pages, which are only read. A native name is the label of the page, or what the thing is called
// where the page has no label for it: Title, Kind, Issue date, Volume, Issue.
#pragma once

#include "formats/article_page/codecs.hpp"
#include "formats/article_page/decoder.hpp"
#include "mapping/types.hpp"

#include <array>

namespace ibid::formats::article_page {

/// A page is of one type.
inline constexpr mapping::TypeRow type_rows[] = {{"page", "", ItemType::article_journal, mapping::Way::read}};

namespace field_table {
using namespace field_codecs;
using mapping::any_of, mapping::parts, mapping::repeat, mapping::row;
using mapping::text, mapping::date;

// clang-format off
inline constexpr auto rows = mapping::table<Native>(
    row<text>     (any_of("Title"),               var::title),
    row<authors>  (repeat("Authors"),             var::author),
    row<text>     (any_of("Kind"),                var::genre),
    row<lines>    (repeat("Affiliations"),        var::author_address),

    row<issue_date>(any_of("Issue date"),         var::issued),
    row<date>     (any_of("Published online on"), var::available_date),
    row<text>     (any_of("Volume"),              var::volume),
    row<text>     (any_of("Issue"),               var::issue),
    row<text>     (any_of("Article Number"),      var::number),
    row<pages>    (any_of("Pages"),               var::page),

    row<doi>      (any_of("DOI"),                 var::DOI),
    row<issns>    (repeat("Print ISSN", "Online ISSN", "ISSN"), var::ISSN),
    row<text>     (any_of("Copyright"),           var::license),
    row<prose>    (any_of("Abstract"),            var::abstract),
    row<keywords> (repeat("Keywords"),            var::keyword),

    // The formatted citations: the only place where the journal stands, and a second one for the rest.
    row<citations>(parts("Spandidos Publications style", "APA", "MLA", "Chicago"), var::container_title, var::container_title_short,
                   var::volume, var::issue, var::page, var::issued, var::status)
);
// clang-format on
}  // namespace field_table

/// The native name of each part of a page, in the order of grammars::article_page::Part; none for what is unknown.
inline constexpr std::array<std::string_view, grammar::part_count> part_names{
    "Title", "Kind", "Authors", "Affiliations", "Published online on", "DOI", "Article Number", "Pages", "Copyright", "Abstract",
    "Keywords", "Issue date", "Volume", "Issue", "Print ISSN", "Online ISSN", "ISSN",
    "Spandidos Publications style", "APA", "MLA", "Chicago", "line"};

}  // namespace ibid::formats::article_page
