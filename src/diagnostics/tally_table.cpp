// TallyTable: how an entry is made. If the table is full, or the neighbourhood of the slot is, the field joins the others.
#include "diagnostics/tally_table.hpp"

#include <string>

namespace ibid::diagnostics {

TallyTable::Entry& TallyTable::insert(Print const& print, Code code, std::string_view field) {
    if (entries_.size() < most_fields) {
        for (std::size_t at = print.home(), steps = 0; steps < most_steps; at = (at + 1) % slot_count, ++steps) {
            if (slots_[at].entry != nullptr) continue;
            entries_.push_back(std::make_unique<Entry>(Entry{{code, std::string(field), 0}, 0}));
            slots_[at] = {print, entries_.back().get()};
            return *entries_.back();
        }
    }
    for (Entry* const entry : others_)
        if (entry->code == code) return *entry;
    entries_.push_back(std::make_unique<Entry>(Entry{{code, std::string(other_fields), 0}, 0}));
    others_.push_back(entries_.back().get());
    return *others_.back();
}

}  // namespace ibid::diagnostics
