// Macros: what @string defines, and the months that every BibTeX style does. Names are looked up without regard
// to letter case (BibTeX, bibtex.web "Reading the database file(s)").
#pragma once

#include "mapping/name_index.hpp"
#include "ibid/arena.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace ibid::formats::bibtex {

/// The macros that are defined at a place of a file. A later definition replaces an earlier one.
class Macros {
public:
    Macros() : index_(mapping::LetterCase::ignored) {
        static constexpr std::string_view months[][2] = {
            {"jan", "January"}, {"feb", "February"}, {"mar", "March"},     {"apr", "April"},   {"may", "May"},      {"jun", "June"},
            {"jul", "July"},    {"aug", "August"},   {"sep", "September"}, {"oct", "October"}, {"nov", "November"}, {"dec", "December"}};
        for (auto const& [name, value] : months) define(name, value);
    }

    /// Copies name and value.
    void define(std::string_view name, std::string_view value) {
        mapping::NameId id = index_.find_unpadded(name);
        if (id == mapping::unknown_name) id = index_.add(arena_.copy(name));
        if (id == mapping::unknown_name) return;  // more macros than any file has
        if (id >= values_.size()) values_.resize(std::size_t{id} + 1);
        values_[id] = arena_.copy(value);
    }

    /// The value of a macro whose name is readable past its end.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept {
        mapping::NameId const id = index_.find(name);
        return id == mapping::unknown_name ? std::nullopt : std::optional(values_[id]);
    }

private:
    mapping::NameIndex index_;
    std::vector<std::string_view> values_;
    Arena arena_;
};

}  // namespace ibid::formats::bibtex
