// How an entry becomes a record.
#include "formats/bibtex/entry.hpp"

#include "formats/bibtex/annotations.hpp"
#include "formats/bibtex/carried.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/mapping.hpp"
#include "formats/bibtex/providers.hpp"
#include "formats/bibtex/shields.hpp"
#include "formats/bibtex/type_rules.hpp"
#include "grammars/support/scan.hpp"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace ibid::formats::bibtex {

using mapping::NativeField;

static_assert(mapping::writes_are_unambiguous<Native>(field_table::rows, 2, true));

mapping::Engine<Native> const& engine() {
    static mapping::Engine<Native> const ready(field_table::rows, entry_types(), mapping::LetterCase::ignored);
    return ready;
}

namespace {

/// What a field of a name that rows have tells of the item type.
enum class Tells : std::uint8_t { nothing, kind, eprint, eprint_type, event };

/// The fields that decide something beside what rows make of them: of names that rows have, by number, and of others.
struct Deciding {
    std::vector<Tells> tells;
    mapping::NameId crossref, xdata, entrysubtype;
    mapping::NameIndex own{mapping::LetterCase::ignored};
    Deciding() : tells(engine().names().size()) {
        auto const tell = [this](Tells what, std::initializer_list<std::string_view> names) {
            for (std::string_view const name : names) tells[engine().names().find_unpadded(name)] = what;
        };
        tell(Tells::kind, {"type"});
        tell(Tells::eprint, {"eprint"});
        tell(Tells::eprint_type, {"eprinttype", "archiveprefix"});
        tell(Tells::event, {"eventdate", "eventtitle", "venue"});
        crossref = own.add("crossref");
        xdata = own.add("xdata");
        entrysubtype = own.add("entrysubtype");
    }
};

Deciding const& deciding() {
    static Deciding const once;
    return once;
}

}  // namespace

EntryDecoder::EntryDecoder(mapping::Reporter& reporter, Macros const& macros, Limits const& limits, ReadStyle style, FindParent find_parent)
    : table_(engine()), reporter_(reporter), style_(style), macros_(macros), find_parent_(std::move(find_parent)), native_(table_.names().size()), limits_(limits) {}

bool EntryDecoder::may_add(std::size_t size, grammar::Field const& field, char const* where, std::string_view key) {
    bool const was_within = added_ <= limits_.expansion;
    added_ += size;
    if (added_ <= limits_.expansion) return true;
    if (was_within) reporter_.put_beyond(Code::expansion_too_large, where, {.key = key, .field = field.name, .message = "macros and parents add more"});
    return false;
}

std::string_view EntryDecoder::expand(grammar::Batch const& batch, grammar::Field const& field, Arena& arena, std::string_view key, bool quiet) {
    auto const value_of = [&](grammar::Token const& token) {
        if (token.kind != grammar::TokenKind::macro) return token.text;
        if (auto const value = macros_.find(token.text)) return *value;
        if (auto const journal = journal_of_styles(token.text); journal && style_.knows_journals) return arena.copy(*journal);  // padded, as values are
        if (!quiet)
            reporter_.put(Code::unknown_macro, token.text.data(),
                          {.key = key, .field = field.name, .message = "macro '" + std::string(token.text) + "' is not defined"});
        return token.text;
    };
    if (field.token_count == 0) return {};
    grammar::Token const* const tokens = &batch.tokens[field.first_token];
    char const* const where = quiet ? nullptr : field.name.data();
    if (field.token_count == 1) {
        std::string_view const value = value_of(tokens[0]);
        bool const is_own = value.data() == tokens[0].text.data();
        return is_own || may_add(value.size(), field, where, key) ? value : std::string_view{};
    }
    std::size_t size = 0;
    std::vector<std::string_view> parts(field.token_count);
    for (std::uint32_t t = 0; t < field.token_count; ++t) size += (parts[t] = value_of(tokens[t])).size();
    if (!may_add(size, field, where, key)) return {};  // macros of macros of macros
    char* const begin = arena.reserve(size);
    char* to = begin;
    for (std::string_view const part : parts) {
        if (part.empty()) continue;
        std::memcpy(to, part.data(), part.size());
        to += part.size();
    }
    return arena.commit(to);
}

