// The words of ibid-json: spellings of what its reader and its writer both know. README.md explains each.
#pragma once

#include "ibid/date.hpp"
#include "ibid/origin.hpp"
#include "ibid/record.hpp"
#include "ibid/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ibid::formats::ibid_json {

/// What this program writes, and the only version that it reads.
inline constexpr int version = 1;
inline constexpr std::string_view family = "ibid-json";

/// Enumerators by number; an empty spelling is what is not written.
inline constexpr std::array<std::string_view, 6> verbatim_kinds{"macro", "preamble", "comment", "entry", "text", "further-macro"};
inline constexpr std::array<std::string_view, 4> extra_kinds{"unclaimed", "shadowed", "expression", "inherited"};
inline constexpr std::array<std::string_view, 6> ranges{"none",        "closed",     "open-end",
                                                        "unknown-end", "open-begin", "unknown-begin"};

template <class Enum, std::size_t N>
std::string_view spelled(std::array<std::string_view, N> const& spellings, Enum value) noexcept {
    return spellings[static_cast<std::size_t>(value)];
}
template <class Enum, std::size_t N>
std::optional<Enum> enumerator(std::array<std::string_view, N> const& spellings, std::string_view spelling) noexcept {
    for (std::size_t i = 0; i < N; ++i)
        if (spellings[i] == spelling) return static_cast<Enum>(i);
    return std::nullopt;
}
/// The style spelled so.
inline std::optional<Style> style(std::string_view wanted) noexcept {
    for (int i = 0; i <= static_cast<int>(Style::subtitle); ++i)
        if (ibid::spelling(static_cast<Style>(i)) == wanted) return static_cast<Style>(i);
    return std::nullopt;
}

/// The parts of a name, in the order in which they are written.
struct NamePart {
    std::string_view key;
    Text Name::*part;
};
inline constexpr std::array<NamePart, 6> name_parts{{{"family", &Name::family},
                                                     {"given", &Name::given},
                                                     {"dropping-particle", &Name::dropping_particle},
                                                     {"non-dropping-particle", &Name::non_dropping_particle},
                                                     {"suffix", &Name::suffix},
                                                     {"literal", &Name::literal}}};

/// The small numbers of one end of a date, each with the most it can be.
struct DatePart {
    std::string_view key;
    std::uint8_t DatePoint::*part;
    std::uint8_t most;
};
inline constexpr std::array<DatePart, 7> date_parts{{{"month", &DatePoint::month, 12},
                                                     {"day", &DatePoint::day, 31},
                                                     {"season", &DatePoint::season, 4},
                                                     {"unspecified", &DatePoint::unspecified, 9},
                                                     {"hour", &DatePoint::hour, 23},
                                                     {"minute", &DatePoint::minute, 59},
                                                     {"second", &DatePoint::second, 60}}};

/// The flags of one end of a date: bit fields have no address, so each has a pair of functions.
struct DateFlag {
    std::string_view key;
    bool (*get)(DatePoint const&) noexcept;
    void (*set)(DatePoint&) noexcept;
};
#define IBID_DATE_FLAG(key, member) \
    {key, [](DatePoint const& p) noexcept -> bool { return p.member; }, [](DatePoint& p) noexcept { p.member = true; }}
inline constexpr std::array<DateFlag, 6> date_flags{{IBID_DATE_FLAG("month-unspecified", month_unspecified),
                                                     IBID_DATE_FLAG("day-unspecified", day_unspecified),
                                                     IBID_DATE_FLAG("approximate", approximate),
                                                     IBID_DATE_FLAG("uncertain", uncertain),
                                                     IBID_DATE_FLAG("has-time", has_time),
                                                     IBID_DATE_FLAG("has-zone", has_zone)}};
#undef IBID_DATE_FLAG

}  // namespace ibid::formats::ibid_json
