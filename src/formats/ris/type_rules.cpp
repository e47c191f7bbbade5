// How the type of a record is decided, and how it is written so that the decision comes out the same.
#include "formats/ris/type_rules.hpp"

#include "mapping/name_index.hpp"
#include "mapping/native_types.hpp"

#include <algorithm>
#include <vector>

namespace ibid::formats::ris {
namespace {

using mapping::TypeRow;

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool same_letter(char a, char b) noexcept { return lower(a) == lower(b); }
constexpr bool same_word(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_letter);
}
constexpr bool begins_as(std::string_view text, std::string_view beginning) noexcept {
    return text.size() >= beginning.size() && same_word(text.substr(0, beginning.size()), beginning);
}

/// What is said of one reference type.
struct ReferenceType {
    TypeRow const* alone = nullptr;  ///< its row without an M3
    std::string_view status{};
};

struct Index {
    mapping::NameIndex names{mapping::LetterCase::ignored};
    std::vector<std::string_view> words;
    std::vector<ReferenceType> types;
    std::size_t jfull, gen;

    Index() {
        for (TypeRow const& row : type_table::rows) {
            if (names.find_unpadded(row.native) != mapping::unknown_name) continue;
            names.add(row.native);
            words.push_back(row.native);
            types.push_back({mapping::find_native(type_table::rows, row.native, {}), {}});
        }
        for (auto const& [native, status] : type_table::implied_status) types[position(native)].status = status;
        jfull = position("JFULL");
        gen = position("GEN");
    }
    [[nodiscard]] std::size_t position(std::string_view word) const noexcept {
        mapping::NameId const id = names.find_unpadded(word);
        return id == mapping::unknown_name ? words.size() : id;
    }
};

Index const& index() {
    static Index const once;
    return once;
}

/// Databases put "Review" and "Article" into M3 of any JOUR, where they are a genre: a pair is in lower case.
/// Nobody else writes "preprint" and "interview", so their letters may be any.
constexpr bool same_pair(std::string_view pair, std::string_view m3) noexcept {
    return pair == m3 || ((pair == "preprint" || pair == "interview") && same_word(pair, m3));
}

/// The type that TY and M3 say together, if they do. M3 may also repeat the type that TY alone would say: so a
/// writer can make sure of it.
TypeRow const* paired(std::string_view native, TypeRow const& alone, std::string_view m3) noexcept {
    for (TypeRow const& row : type_table::rows)
        if (row.native == native && !row.subtype.empty() && same_pair(row.subtype, m3)) return &row;
    return m3 == spelling(alone.type) ? &alone : nullptr;
}

/// A whole journal has no author.
constexpr ItemType journal_or_article(TypeEvidence const& e) noexcept {
    return e.has_author ? ItemType::article_journal : ItemType::periodical;
}

/// Programs that know nothing better call an article GEN; its journal gives it away.
constexpr ItemType generic_or_article(TypeEvidence const& e) noexcept {
    return e.has_journal ? ItemType::article_journal : ItemType::document;
}

/// The reference type that a word means which is none.
std::string_view meant_by(std::string_view word) noexcept {
    for (auto const& [beginning, native] : type_table::words)
        if (begins_as(word, beginning)) return native;
    return {};
}

std::string_view plain_of(Record const& record, TextKey key) noexcept {
    Text const* const text = record.find(key);
    return text != nullptr ? text->plain : std::string_view{};
}

/// What the reader will find in a record that is written as `word`, M3 aside.
TypeEvidence evidence_of(Record const& record, std::string_view word, Profile profile) noexcept {
    TypeEvidence e{.word = word};
    e.has_author = record.has(var::author);
    e.has_journal = profile == Profile::ris2001 && record.has(var::container_title_short);
    for (Extra const& x : record.extras())
        e.has_journal = e.has_journal || (x.format == "ris" && (x.name == "JF" || x.name == "JO" || x.name == "JA"));
    return e;
}

/// The first M3 of a record, if its type needs none: a genre or, for some reference types, a medium.
std::string_view own_m3(Record const& record) noexcept {
    std::string_view const genre = plain_of(record, var::genre);
    return genre.empty() ? plain_of(record, var::medium) : genre;
}

/// Tries to write the record as this reference type; false: a reader would take it for another item type.
bool write_as(Record const& record, std::string_view word, Profile profile, WrittenType& written) noexcept {
    TypeEvidence evidence = evidence_of(record, word, profile);
    evidence.first_m3 = own_m3(record);
    TypeVerdict verdict = decide_type(evidence);
    std::string_view pair;
    if (verdict.type != record.type || verdict.m3_used) {
        pair = spelling(record.type);
        for (TypeRow const& row : type_table::rows)
            if (row.type == record.type && same_word(row.native, word) && !row.subtype.empty()) pair = row.subtype;
        evidence.first_m3 = pair;
        verdict = decide_type(evidence);
        if (verdict.type != record.type || !verdict.m3_used) return false;
    }
    bool const adds_genre = !verdict.genre.empty() && !record.has(var::genre);
    bool const changes_status = !verdict.status.empty() && verdict.status != plain_of(record, var::status);
    if (adds_genre || changes_status) return false;
    written = {.word = word, .native = verdict.native, .pair = pair};
    written.genre_implied = !verdict.genre.empty() && verdict.genre == plain_of(record, var::genre);
    written.status_implied = !verdict.status.empty();
    if (verdict.word != WordKind::unknown) written.word = index().words[verdict.native];
    return true;
}

/// Whether a word can stand in a TY line.
constexpr bool is_line(std::string_view word) noexcept {
    auto const is_printed = [](char c) { return static_cast<unsigned char>(c) >= ' '; };
    return !word.empty() && std::all_of(word.begin(), word.end(), is_printed);
}

}  // namespace

