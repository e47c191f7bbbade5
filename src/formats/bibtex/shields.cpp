// What of a value's braces counts.
#include "formats/bibtex/shields.hpp"

#include "grammars/support/scan.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace ibid::formats::bibtex {
namespace {

/// Texts that styles change the letter case of, or that are printed as they stand among such.
constexpr bool has_letter_case(VariableId v) noexcept {
    switch (v) {
        case VariableId::title: case VariableId::title_short: case VariableId::title_addon: case VariableId::translated_title:
        case VariableId::container_title: case VariableId::container_title_short: case VariableId::container_title_addon:
        case VariableId::volume_title: case VariableId::volume_title_addon: case VariableId::part_title:
        case VariableId::collection_title: case VariableId::collection_title_short: case VariableId::event_title:
        case VariableId::event_title_addon: case VariableId::original_title: case VariableId::reviewed_title:
        case VariableId::sort_title: return true;
        default: return false;
    }
}

bool has_nocase(Text const& text) noexcept {
    return std::any_of(text.marks.begin(), text.marks.end(), [](Mark const& m) { return m.style == Style::nocase; });
}

Text without_nocase(Text const& text, Arena& arena) {
    std::vector<Mark> marks;
    for (Mark const& m : text.marks)
        if (m.style != Style::nocase) marks.push_back(m);
    return Text(text.plain, arena.copy_array(std::span<Mark const>(marks)));
}

}  // namespace

mapping::VariableSet drop_shields(Record& record) {
    mapping::VariableSet dropped;
    for (Field const& f : record.fields()) {
        bool const may_be_shielded = f.kind() == Kind::list || (f.kind() == Kind::text && !f.text().marks.empty());
        if (!may_be_shielded || has_letter_case(f.id())) continue;
        if (f.kind() == Kind::text && has_nocase(f.text())) {
            dropped.add(static_cast<std::size_t>(f.id()));
            record.adopt(Field(f.id(), without_nocase(f.text(), record.arena())));
        } else if (f.kind() == Kind::list && f.id() != VariableId::keyword && std::any_of(f.list().begin(), f.list().end(), has_nocase)) {
            auto const all = record.arena().array<Text>(f.list().size());
            dropped.add(static_cast<std::size_t>(f.id()));
            std::transform(f.list().begin(), f.list().end(), all.begin(), [&](Text const& one) { return without_nocase(one, record.arena()); });
            record.adopt(Field(f.id(), List(all)));
        }
    }
    return dropped;
}

bool has_formula_from(char const* first, char const* at, char const* last) noexcept {
    for (; at != last; at = grammars::support::scan_to<'$', '\\'>(at + 1, last)) {
        if (*at == '$' && (at == first || at[-1] != '\\')) return true;
        if (*at == '\\' && at + 1 != last && at[1] == '(') return true;
    }
    return false;
}

}  // namespace ibid::formats::bibtex
