// CSL-JSON's own rows: what it calls otherwise than variables.def and item_types.def, which hold all its other names.
// Sources: CSL 1.0.2, appendices III and IV, and csl-data.json of its schema; the REST API of Crossref for the types
// that services write. What CSL has no variable for stands under `custom`; README.md says how.
#pragma once

#include "mapping/types.hpp"
#include "ibid/variable.hpp"

#include <span>
#include <string_view>

namespace ibid::formats::csl_json {

inline constexpr std::string_view family = "csl-json";

/// Another name of a variable, only read; it gives way to the name of variables.def.
struct Alias {
    std::string_view name;
    VariableId variable;
};

// clang-format off
inline constexpr Alias aliases[] = {
    {"shortTitle",            var::title_short},            // csl-data.json, for citeproc-js
    {"journalAbbreviation",   var::container_title_short},
    {"short-container-title", var::container_title_short},  // Crossref
    {"publisher-location",    var::publisher_place},        // Crossref
    {"article-number",        var::number},                 // Crossref
    {"event",                 var::event_title},            // CSL 1.0.1
    {"part",                  var::part_number},            // csl-data.json; the specification has part-number ...
    {"printing",              var::printing_number},
    {"supplement",            var::supplement_number},
    {"editortranslator",      var::editor_translator},
    {"archive-collection",    var::archive_collection},
    {"archive-location",      var::archive_location},
    {"archive_place",         var::archive_place},
};

namespace type_table {
using mapping::Way;
using enum ItemType;

/// CSL's own spellings, then the words that services put in their stead.
inline constexpr mapping::TypeRow rows[] = {
#define IBID_ITEM_TYPE(name, spelling) {spelling, "", name, Way::both},
#include "ibid/item_types.def"
#undef IBID_ITEM_TYPE
    {"journal-article",        "", article_journal,        Way::read},
    {"proceedings-article",    "", paper_conference,       Way::read},
    {"book-chapter",           "", chapter,                Way::read},
    {"book-part",              "", chapter,                Way::read},
    {"book-section",           "", chapter,                Way::read},
    {"monograph",              "", book,                   Way::read},
    {"edited-book",            "", book,                   Way::read},
    {"reference-book",         "", book,                   Way::read},
    {"proceedings",            "", book,                   Way::read},
    {"reference-entry",        "", entry,                  Way::read},
    {"posted-content",         "", article,                Way::read},
    {"preprint",               "", article,                Way::read},
    {"dissertation",           "", thesis,                 Way::read},
    {"journal",                "", periodical,             Way::read},
    {"journal-issue",          "", periodical,             Way::read},
    {"journal-volume",         "", periodical,             Way::read},
    {"peer-review",            "", review,                 Way::read},
    {"report-component",       "", report,                 Way::read},
    {"database",               "", dataset,                Way::read},
    {"legal-case",             "", legal_case,             Way::read},
    {"motion-picture",         "", motion_picture,         Way::read},
    {"musical-score",          "", musical_score,          Way::read},
    {"personal-communication", "", personal_communication, Way::read},
};
}  // namespace type_table

/// Variables that csl-data.json lets be a JSON number as well.
inline constexpr VariableId numeric[] = {
    var::chapter_number, var::citation_number, var::collection_number, var::edition, var::first_reference_note_number,
    var::issue, var::locator, var::number, var::number_of_pages, var::number_of_volumes, var::page, var::page_first,
    var::part_number, var::printing_number, var::supplement_number, var::volume,
};

/// Variables of CSL 1.0.2 that csl-data.json has forgotten. They are written under their name all the same.
inline constexpr VariableId not_in_schema[] = {
    var::editor_translator, var::part_number, var::printing_number, var::supplement_number, var::license,
};
// clang-format on

/// How the texts of a list stand in CSL-JSON, which has one string for all of them.
enum class Listing : std::uint8_t {
    first,      ///< the first alone; the others stand under `custom`
    semicolon,  ///< "A; B"
    keywords,   ///< "a, b", or "a; b" where one holds a comma
    numbers,    ///< "0-1234-5678-9, 0-1234-5679-7"
};
constexpr Listing listing(VariableId id) noexcept {
    switch (id) {
    case VariableId::URL:
    case VariableId::file: return Listing::first;
    case VariableId::keyword: return Listing::keywords;
    case VariableId::ISBN:
    case VariableId::ISSN: return Listing::numbers;
    default: return Listing::semicolon;
    }
}

/// Members of `custom` that are neither a variable nor a family of formats.
inline constexpr std::string_view custom_derived = "derived";          ///< ["genre"]: these follow from others
inline constexpr std::string_view custom_others = "others";            ///< ["author"]: these lists are incomplete
inline constexpr std::string_view custom_edtf = "edtf";                ///< {"issued": "1984?/.."}
inline constexpr std::string_view custom_identifiers = "identifiers";  ///< {"author": ["https://orcid.org/...", null]}
inline constexpr std::string_view custom_native_type = "native-type";  ///< {"biblatex": "manual"}

}  // namespace ibid::formats::csl_json
