// Filter: a sink of items that holds the next one. A filter that must see more than one item says so in its header.
#pragma once

#include "ibid/diagnostic.hpp"
#include "ibid/format.hpp"
#include "ibid/journals.hpp"
#include "ibid/query.hpp"
#include "ibid/writer.hpp"

#include <cstddef>
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
    /// Records that it has taken out, so far.
    [[nodiscard]] std::size_t filtered() const noexcept { return filtered_; }

protected:
    ItemSink& next_;
    std::size_t filtered_ = 0;
};

/// Keeps the records that the query matches, and all that is no record. What a record inherits by `crossref` it says itself
/// from then on, for its parent may be taken out.
std::unique_ptr<Filter> keep_records(ItemSink& next, Query query);

/// A field to sort by: a variable, `type`, `key`, `year`, or the native name of residue, as queries spell them.
struct SortField {
    std::string name;
    bool descending = false;
};
/// Where an entry that others inherit from by `crossref` comes: where the order puts it, or behind all of those, which is
/// what BibTeX demands of a file.
enum class ParentOrder { sorted, last };
/// Sorts records by these fields, the first counting most; equal ones keep their order, those without the field come last.
/// It holds all records in memory until finish(); what is no record passes before them, but for blank lines, which go.
/// Names are compared by family, given, particles; dates by time; numbers in texts by value; letter case and accents do
/// not count.
std::unique_ptr<Filter> sort_records(ItemSink& next, std::vector<SortField> fields, ParentOrder parents = ParentOrder::sorted);

/// Warns of citation keys that it has seen before, in whatever file, and passes all on. It remembers eight bytes a key.
std::unique_ptr<Filter> warn_of_duplicate_keys(ItemSink& next, Diagnostics& diagnostics);

/// Which titles: those of records that say English; those of records that say no language as well; or what CSL styles want
/// of .bib files: of these alone, with a title that says English or, where no language is said, reads English by its small
/// words, or, without such, stands in a file whose titles mostly do.
enum class SentenceCase { english, all, habit };
/// Puts titles that are in title case into sentence case. Proper names cannot be told from other words: what is not
/// protected (nocase) and has no second capital becomes small. For `habit` it holds all records until the end.
std::unique_ptr<Filter> sentence_case(ItemSink& next, SentenceCase which);

/// Makes each record that names a parent by `crossref` say itself what it inherits: the parent may go to another file.
std::unique_ptr<Filter> say_inherited(ItemSink& next);

/// Gives records citation keys as the format wants them: one of author, year and title where there is none, which is told as
/// made-key; one that it can hold, told as key-changed. Two keys do not become one, among all that pass. Writers do the same for
/// what comes to them without; it takes this filter where several of them share an output's items.
std::unique_ptr<Filter> make_keys(ItemSink& next, Format const& to, Diagnostics& diagnostics);

/// Takes fields away: variables by their spelling ("annote") in any letter case, and residue by its native name. Keys and
/// types stay. With `crossref` and `xdata` what they stand for stays: the record says itself what it inherits.
std::unique_ptr<Filter> drop_fields(ItemSink& next, std::vector<std::string> names);
/// Takes all other fields away.
std::unique_ptr<Filter> keep_fields(ItemSink& next, std::vector<std::string> names);

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

/// Composes what a file has in decomposed characters, as macOS writes them: texts and names become NFC. That is another
/// spelling of the same text: no variable counts as changed.
std::unique_ptr<Filter> compose_unicode(ItemSink& next);

/// Gives a record without a URL that of its eprint: arXiv, JSTOR, PubMed, Handle, Google Books.
std::unique_ptr<Filter> make_eprint_urls(ItemSink& next);

}  // namespace ibid
