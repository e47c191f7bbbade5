// What of a page's metadata no row has claimed: whether it says again what the record has, in the words of another
// vocabulary, or otherwise.
#pragma once

#include "mapping/native.hpp"
#include "ibid/record.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace ibid::formats::html_page {

/// Whether a meta element of this name, in small letters, is about the work; the others are the page's own.
bool is_about_work(std::string_view name) noexcept;
/// What is about the work, but nothing that a reference has: formats, links for machines.
bool is_furniture(std::string_view name) noexcept;

/// Compares values with the variables of a record.
class Comparison {
public:
    explicit Comparison(Record const& record) : record_(record) {}

    /// The variable that a row would have made of the field, or none.
    [[nodiscard]] static VariableId variable_of(mapping::NativeField const& field, ItemType type);
    /// Whether the record says as much as the field does: equal but for letter case, blanks and punctuation, a part of it,
    /// or an element of a list.
    [[nodiscard]] bool says(VariableId variable, std::string_view value);

private:
    /// Whether some date of the record is the same, as far as both are known.
    [[nodiscard]] bool says_date(std::string_view value) const;
    std::string const& words_of(Field const& field);

    Record const& record_;
    std::array<std::string, variable_count> words_{};
    std::size_t budget_ = std::size_t{64} << 20;  ///< bytes that are compared at most; hostile pages have more
};

}  // namespace ibid::formats::html_page