namespace {

/// The operand of a value that is one string and nothing else, as nearly all are; or null.
grammar::Token const* sole_string(grammar::Batch const& batch, grammar::Field const& field) noexcept {
    if (field.token_count != 1) return nullptr;
    grammar::Token const& token = batch.tokens[field.first_token];
    return token.kind == grammar::TokenKind::macro ? nullptr : &token;
}

/// The value as an expression, of one that is no sole_string(): from the first operand to the last.
std::string_view expression_source(grammar::Batch const& batch, grammar::Field const& field) {
    if (field.token_count == 0) return {};
    grammar::Token const& first = batch.tokens[field.first_token];
    grammar::Token const& last = batch.tokens[field.first_token + field.token_count - 1];
    auto const delimited = [](grammar::Token const& t) { return t.kind == grammar::TokenKind::braced || t.kind == grammar::TokenKind::quoted; };
    char const* const begin = first.text.data() - (delimited(first) ? 1 : 0);
    char const* const end = last.text.data() + last.text.size() + (delimited(last) ? 1 : 0);
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Whether one of the bytes stands in a slice of the window or of an arena.
template <char... Bytes>
bool holds(std::string_view text) noexcept {
    char const* const last = text.data() + text.size();
    return grammars::support::scan_to<Bytes...>(text.data(), last) != last;
}

/// `Early Access Date` as a name that a .bib file may have: dashes for blanks.
std::string_view without_blanks(std::string_view name, Arena& arena) {
    if (!holds<' ', '\t'>(name)) return name;
    char* to = arena.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        bool const blank = name[i] == ' ' || name[i] == '\t';
        if (!blank) *to++ = name[i];
        else if (name[i - 1] != ' ' && name[i - 1] != '\t') *to++ = '-';
    }
    return arena.commit(to);
}

/// Whether a field is nothing to keep: without a place it is inherited, and the parent's.
[[nodiscard]] bool says_nothing(NativeField const& f) noexcept { return f.where == nullptr || (f.value.empty() && f.source.empty()); }

/// A field as it stands in the window, with macros expanded.
void add_extra(Record& record, NativeField const& f, ExtraKind kind, VariableId variable = VariableId::none) {
    Arena& arena = record.arena();
    record.adopt(Extra{"bibtex", arena.copy(f.name), arena.copy(f.value), arena.copy(f.source), kind, variable});
}

}  // namespace

void EntryDecoder::add_fields(grammar::Batch const& batch, grammar::Block const& block, Record& record) {
    auto const& names = table_.names();
    for (std::uint32_t i = 0; i < block.field_count; ++i) {
        grammar::Field const& field = batch.fields[block.first_field + i];
        grammar::Token const* const string = sole_string(batch, field);
        std::string_view const value = string != nullptr ? string->text : expand(batch, field, record.arena(), record.id);
        std::string_view name = field.name;
        mapping::NameId id = names.find(name);
        if (id == mapping::unknown_name) {
            name = without_blanks(name, record.arena());
            if (name.data() != field.name.data()) id = names.find_unpadded(name);
            else if (mapping::NameId const sign = providers().padded_sign(name); sign != mapping::unknown_name && style_.finds_provider)
                provider_ = std::min(provider_, providers().told_by(sign, value));
        }
        NativeField& native = native_.add(id, name, value, field.name.data());
        if (string == nullptr) native.source = expression_source(batch, field);
    }
}

