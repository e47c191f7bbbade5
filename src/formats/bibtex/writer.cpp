// The writer of .bib files: records to entries, verbatim items as they stood, macros where they are defined.
#include "formats/bibtex/carried.hpp"
#include "formats/bibtex/describe.hpp"
#include "formats/bibtex/encoder.hpp"
#include "formats/bibtex/entry.hpp"
#include "formats/bibtex/inheritance.hpp"
#include "formats/bibtex/key.hpp"
#include "formats/bibtex/output_state.hpp"
#include "formats/bibtex/preserve.hpp"
#include "formats/bibtex/residue.hpp"
#include "formats/bibtex/type_rules.hpp"
#include "grammars/support/scan.hpp"
#include "mapping/native_types.hpp"
#include "text/keys.hpp"
#include "text/letter_case.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ibid::formats::bibtex {
namespace {

/// The encoding that a header names, as a slice of the text: `% Encoding: windows-1252`; empty: none.
std::string_view encoding_said(std::string_view text) noexcept {
    constexpr std::string_view mark = "Encoding:";
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos; at += mark.size()) {
        std::size_t const begin = text.rfind('\n', at) + 1;  // of the line; 0 of the first one
        std::string_view const before = text.substr(begin, at - begin);
        if (!before.starts_with('%') || before.find_first_not_of("% \t") != std::string_view::npos) continue;
        std::string_view name = text.substr(at + mark.size());
        name.remove_prefix(std::min(name.find_first_not_of(" \t"), name.size()));
        return name.substr(0, name.find_first_of(" \t\r\n"));
    }
    return {};
}

class BibWriter final : public Writer {
public:
    BibWriter(WriteContext const& context, Dialect dialect)
        : sink_(context.sink),
          losses_(context.diagnostics, context.tracer),
          preserves_(context.options.flag("preserve", false)),
          protects_(context.options.get("protect", "acronyms") == "acronyms"),
          carry_(context.carry),
          encoder_(sink_, losses_, {dialect, context.options.flag("ascii", false), context.carry}),
          native_types_(id_of(dialect)) {}

    void put(Item& item) override {
        if (preserves_ && (item.kind == ItemKind::record ? preserve(item.record) : preserve(item.verbatim))) return;
        if (item.kind == ItemKind::record) put_record(item.record);
        else put_verbatim(item);
    }

    void finish() override {
        if (state_.last == Last::entry) sink_.append("\n");
    }

    [[nodiscard]] WriterState const* state() const noexcept override { return preserves_ ? nullptr : &state_; }
    void go_on_from(WriterState const& state) override { state_ = static_cast<OutputState const&>(state); }

private:
    /// An entry type that was written, and what it hung on.
    struct Chosen {
        bool by_shape = false;  ///< on nothing but what follows
        mapping::VariableSet present{};  ///< of the deciding variables
        std::string native{}, format{};
        WrittenType written{};
        std::size_t index = 0;
    };

    using Last = OutputState::Last;

    /// Writes the bytes that the record had in its file, save those of fields that have changed; false: it has none.
    [[gnu::noinline]] bool preserve(Record& record) {
        if (record.origin.source.empty() || !is_from(record, encoder_.style().dialect)) {
            losses_.put(Code::not_preserved, record, {}, {}, {}, "the record does not come from a file of this format");
            return false;
        }
        bool const same = mapping::VariableSet(record.changed()).empty() && !record.id_changed() && !record.rest_changed();
        if (same) {
            sink_.append(record.origin.source);
        } else {
            std::string const merged = merge_entry(record.origin.source, printed(record), record);
            if (merged.empty()) losses_.put(Code::not_preserved, record, {}, {}, {}, "what has changed cannot be told from what has not");
            if (merged.empty()) return false;
            sink_.append(merged);
        }
        ++written_;
        state_.last = Last::kept;
        return true;
    }

    /// The bytes that a block had in its file.
    [[gnu::noinline]] bool preserve(Verbatim const& v) {
        if (v.format != "bibtex" || (v.source.empty() && v.kind != VerbatimKind::further_macro)) return false;
        if (!v.name.empty() && v.kind != VerbatimKind::entry) state_.define(v.name, v.value);
        sink_.append(v.source);
        state_.last = v.kind == VerbatimKind::text ? Last::text : Last::kept;
        return true;
    }

    /// The entry of a record, in ASCII if it goes to a file that is no UTF-8.
    std::string printed(Record const& record) {
        std::string text;
        auto const sink = sink_to_string(text);
        Diagnostics ignored;
        Options options;
        options.set("ascii", encoder_.style().ascii || record.origin.foreign ? "true" : "false");
        BibWriter writer({*sink, ignored, options, carry_}, encoder_.style().dialect);
        Record copy = record;
        writer.put_record(copy);
        writer.finish();
        sink->finish();
        return text;
    }

    /// A block begins a line, with an empty line before it unless the file's own text stands there.
    void begin_block() {
        if (state_.last == Last::entry || state_.last == Last::kept) sink_.append("\n\n");
        else if (state_.last == Last::comment) sink_.append("\n");
        state_.last = Last::entry;
    }

