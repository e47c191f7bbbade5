// Words of dates: months, seasons and phrases that stand for a date, in English, German, French, Spanish, Italian,
// Portuguese and Dutch. A word may be cut short: "Sept", "févr".
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid::text {

/// What a word means.
enum class DateWord : std::uint8_t {
    unknown,
    month,   ///< `number` 1-12
    season,  ///< `number` 1-4
    circa,   ///< "ca", "um", "about"
    range,   ///< "to", "bis"
    filler,  ///< "of", "den", weekdays: means nothing
    before_christ,
    after_christ,
};
struct DateWordMeaning {
    DateWord kind = DateWord::unknown;
    unsigned number = 0;
};

/// Looks a word up; letters of any case, accents may be missing.
DateWordMeaning date_word(std::string_view word) noexcept;

/// Whether a text is known to stand in the place of a date: "n.d.", "in press", "20th century".
bool is_date_phrase(std::string_view text) noexcept;

}  // namespace ibid::text
