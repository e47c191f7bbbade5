// How a reference becomes a record.
#include "formats/ris/reference.hpp"

#include "formats/ris/carried.hpp"
#include "formats/ris/mapping.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ibid::formats::ris {

using grammar::tag;
using mapping::NativeField;

mapping::Engine<Native> const& engine() {
    static mapping::Engine<Native> const ready(field_table::rows, reference_types(), mapping::LetterCase::counts);
    return ready;
}

/// The numbers of the table's tags, by tag; and which tags are looked at before the table.
class TagTable {
public:
    struct Entry {
        mapping::NameId id = mapping::unknown_name;
        mapping::NameId sign = mapping::unknown_name;  ///< its number among the signs of providers
        bool special = false;
    };

    TagTable() {
        auto const& names = engine().names();
        for (std::size_t id = 0; id < names.size(); ++id) {
            std::string_view const name = names.name(static_cast<mapping::NameId>(id));
            if (name.size() == 2) entries_[position(tag(name[0], name[1]))].id = static_cast<mapping::NameId>(id);
        }
        for (std::uint16_t const of : {tag("TY"), tag("ID"), tag("M3"), tag("N1")})
            entries_[position(of)].special = true;
        providers().each_sign([&](std::string_view name) {
            Entry& entry = entries_[position(tag(name[0], name[1]))];
            entry.special = true;
            entry.sign = providers().sign(name);
        });
    }
    [[nodiscard]] Entry find(std::uint16_t of) const noexcept { return entries_[position(of)]; }

private:
    /// A letter, then a letter or a digit: the grammar lets no other tag through.
    static constexpr std::size_t position(std::uint16_t of) noexcept {
        return static_cast<std::size_t>((of >> 8) & 0x1FU) << 7 | (of & 0x7FU);
    }
    std::array<Entry, 32U << 7> entries_{};
};

namespace {

TagTable const& tags() {
    static TagTable const once;
    return once;
}

/// Tags whose values are prose: paragraphs matter.
constexpr bool is_prose(std::uint16_t of) noexcept {
    return of == tag("AB") || of == tag("N1") || of == tag("N2") || of == tag("RN") || of == tag("AD");
}
/// Tags that hold one thing a line, a tag before it or not.
constexpr bool is_listing(std::uint16_t of) noexcept {
    bool const is_file = of >= tag("L1") && of <= tag("L4");
    return of == tag("KW") || of == tag("UR") || of == tag("LK") || is_file;
}

constexpr bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

/// The lines of a value as one text. An empty line parts paragraphs; a line break is a blank, save in prose behind a
/// line that nobody has wrapped by width.
std::string_view joined(std::string_view value, bool prose, Arena& arena) {
    constexpr std::ptrdiff_t widest_wrapped_line = 90;
    char* const begin = arena.reserve(value.size());
    char* to = begin;
    char const* at = value.data();
    char const* const end = at + value.size();
    char const* line = at - 6;  // behind the tag
    while (at != end) {
        if (*at != '\n' && *at != '\r') {
            *to++ = *at++;
            continue;
        }
        bool const wide = at - line > widest_wrapped_line;
        int breaks = 0;
        for (; at != end && is_blank(*at); ++at) {
            bool const counts = *at == '\n' || (*at == '\r' && at[1] != '\n');
            breaks += counts;
            if (counts) line = at + 1;
        }
        while (to != begin && is_blank(to[-1])) --to;
        if (prose && breaks > 1) *to++ = '\n', *to++ = '\n';
        else *to++ = prose && wide ? '\n' : ' ';
    }
    return arena.commit(to);
}

}  // namespace

ReferenceDecoder::ReferenceDecoder(mapping::Reporter& reporter, std::string_view provider)
    : reporter_(reporter), engine_(engine()), tags_(tags()), native_(engine_.names().size()), chosen_provider_(providers().find(provider)),
      provider_(chosen_provider_), finds_provider_(provider == "auto") {}

void ReferenceDecoder::decode(grammar::Batch const& batch, grammar::Record const& reference, Record& record) {
    record.origin.format = "ris";
    take_lines(batch, reference, record);
    decide_type(record, reference.source.data());
    if (provider_ != mapping::Providers::none) read_as_provider(record);
    Decoder decoder(record, reporter_);
    if (has_carried_)
        for (NativeField& f : native_.fields())
            if (f.name == "N1" && is_carried(f.value)) f.claimed = read_carried(decoder, f);
    engine_.decode(decoder, native_, record, native_type_);
    if (has_carried_) mark_incomplete(record, native_.fields());
    if (decoder.met_marks()) keep_marked(decoder);
    keep_residue(record);
}

void ReferenceDecoder::take_lines(grammar::Batch const& batch, grammar::Record const& reference, Record& record) {
    native_.clear();
    word_ = first_m3_ = {};
    has_type_ = has_carried_ = false;
    provider_ = chosen_provider_;
    grammar::Line const* line = batch.lines.data() + reference.first_line;
    for (grammar::Line const* const end = line + reference.line_count; line != end; ++line) {
        TagTable::Entry const entry = tags_.find(line->tag);
        std::string_view const value = line->value;
        if (entry.special || line->continued || entry.id == mapping::unknown_name) take_special(*line, record);
        else if (!value.empty()) native_.add(entry.id, engine_.names().name(entry.id), value, value.data());
    }
}