    void put_record(Record& record) {
        bool const made = record.id.empty() && keys_.make_key(record);
        if (made) losses_.put(Code::made_key, record, "id", {}, record.id);
        bool const from_afar = record.origin.format == "ris" || record.origin.format.starts_with("csl-");
        if (protects_ && from_afar) protect(record);
        begin_block();
        Chosen const& chosen = choose_type(record);
        WrittenType const& type = chosen.written;
        encoder_.begin(record, type.genre_implied);
        put_head(type.native, record, from_afar && !made);
        std::size_t const without_fields = sink_.size();
        bool const home = encoder_.at_home();
        if (!home && std::any_of(record.extras().begin(), record.extras().end(), is_residue)) encoder_.note_names();
        if (!type.subtype.empty()) encoder_.raw(type.subtype_name, type.subtype);

        mapping::VariableSet said = find_sources(record, home);
        said = engine_.encode(encoder_, record, profile_of(encoder_.style().dialect), said, chosen.index);
        print_residue(record, home);
        print_left(record, said);
        print_native_types(record, type.native);
        if (sink_.size() == without_fields) sink_.append(",");  // biber wants one behind the key
        sink_.append("\n}");
        ++written_;
    }

    /// `@type{key`
    void put_head(std::string_view type, Record const& record, bool from_afar) {
        using grammars::support::scan_to;
        constexpr std::size_t readable = 64;  // bytes behind what is scanned, which a key from anywhere has not
        std::string_view const key = record.id;
        char* to = sink_.reserve(type.size() + key.size() + readable);
        *to++ = '@';
        to += type.copy(to, type.size());
        *to++ = '{';
        char* const end = to + key.copy(to, key.size());
        bool const is_safe = scan_to<' ', '\t', '\r', '\n', ',', '{', '}'>(to, end) == end;
        sink_.commit(is_safe && !from_afar ? end : to);
        if (!is_safe || from_afar) sink_.append(key_to_write(record, is_safe));
    }

    /// In other formats the letters of a title stand as they are to be printed; BibTeX's styles change them. Words that
    /// nobody would ever write otherwise are protected, and only those.
    void protect(Record& record) {
        for (TextKey const key : {var::title, var::title_short, var::volume_title}) {
            Text const* const title = record.find(key);
            if (title == nullptr) continue;
            protection_.clear();
            Text const with = text::protect_acronyms(*title, protection_);
            if (with.marks.size() != title->marks.size()) record.set(key, with);
        }
    }

    /// The entry type of a record. Most are written as the one before of their item type, for the same reasons.
    Chosen const& choose_type(Record const& record) {
        auto const decides = [](Extra const& x) { return same_name(x.name, "entrysubtype") || mapping::is_native_type(x); };
        bool const by_shape = !record.has(var::genre) && !record.has(var::eprint_type) &&
                              std::none_of(record.extras().begin(), record.extras().end(), decides);
        mapping::VariableSet present(record.present());
        present &= deciding_variables;
        Chosen& type = types_[static_cast<std::size_t>(record.type)];
        bool const as_before = by_shape && type.by_shape && type.present == present && type.native == record.origin.native_type &&
                               type.format == record.origin.format;
        if (as_before) return type;
        type.by_shape = by_shape;
        type.present = present;
        type.native = record.origin.native_type;
        type.format = record.origin.format;
        type.written = written_type(record, encoder_.style().dialect);
        type.index = entry_type_index(type.written.native);
        if (type.written.native == record.origin.native_type) type.written.native = type.native;
        return type;
    }

    /// Hands the encoder the native fields that variables came from, where the variable alone would not give them
    /// back; answers what needs no row at all: what was inherited.
    mapping::VariableSet find_sources(Record const& record, bool home) {
        mapping::VariableSet said, partly;  // of several sources all are printed, or none
        auto const is_source = [&](Extra const& x) {
            return x.kind == ExtraKind::expression && x.format == "bibtex" && record.has(x.variable);
        };
        for (Extra const& x : record.extras()) {
            // The other dialect inherits by other rules: there it is said again.
            if (x.kind == ExtraKind::inherited && x.format == "bibtex" && home) said.add(static_cast<std::size_t>(x.variable));
            if (!is_source(x)) continue;
            bool const expression = !x.source.empty();
            if (expression ? !printable(x) : !home && !same_name(x.name, "howpublished")) {  // which both dialects have
                partly.add(static_cast<std::size_t>(x.variable));
                continue;
            }
            encoder_.add_source({.variable = x.variable, .name = x.name, .value = expression ? x.source : x.value, .expression = expression});
        }
        if (!partly.empty()) encoder_.drop_sources(partly);
        return said;
    }

    /// Prints the native fields that no variable holds. In the other dialect their name may be another field's.
    void print_residue(Record const& record, bool home) {
        encoder_.note_no_more_names();  // a field of the residue may stand twice, as it did
        for (Extra const& x : record.extras()) {
            if (!is_residue(x) || encoder_.has_printed(x)) continue;
            if (!home && encoder_.has_printed(x.name)) losses_.put(Code::dropped_field, record, x.name, x.value);
            else print(x.name, x);
        }
    }

