// The codecs that are the HTML page's own; they only read. A page says things several times, by Highwire Press tags, JSON-LD,
// PRISM, Dublin Core and Open Graph: the names of a row stand in the order in which they are believed.
#pragma once

#include "formats/html_page/decoder.hpp"
#include "mapping/codecs.hpp"

#include <string_view>

namespace ibid::formats::html_page::field_codecs {

using Match = mapping::Match<Native>;

/// Declares a codec whose function is defined in codecs.cpp.
#define IBID_CODEC(codec, kind_test)                                                                         \
    struct codec {                                                                                           \
        static constexpr std::string_view name = #codec;                                                     \
        template <Kind K> static constexpr bool takes = kind_test;                                           \
        template <class F> static bool decode(Decoder& d, mapping::Match<F> const& m) { return read(d, m); } \
        static bool read(Decoder&, Match const&);                                                            \
    }

/// The names of the first native name that is there.
IBID_CODEC(people, K == Kind::names);
/// The same; ORCIDs and what else belongs to one author stands behind each. Last names: the ORCID's, the institution's.
/// Variables: author, author-address.
IBID_CODEC(authors, K == Kind::names || K == Kind::text);
/// The first date; others make it more precise.
IBID_CODEC(dates, K == Kind::date);
/// First and last page of a source, or its range.
IBID_CODEC(pages, K == Kind::text);
/// The first DOI; the same again is no news.
IBID_CODEC(doi, K == Kind::text);
IBID_CODEC(pmid, K == Kind::text);
/// Variables: eprint, eprint-type.
IBID_CODEC(arxiv, K == Kind::text);
/// ISSNs or ISBNs, by their form, of all sources.
IBID_CODEC(issns, K == Kind::list);
IBID_CODEC(isbns, K == Kind::list);
/// URLs of all sources, each once.
IBID_CODEC(links, K == Kind::list);
/// Every value of the first native name that is there.
IBID_CODEC(each, K == Kind::list);
/// The same; semicolons, or commas in a value that is alone, part several.
IBID_CODEC(keywords, K == Kind::list);
/// Paragraphs.
IBID_CODEC(prose, K == Kind::text);

#undef IBID_CODEC

}  // namespace ibid::formats::html_page::field_codecs
