// TallyTable: how an entry is made. If the table is full, or the neighbourhood of the slot is, the field joins the others.
#include "diagnostics/tally_table.hpp"

#include <string>
#include <utility>

namespace ibid::diagnostics {

bool TallyTable::place(Slot const& slot) noexcept {
    for (std::size_t at = slot.print.home(), steps = 0; steps < most_steps; ++at, ++steps) {
        Slot& free = slots_[at & (slots_.size() - 1)];
        if (free.entry != nullptr) continue;
        free = slot;
        return true;
    }
    return false;
}

void TallyTable::grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (Slot const& slot : old)
        if (slot.entry != nullptr) place(slot);  // what finds no place joins the others from now on
}

TallyTable::Entry& TallyTable::insert(Print const& print, Code code, std::string_view field) {
    if (entries_.size() < most_fields) {
        if (2 * entries_.size() >= slots_.size()) grow();
        auto entry = std::make_unique<Entry>(Entry{{code, std::string(field), 0}, 0});
        bool placed = place({print, entry.get()});
        for (; !placed && slots_.size() < 2 * most_fields; placed = place({print, entry.get()})) grow();
        if (placed) return *entries_.emplace_back(std::move(entry));
    }
    for (Entry* const entry : others_)
        if (entry->code == code) return *entry;
    entries_.push_back(std::make_unique<Entry>(Entry{{code, std::string(other_fields), 0}, 0}));
    others_.push_back(entries_.back().get());
    return *others_.back();
}

}  // namespace ibid::diagnostics
