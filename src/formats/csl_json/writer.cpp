// The writer of CSL-JSON: what stands around items, and keys for those that have none.
#include "formats/csl_json/writer.hpp"

#include "formats/csl_json/item_writer.hpp"
#include "formats/csl_json/mapping.hpp"
#include "mapping/derived.hpp"
#include "text/keys.hpp"

namespace ibid::formats::csl_json {

namespace {

class CslJsonWriter final : public Writer {
public:
    CslJsonWriter(WriteContext const& context, Style style, bool lines)
        : sink_(context.sink), losses_(context.diagnostics), items_(context.sink, context.diagnostics, context.tracer, style),
          pretty_(style.pretty), lines_(lines), preserves_(context.options.flag("preserve", false)) {}

    void put(Item& item) override {
        if (preserves_ && preserve(item)) return;
        if (item.kind == ItemKind::verbatim) return drop(item);
        Record& record = item.record;
        if (keys_.make_key(record)) losses_.put(Code::made_key, record, "id", {}, record.id);
        if (!lines_ && pretty_) sink_.append(state_.has_records ? ",\n  " : "[\n  ");
        else if (!lines_) sink_.append(state_.has_records ? ",\n" : "[");
        items_.put(record, mapping::derive(record));
        if (lines_) sink_.append("\n");
        state_.note(item);
        ++written_;
    }

    void finish() override {
        if (lines_ || framed_) return;
        if (!state_.has_records) sink_.append("[]\n");
        else sink_.append(pretty_ ? "\n]\n" : "]\n");
    }

    [[nodiscard]] WriterState const* state() const noexcept override { return preserves_ ? nullptr : &state_; }
    void go_on_from(WriterState const& state) override { state_ = state; }

private:
    /// Writes the bytes that the item had in its file, or a changed record in their place; false: it has none. What
    /// stands around the records of the file, brackets and commas, are items as well.
    bool preserve(Item& item) {
        if (item.kind == ItemKind::verbatim) {
            if (item.verbatim.format != family || item.verbatim.kind != VerbatimKind::text) return false;
            sink_.append(item.verbatim.source);
            framed_ = true;
            return true;
        }
        Record& r = item.record;
        if (r.origin.source.empty() || r.origin.format != family) {
            losses_.put(Code::not_preserved, r, {}, {}, {}, "the record does not come from a file of this format");
            return false;
        }
        bool const same = mapping::VariableSet(r.changed()).empty() && !r.id_changed() && !r.rest_changed();
        framed_ = true;
        state_.note(item);
        ++written_;
        if (same) {
            sink_.append(r.origin.source);
        } else {
            losses_.put(Code::not_preserved, r, {}, {}, {}, "the record has changed");
            items_.put(r, mapping::derive(r));
        }
        return true;
    }

    void drop(Item const& item) {
        Verbatim const& block = item.verbatim;
        bool const blank = block.source.find_first_not_of(" \t\r\n") == block.source.npos;
        if (blank && block.name.empty() && block.value.empty()) return;
        losses_.put(Code::dropped_block, item.record, {}, block.source.substr(0, 200));
    }

    Sink& sink_;
    mapping::LossReporter losses_;
    ItemWriter items_;
    text::KeyMaker keys_;
    WriterState state_;
    bool pretty_;
    bool lines_;
    bool preserves_;
    bool framed_ = false;  ///< brackets and commas are those of the file
};

Style style_of(WriteContext const& context) {
    Style style;
    style.carry = context.carry;
    style.pretty = context.options.get("style", "pretty") != "compact";
    std::string_view const delimiter = context.options.get("list-delimiter", "; ");
    if (delimiter != "; ") style.list_delimiter = delimiter;
    style.unknown_in_custom = context.options.get("unknown", "keep") == "custom";
    return style;
}

}  // namespace

std::unique_ptr<Writer> make_writer(WriteContext const& context) {
    return std::make_unique<CslJsonWriter>(context, style_of(context), false);
}

std::unique_ptr<Writer> make_line_writer(WriteContext const& context) {
    Style style = style_of(context);
    style.pretty = false;
    return std::make_unique<CslJsonWriter>(context, style, true);
}

}  // namespace ibid::formats::csl_json
