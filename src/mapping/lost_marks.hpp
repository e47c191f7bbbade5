// Lost marks: what a writer's format cannot say of a text beside its letters. A writer names the styles that its format
// has, and this tells of the others, once a record. Not for .bib files: LaTeX says nearly all, and the encoder the rest.
#pragma once

#include "mapping/loss.hpp"
#include "mapping/sets.hpp"
#include "ibid/record.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace ibid::mapping {

/// Styles that a format can say, as bits.
class StyleSet {
public:
    constexpr StyleSet(std::initializer_list<Style> styles) noexcept { for (Style const s : styles) bits_ |= bit(s); }
    [[nodiscard]] constexpr bool has(Style style) const noexcept { return (bits_ & bit(style)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr bool meets(StyleSet other) const noexcept { return (bits_ & other.bits_) != 0; }
    friend constexpr StyleSet operator-(StyleSet a, StyleSet b) noexcept { a.bits_ &= ~b.bits_; return a; }
    /// The styles of marks.
    static StyleSet of(std::span<Mark const> marks) noexcept {
        StyleSet set{};
        for (Mark const& mark : marks) set.bits_ |= bit(mark.style);
        return set;
    }


private:
    static constexpr std::uint32_t bit(Style style) noexcept { return std::uint32_t{1} << static_cast<unsigned>(style); }
    std::uint32_t bits_ = 0;
};

/// Puts a diagnostic for each variable of the record with a mark that is not among the `styles` of the format:
/// lost-markup for what a reader would see, lost-protection for letter case, lost-subtitle for where a subtitle begins.
/// Of one field, `report_lost_marks(record, field, ...)`; of all:
/// left out are the variables of `others`: what was dropped, and in whose stead the file's own source was printed.
void report_lost_marks(Record const& record, Field const& field, StyleSet styles, LossReporter& losses);
void report_lost_marks(Record const& record, StyleSet styles, VariableSet const& others, LossReporter& losses);

}  // namespace ibid::mapping
