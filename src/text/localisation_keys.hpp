// Localisation keys of BibLaTeX that stand in values, bare or in `\bibstring`, resolved in English, and back.
// Source: BibLaTeX 3.20 manual 4.9.2.10 to 4.9.2.13 (thesis and report types, publication state, miscellaneous), 4.9.2.19
// (countries), 4.9.2.20 (patents);
// biblatex-apa, the English strings of its localisation files (keys of its own).
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid::text {

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

/// What `howpublished` of an @unpublished says to biblatex-apa. Other styles would print the key: these are only read.
inline constexpr LocalisationKey manuscript_keys[] = {
    {"manunpub", "Unpublished manuscript"},
    {"maninprep", "Manuscript in preparation"},
    {"mansub", "Manuscript submitted for publication"},
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

/// The same as a title of its own begins.
inline constexpr LocalisationKey series_titles[] = {
    {"newseries", "New series"},
    {"oldseries", "Old series"},
};

inline constexpr LocalisationKey country_keys[] = {
    {"countryde", "Germany"},
    {"countryeu", "European Union"},
    {"countryep", "European Union"},
    {"countryfr", "France"},
    {"countryuk", "United Kingdom"},
    {"countryus", "United States of America"},
};

/// Those that `\bibstring` alone has.
inline constexpr LocalisationKey other_keys[] = {
    {"nodate", "n.d."},
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

/// The words that `\bibstring{key}` prints; empty if no table has the key.
constexpr std::string_view bibstring(std::string_view key) noexcept {
    std::string_view words;
    auto const look = [&](auto const& table) {
        for (LocalisationKey const& row : table)
            if (words.empty() && row.key == key) words = row.words;
    };
    look(genre_keys), look(manuscript_keys), look(status_keys), look(series_keys), look(country_keys), look(other_keys);
    return words;
}

}  // namespace ibid::text
