// The writer of RIS files: a record is its TY and ID, the lines of the mapping, the residue of RIS, and ER.
#include "formats/ris/carried.hpp"
#include "formats/ris/describe.hpp"
#include "formats/ris/encoder.hpp"
#include "formats/ris/reference.hpp"
#include "formats/ris/type_rules.hpp"
#include "mapping/derived.hpp"
#include "mapping/lost_marks.hpp"
#include "mapping/native_types.hpp"

#include <string>

namespace ibid::formats::ris {
namespace {

Profile profile_named(std::string_view name) noexcept {
    if (name == "zotero") return Profile::zotero;
    if (name == "endnote") return Profile::endnote;
    if (name == "2001") return Profile::ris2001;
    return Profile::standard;
}

/// A tag that may stand in front of residue: two characters that a reader takes for one, and no part of the frame.
bool is_free_tag(std::string_view name) noexcept {
    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (name.size() != 2 || name == "TY" || name == "ER") return false;
    return upper(name[0]) && (upper(name[1]) || digit(name[1]));
}

class RisWriter final : public Writer {
public:
    explicit RisWriter(WriteContext const& context)
        : sink_(context.sink), losses_(context.diagnostics, context.tracer), encoder_(sink_, losses_, style_of(context)),
          preserves_(context.options.flag("preserve", false)) {}

    void put(Item& item) override {
        if (preserves_ && preserve(item)) return;
        if (item.kind == ItemKind::record) put_record(item.record), state_.note(item);
        else if (!is_blank(item.verbatim.source) || item.verbatim.kind != VerbatimKind::text)
            losses_.put(Code::dropped_block, item.record, {}, item.verbatim.source);
    }

    void finish() override {}

