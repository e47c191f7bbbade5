// The filter that gives records without a citation key one, as the writers do that cannot be without; for outputs of
// several files, whose writers know nothing of each other.
#include "ibid/filter.hpp"

#include "text/keys.hpp"

namespace ibid {
namespace {

class MakeKeys final : public Filter {
public:
    MakeKeys(ItemSink& next, Diagnostics& diagnostics) : Filter{next}, diagnostics_{diagnostics} {}

    void put(Item& item) override {
        if (item.kind == ItemKind::record && keys_.make_key(item.record)) tell(item.record);
        next_.put(item);
    }

private:
    void tell(Record const& record) {
        Diagnostic d;
        d.code = Code::made_key;
        d.where = record.origin.where;
        d.key = record.id;
        d.field = "id";
        d.after = record.id;
        diagnostics_.put(d);
    }

    Diagnostics& diagnostics_;
    text::KeyMaker keys_;
};

}  // namespace

std::unique_ptr<Filter> make_keys(ItemSink& next, Diagnostics& diagnostics) { return std::make_unique<MakeKeys>(next, diagnostics); }

}  // namespace ibid
