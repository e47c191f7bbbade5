// TallyTable: how an entry is made. If the table is full, or the neighbourhood of the slot is, the field joins the others.
#include "diagnostics/tally_table.hpp"

namespace ibid::diagnostics {

std::size_t& TallyTable::insert(std::uint64_t key, Code code, std::string_view field) {
    if (entries_.size() < most_fields) {
        for (std::size_t at = key % slot_count, steps = 0; steps < most_steps; at = (at + 1) % slot_count, ++steps) {
            if (slots_[at].entry != nullptr) continue;
            entries_.push_back(std::make_unique<Tally>(Tally{code, std::string(field), 0}));
            slots_[at] = {key, entries_.back().get()};
            return entries_.back()->count;
        }
    }
    for (Tally* const entry : others_)
        if (entry->code == code) return entry->count;
    entries_.push_back(std::make_unique<Tally>(Tally{code, std::string(other_fields), 0}));
    others_.push_back(entries_.back().get());
    return others_.back()->count;
}

}  // namespace ibid::diagnostics
