// Whether a title is English, told from its small words. Where there are none, or those of several languages, it is not told.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid::text {

enum class Reading : std::uint8_t { unknown, english, other };

/// What the small words of a title are of: "the, of, for ..." or those of other European languages. Words that are small
/// words in English and another ("in", "a", "an", "die", "is", "as") say nothing.
Reading reads_as(std::string_view title);

}  // namespace ibid::text
