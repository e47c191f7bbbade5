// Changing: the filter that calls a function for each record on its way.
#pragma once

#include "ibid/filter.hpp"

#include <memory>
#include <utility>

namespace ibid::filters {

template <class Change>
class Changing final : public Filter {
public:
    Changing(ItemSink& next, Change change) : Filter{next}, change_{std::move(change)} {}
    void put(Item& item) override {
        if (item.kind == ItemKind::record) change_(item.record);
        next_.put(item);
    }

private:
    Change change_;
};

template <class Change>
std::unique_ptr<Filter> changing(ItemSink& next, Change change) {
    return std::make_unique<Changing<Change>>(next, std::move(change));
}

}  // namespace ibid::filters
