// Limits: what one input may ask for. Whatever it holds, memory and time are bounded by them; what is beyond one costs a
// value or a record, of compressed data the rest of the input, and is told with the diagnostic of that limit.
#pragma once

#include "ibid/diagnostic.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ibid {

/// A number for each row of limits.def. A source carries them to whoever reads it.
struct Limits {
#define IBID_LIMIT(name, spelling, unit, usual, least, most, code, help) std::uint64_t name = usual;
#include "ibid/limits.def"
#undef IBID_LIMIT
};

/// What a limit counts.
enum class LimitUnit : std::uint8_t { bytes, number };

/// One row of limits.def.
struct LimitInfo {
    std::string_view spelling;
    LimitUnit unit;
    std::uint64_t Limits::*value;
    std::uint64_t least, most;  ///< what the value may be; whoever sets it keeps to them
    Code code;
    std::string_view help;
};

std::span<LimitInfo const> all_limits() noexcept;
/// The limit that a diagnostic tells of, the first of several; it must have one.
LimitInfo const& limit_of(Code) noexcept;
/// How the program raises that: "--limit record-size=SIZE raises the limit".
std::string hint_of_limit(Code);
/// An amount for people: "16 MiB", "32000"; "none" for the largest number there is.
std::string amount(LimitUnit unit, std::uint64_t value);

}  // namespace ibid
