// The filter that gives records the citation keys that a format wants, as its writer would.
#include "ibid/filter.hpp"

#include "text/keys.hpp"

#include <string>
#include <string_view>

namespace ibid {
namespace {

class MakeKeys final : public Filter {
public:
    MakeKeys(ItemSink& next, Format const& to, Diagnostics& diagnostics) : Filter{next}, to_{to}, diagnostics_{diagnostics} {}

    void put(Item& item) override {
        if (item.kind == ItemKind::record) give_key(item.record);
        next_.put(item);
    }

private:
    void give_key(Record& record) {
        if (!record.id.empty()) {
            if (to_.fitting_key != nullptr) make_fit(record);
        } else if (to_.needs_keys && keys_.make_key(record)) {
            tell(Code::made_key, record, {}, record.id);
        }
    }

    /// A key that comes from another format may have become another record's own.
    void make_fit(Record& record) {
        std::string_view const fitting = to_.fitting_key(record.id, record.arena());
        if (fitting == record.id && is_at_home(record.origin.format)) return;
        std::string_view const key = keys_.own_key(fitting, record.id, record.arena());
        if (key == record.id) return;
        tell(Code::key_changed, record, record.id, key);
        record.set_id(key);
    }

    /// Whether records of a format stay in the family.
    bool is_at_home(std::string_view format) {
        if (format != last_format_) {
            Format const* const from = find_format(format);
            is_at_home_ = from != nullptr && from->family == to_.family;
            last_format_ = format;
        }
        return is_at_home_;
    }

    void tell(Code code, Record const& record, std::string_view before, std::string_view after) {
        Diagnostic d;
        d.code = code;
        d.where = record.origin.where;
        d.key = record.id;
        d.field = "id";
        d.before = before;
        d.after = after;
        diagnostics_.put(d);
    }

    Format const& to_;
    Diagnostics& diagnostics_;
    text::KeyMaker keys_;
    std::string last_format_;
    bool is_at_home_ = false;
};

}  // namespace

std::unique_ptr<Filter> make_keys(ItemSink& next, Format const& to, Diagnostics& diagnostics) {
    return std::make_unique<MakeKeys>(next, to, diagnostics);
}

}  // namespace ibid
