// Filter: a sink of items that holds the next one. A filter that must see more than one item says so in its header.
#pragma once

#include "ibid/writer.hpp"

namespace ibid {

/// Changes, drops or reorders items on their way.
class Filter : public ItemSink {
public:
    explicit Filter(ItemSink& next) : next_(next) {}
    void finish() override { next_.finish(); }

protected:
    ItemSink& next_;
};

}  // namespace ibid
