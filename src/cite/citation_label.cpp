// Citation labels. See citation_label.hpp.
#include "cite/citation_label.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// Bytes of the code point that begins with a byte.
constexpr std::size_t size_of(char c) noexcept {
    unsigned const byte = static_cast<unsigned char>(c);
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// Whether a byte of ASCII is no part of a word.
constexpr bool is_gap(char c) noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

/// Appends the first characters of a text, gaps left out.
void append_first(std::string& to, std::string_view text, std::size_t count) {
    for (std::size_t i = 0; i < text.size() && count > 0;) {
        std::size_t const size = size_of(text[i]);
        if (!is_gap(text[i])) to += text.substr(i, size), --count;
        i += size;
    }
}

/// How many letters a name gives: the one at `place` of `all`.
constexpr std::size_t letters(std::size_t place, std::size_t all) noexcept {
    switch (all) {
    case 1: return 4;
    case 2: return 2;
    case 3: return place == 0 ? 2 : 1;
    default: return 1;
    }
}

void append_names(std::string& to, Names const& names) {
    std::size_t const all = names.list.size();
    for (std::size_t i = 0; i < std::min<std::size_t>(all, 4); ++i) {
        Name const& name = names.list[i];
        append_first(to, name.literal.empty() ? name.family.plain : name.literal.plain, letters(i, all));
    }
}

void append_title(std::string& to, std::string_view title) {
    for (std::size_t words = 0, i = 0; i < title.size() && words < 4; ++words) {
        while (i < title.size() && is_gap(title[i])) ++i;
        append_first(to, title.substr(i), 1);
        while (i < title.size() && !is_gap(title[i])) ++i;
    }
}

}  // namespace

std::string citation_label(Record const& record) {
    std::string label;
    for (NamesKey const key : {var::author, var::editor, var::translator, var::director, var::composer})
        if (auto const* names = record.find(key); names && !names->list.empty()) {
            append_names(label, *names);
            break;
        }
    if (label.empty())
        if (auto const* title = record.find(var::title)) append_title(label, title->plain);
    auto const* issued = record.find(var::issued);
    if (issued && issued->literal.empty()) {
        int const year = issued->begin.year % 100;
        if (year >= 0) label += {static_cast<char>('0' + year / 10), static_cast<char>('0' + year % 10)};
    }
    return label;
}

}  // namespace ibid::cite