std::size_t EntryDecoder::decide_type(Record& record, std::string_view native) {
    Deciding const& d = deciding();
    TypeEvidence evidence;
    evidence.native = native;
    NativeField* subtype = nullptr;
    for (NativeField& f : native_.fields()) {
        if (f.id == mapping::unknown_name) {
            if (f.name.size() == 12 && subtype == nullptr && d.own.find(f.name) == d.entrysubtype) evidence.subtype = f.value, subtype = &f;
            continue;
        }
        Tells const tells = d.tells[f.id];
        if (tells == Tells::nothing) continue;  // nearly all
        switch (tells) {
            case Tells::nothing: break;
            case Tells::kind: evidence.kind = f.value; break;
            case Tells::eprint: evidence.has_eprint = !f.value.empty(); break;
            case Tells::eprint_type: evidence.eprint_type = f.value; break;
            case Tells::event: evidence.has_event = true; break;
        }
    }
    TypeVerdict const verdict = bibtex::decide_type(evidence);
    record.type = verdict.type;
    if (!verdict.known)
        reporter_.put(Code::unknown_type, native.data(), {.key = record.id, .message = "unknown entry type '" + std::string(native) + "'"});
    if (subtype != nullptr && verdict.subtype_used) subtype->claimed = subtype->keep = true;
    if (evidence.kind.empty()) {
        using enum ItemType;
        bool const of_its_own = record.type == article_journal || record.type == article_magazine || record.type == article_newspaper;
        if (subtype != nullptr && !verdict.subtype_used && !of_its_own) {
            Decoder decoder(record, reporter_, style_);
            Text const genre = decoder.text(*subtype);
            met_marks_ = decoder.met_marks();
            if (!genre.empty()) record.adopt(Field(VariableId::genre, genre));
            subtype->claimed = subtype->keep = true;
            subtype->variable = VariableId::genre;
        } else if (!verdict.genre.empty()) {
            record.set(var::genre, verdict.genre);
        }
    }
    return verdict.native;
}

void EntryDecoder::keep_residue(Record& record, mapping::VariableSet const& unshielded) {
    // Sources stand in the order of their variables, as they will be written; what is left in the order of the file.
    // Its own dialect gets back what is more than the record holds.
    auto const is_more = [&](NativeField const& f) {
        return f.variable != VariableId::none &&
               (!f.source.empty() || unshielded.has(static_cast<std::size_t>(f.variable)) || has_formula(f.value));
    };
    sources_.clear();
    bool all_claimed = true;
    for (NativeField const& f : native_.fields()) {
        all_claimed = all_claimed && f.claimed;
        if (!f.claimed || !(f.keep || is_more(f)) || says_nothing(f)) continue;
        auto at = sources_.end();
        while (at != sources_.begin() && (*(at - 1))->variable > f.variable) --at;  // few, and nearly in order
        sources_.insert(at, &f);
    }
    for (NativeField const* f : sources_) add_extra(record, *f, ExtraKind::expression, f->variable);
    if (!all_claimed) keep_unclaimed(record);
}

void EntryDecoder::keep_unclaimed(Record& record) {
    Decoder decoder(record, reporter_, style_);
    std::vector<Text> urls;
    for (NativeField const& f : native_.fields()) {
        if (f.claimed || says_nothing(f)) continue;
        if (f.id == mapping::unknown_name && is_further_url(f.name)) {
            urls.emplace_back(decoder.verbatim(f));
            continue;
        }
        if (f.id == mapping::unknown_name && read_carried(decoder, f)) continue;
        bool const lost = table_.knows(f, record.type);
        add_extra(record, f, lost ? ExtraKind::shadowed : ExtraKind::unclaimed);
        if (lost)
            reporter_.put(native_.first(f.id) != &f && same_name(native_.first(f.id)->name, f.name) ? Code::repeated_field : Code::shadowed_field, f.where,
                          {.key = record.id, .field = f.name, .before = f.value});
    }
    if (!urls.empty()) add_urls(record, urls);
}

void EntryDecoder::decode_fields(Record& record, std::size_t native_type) {
    Decoder decoder(record, reporter_, style_);
    table_.decode(decoder, native_, record, native_type);
    met_marks_ = met_marks_ || decoder.met_marks();
}

