// How the type of an entry is decided, and how it is written so that the decision comes out the same.
#include "formats/bibtex/type_rules.hpp"

#include "mapping/native_types.hpp"

#include <algorithm>
#include <array>

namespace ibid::formats::bibtex {
namespace {

using enum ItemType;

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr bool same(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

constexpr bool contains(std::string_view text, std::string_view word) noexcept {
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [](char x, char y) { return lower(x) == lower(y); }) != text.end();
}

/// Archives of published work: an eprint there makes no preprint.
constexpr bool is_preprint_server(std::string_view archive) noexcept {
    for (std::string_view const other : {"jstor", "pubmed", "pmid", "pmc", "pmcid", "googlebooks", "hdl", "ark", "urn"})
        if (same(archive, other)) return false;
    return true;
}

/// The table of types by entry type and by item type.
struct Index {
    std::vector<std::string_view> types;
    std::vector<mapping::TypeRow const*> plain;  ///< of each entry type, the row without a subtype
    std::array<std::array<mapping::TypeRow const*, item_type_count>, 2> written{};
    mapping::NameIndex names{mapping::LetterCase::ignored};
    Index() {
        for (mapping::TypeRow const& row : type_table::rows)
            if (names.add(row.native) == types.size()) {
                types.push_back(row.native);
                plain.push_back(&row);
            }
        for (std::size_t profile = 0; profile < written.size(); ++profile)
            for (std::size_t t = 0; t < item_type_count; ++t) {
                auto const* const row = find_type(type_table::rows, static_cast<ItemType>(t), profile);
                written[profile][t] = row != nullptr ? row : find_type(type_table::rows, document, profile);
            }
    }
};

Index const& index() {
    static Index const once;
    return once;
}

mapping::TypeRow const* row_of(std::string_view native, std::string_view subtype) noexcept {
    for (mapping::TypeRow const& r : type_table::rows)
        if (goes(r.way, mapping::Way::read) && r.native == native && same(r.subtype, subtype)) return &r;
    return nullptr;
}

/// Whether a record's genre is these words and nothing more.
bool is_plain(Record const& record, std::string_view genre) noexcept {
    Text const* const own = record.find(var::genre);
    return own != nullptr && own->marks.empty() && own->plain == genre;
}

TypeEvidence without_subtype(TypeEvidence evidence) noexcept {
    evidence.subtype = {};
    return evidence;
}

/// The entry types of BibTeX's own styles: "btxdoc" 3.1.
constexpr bool is_bibtex_type(std::string_view native) noexcept {
    for (std::string_view const t : {"article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual",
                                     "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished"})
        if (same(t, native)) return true;
    return false;
}

/// The broadcast that a subtype of audio names: "radioseries", "podcastseason" ...
std::string_view audio_subtype(std::string_view subtype) noexcept {
    for (std::string_view const kind : {"podcast", "radio"})
        if (subtype.size() >= kind.size() && same(subtype.substr(0, kind.size()), kind)) return kind;
    return subtype;
}

}  // namespace

std::span<std::string_view const> entry_types() noexcept { return index().types; }

std::size_t entry_type_index(std::string_view native) noexcept {
    mapping::NameId const id = index().names.find_unpadded(native);
    return id == mapping::unknown_name ? index().types.size() : id;
}

TypeVerdict decide_type(TypeEvidence const& e) noexcept {
    TypeVerdict verdict;
    std::size_t const at = verdict.native = entry_type_index(e.native);
    verdict.known = at < entry_types().size();
    std::string_view const native = verdict.known ? entry_types()[at] : std::string_view("misc");
    mapping::TypeRow const& plain = verdict.known ? *index().plain[at] : *row_of(native, {});
    verdict.type = plain.type;
    verdict.genre = plain.genre;

    if (!e.subtype.empty()) {
        auto const* exact = row_of(native, e.subtype);
        if (exact == nullptr && native == "audio") exact = row_of(native, audio_subtype(e.subtype));
        if (exact != nullptr) {
            verdict.type = exact->type;
            verdict.genre = exact->genre;
            // "radioseries" says more than the type does, and becomes the genre.
            verdict.subtype_used = same(exact->subtype, e.subtype);
            return verdict;
        }
        for (mapping::TypeRow const& row : type_table::rows)  // a subtype that names an item type decides
            if (row.native == "misc" && !row.subtype.empty() && same(row.subtype, e.subtype)) {
                verdict.type = row.type;
                verdict.subtype_used = true;
                return verdict;
            }
        if (auto const named = item_type(e.subtype)) {
            if (verdict.type == *named) verdict.genre = {};  // a thesis, and no more is known than that
            verdict.type = *named;
            verdict.subtype_used = true;
            return verdict;
        }
    }
    bool const online = verdict.type == webpage;
    if ((online || native == "misc") && e.has_eprint && is_preprint_server(e.eprint_type)) {
        verdict.type = article;
    } else if (online && (contains(e.kind, "blog") || contains(e.subtype, "blog") || contains(e.kind, "billet") || contains(e.subtype, "billet"))) {
        verdict.type = post_weblog;
    } else if (online && !e.subtype.empty()) {
        verdict.type = post;
    } else if (native == "unpublished") {
        if (e.has_event || contains(e.kind, "lecture") || contains(e.kind, "talk") || contains(e.kind, "poster")) verdict.type = speech;
    }
    return verdict;
}

namespace {

std::string_view plain_of(Record const& record, TextKey key) noexcept {
    Text const* const text = record.find(key);
    return text != nullptr ? text->plain : std::string_view{};
}

/// What of a record will bear on its type when it is read, type and subtype aside.
TypeEvidence evidence_of(Record const& record) noexcept {
    TypeEvidence e;
    e.kind = plain_of(record, var::genre);
    e.eprint_type = plain_of(record, var::eprint_type);
    e.has_eprint = record.has(var::eprint);
    e.has_event = record.has(var::event_title) || record.has(var::event_place) || record.has(var::event_date);
    return e;
}

/// The entry type by the table.
WrittenType by_table(Record const& record, Dialect dialect, TypeEvidence evidence) noexcept {
    WrittenType written;
    std::string_view const genre = evidence.kind;
    mapping::TypeRow const* const row = index().written[profile_of(dialect)][static_cast<std::size_t>(record.type)];
    written.native = row->native;
    written.subtype = row->subtype;

    switch (record.type) {  // refinements: all of them are read as the same item type
        case book:
            if (dialect == Dialect::biblatex && record.has(var::container_title)) written.native = "bookinbook";
            else if (dialect == Dialect::biblatex && record.has(var::number_of_volumes) && !record.has(var::volume)) written.native = "mvbook";
            // Zotero's older exports copy the publisher's place to the event's of every item.
            else if (record.has(var::event_title) || record.has(var::event_date)) written.native = "proceedings";
            else if (dialect == Dialect::biblatex && record.has(var::editor) && !record.has(var::author)) written.native = "collection";
            break;
        case chapter:
            if (record.has(var::container_author) || !record.has(var::container_title)) written.native = "inbook";
            break;
        case thesis:
            if (dialect == Dialect::bibtex) {
                if (genre.empty()) written.subtype = spelling(thesis);
                if (contains(genre, "master")) written.native = "mastersthesis";
                mapping::TypeRow const* const implied = row_of(written.native, {});
                written.genre_implied = implied != nullptr && is_plain(record, implied->genre);
            }
            break;
        default: break;
    }
    bool const nothing_misleads = genre.empty() && !evidence.has_eprint && !evidence.has_event && row->type == record.type;
    if (nothing_misleads) return written;
    evidence.native = written.native;
    evidence.subtype = written.subtype;
    if (decide_type(evidence).type != record.type)
        written.subtype = record.type == article ? std::string_view("preprint") : spelling(record.type);
    return written;
}

/// Whether nothing but the entry type bears on the item type, and nothing else on the entry type.
constexpr bool decides_alone(mapping::TypeRow const& row) noexcept {
    bool const refined = row.type == book || row.type == chapter || row.type == thesis;
    return row.subtype.empty() && !refined && row.type != webpage && row.native != "misc" && row.native != "unpublished";
}

/// An entry type that a record had before.
struct FormerType {
    std::string_view native{};
    std::string_view subtype{};  ///< as it was carried; else it is among the extras
    bool same_dialect = false;
};

constexpr std::string_view before_subtype = " / ";

/// "video / tvepisode"
FormerType carried_former(std::string_view carried, bool same_dialect) noexcept {
    std::size_t const slash = carried.find(before_subtype);
    if (slash == std::string_view::npos) return {carried, {}, same_dialect};
    return {carried.substr(0, slash), carried.substr(slash + before_subtype.size()), same_dialect};
}

/// Writes a record as what it was, if that still says its type and the dialect has it.
bool write_as(Record const& record, FormerType const& former, Dialect dialect, TypeEvidence evidence, WrittenType& written) noexcept {
    if (former.native.empty() || !(former.same_dialect || dialect == Dialect::biblatex || is_bibtex_type(former.native))) return false;
    bool subtype_became_genre = false;
    std::string_view name = written.subtype_name;
    evidence.native = former.native;
    evidence.subtype = former.subtype;
    if (former.subtype.empty())
        for (Extra const& x : record.extras())
            if (x.format == bib_family && same(x.name, "entrysubtype"))
                evidence.subtype = x.value, name = x.name, subtype_became_genre = x.variable == VariableId::genre;
    TypeVerdict const verdict = decide_type(evidence);
    if (verdict.type != record.type) return false;
    if (!former.same_dialect && verdict.subtype_used) {  // `misc / webpage` is what the other dialect has for this one's type
        WrittenType const there = by_table(record, dialect == Dialect::bibtex ? Dialect::biblatex : Dialect::bibtex, evidence_of(record));
        if (same(there.native, evidence.native) && same(there.subtype, evidence.subtype)) return false;
    }
    // One that became the genre stands in its own dialect as it stood; in the other it may have decided the type.
    bool const decided = subtype_became_genre && !former.same_dialect && decide_type(without_subtype(evidence)).type != verdict.type;
    written.native = former.native;
    written.subtype = verdict.subtype_used || decided ? evidence.subtype : std::string_view{};
    written.subtype_name = name;
    written.genre_implied = !verdict.genre.empty() && is_plain(record, verdict.genre);
    return true;
}

}  // namespace

WrittenType written_type(Record const& record, Dialect dialect) noexcept {
    TypeEvidence const evidence = evidence_of(record);
    WrittenType written;
    std::string_view const own = id_of(dialect), other = id_of(dialect == Dialect::bibtex ? Dialect::biblatex : Dialect::bibtex);
    for (std::string_view const id : {own, other}) {
        if (record.origin.format == id && write_as(record, {record.origin.native_type, {}, id == own}, dialect, evidence, written)) return written;
        if (record.extras().empty()) continue;
        if (write_as(record, carried_former(mapping::carried_type(record, id), id == own), dialect, evidence, written)) return written;
    }
    return by_table(record, dialect, evidence);
}

LeftType left_type(Record const& record, Dialect dialect) {
    std::string_view const native = record.origin.native_type;
    std::string_view subtype;
    for (Extra const& x : record.extras()) {
        bool const decided = x.kind == ExtraKind::expression && x.variable == VariableId::none && x.format == bib_family;
        if (decided && same(x.name, "entrysubtype")) subtype = x.value;
    }
    auto const* const usual = index().written[profile_of(dialect)][static_cast<std::size_t>(record.type)];
    if (subtype.empty() && decides_alone(*usual) && same(usual->native, native)) return {.is_synonym = true};  // nearly all
    TypeEvidence const evidence = evidence_of(record);
    WrittenType const nearest = by_table(record, dialect, evidence);
    if (same(nearest.native, native) && same(nearest.subtype, subtype)) return {};
    WrittenType unused;
    if (!write_as(record, {native, subtype, true}, dialect, evidence, unused)) return {};  // the type has been changed
    LeftType left;
    left.native = native;
    if (!subtype.empty()) left.native.append(before_subtype).append(subtype);
    std::size_t const at = entry_type_index(native);
    mapping::TypeRow const* row = at < entry_types().size() ? row_of(entry_types()[at], subtype) : nullptr;
    if (row == nullptr && at < entry_types().size()) row = index().plain[at];
    left.is_synonym = row != nullptr && mapping::is_synonym(*row);
    return left;
}

}  // namespace ibid::formats::bibtex
