// The writer of ibid-json. Nothing is lost here, so it has nothing to report.
#include "formats/ibid_json/writer.hpp"

#include "formats/ibid_json/layout.hpp"
#include "formats/ibid_json/value_writer.hpp"

namespace ibid::formats::ibid_json {

namespace {

class IbidJsonWriter final : public Writer {
public:
    explicit IbidJsonWriter(WriteContext const& context)
        : out_(context.sink), with_locations_(context.options.flag("locations", false)) {}

    void put(Item& item) override {
        out_.raw(state_.has_items ? std::string_view(",\n") : head);
        state_.note(item);
        out_.token("    {\n");
        first_member_ = true;
        if (item.kind == ItemKind::record) {
            put_record(item.record);
            ++written_;
        } else {
            put_verbatim(item.verbatim);
        }
        out_.token("\n    }");
    }

    void finish() override {
        if (!state_.has_items) out_.raw(head);
        out_.raw(state_.has_items ? "\n  ]\n}\n" : "  ]\n}\n");
    }

    [[nodiscard]] WriterState const* state() const noexcept override { return &state_; }
    void go_on_from(WriterState const& state) override { state_ = state; }

private:
    static constexpr std::string_view head = "{\n  \"ibid-json\": 1,\n  \"items\": [\n";
    static_assert(version == 1, "the head says which version it is");

    void name(std::string_view key) {
        if (!first_member_) out_.token(",\n");
        first_member_ = false;
        out_.token("      \"");
        out_.raw(key);
        out_.token("\": ");
    }
    void member(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        name(key);
        out_.word(value);
    }

    void put_record(Record const& record) {
        member("id", record.id);
        member("type", spelling(record.type));
        member("native-type", record.origin.native_type);
        member("format", record.origin.format);
        if (with_locations_) put_location(record.origin.where);
        if (!record.fields().empty()) put_fields(record);
        if (!record.extras().empty()) put_extras(record);
    }

    void put_location(Location const& where) {
        name("location");
        out_.token("{\"file\": ");
        out_.word(where.file);
        out_.token(", \"line\": ");
        out_.number(static_cast<std::int64_t>(where.line));
        out_.token(", \"column\": ");
        out_.number(static_cast<std::int64_t>(where.column));
        out_.character('}');
    }

    void put_fields(Record const& record) {
        name("fields");
        std::string_view before = "{\n        \"";
        for (Field const& field : record.fields()) {
            out_.raw(before);
            out_.raw(spelling(field.id()));
            out_.token("\": ");
            ibid_json::put(out_, field);
            before = ",\n        \"";
        }
        out_.token("\n      }");
    }

    void put_extras(Record const& record) {
        name("extras");
        std::string_view before = "[\n        {\"format\": ";
        for (Extra const& extra : record.extras()) {
            out_.raw(before);
            out_.word(extra.format);
            out_.token(", \"name\": ");
            out_.word(extra.name);
            out_.token(", \"value\": ");
            out_.string(extra.value);
            if (!extra.source.empty()) {
                out_.token(", \"source\": ");
                out_.string(extra.source);
            }
            if (extra.kind != ExtraKind::unclaimed) {
                out_.token(", \"kind\": ");
                out_.word(spelled(extra_kinds, extra.kind));
            }
            if (extra.variable != VariableId::none) {
                out_.token(", \"variable\": ");
                out_.word(spelling(extra.variable));
            }
            out_.character('}');
            before = ",\n        {\"format\": ";
        }
        out_.token("\n      ]");
    }

    void put_verbatim(Verbatim const& verbatim) {
        member("kind", spelled(verbatim_kinds, verbatim.kind));
        member("format", verbatim.format);
        member("name", verbatim.name);
        member("value", verbatim.value);
        member("source", verbatim.source);
    }

    text::JsonOut out_;
    bool with_locations_;
    WriterState state_;
    bool first_member_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_writer(WriteContext const& context) { return std::make_unique<IbidJsonWriter>(context); }

}  // namespace ibid::formats::ibid_json
