// The codecs that are RIS's own. Each is a pair: how the native value becomes the variable's, and back. Shared ones
// (text, list, date) stand in mapping/codecs.hpp.
#pragma once

#include "formats/ris/decoder.hpp"
#include "formats/ris/encoder.hpp"
#include "mapping/codecs.hpp"

#include <string_view>

namespace ibid::formats::ris::field_codecs {

using Match = mapping::Match<Native>;
using Job = mapping::Job<Native>;

/// The field of a row that was hit by one field only, or null: the common case, worth a short way.
inline mapping::NativeField* sole(Match const& m) noexcept {
    mapping::NativeField* found = nullptr;
    for (mapping::NameId const id : m.ids)
        if (mapping::NativeField* const f = m.native.first(id); f != nullptr) {
            if (found != nullptr || f->claimed || m.native.next(*f) != nullptr) return nullptr;
            found = f;
        }
    return found;
}

/// Types whose number in SN is an ISSN, if its form does not tell.
inline constexpr mapping::TypeSet serials =
    mapping::in(ItemType::article_journal, ItemType::article_magazine, ItemType::article_newspaper,
                ItemType::periodical, ItemType::review, ItemType::review_book);

/// Whether a database is PubMed, or what it is made of.
bool is_pubmed(std::string_view database) noexcept;

/// Declares a codec whose functions are defined in codecs_decode.cpp, codecs_encode.cpp, codecs_names.cpp and codecs_titles.cpp.
#define IBID_CODEC(codec, kind_test)                                                                         \
    struct codec {                                                                                           \
        static constexpr std::string_view name = #codec;                                                     \
        template <Kind K> static constexpr bool takes = kind_test;                                           \
        template <class F> static bool decode(Decoder& d, mapping::Match<F> const& m) { return read(d, m); } \
        template <class F> static bool encode(Encoder& e, mapping::Job<F> const& j) { return write(e, j); }  \
        static bool read(Decoder&, Match const&);                                                            \
        static bool write(Encoder&, Job const&);                                                             \
    }

/// One name a line; they are added to those that the variable has. Under a third native name the given name comes first.
IBID_CODEC(names, K == Kind::names);
/// The same in a tag whose meaning has changed: of records in the tags of 2001.
IBID_CODEC(names_of_2001, K == Kind::names);
/// One element a line; they are added to those that the variable has.
IBID_CODEC(each, K == Kind::list);
/// Several lines of text, one native line each.
IBID_CODEC(lines, K == Kind::text);
/// The container's title: in JF where another JF is kept, lest that one should be read for it.
IBID_CODEC(container, K == Kind::text);
/// A journal's title, unless it shortens the one in T2.
IBID_CODEC(journal, K == Kind::text);
/// What shortens the container's title.
IBID_CODEC(abbreviation, K == Kind::text);
/// A short form; one that is the long form itself says nothing.
IBID_CODEC(short_form, K == Kind::text);
/// Year in PY or Y1, the whole in DA, each as precise as it is; in profile 2001 all in Y1.
IBID_CODEC(issued, K == Kind::date);
/// The year of a conference paper in C2: then PY and DA are of the conference. Variables: issued, event-date.
IBID_CODEC(conference_dates, K == Kind::date);
/// Y2 of 2001, the secondary date: if Y1 alone is the primary one.
IBID_CODEC(secondary_date, K == Kind::date);
/// Y2 beside another date, without which it would be the date of issue.
IBID_CODEC(second_date, K == Kind::date);
/// A date in a tag that may hold something else; it must look like one.
IBID_CODEC(exact_date, K == Kind::date);
/// A text in a tag that may hold a date: what exact_date declines.
IBID_CODEC(undated, K == Kind::text);
/// First and last page.
IBID_CODEC(pages, K == Kind::text);
/// The same where a first page alone means something else.
IBID_CODEC(page_range, K == Kind::text);
/// A first page without a last one, where that is no page.
IBID_CODEC(lone_start, K == Kind::text);
/// C7; SP repeats it for programs that know no C7.
IBID_CODEC(article_number, K == Kind::text);
/// M1 as a number. Databases put addresses and lists of references there: what is long is residue.
IBID_CODEC(short_number, K == Kind::text);
/// Without resolver and label.
IBID_CODEC(doi, K == Kind::text);
/// A DOI where something else is expected: M3 of 2001.
IBID_CODEC(doi_alone, K == Kind::text);
/// A note that is nothing but a labelled DOI.
IBID_CODEC(labelled_doi, K == Kind::text);
/// A PubMed id as the accession number: with its label, or without if the database is PubMed or Medline. Names: the
/// number's, then DB and DP.
IBID_CODEC(pmid, K == Kind::text);
/// A PubMed number in a tag of its own.
IBID_CODEC(pubmed_number, K == Kind::text);
/// Goes behind the title.
IBID_CODEC(subtitle, K == Kind::text);
/// "PMC" and digits.
IBID_CODEC(pmcid, K == Kind::text);
/// ISSNs and ISBNs, told by their form, what has none by the item type. Variables: ISSN, ISBN.
IBID_CODEC(standard_numbers, K == Kind::list);
/// The same, of what has the form of one.
IBID_CODEC(formed_numbers, K == Kind::list);
/// Paths and URLs of files; each tag is another kind of file.
IBID_CODEC(files, K == Kind::list);
/// A database; its provider where it is not named.
IBID_CODEC(database, K == Kind::text);
/// One keyword a line, or several between semicolons; "*" before it marks a major topic.
IBID_CODEC(keywords, K == Kind::list);
/// The first M3, behind the one that belongs to TY.
IBID_CODEC(genre, K == Kind::text);
/// N1 and its kin. Names: N1, RP, N2, AB.
IBID_CODEC(notes, K == Kind::text);

#undef IBID_CODEC

}  // namespace ibid::formats::ris::field_codecs