    [[nodiscard]] WriterState const* state() const noexcept override { return preserves_ ? nullptr : &state_; }
    void go_on_from(WriterState const& state) override { state_ = state; }

private:
    static WriteStyle style_of(WriteContext const& context) noexcept {
        bool const crlf = context.options.get("newline", "lf") == "crlf";
        return {.profile = profile_named(context.options.get("ris-profile", "standard")),
                .newline = crlf ? "\r\n" : "\n",
                .carry = context.carry};
    }
    static bool is_blank(std::string_view text) noexcept {
        return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    /// Writes the bytes that the item had in its file; false: it has none, or has changed.
    [[gnu::noinline]] bool preserve(Item const& item) {
        if (item.kind == ItemKind::verbatim) {
            if (item.verbatim.format != "ris") return false;
            sink_.append(item.verbatim.source);
            return true;
        }
        Record const& r = item.record;
        bool const same = mapping::VariableSet(r.changed()).empty() && !r.id_changed() && !r.rest_changed();
        if (r.origin.source.empty() || r.origin.format != "ris" || !same) {
            losses_.put(Code::not_preserved, r, {}, {}, {}, same ? "the record does not come from a RIS file" : "the record has changed");
            return false;
        }
        sink_.append(r.origin.source);
        ++written_;
        return true;
    }

    void put_record(Record& record) {
        mapping::VariableSet derived;
        if (!encoder_.style().carry) derived = mapping::derive(record);  // else what it follows from is there itself
        WrittenType const& type = type_of(record);
        if (state_.has_records) sink_.append(encoder_.style().newline);
        encoder_.begin(record, type.pair);
        encoder_.raw("TY", type.word);
        if (!record.id.empty()) encoder_.raw("ID", record.id);

        mapping::VariableSet said;
        if (type.genre_implied) said.add(static_cast<std::size_t>(VariableId::genre));
        if (type.status_implied) said.add(static_cast<std::size_t>(VariableId::status));
        said = engine().encode(encoder_, record, profile_of(encoder_.style().profile), said, type.native);
        derived &= said;
        said |= mapping::copied_texts(record, derived);
        encoder_.print_pair();
        if (encoder_.has_own_extras()) put_residue(record);
        put_left(record, said);
        put_native_types(record, type.word);
        encoder_.end();
        if (encoder_.met_marks()) tell_of_marks(record, said);
        ++written_;
    }

    /// The type to write. Nearly every record is of the type of the one before, and has nothing that could mislead.
    WrittenType const& type_of(Record const& record) {
        TypeKey const key{record.type, record.has(var::author), record.has(var::director)};
        bool const plain = !record.has(var::genre) && !record.has(var::medium) && !record.has(var::status) &&
                           !record.has(var::container_title_short) && record.type != ItemType::document;
        std::string_view const native = former_word(record);
        if (plain && key == key_ && native == native_type_) return type_;
        type_ = written_type(record, encoder_.style().profile);
        // An unknown word is the record's own; that GEN is an article lies in its residue.
        bool const lasts = plain && type_.native < reference_types().size() && type_.word != "GEN";
        key_ = lasts ? key : TypeKey{.valid = false};
        native_type_ = native;
        return type_;
    }

    /// The lines that no variable holds, in the order of the file.
    void put_residue(Record const& record) {
        for (Extra const& x : record.extras()) {
            if (x.format != "ris" || (x.kind != ExtraKind::unclaimed && x.kind != ExtraKind::shadowed)) continue;
            if (is_free_tag(x.name)) encoder_.raw(x.name, x.value);
            else losses_.put(Code::dropped_field, record, x.name, x.value);
        }
    }

    /// What no row has said: the variables, the residue of other formats, what lists of names do not hold.
    void put_left(Record const& record, mapping::VariableSet const& said) {
        bool const carry = encoder_.style().carry;
        mapping::each_left(
            record, said, "ris",
            [&](Field const& f) {
                if (carry) print_carried(encoder_, f);
                else losses_.put(Code::dropped_field, record, spelling(f.id()), glimpse(f));
            },
            [&](Extra const& x) {
                if (carry) print_carried(encoder_, x);
                else losses_.put(Code::dropped_field, record, x.name, x.value);
            });
        if (!encoder_.met_others()) return;
        for (Field const& f : record.fields()) {
            if (f.kind() != Kind::names || !f.names().others || !said.has(static_cast<std::size_t>(f.id()))) continue;
            if (encoder_.source_of_others(f.id()) != nullptr) continue;
            if (carry) print_incomplete(encoder_, f.id());
            else losses_.put(Code::lost_others, record, spelling(f.id()), {});
        }
    }

    /// The types that a record had elsewhere.
    void put_native_types(Record const& record, std::string_view written) {
        for (mapping::NativeTypes::Left const& left : native_types_.of(record)) {
            Extra const& x = left.extra;
            if (encoder_.style().carry) print_carried(encoder_, x);
            else if (!left.is_origin) losses_.put(Code::dropped_field, record, x.name, x.value);
            else if (!left.is_synonym) losses_.put(Code::type_approximated, record, "type", x.value, written);
        }
    }

    void tell_of_marks(Record const& record, mapping::VariableSet const& said) {
        mapping::VariableSet others;  // what is carried is carried as plain text
        if (!encoder_.style().carry) others |= mapping::unsaid(record, said);
        for (Extra const& x : record.extras())
            if (x.kind == ExtraKind::expression && x.format == "ris" && x.variable != VariableId::none) others.add(static_cast<std::size_t>(x.variable));
        for (Field const& f : record.fields())  // told of by the encoder
            if (f.kind() == Kind::text && said.has(static_cast<std::size_t>(f.id()))) others.add(static_cast<std::size_t>(f.id()));
        mapping::report_lost_marks(record, {}, others, losses_);
    }

    struct TypeKey {
        ItemType type{};
        bool has_author = false, has_director = false;
        bool valid = true;
        bool operator==(TypeKey const&) const = default;
    };

    Sink& sink_;
    mapping::LossReporter losses_;
    Encoder encoder_;
    mapping::NativeTypes native_types_{"ris"};
    bool preserves_;
    WriterState state_;  ///< not of what was written as its bytes: what stands between those are bytes as well
    TypeKey key_{.valid = false};
    std::string native_type_;  // former_word() of the record before
    WrittenType type_;
};

}  // namespace

std::unique_ptr<Writer> make_writer(WriteContext const& context) { return std::make_unique<RisWriter>(context); }

}  // namespace ibid::formats::ris
