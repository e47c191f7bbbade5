// Pages: the dashes.
#include "text/pages.hpp"

#include <algorithm>

namespace ibid::text {
namespace {

/// The bytes of the dash or hyphen at the front; 0 if there is none. U+2010 to U+2015 and U+2212 are dashes too.
std::size_t dash_size(std::string_view text) noexcept {
    if (text.front() == '-') return 1;
    if (text.starts_with("\u2212")) return 3;
    return text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95' ? 3 : 0;
}

std::size_t blank_size(std::string_view text) noexcept {
    if (static_cast<unsigned char>(text.front()) <= ' ') return 1;
    return text.starts_with("\u00A0") ? 2 : 0;
}

}  // namespace

std::string_view decode_pages(std::string_view plain, Arena& arena) {
    char* const to = arena.reserve(plain.size());
    char* out = to;
    bool blank = false;
    while (!plain.empty()) {
        if (std::size_t const dash = dash_size(plain); dash > 0) {
            if (out == to || out[-1] != '-') *out++ = '-';
            plain.remove_prefix(dash);
            blank = false;
        } else if (std::size_t const size = blank_size(plain); size > 0) {
            blank = out != to && out[-1] != '-';
            plain.remove_prefix(size);
        } else {
            if (blank) *out++ = ' ';
            blank = false;
            *out++ = plain.front();
            plain.remove_prefix(1);
        }
    }
    return arena.commit(out);
}

std::string_view copy_plain_pages(std::string_view latex, Arena& arena) {
    char* const to = arena.reserve(latex.size());
    char* out = to;
    for (char const c : latex) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!plain && c != '-') return {};
        if (plain || out == to || out[-1] != '-') *out++ = c;
    }
    return arena.commit(out);
}

std::string_view encode_bibtex_pages(std::string_view pages, Arena& arena) {
    char* const to = arena.reserve(pages.size() * 2);
    char* out = to;
    for (char const c : pages) {
        *out++ = c;
        if (c == '-') *out++ = c;
    }
    return arena.commit(out);
}

PageSpan split_pages(std::string_view pages) noexcept {
    std::size_t const dash = pages.find('-');
    if (dash == std::string_view::npos || pages.find_first_of("-,;&+ ", dash + 1) != std::string_view::npos) return {pages, {}};
    std::string_view const start = pages.substr(0, dash), end = pages.substr(dash + 1);
    if (start.empty() || end.empty() || start == end || start.find_first_of(",;&+ ") != std::string_view::npos) return {pages, {}};
    return {start, end};
}

std::string_view merge_pages(std::string_view start, std::string_view end, Arena& arena) {
    start = decode_pages(start, arena);
    end = decode_pages(end, arena);
    if (end.empty() || start == end || start.find('-') != std::string_view::npos) return start;
    if (start.empty() || (end.starts_with(start) && end.substr(start.size()).starts_with('-'))) return end;
    char* const to = arena.reserve(start.size() + 1 + end.size());
    char* out = to + start.copy(to, start.size());
    *out++ = '-';
    out += end.copy(out, end.size());
    return arena.commit(out);
}

}  // namespace ibid::text
