// Localisation keys of BibLaTeX that stand in values, resolved in English, and back.
// Source: BibLaTeX 3.20 manual 4.9.2.10 to 4.9.2.13 (thesis and report types, publication state, miscellaneous).
#pragma once

#include <string_view>

namespace ibid::formats::bibtex {

struct LocalisationKey {
    std::string_view key;
    std::string_view words;
};

inline constexpr LocalisationKey genre_keys[] = {
    {"phdthesis", "PhD thesis"},
    {"mathesis", "Master\u2019s thesis"},
    {"bathesis", "Bachelor\u2019s thesis"},
    {"candthesis", "Candidate thesis"},
    {"techreport", "technical report"},
    {"resreport", "research report"},
    {"software", "computer software"},
    {"datacd", "data CD"},
    {"audiocd", "audio CD"},
    {"patent", "patent"},
    {"patentde", "German patent"},
    {"patenteu", "European patent"},
    {"patentfr", "French patent"},
    {"patentuk", "British patent"},
    {"patentus", "U.S. patent"},
    {"patreq", "patent request"},
    {"patreqde", "German patent request"},
    {"patreqeu", "European patent request"},
    {"patreqfr", "French patent request"},
    {"patrequk", "British patent request"},
    {"patrequs", "U.S. patent request"},
};

inline constexpr LocalisationKey status_keys[] = {
    {"inpress", "in press"},
    {"inpreparation", "in preparation"},
    {"submitted", "submitted"},
    {"forthcoming", "forthcoming"},
    {"prepublished", "pre-published"},
};

inline constexpr LocalisationKey series_keys[] = {
    {"newseries", "new series"},
    {"oldseries", "old series"},
};

/// The words of a key, or the value itself.
template <std::size_t N>
constexpr std::string_view resolved(LocalisationKey const (&table)[N], std::string_view value) noexcept {
    for (auto const& row : table)
        if (row.key == value) return row.words;
    return value;
}

/// The key of the words, or the value itself.
template <std::size_t N>
constexpr std::string_view keyed(LocalisationKey const (&table)[N], std::string_view value) noexcept {
    for (auto const& row : table)
        if (row.words == value) return row.key;
    return value;
}

}  // namespace ibid::formats::bibtex