std::span<std::string_view const> reference_types() noexcept { return index().words; }

TypeVerdict decide_type(TypeEvidence const& e) noexcept {
    Index const& known = index();
    TypeVerdict verdict;
    verdict.native = e.word.empty() ? known.gen : known.position(e.word);
    if (verdict.native == known.words.size()) {
        std::string_view const meant = meant_by(e.word);
        verdict.word = meant.empty() ? WordKind::unknown : WordKind::meaning;
        if (meant.empty()) return verdict;
        verdict.native = known.position(meant);
    }
    ReferenceType const& type = known.types[verdict.native];
    verdict.status = type.status;
    if (!e.first_m3.empty()) {
        if (TypeRow const* const pair = paired(known.words[verdict.native], *type.alone, e.first_m3)) {
            verdict.type = pair->type;
            verdict.m3_used = true;
            return verdict;
        }
    }
    verdict.type = type.alone->type;
    verdict.genre = type.alone->genre;
    if (verdict.native == known.jfull) verdict.type = journal_or_article(e);
    if (verdict.native == known.gen) verdict.type = generic_or_article(e);
    return verdict;
}

namespace {

/// The word for a record by the table.
std::string_view word_by_table(Record const& record, Profile profile) noexcept {
    bool const filmed = record.type == ItemType::motion_picture || record.type == ItemType::broadcast;
    if (filmed && record.has(var::author) && !record.has(var::director)) return "VIDEO";  // AU of MPCT is the director
    return mapping::find_type(type_table::rows, record.type, profile_of(profile))->native;
}

}  // namespace

std::string_view former_word(Record const& record) noexcept {
    return record.origin.format == "ris" ? record.origin.native_type : mapping::carried_type(record, "ris");
}

WrittenType written_type(Record const& record, Profile profile) noexcept {
    WrittenType written;
    std::string_view const native = former_word(record);
    if (is_line(native) && write_as(record, native, profile, written)) return written;
    write_as(record, word_by_table(record, profile), profile, written);
    return written;
}

LeftType left_type(Record const& record) {
    std::string_view const word = record.origin.native_type, nearest = word_by_table(record, Profile::standard);
    if (word == nearest) return {.is_synonym = nearest != "VIDEO" && record.type != ItemType::motion_picture && record.type != ItemType::broadcast};
    Index const& known = index();
    std::size_t at = known.position(word);
    if (at == known.words.size()) at = known.position(meant_by(word));
    if (known.position(nearest) == at) return {};
    WrittenType unused;
    if (!is_line(word) || !write_as(record, word, Profile::standard, unused)) return {};  // the type has been changed
    LeftType left;
    left.native = word;
    for (TypeRow const& row : type_table::rows)
        left.is_synonym = left.is_synonym || (at < known.words.size() && row.native == known.words[at] && row.type == record.type && mapping::is_synonym(row));
    return left;
}

}  // namespace ibid::formats::ris
