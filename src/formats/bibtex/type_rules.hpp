// Type rules: what the table of types cannot say: how eprints, events and subtypes decide the type of an entry.
// Source: BibLaTeX 3.20 manual 2.1; the decisions of the house stand beside each rule.
#pragma once

#include "formats/bibtex/types.hpp"
#include "mapping/name_index.hpp"
#include "mapping/sets.hpp"
#include "ibid/format.hpp"
#include "ibid/record.hpp"

#include <span>
#include <string_view>

namespace ibid::formats::bibtex {

/// What of an entry bears on its type.
struct TypeEvidence {
    std::string_view native{};     ///< entry type, lower case
    std::string_view subtype{};    ///< entrysubtype, as it stands
    std::string_view kind{};       ///< the field `type`, as it stands
    std::string_view eprint_type{};///< eprinttype or archiveprefix
    bool has_eprint = false;
    bool has_event = false;        ///< eventdate, eventtitle or venue
};

/// The type of an entry, and what of the evidence it used up.
struct TypeVerdict {
    ItemType type = ItemType::document;
    std::size_t native = 0;        ///< position of the entry type in entry_types(), or their number
    bool known = true;             ///< the table has the entry type
    bool subtype_used = false;     ///< entrysubtype decided the type; else it is a genre, or residue
    std::string_view genre{};      ///< the genre that the entry type implies
};

/// Decides the type of an entry.
TypeVerdict decide_type(TypeEvidence const& evidence) noexcept;

/// The entry types of the table, each once: what the guards of rows may name.
std::span<std::string_view const> entry_types() noexcept;
/// The position of an entry type in entry_types(), or their number; letter case is ignored.
std::size_t entry_type_index(std::string_view native) noexcept;

/// What is written for an item type.
struct WrittenType {
    std::string_view native{};
    std::string_view subtype{};  ///< empty: none
    std::string_view subtype_name = "entrysubtype";  ///< the field's name, as a file spelled it
    bool genre_implied = false;  ///< the entry type says the record's genre already
};

/// The variables that written_type() asks for: whether they are there. Of genre and eprint_type the value counts as well.
inline constexpr mapping::VariableSet deciding_variables = [] {
    using enum VariableId;
    mapping::VariableSet set;
    for (VariableId const id : {author, container_author, container_title, editor, eprint, event_date, event_place, event_title,
                                number_of_volumes, volume})
        set.add(static_cast<std::size_t>(id));
    return set;
}();

/// The entry type for a record, such that decide_type() gives the record's type back.
WrittenType written_type(Record const& record, Dialect dialect) noexcept;

/// What the item type of a record of a dialect does not say of its entry type, spelled with the subtype that decided.
LeftType left_type(Record const& record, Dialect dialect);

}  // namespace ibid::formats::bibtex
