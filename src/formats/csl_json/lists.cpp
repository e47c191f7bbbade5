// Lists: "; " between publishers and places, ", " between keywords, and standard numbers by their form.
#include "formats/csl_json/lists.hpp"

#include "text/identifiers.hpp"
#include "text/markup.hpp"
#include "text/rich.hpp"

#include <algorithm>

namespace ibid::formats::csl_json {

namespace {

/// The form that nearly all have: digits, hyphens and X, as many as an ISBN or ISSN has.
bool is_bare_number(std::string_view text) noexcept {
    std::size_t digits = 0;
    for (char const c : text) {
        bool const digit = static_cast<unsigned char>(c - '0') < 10 || (c | 0x20) == 'x';
        if (!digit && c != '-') return false;
        digits += digit ? 1U : 0U;
    }
    return (digits == 8 || digits == 10 || digits == 13) && text.front() != '-' && text.back() != '-';
}

List split_numbers(std::string_view whole, Arena& arena, bool& complete) {
    if (is_bare_number(whole)) return {};
    std::size_t count = 0;
    text::StandardNumber number;
    for (std::string_view rest = whole; text::next_standard_number(rest, number);) ++count;
    auto const room = arena.array<Text>(count);
    std::size_t taken = 0;
    std::string_view rest = whole;
    for (std::size_t i = 0; i < count && text::next_standard_number(rest, number); ++i) {
        room[i] = number.text;
        taken += number.text.size();
    }
    auto const separates = [](char c) { return c == ' ' || c == ',' || c == ';'; };
    auto const between = static_cast<std::size_t>(std::count_if(whole.begin(), whole.end(), separates));
    bool const numbers_only = taken + between >= whole.size();
    complete = complete && (count == 0 || numbers_only);
    return room;
}

/// Each keyword once; of very many only the first are compared.
List without_repeats(List all, Arena& arena) {
    constexpr std::size_t most = 64;
    auto const kept = arena.array<Text>(all.size());
    std::size_t count = 0;
    for (Text const& one : all) {
        auto const known = kept.first(std::min(count, most));
        if (std::find(known.begin(), known.end(), one) == known.end()) kept[count++] = one;
    }
    return kept.first(count);
}

/// Whether the text would be cut, or trimmed, if it were read by itself.
bool is_one(std::string_view text, char at) noexcept {
    constexpr std::string_view blanks = " \t\n\r";
    if (text.empty() || text.find(at) != text.npos) return false;
    return blanks.find(text.front()) == blanks.npos && blanks.find(text.back()) == blanks.npos;
}

}  // namespace

List split(VariableId id, Text const& whole, Arena& arena, bool& complete) {
    List parts;
    switch (listing(id)) {
    case Listing::first: break;
    case Listing::semicolon:
        if (whole.plain.find(';') != whole.plain.npos && text::reference_in(whole.plain).empty()) parts = text::split(whole, ";", arena);
        break;
    case Listing::keywords: {
        bool const commas = whole.plain.find(';') == whole.plain.npos;
        List const all = text::split(whole, commas ? "," : ";", arena);
        parts = without_repeats(all, arena);
        complete = complete && parts.size() == all.size();
        break;
    }
    case Listing::numbers: parts = split_numbers(whole.plain, arena, complete); break;
    }
    if (!parts.empty()) return parts;
    auto const one = arena.array<Text>(1);
    one[0] = whole;
    return one;
}

std::string_view delimiter(VariableId id, List list) noexcept {
    auto const holds_comma = [](Text const& t) { return t.plain.find(',') != t.plain.npos; };
    switch (listing(id)) {
    case Listing::numbers: return ", ";
    case Listing::keywords: return std::any_of(list.begin(), list.end(), holds_comma) ? "; " : ", ";
    default: return "; ";
    }
}

bool comes_back(VariableId id, List list) {
    auto const all = [&](auto&& fits) {
        return std::all_of(list.begin(), list.end(), [&](Text const& t) { return fits(t.plain); });
    };
    switch (listing(id)) {
    case Listing::first: return list.size() == 1;
    case Listing::semicolon: {
        bool const is_whole = list.size() == 1 && !text::reference_in(list.front().plain).empty();  // its semicolon parts nothing
        return all([=](auto text) { return is_one(text, is_whole ? '\0' : ';'); });
    }
    case Listing::keywords: {
        bool const commas = delimiter(id, list) == "; ";
        return (!commas || list.size() > 1) && all([](auto text) { return is_one(text, ';'); });
    }
    case Listing::numbers: {
        if (all([](auto text) { return !text.empty() && is_bare_number(text); })) return true;
        text::StandardNumber number;
        std::string_view rest = list.front().plain;
        return list.size() == 1 && !text::next_standard_number(rest, number);
    }
    }
    return false;
}

}  // namespace ibid::formats::csl_json
