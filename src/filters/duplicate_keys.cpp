// The filter that warns of citation keys seen before. It keeps hashes, not keys: with a million records, one false
// alarm has a chance of one in thirty million. What its table has no room for is not compared, and that is said.
#include "ibid/filter.hpp"

#include "text/hash_table.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace ibid {

namespace {

class DuplicateKeys final : public Filter {
public:
    DuplicateKeys(ItemSink& next, Diagnostics& diagnostics) : Filter{next}, diagnostics_{diagnostics} {}

    void put(Item& item) override {
        if (item.kind == ItemKind::record && !item.record.id.empty()) {
            auto const found = seen_.insert(std::hash<std::string_view>{}(item.record.id));
            if (!found.is_new) report(Code::duplicate_key, item.record, "the key '" + std::string(item.record.id) + "' has been seen before");
            if (found.slot == nullptr && !std::exchange(is_full_, true))
                report(Code::keys_not_compared, item.record, "more than " + std::to_string(seen_.capacity) + " citation keys");
        }
        next_.put(item);
    }

private:
    void report(Code code, Record const& record, std::string const& message) {
        Diagnostic d;
        d.code = code;
        d.where = record.origin.where;
        d.key = record.id;
        d.message = message;
        diagnostics_.put(d);
    }

    Diagnostics& diagnostics_;
    text::HashTable<0> seen_;
    bool is_full_ = false;
};

}  // namespace

std::unique_ptr<Filter> warn_of_duplicate_keys(ItemSink& next, Diagnostics& diagnostics) {
    return std::make_unique<DuplicateKeys>(next, diagnostics);
}

}  // namespace ibid
