// The reader of ibid-json: what cannot be read is reported with its place; the next item is read all the same.
#include "formats/ibid_json/reader.hpp"

#include "formats/ibid_json/item_cutter.hpp"
#include "formats/ibid_json/layout.hpp"
#include "formats/ibid_json/value_reader.hpp"
#include "mapping/report.hpp"

#include <nlohmann/json.hpp>

namespace ibid::formats::ibid_json {

namespace {

using nlohmann::json;

/// Finds the place of the first error; nlohmann counts bytes from 1.
struct ErrorFinder : nlohmann::json_sax<json> {
    std::size_t at = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, string_t const&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, std::string const&, json::exception const&) override {
        at = position;
        return false;
    }
};

class IbidJsonReader final : public Reader {
public:
    explicit IbidJsonReader(ReadContext const& context)
        : source_(context.source), cutter_(context.source), reporter_(context.source, context.diagnostics) {}

    bool next(Item& item) override {
        for (;;) {
            std::string_view source;
            ItemCutter::Found const found = cutter_.next(source);
            if (found == ItemCutter::Found::end) return false;
            if (found == ItemCutter::Found::item) {
                if (read(source, item)) return true;
            } else if (!report(found, source)) {
                return false;
            }
        }
    }

private:
    bool read(std::string_view source, Item& item) {
        json const tree = json::parse(source.begin(), source.end(), nullptr, false);
        if (!tree.is_object()) {
            ErrorFinder finder;
            if (tree.is_discarded()) json::sax_parse(source.begin(), source.end(), &finder);
            std::size_t const at = finder.at == 0 ? 0 : std::min(finder.at, source.size()) - 1;
            reject(Code::syntax, source.data() + at, tree.is_discarded() ? "not JSON" : "an item that is no object");
            return false;
        }
        item.record.clear();
        values_.read(tree, item);
        std::size_t const fields = item.record.fields().size() + item.record.extras().size();
        if (reporter_.has_too_many_fields(fields, source.data(), item.record.id) || reporter_.has_too_many_names(item.record, source.data())) {
            ++rejected_;
            return false;
        }
        item.record.begin_changes();
        if (item.record.origin.where.line == 0) item.record.set_location(source_.locate(source.data()));
        for (auto const& complaint : values_.complaints()) {
            mapping::About about;
            about.key = item.record.id;
            about.field = complaint.field;
            about.message = complaint.message;
            reporter_.put(Code::bad_value, source.data(), about);
        }
        return true;
    }

    void reject(Code code, char const* at, std::string_view message) {
        ++rejected_;
        mapping::About about;
        about.message = message;
        reporter_.put(code, at, about);
    }

    /// Whether there may be more items.
    bool report(ItemCutter::Found found, std::string_view source) {
        using Found = ItemCutter::Found;
        mapping::About about;
        std::string_view const window = source_.window();
        switch (found) {
        case Found::too_large:
            reporter_.put_beyond(Code::too_large, source.data(), {.message = "the item is longer"});
            ++rejected_;
            return true;
        case Found::too_deep:
            reporter_.put_beyond(Code::too_deep, source.data(), {.message = "brackets nest deeper"});
            ++rejected_;
            return true;
        case Found::truncated: reject(Code::syntax, source.data(), "the file ends inside this item"); return false;
        case Found::unclosed:
            about.message = "the file ends before the list of items does";
            reporter_.put(Code::syntax_repaired, window.data() + window.size(), about);
            return false;
        case Found::new_version:
            about.message = "this is not ibid-json 1, the only version that can be read";
            reporter_.put(Code::cannot_read, window.data(), about);
            return false;
        case Found::no_items:
            about.message = "this is no ibid-json: an object with \"ibid-json\" and \"items\" is wanted";
            reporter_.put(Code::syntax, window.data(), about);
            return false;
        default: return false;
        }
    }

    Source& source_;
    ItemCutter cutter_;
    mapping::Reporter reporter_;
    ValueReader values_;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReadContext const& context) { return std::make_unique<IbidJsonReader>(context); }

}  // namespace ibid::formats::ibid_json
