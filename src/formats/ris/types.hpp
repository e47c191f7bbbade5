// Reference types: the table between RIS's types (TY, with M3 where the pair says more) and item types.
// Sources: the RIS format page of Research Information Systems (2001), the tag matrix of EndNote and Reference Manager
// (2011), CSL 1.0.2 appendix III. What other lines of a record make of its type is decided in type_rules.cpp.
#pragma once

#include "mapping/types.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid::formats::ris {

/// Whose tags are written; the profiles of the mapping engine. Reading knows them all at once.
enum class Profile : std::uint8_t { standard = 0, zotero = 1, endnote = 2, ris2001 = 3 };
constexpr std::size_t profile_of(Profile p) noexcept { return static_cast<std::size_t>(p); }

namespace type_table {
using mapping::TypeRow;
using mapping::Way;
using enum ItemType;
inline constexpr Way read = Way::read, both = Way::both;
// EndNote's word for a web page is WEB, everybody else's ELEC.
inline constexpr Way endnote = Way::read | Way::write2;
inline constexpr Way but_endnote = Way::read | Way::write0 | Way::write1 | Way::write3;

// clang-format off
inline constexpr TypeRow rows[] = {
    {"JOUR",    "",            article_journal,        both},
    {"JOUR",    "review",      review,                 both},
    {"JOUR",    "review-book", review_book,            both},
    {"ABST",    "",            article_journal,        read},
    {"EJOUR",   "",            article_journal,        read},
    {"INPR",    "",            article_journal,        read},
    {"JFULL",   "",            periodical,             both},
    {"MGZN",    "",            article_magazine,       both},
    {"NEWS",    "",            article_newspaper,      both},
    {"BOOK",    "",            book,                   both},
    {"EBOOK",   "",            book,                   read},
    {"EDBOOK",  "",            book,                   read},
    {"SER",     "",            book,                   read},
    {"CTLG",    "",            book,                   read, "catalog"},
    {"CHAP",    "",            chapter,                both},
    {"ECHAP",   "",            chapter,                read},
    {"CLSWK",   "",            classic,                both},
    {"ANCIENT", "",            classic,                read},
    {"DICT",    "",            entry_dictionary,       both},
    {"ENCYC",   "",            entry_encyclopedia,     both},
    {"ENCYC",   "entry",       entry,                  both},
    {"CONF",    "",            paper_conference,       both},
    {"CPAPER",  "",            paper_conference,       read},
    {"THES",    "",            thesis,                 both},
    {"RPRT",    "",            report,                 both},
    {"GOVDOC",  "",            report,                 read},
    {"MAP",     "",            map,                    both},
    {"PAT",     "",            patent,                 both},
    {"STAND",   "",            ItemType::standard,     both},
    {"DATA",    "",            dataset,                both},
    {"AGGR",    "",            dataset,                read},
    {"DBASE",   "",            dataset,                read},
    {"ART",     "",            graphic,                both},
    {"BILL",    "",            bill,                   both},
    {"UNBILL",  "",            bill,                   read},
    {"CASE",    "",            legal_case,             both},
    {"HEAR",    "",            hearing,                both},
    {"STAT",    "",            legislation,            both},
    {"STAT",    "treaty",      treaty,                 both},
    {"LEGAL",   "",            regulation,             both},
    {"MANSCPT", "",            manuscript,             both},
    {"UNPB",    "",            manuscript,             read},
    {"UNPB",    "preprint",    article,                both},
    {"UNPD",    "",            manuscript,             read},
    {"UNPD",    "preprint",    article,                read},
    {"MANSCPT", "preprint",    article,                read},
    {"PAMP",    "",            pamphlet,               both},
    {"COMP",    "",            software,               both},
    {"MPCT",    "",            motion_picture,         both},
    {"MPCT",    "broadcast",   broadcast,              both},
    {"VIDEO",   "",            motion_picture,         read},
    {"VIDEO",   "broadcast",   broadcast,              read},
    {"ADVS",    "",            motion_picture,         read},
    {"MULTI",   "",            motion_picture,         read},
    {"SOUND",   "",            song,                   both},
    {"MUSIC",   "",            musical_score,          both},
    {"SLIDE",   "",            speech,                 both},
    {"FIGURE",  "",            figure,                 both},
    {"CHART",   "",            figure,                 read},
    {"EQUA",    "",            figure,                 read},
    {"ELEC",    "",            webpage,                but_endnote},
    {"WEB",     "",            webpage,                endnote},
    {"BLOG",    "",            post_weblog,            both},
    {"ICOMM",   "",            personal_communication, read, "email"},
    {"ICOMM",   "post",        post,                   both},
    {"PCOMM",   "",            personal_communication, both},
    {"PCOMM",   "interview",   interview,              both},
    {"GRANT",   "",            document,               read},
    {"GRNT",    "",            document,               read},
    {"GEN",     "",            document,               both},
    {"GEN",     "collection",  collection,             both},
    {"GEN",     "event",       event,                  both},
    {"GEN",     "performance", performance,            both},
};
// clang-format on

/// The publication status that a reference type says, if the record has no other.
struct ImpliedStatus {
    std::string_view native;
    std::string_view status;
};
inline constexpr ImpliedStatus implied_status[] = {{"INPR", "in press"}, {"UNBILL", "unenacted"}};

/// What a word that is no reference type begins with, in lower case, and the type that it is read as.
struct TypeWord {
    std::string_view beginning;
    std::string_view native;
};
inline constexpr TypeWord words[] = {
    {"journ", "JOUR"},   {"article", "JOUR"}, {"book chap", "CHAP"}, {"book sect", "CHAP"}, {"book", "BOOK"}, {"chap", "CHAP"},
    {"conf", "CONF"},    {"proceed", "CONF"}, {"thes", "THES"},      {"dissert", "THES"},   {"report", "RPRT"}, {"web", "ELEC"},
};
}  // namespace type_table

}  // namespace ibid::formats::ris
