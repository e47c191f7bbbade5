// The rows of limits.def, and their values as words.
#include "ibid/limits.hpp"

#include <algorithm>
#include <iterator>

namespace ibid {

namespace {

constexpr LimitInfo limits[] = {
#define IBID_LIMIT(name, spelling, unit, usual, least, most, code, help) {spelling, LimitUnit::unit, &Limits::name, least, most, Code::code, help},
#include "ibid/limits.def"
#undef IBID_LIMIT
};

}  // namespace

std::span<LimitInfo const> all_limits() noexcept { return limits; }

LimitInfo const& limit_of(Code code) noexcept {
    return *std::find_if(std::begin(limits), std::end(limits) - 1, [code](LimitInfo const& row) { return row.code == code; });
}

std::string hint_of_limit(Code code) {
    LimitInfo const& row = limit_of(code);
    return "--limit " + std::string(row.spelling) + (row.unit == LimitUnit::bytes ? "=SIZE" : "=NUMBER") + " raises the limit";
}

std::string amount(LimitUnit unit, std::uint64_t value) {
    if (value == UINT64_MAX) return "none";
    if (unit == LimitUnit::number) return std::to_string(value);
    constexpr std::string_view units[] = {" bytes", " KiB", " MiB", " GiB", " TiB"};
    std::size_t power = 0;
    while (value != 0 && value % 1024 == 0 && power + 1 < std::size(units)) value /= 1024, ++power;
    return std::to_string(value).append(value == 1 && power == 0 ? " byte" : units[power]);
}

}  // namespace ibid
