// Type rules: what the table of types cannot say: which lines of a record besides TY decide its type, what words that
// are no reference types mean, and how a type is written so that the decision comes out the same.
#pragma once

#include "formats/ris/types.hpp"
#include "ibid/format.hpp"
#include "ibid/record.hpp"

#include <span>
#include <string_view>

namespace ibid::formats::ris {

/// What of a record bears on its type.
struct TypeEvidence {
    std::string_view word{};      ///< TY as it stands; empty: none
    std::string_view first_m3{};  ///< the first M3 that is not empty
    bool has_author = false;      ///< AU or A1
    bool has_journal = false;     ///< JF, JO or JA
};

/// How a word of TY was understood.
enum class WordKind : std::uint8_t {
    listed,   ///< a reference type, letter case aside
    meaning,  ///< no reference type, but it begins as one does: "Journal Article"
    unknown,
};

/// The type of a record, and what of the evidence it used up.
struct TypeVerdict {
    ItemType type = ItemType::document;
    WordKind word = WordKind::listed;
    std::size_t native = 0;     ///< position in reference_types(), or their number if the word is unknown
    bool m3_used = false;       ///< M3 decided the type, or only repeats it; else it is a genre
    std::string_view genre{};   ///< what the reference type says, of records that say no other
    std::string_view status{};  ///< the same
};

/// Decides the type of a record.
TypeVerdict decide_type(TypeEvidence const& evidence) noexcept;

/// The reference types of the table, each once: what the guards of rows may name.
std::span<std::string_view const> reference_types() noexcept;

/// What is written for an item type.
struct WrittenType {
    std::string_view word{};
    std::size_t native = 0;    ///< position in reference_types(), or their number
    std::string_view pair{};   ///< the first M3; empty: none
    bool genre_implied = false;   ///< the word says the record's genre already
    bool status_implied = false;
};

/// The reference type for a record: the one that it was read from, if it still fits, else the one of the table. Where
/// the record's other fields would make a reader decide otherwise, an M3 line says the item type.
WrittenType written_type(Record const& record, Profile profile) noexcept;
/// The word of TY that a record had, if it came from RIS, be it through another format.
std::string_view former_word(Record const& record) noexcept;
/// What the item type of a record that came from RIS does not say of its TY.
LeftType left_type(Record const& record);

}  // namespace ibid::formats::ris
