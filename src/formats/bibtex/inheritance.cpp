// The inheritance table. A parent's title is the title of what contains the child.
#include "formats/bibtex/inheritance.hpp"

namespace ibid::formats::bibtex {
namespace {

constexpr bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) noexcept {
    return std::any_of(types.begin(), types.end(), [&](std::string_view t) { return same_name(t, type); });
}

/// What stays with the parent whatever the types are.
constexpr std::string_view never[] = {"ids", "xref", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
                                      "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "key"};
/// What belongs to a title and does not follow it into the child.
constexpr std::string_view of_title[] = {"shorttitle", "sorttitle", "indextitle", "indexsorttitle"};

}  // namespace

std::string_view inherited_name(std::string_view parent, std::string_view child, std::string_view field) noexcept {
    for (std::string_view const name : never)
        if (same_name(name, field)) return {};
    bool const in_book = is_one_of(child, {"inbook", "bookinbook", "suppbook", "incollection", "inreference", "suppcollection", "inproceedings", "conference"});
    bool const multivolume = is_one_of(parent, {"mvbook", "mvcollection", "mvreference", "mvproceedings"});
    bool const volume = is_one_of(parent, {"book", "collection", "reference", "proceedings", "manual", "report", "techreport", "misc"});
    bool const article = is_one_of(child, {"article", "suppperiodical"}) && same_name(parent, "periodical");
    std::string_view const prefix = multivolume ? "main" : volume && in_book ? "book" : article ? "journal" : "";
    if (!prefix.empty()) {
        for (std::string_view const name : of_title)
            if (same_name(name, field)) return {};
        if (same_name(field, "title")) return multivolume ? "maintitle" : article ? "journaltitle" : "booktitle";
        if (same_name(field, "subtitle")) return multivolume ? "mainsubtitle" : article ? "journalsubtitle" : "booksubtitle";
        if (same_name(field, "titleaddon")) return multivolume ? "maintitleaddon" : article ? "journaltitleaddon" : "booktitleaddon";
    }
    // The author of a book is the author of the book that a part of it stands in.
    if (same_name(field, "author") && in_book && is_one_of(parent, {"book", "mvbook"})) return "bookauthor";
    return field;
}

}  // namespace ibid::formats::bibtex
