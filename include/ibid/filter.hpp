// Filter: a sink of items that holds the next one. A filter that must see more than one item says so in its header.
#pragma once

#include "ibid/diagnostic.hpp"
#include "ibid/writer.hpp"

#include <memory>

namespace ibid {

/// Changes, drops or reorders items on their way.
class Filter : public ItemSink {
public:
    explicit Filter(ItemSink& next) : next_(next) {}
    void finish() override { next_.finish(); }
    [[nodiscard]] bool wants_more() const noexcept override { return next_.wants_more(); }

protected:
    ItemSink& next_;
};

/// Warns of citation keys that it has seen before, in whatever file, and passes all on. It remembers eight bytes a key.
std::unique_ptr<Filter> warn_of_duplicate_keys(ItemSink& next, Diagnostics& diagnostics);

}  // namespace ibid
