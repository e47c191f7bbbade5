// Filter: a sink of items that holds the next one. A filter that must see more than one item says so in its header.
#pragma once

#include "ibid/diagnostic.hpp"
#include "ibid/journals.hpp"
#include "ibid/writer.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ibid {

/// Changes, drops or reorders items on their way.
class Filter : public ItemSink {
public:
    explicit Filter(ItemSink& next) : next_(next) {}
    void finish() override { next_.finish(); }
    [[nodiscard]] bool wants_more() const noexcept override { return next_.wants_more(); }

protected:
    ItemSink& next_;
};

/// Warns of citation keys that it has seen before, in whatever file, and passes all on. It remembers eight bytes a key.
std::unique_ptr<Filter> warn_of_duplicate_keys(ItemSink& next, Diagnostics& diagnostics);

/// Which titles: those of records that say English; those of records that say no language as well; or what CSL styles want
/// of .bib files: of these alone, with a title that says English or, where no language is said, reads English by its small
/// words, or, without such, stands in a file whose titles mostly do.
enum class SentenceCase { english, all, habit };
/// Puts titles that are in title case into sentence case. Proper names cannot be told from other words: what is not
/// protected (nocase) and has no second capital becomes small. For `habit` it holds all records until the end.
std::unique_ptr<Filter> sentence_case(ItemSink& next, SentenceCase which);

/// Takes fields away: variables by their spelling ("annote"), and residue by its native name in any letter case.
std::unique_ptr<Filter> drop_fields(ItemSink& next, std::vector<std::string> names);

/// Gives a record without a short title what stands before its subtitle, or before the first ": ".
std::unique_ptr<Filter> make_short_titles(ItemSink& next);

/// Identifiers in one form: a DOI without resolver and in small letters, ISBNs without hyphens, ISSNs with theirs. Where
/// there are none, DOI, eprint, PMID and PMCID are those that a URL, a label in the note (`PMID: 1234`) or the title of
/// the journal says ("arXiv preprint arXiv:1706.03762"). What is no identifier stays as it is.
std::unique_ptr<Filter> normalize_identifiers(ItemSink& next);

/// Reads lines `Label: value` of a note as fields, where the record has no such: Zotero's Extra, `{:original-date: 1900}` of
/// citeproc-js, `editor: Doe || Jane`. The note keeps what is no field.
std::unique_ptr<Filter> read_note_fields(ItemSink& next);

/// Writes abbreviated ends of page ranges out: "36-9" becomes "36-39".
std::unique_ptr<Filter> expand_pages(ItemSink& next);

/// Gives a record without a short title of its container the one that the list has for it.
std::unique_ptr<Filter> abbreviate_containers(ItemSink& next, std::shared_ptr<JournalList const> list);

/// Native types (an entry type, a TY), in any letter case, and the item types to read them as.
using TypeMap = std::vector<std::pair<std::string, ItemType>>;
/// Gives records of these native types another type than the format's table does.
std::unique_ptr<Filter> map_types(ItemSink& next, TypeMap map);

/// Gives a record without a URL that of its eprint: arXiv, JSTOR, PubMed, Handle, Google Books.
std::unique_ptr<Filter> make_eprint_urls(ItemSink& next);

}  // namespace ibid