    void print(std::string_view name, Extra const& x) {
        if (!x.source.empty() && printable(x)) encoder_.expression(name, x.source);
        else encoder_.residue(name, x.value);
    }

    /// What no row has said, and the residue of other formats.
    void print_left(Record const& record, mapping::VariableSet const& said) {
        repeats_.clear();
        mapping::each_left(
            record, said, "bibtex",
            [&](Field const& f) {
                if (encoder_.repeat(f.id())) return;
                std::string_view const name = spelling(f.id());
                if (carry_) print_carried(encoder_, carried_name("csl", name, encoder_.scratch()), f);
                else losses_.put(Code::dropped_field, record, name, plain_value(f, encoder_.scratch()));
            },
            [&](Extra const& x) {
                if (carry_) encoder_.text(carried_name(x.format, x.name, encoder_.scratch(), repeats_.place(x.format, x.name)), Text(x.value));
                else losses_.put(Code::dropped_field, record, x.name, x.value);
            });
    }

    /// The types that a record had elsewhere: `ris-native-type = {EJOUR}`.
    void print_native_types(Record const& record, std::string_view written) {
        for (mapping::NativeTypes::Left const& left : native_types_.of(record)) {
            Extra const& x = left.extra;
            if (same_name(x.value, written)) continue;  // the other dialect has it as well
            if (carry_) encoder_.plain(carried_name(x.format, x.name, encoder_.scratch()), x.value);
            else if (!left.is_origin) losses_.put(Code::dropped_field, record, x.name, x.value);
            else if (!left.is_synonym) losses_.put(Code::type_approximated, record, "type", x.value, written);
        }
    }

    /// Text between entries. A header of JabRef that names an encoding names the one of this file, which is UTF-8.
    void put_text(std::string_view text, Record const& holder) {
        std::string_view const said = encoding_said(text);
        if (said.empty() || same_name(said, "UTF-8") || same_name(said, "UTF8")) return sink_.append(text);
        std::string const message = "the file is written in UTF-8, and its header says so instead of " + std::string(said);
        losses_.put(Code::encoding, holder, {}, said, "UTF-8", message);
        auto const at = static_cast<std::size_t>(said.data() - text.data());
        sink_.append(text.substr(0, at));
        sink_.append("UTF-8");
        sink_.append(text.substr(at + said.size()));
    }

    void put_verbatim(Item const& item) {
        Verbatim const& v = item.verbatim;
        if (v.format != "bibtex") return losses_.put(Code::dropped_block, item.record, {}, v.source);
        if (!state_.begin(item)) return;
        if (v.kind == VerbatimKind::text) {
            put_text(v.source, item.record);
            return state_.end(item);
        }
        begin_block();
        if (!v.source.empty()) {
            sink_.append(v.source);
        } else if (OutputState::defines(v)) {
            sink_.append("@string{");
            sink_.append(v.name);
            sink_.append(" = {");
            sink_.append(v.value);
            sink_.append("}}");
        }
    }

    /// Whether every macro of an expression is defined in this output, or in BibTeX's styles as it was meant. A macro
    /// that was not defined where it was read stands for its own name, and goes back as it came.
    bool printable(Extra const& x) {
        if (state_.macros().find(x.source) || x.source == known_) return true;  // mostly it is one macro
        auto const says = [&](std::string_view part) { return x.value.find(part) != std::string_view::npos; };
        bool const has_styles = encoder_.style().dialect == Dialect::bibtex;
        bool known = true, all = true;
        each_macro(x.source, [&](std::string_view name) {
            bool const is_defined = state_.macros().find(name).has_value();
            auto const journal = has_styles && !is_defined ? journal_of_styles(name) : std::nullopt;
            known = known && is_defined;
            all = all && (is_defined || says(name) || (journal && says(*journal)));
        });
        if (known) known_ = x.source;
        return all;
    }

    /// The record's citation key as a .bib file can hold it. Where keys come from elsewhere, two of them must not become one.
    std::string_view key_to_write(Record const& record, bool is_safe) {
        std::string_view key = is_safe ? record.id : fitting_key(record.id, encoder_.scratch());
        key = keys_.own_key(key, record.id, encoder_.scratch());
        if (key != record.id) losses_.put(Code::key_changed, record, "id", record.id, key);
        return key;
    }

    Sink& sink_;
    mapping::LossReporter losses_;
    bool preserves_;
    bool protects_;
    bool carry_;
    std::array<Chosen, item_type_count> types_;  ///< the last one of each
    Encoder encoder_;
    mapping::Engine<Native> const& engine_ = engine();
    OutputState state_;
    std::string known_;                ///< the last expression of which every macro was defined: it stays so
    text::KeyMaker keys_;
    mapping::NativeTypes native_types_;
    Arena protection_;
    Repeats repeats_;
};

}  // namespace

std::unique_ptr<Writer> make_writer(WriteContext const& context, Dialect dialect) { return std::make_unique<BibWriter>(context, dialect); }

}  // namespace ibid::formats::bibtex
