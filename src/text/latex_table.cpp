// The look-up in the tables of TeX commands: by name through a hash index, by character through their order.
#include "text/latex_table.hpp"

#include "text/latex_command_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>
#include <type_traits>

namespace ibid::text {
namespace {

// Both tables behind one hash index that is computed by the compiler: open addressing, linear probing.
constexpr std::size_t slots = 8192;
static_assert(std::size(command_rows) + std::size(symbol_rows) < slots / 2, "the index is too full");

/// The bytes of a name of up to eight, first byte lowest.
constexpr std::uint64_t word_of(char const* bytes, std::size_t size) noexcept {
    std::uint64_t word = 0;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
        std::memcpy(&word, bytes, 8);  // 64 bytes can be read behind every text
        return size == 8 ? word : word & ((std::uint64_t{1} << (size * 8)) - 1);
    }
    for (std::size_t i = 0; i < size; ++i) word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (i * 8);
    return word;
}

/// Of a name's length and its first and last bytes: names differ there.
constexpr std::uint32_t slot_of(std::string_view name) noexcept {
    std::size_t const size = std::min<std::size_t>(name.size(), 8);
    std::uint64_t const first = word_of(name.data(), size);
    std::uint64_t const last = word_of(name.data() + name.size() - size, size);
    std::uint64_t const mixed = (first ^ std::rotl(last, 29) ^ name.size()) * 0x9E3779B97F4A7C15U;
    return static_cast<std::uint32_t>(mixed >> 51);
}
static_assert(slots == 1U << (64 - 51));

constexpr auto index = [] {
    std::array<std::uint16_t, slots> table{};  // 1 + number of the row, symbols behind commands; 0: nothing
    std::uint16_t number = 0;
    auto const add = [&](std::string_view name) {
        std::uint32_t slot = slot_of(name);
        while (table[slot] != 0) slot = (slot + 1) % slots;
        table[slot] = ++number;
    };
    for (CommandRow const& row : command_rows) add(row.name);
    for (Symbol const& row : symbol_rows) add(row.name);
    return table;
}();

constexpr std::string_view name_of(std::size_t number) noexcept {
    return number < std::size(command_rows) ? command_rows[number].name : symbol_rows[number - std::size(command_rows)].name;
}

/// The first bytes of each row's name: all of one of up to seven.
constexpr auto beginnings = [] {
    std::array<std::uint64_t, std::size(command_rows) + std::size(symbol_rows)> words{};
    for (std::size_t number = 0; number < words.size(); ++number)
        words[number] = word_of(name_of(number).data(), std::min<std::size_t>(name_of(number).size(), 8));
    return words;
}();

constexpr bool sorted = [] {
    for (std::size_t i = 1; i < std::size(symbol_rows); ++i)
        if (symbol_rows[i].code < symbol_rows[i - 1].code) return false;
    return true;
}();
static_assert(sorted, "latex_symbols_table.def is sorted by code point");

}  // namespace

Command find_command(std::string_view name) noexcept {
    std::uint64_t const beginning = word_of(name.data(), std::min<std::size_t>(name.size(), 8));
    for (std::uint32_t slot = slot_of(name); index[slot] != 0; slot = (slot + 1) % slots) {
        std::size_t const number = index[slot] - 1U;
        if (beginnings[number] != beginning || (name.size() >= 8 && name_of(number) != name)) continue;
        if (number < std::size(command_rows)) return command_rows[number].command;
        return {.action = Action::character, .code = symbol_rows[number - std::size(command_rows)].code};
    }
    return {};
}

Symbol const* find_symbol(char32_t code) noexcept {
    auto row = std::lower_bound(std::begin(symbol_rows), std::end(symbol_rows), code,
                                [](Symbol const& symbol, char32_t wanted) { return symbol.code < wanted; });
    for (; row != std::end(symbol_rows) && row->code == code; ++row)
        if (row->mode == SymbolMode::text || row->mode == SymbolMode::math) return row;
    return nullptr;
}

std::string_view accent_name(char32_t combining) noexcept {
    for (CommandRow const& row : command_rows)
        if (row.command.action == Action::accent && row.command.code == combining && row.command.over == 0) return row.name;
    return {};
}

}  // namespace ibid::text
