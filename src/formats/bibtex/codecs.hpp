// The codecs that are BibTeX's and BibLaTeX's own. Each is a pair: how the native value becomes the variable's, and
// back. Shared ones (text, list, names, date) stand in mapping/codecs.hpp.
#pragma once

#include "formats/bibtex/decoder.hpp"
#include "formats/bibtex/encoder.hpp"
#include "mapping/codecs.hpp"

#include <string_view>

namespace ibid::formats::bibtex::field_codecs {

using Match = mapping::Match<Native>;
using Job = mapping::Job<Native>;

/// Declares a codec whose functions are defined in codecs.cpp, codecs_dates.cpp, codecs_urls.cpp and codecs_encode.cpp.
#define IBID_CODEC(codec, kind_test)                                              \
    struct codec {                                                               \
        static constexpr std::string_view name = #codec;                         \
        template <Kind K> static constexpr bool takes = kind_test;               \
        template <class F> static bool decode(Decoder& d, mapping::Match<F> const& m) { return read(d, m); } \
        template <class F> static bool encode(Encoder& e, mapping::Job<F> const& j) { return write(e, j); }  \
        static bool read(Decoder&, Match const&);                                \
        static bool write(Encoder&, Job const&);                                 \
    }

/// title + subtitle: one title with a mark over the subtitle.
IBID_CODEC(title, K == Kind::text);
/// Writes maintitle where the record has a title of the volume as well.
IBID_CODEC(main_title, K == Kind::text);
/// What was said at an event is in its proceedings: @inproceedings wants a booktitle, RIS often has the event alone.
IBID_CODEC(event_as_book, K == Kind::text);
/// A journal beside its full name (fjournal) is its short form.
IBID_CODEC(short_form, K == Kind::text);
/// editor + editortype, editora + editoratype ...: the role decides the variable.
IBID_CODEC(editors, K == Kind::names);
/// A role that BibLaTeX has no field for: editora + editoratype.
IBID_CODEC(role, K == Kind::names);
/// date, or year + month + day.
IBID_CODEC(issued, K == Kind::date);
/// number + issue of a journal.
IBID_CODEC(issue, K == Kind::text);
/// "Second" is 2.
IBID_CODEC(edition, K == Kind::text);
/// Page ranges: any dash is one.
IBID_CODEC(pages, K == Kind::text);
/// The pages of a book that is paginated by sections.
IBID_CODEC(sections, K == Kind::text);
/// The countries of a patent: BibLaTeX's localisation keys are resolved.
IBID_CODEC(jurisdiction, K == Kind::text);
/// newseries, oldseries are keys.
IBID_CODEC(series, K == Kind::text);
/// The kind of a thesis or a report: BibLaTeX's localisation keys are resolved.
IBID_CODEC(genre, K == Kind::text);
/// The publication status: BibLaTeX's localisation keys are resolved.
IBID_CODEC(status, K == Kind::text);
/// babel's names are BCP 47 tags.
IBID_CODEC(language, K == Kind::list);
/// Without resolver and label.
IBID_CODEC(doi, K == Kind::text);
/// eprint + eprinttype (archiveprefix) + eprintclass (primaryclass).
IBID_CODEC(eprint, K == Kind::text);
/// URLs, each in a field of its own, with `&amp;` of web pages decoded.
IBID_CODEC(urls, K == Kind::list);
/// Values that are not to be touched, each in a field of its own: files.
IBID_CODEC(files, K == Kind::list);
/// A list, unless it is a URL: how something without a publisher was published.
IBID_CODEC(no_url, K == Kind::list);
/// A text that is `PMID: 12345678` and nothing else.
IBID_CODEC(pmid_only, K == Kind::text);
/// A number of PubMed or PubMed Central; labels and URLs around it are the file's.
IBID_CODEC(pubmed_id, K == Kind::text);
/// A URL somewhere in a text.
IBID_CODEC(url_within, K == Kind::list);
/// A text that is nothing but a URL.
IBID_CODEC(url_only, K == Kind::list);
/// ISBNs or ISSNs, one or several in a value.
IBID_CODEC(numbers, K == Kind::list);
/// An ISSN in the field of an ISBN: one whose check digit is right, in an entry that has no other.
IBID_CODEC(issn_alone, K == Kind::list);
/// One value that is not to be touched.
IBID_CODEC(verbatim_text, K == Kind::text);
/// note + addendum.
IBID_CODEC(note, K == Kind::text);
/// A text whose blank lines part paragraphs.
IBID_CODEC(paragraphs, K == Kind::text);
/// Keywords between commas or semicolons.
IBID_CODEC(keywords, K == Kind::list);

#undef IBID_CODEC

}  // namespace ibid::formats::bibtex::field_codecs