bool EntryDecoder::names_parents() {
    if (!native_.has_unknown()) return false;
    Deciding const& d = deciding();
    auto const fields = native_.fields();
    return std::any_of(fields.begin(), fields.end(), [&](NativeField const& f) {
        if (f.id != mapping::unknown_name || (f.name.size() != 8 && f.name.size() != 5)) return false;
        mapping::NameId const which = d.own.find(f.name);
        return which == d.crossref || which == d.xdata;
    });
}

/// A parent's maintitle changes what the entry's own title is: all fields are decoded together, and what the entry says
/// by itself is found out before, in silence.
void EntryDecoder::decode_with_parents(Record& record, std::string_view child_type, std::size_t native_type) {
    std::size_t const own = native_.fields().size();
    std::vector<NativeField> const undecoded(native_.fields().begin(), native_.fields().end());
    Record alone;
    alone.type = record.type;
    if (Text const* const genre = record.find(var::genre)) alone.set(var::genre, *genre);  // that the type says
    mapping::Reporter muted = reporter_.muted();
    Decoder decoder(alone, muted, style_);
    table_.decode(decoder, native_, alone, native_type);
    std::copy(undecoded.begin(), undecoded.end(), native_.fields().begin());

    alone_ = &alone;
    inherit(record, child_type);
    alone_ = nullptr;
    decode_fields(record, native_type);
    auto const is_own = [&](VariableId v) {  // or comes from a field of the entry's own together with the parent's
        auto const fields = native_.fields().first(own);
        return alone.has(v) || std::any_of(fields.begin(), fields.end(), [&](NativeField const& f) {
            return f.claimed && (f.variable == v || (f.variable == VariableId::none && table_.reads(f.id, v)));
        });
    };
    // Under a parent's maintitle the entry's own title is that of a volume: the title is the parent's then, and the field
    // goes back as what it was.
    auto const comes_from = [&](VariableId v, std::span<NativeField> fields) {
        return std::any_of(fields.begin(), fields.end(), [v](NativeField const& f) { return f.claimed && f.variable == v; });
    };
    std::span<NativeField> const all = native_.fields();
    auto const is_displaced = [&](VariableId v) { return alone.has(v) && comes_from(v, all.subspan(own)) && !comes_from(v, all.first(own)); };
    std::vector<VariableId> gained;
    for (Field const& f : record.fields())
        if (!is_own(f.id()) || is_displaced(f.id())) gained.push_back(f.id());
    for (NativeField& f : all.first(own))
        if (f.claimed && f.variable != VariableId::none && !alone.has(f.variable)) f.keep = true;
    for (VariableId const v : gained) record.add_extra({"bibtex", {}, {}, {}, ExtraKind::inherited, v});
}

void EntryDecoder::decode(grammar::Batch const& batch, grammar::Block const& block, Record& record) {
    record.set_id(block.key);
    record.origin.native_type = record.arena().copy(block.type);
    native_.clear();
    begin();
    provider_ = style_.provider;
    met_marks_ = false;
    add_fields(batch, block, record);
    if (provider_ != mapping::Providers::none)
        providers().apply(provider_, native_, [&](NativeField const& f, mapping::ProviderRow const& rule) {
            reporter_.put(Code::provider_rule, f.where,
                          {.key = record.id, .field = f.name, .message = providers().explain(provider_, rule), .before = f.value});
        });
    std::size_t const native_type = decide_type(record, block.type);

    if (names_parents()) decode_with_parents(record, block.type, native_type);
    else decode_fields(record, native_type);
    mapping::VariableSet unshielded;
    if (met_marks_) unshielded = drop_shields(record);
    if (native_.has_unknown())
        for (NativeField& f : native_.fields())
            if (!f.claimed && f.id == mapping::unknown_name && holds<'+'>(f.name)) read_annotation(f, native_, record);
    if (style_.copies_related) add_related(record);
    keep_residue(record, unshielded);
}

}  // namespace ibid::formats::bibtex
