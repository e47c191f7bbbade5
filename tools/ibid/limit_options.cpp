// How limits are named and counted on the command line; which there are is limits.def.
#include "limit_options.hpp"

#include "suggest.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace ibid::tools {

namespace {

/// "500M" in bytes: a number, and K, M, G or T for powers of 1024, as "KiB" and "KB" are; "none" is without limit.
std::optional<std::uint64_t> size_named(std::string_view text) {
    if (text == "none") return UINT64_MAX;
    std::uint64_t size = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    std::string unit(end, text.data() + text.size());
    for (char& c : unit)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (unit.size() > 1 && unit.ends_with('B')) unit.resize(unit.size() - (unit.ends_with("IB") ? 2 : 1));
    std::size_t const power = unit.empty() ? 0 : std::string_view("KMGT").find(unit.front()) + 1;
    bool const known = error == std::errc{} && unit.size() <= 1 && (unit.empty() || power != 0);
    if (!known || size > UINT64_MAX >> (10 * power)) return std::nullopt;
    return size << (10 * power);
}

std::optional<std::uint64_t> value_named(LimitUnit unit, std::string_view text) {
    bool const is_plain = !text.empty() && text.back() >= '0' && text.back() <= '9';
    return unit == LimitUnit::bytes || is_plain || text == "none" ? size_named(text) : std::nullopt;
}

LimitInfo const& limit_named(std::string const& name) {
    std::vector<std::string> names;
    for (LimitInfo const& row : all_limits()) {
        if (row.spelling == name) return row;
        names.emplace_back(row.spelling);
    }
    std::string const meant = did_you_mean(name, names);
    throw UsageError("there is no limit '" + name + "'" + (meant.empty() ? "; 'ibid help limits' lists them" : meant));
}

/// "from 1 KiB to 1 GiB", "from 1 to 256"; what has no end may be "none".
std::string range_of(LimitInfo const& row) {
    std::string const from = amount(row.unit, row.least);
    return row.most == UINT64_MAX ? from + " or more, or none" : "from " + from + " to " + amount(row.unit, row.most);
}

void set(Limits& limits, std::string const& given) {
    std::size_t const equals = given.find('=');
    LimitInfo const& row = limit_named(given.substr(0, equals));
    std::string const said = equals == std::string::npos ? "" : given.substr(equals + 1);
    auto const value = value_named(row.unit, said);
    if (!value || *value < row.least || *value > row.most)
        throw UsageError("--limit " + std::string(row.spelling) + " is " + range_of(row) + ", not '" + said + "'");
    limits.*row.value = *value;
}

}  // namespace

OptionTable limit_options() {
    return {
        {"limit", 0, "NAME=VALUE", "what an input may ask for, such as record-size=64M or depth=100; 'ibid help limits' lists them; may be repeated"},
        {"max-decompressed", 0, "SIZE", "what a compressed input may grow to: 500M, 20G, or none; if left out, 1G or 100 times its size"},
    };
}

Limits limits_of(Arguments const& arguments) {
    Limits limits;
    if (arguments.has("max-decompressed")) {
        std::string const said = arguments.get("max-decompressed");
        auto const size = size_named(said);
        if (!size) throw UsageError("--max-decompressed is a size such as 500M or 20G, or none, not '" + said + "'");
        limits.decompressed_size = *size;
        limits.decompressed_ratio = 0;
    }
    for (std::string const& given : arguments.all("limit")) set(limits, given);
    return limits;
}

std::string help_about_limits() {
    std::string text =
        "What one input may ask for, so that memory and time are bounded whatever it holds: --limit NAME=VALUE, as often as\n"
        "there are limits to set. Sizes are bytes, or end in K, M, G or T: 64M, 64MiB. What is beyond a limit is told with the\n"
        "diagnostic beside it and costs a value or a record; the rest of the file is read. Only of compressed data nothing more is.\n\n";
    Limits const usual;
    std::size_t width = 0;
    for (LimitInfo const& row : all_limits()) width = std::max(width, row.spelling.size());
    for (LimitInfo const& row : all_limits()) {
        text.append("  ").append(row.spelling).append(width - row.spelling.size() + 2, ' ').append(row.help).append("\n");
        text.append(width + 4, ' ').append(amount(row.unit, usual.*row.value)).append(", ").append(range_of(row));
        text.append(" [").append(info(row.code).spelling).append("]\n");
    }
    return text + "\n--max-decompressed SIZE is --limit decompressed-size=SIZE --limit decompressed-ratio=0.\n";
}

}  // namespace ibid::tools