void ReferenceDecoder::take_special(grammar::Line const& line, Record& record) {
    if (mapping::NameId const sign = tags_.find(line.tag).sign; sign != mapping::unknown_name && finds_provider_)
        provider_ = std::min(provider_, providers().told_by(sign, line.value));
    if (line.value.empty() && line.tag != tag("TY")) return;  // an empty line says nothing else
    if (line.continued && is_listing(line.tag)) {
        std::string_view rest = line.value;
        while (!rest.empty()) {
            std::size_t const end = rest.find_first_of("\n\r");
            split(rest.substr(0, end), "\n", [&](std::string_view part) { add(line, part, record); });
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
        return;
    }
    std::string_view const value = line.continued ? joined(line.value, is_prose(line.tag), record.arena()) : line.value;
    switch (line.tag) {
        case tag("TY"):
            if (has_type_) return;  // the grammar has told of it
            has_type_ = true;
            word_ = value;
            return;
        case tag("ID"):
            if (record.id.empty()) {
                record.set_id(value);
                return;
            }
            break;
        case tag("M3"): first_m3_ = first_m3_.empty() ? value : first_m3_; break;
        case tag("N1"): has_carried_ = has_carried_ || is_carried(value); break;
        default: break;
    }
    add(line, value, record);
}

void ReferenceDecoder::add(grammar::Line const& line, std::string_view value, Record& record) {
    mapping::NameId const id = tags_.find(line.tag).id;
    if (id != mapping::unknown_name) {
        native_.add(id, engine_.names().name(id), value, line.value.data());
        return;
    }
    char const name[] = {static_cast<char>(line.tag >> 8), static_cast<char>(line.tag & 0xFFU)};
    native_.add(id, record.arena().copy({name, 2}), value, line.value.data());
}

void ReferenceDecoder::read_as_provider(Record const& record) {
    providers().apply(provider_, native_, [&](NativeField const& f, mapping::ProviderRow const& rule) {
        reporter_.put(Code::provider_rule, f.where, {.key = record.id, .field = f.name, .message = providers().explain(provider_, rule), .before = f.value});
    });
}

void ReferenceDecoder::decide_type(Record& record, char const* where) {
    auto const has = [&](auto const&... of) { return (... || (native_.first(tags_.find(tag(of)).id) != nullptr)); };
    TypeVerdict const verdict = ris::decide_type({word_, first_m3_, has("AU", "A1"), has("JF", "JO", "JA")});
    native_type_ = verdict.native;
    record.type = verdict.type;
    record.origin.native_type = record.arena().copy(word_);
    if (verdict.word != WordKind::listed || (has_type_ && word_.empty())) tell_of_type(verdict, record, where);
    if (verdict.m3_used)
        for (NativeField& f : native_.fields())
            if (f.name == "M3") {
                f.claimed = true;  // the first: it decided the type
                break;
            }
    bool const says_genre = !first_m3_.empty() && !verdict.m3_used;
    Arena& arena = record.arena();
    if (!verdict.genre.empty() && !says_genre) record.adopt(Field(var::genre, Text(arena.copy(verdict.genre))));
    if (!verdict.status.empty()) record.adopt(Field(var::status, Text(arena.copy(verdict.status))));
}

void ReferenceDecoder::tell_of_type(TypeVerdict const& verdict, Record const& record, char const* where) {
    auto const put = [&](Code code, std::string const& message, std::string_view after) {
        reporter_.put(code, where,
                      {.key = record.id, .field = "TY", .message = message, .before = word_, .after = after});
    };
    std::string const word = "reference type '" + std::string(word_) + "'";
    if (word_.empty()) {
        put(Code::missing_type, "the TY line is empty", {});
    } else if (verdict.word == WordKind::unknown) {
        put(Code::unknown_type, word + " is not known", {});
    } else {
        std::string_view const meant = reference_types()[verdict.native];
        put(Code::syntax_repaired, word + " read as " + std::string(meant), meant);
    }
}

void ReferenceDecoder::keep_marked(Decoder& decoder) {
    for (NativeField const& f : native_.fields()) {
        Field const* const field = f.claimed ? decoder.record.field(f.variable) : nullptr;
        if (field == nullptr || field->kind() != Kind::text || field->text().marks.empty()) continue;
        decoder.keep_source(f.variable, f.name, f.value);
    }
}

void ReferenceDecoder::keep_residue(Record& record) {
    Arena& arena = record.arena();
    auto const says_again = [&](NativeField const& f) {  // JO beside JF: nothing differs
        auto const fields = native_.fields();
        return std::any_of(fields.begin(), fields.end(), [&](NativeField const& other) { return other.claimed && other.value == f.value; });
    };
    for (NativeField const& f : native_.fields()) {
        if (f.claimed) continue;
        bool const shadowed = f.variable != VariableId::none || engine_.knows(f, record.type, native_type_);
        ExtraKind const kind = shadowed ? ExtraKind::shadowed : ExtraKind::unclaimed;
        record.adopt(Extra{"ris", f.name, arena.copy(f.value), {}, kind, f.variable});
        if (!shadowed || says_again(f)) continue;
        NativeField const* const first = native_.first(f.id);
        bool const repeats = first != &f && first->claimed && first->name == f.name;
        Code const code = repeats ? Code::repeated_field : Code::shadowed_field;
        reporter_.put(code, f.where, {.key = record.id, .field = f.name, .before = f.value});
    }
}

}  // namespace ibid::formats::ris
