// The filter that warns of citation keys seen before. It keeps hashes of 63 bits, not keys: with a million records,
// one false alarm has a chance of one in eighteen million.
#include "ibid/filter.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

namespace {

/// A set of numbers other than 0, at most half full.
class HashSet {
public:
    /// False if the number was there.
    bool insert(std::uint64_t number) {
        if (2 * (size_ + 1) > slots_.size()) grow();
        std::uint64_t& slot = find(number);
        if (slot == number) return false;
        slot = number;
        ++size_;
        return true;
    }

private:
    std::uint64_t& find(std::uint64_t number) {
        std::size_t at = number & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != number) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow() {
        std::vector<std::uint64_t> const old = std::exchange(slots_, std::vector<std::uint64_t>(2 * slots_.size()));
        for (std::uint64_t const number : old)
            if (number != 0) find(number) = number;
    }

    std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1024);
    std::size_t size_ = 0;
};

class DuplicateKeys final : public Filter {
public:
    DuplicateKeys(ItemSink& next, Diagnostics& diagnostics) : Filter{next}, diagnostics_{diagnostics} {}

    void put(Item& item) override {
        if (item.kind == ItemKind::record && !item.record.id.empty()) {
            std::uint64_t const hash = std::hash<std::string_view>{}(item.record.id);
            if (!seen_.insert(hash | 1U)) report(item.record);
        }
        next_.put(item);
    }

private:
    void report(Record const& record) {
        std::string const message = "the key '" + std::string(record.id) + "' has been seen before";
        Diagnostic d;
        d.code = Code::duplicate_key;
        d.where = record.origin.where;
        d.key = record.id;
        d.message = message;
        diagnostics_.put(d);
    }

    Diagnostics& diagnostics_;
    HashSet seen_;
};

}  // namespace

std::unique_ptr<Filter> warn_of_duplicate_keys(ItemSink& next, Diagnostics& diagnostics) {
    return std::make_unique<DuplicateKeys>(next, diagnostics);
}

}  // namespace ibid
