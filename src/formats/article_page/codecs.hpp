// The codecs that are the article page's own; they only read.
#pragma once

#include "formats/article_page/decoder.hpp"
#include "mapping/codecs.hpp"

#include <string_view>

namespace ibid::formats::article_page::field_codecs {

using Match = mapping::Match<Native>;

/// Declares a codec whose function is defined in codecs.cpp.
#define IBID_CODEC(codec, kind_test)                                                                         \
    struct codec {                                                                                           \
        static constexpr std::string_view name = #codec;                                                     \
        template <Kind K> static constexpr bool takes = kind_test;                                           \
        template <class F> static bool decode(Decoder& d, mapping::Match<F> const& m) { return read(d, m); } \
        static bool read(Decoder&, Match const&);                                                            \
    }

/// Names, the given name first, one each or several between commas.
IBID_CODEC(authors, K == Kind::names);
/// Several texts as lines of one.
IBID_CODEC(lines, K == Kind::text);
/// "January-2021": the hyphen is no range.
IBID_CODEC(issue_date, K == Kind::date);
IBID_CODEC(pages, K == Kind::text);
/// Without resolver and label.
IBID_CODEC(doi, K == Kind::text);
/// Those of print come first, as they do on the page.
IBID_CODEC(issns, K == Kind::list);
/// Paragraphs; lines that were broken by width are joined.
IBID_CODEC(prose, K == Kind::text);
/// One a line, or several between semicolons or commas.
IBID_CODEC(keywords, K == Kind::list);
/// Journal, and what the page leaves out. A citation that says otherwise than the page is left.
IBID_CODEC(citations, K == Kind::text || K == Kind::date);

#undef IBID_CODEC

}  // namespace ibid::formats::article_page::field_codecs
