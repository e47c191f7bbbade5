// The descriptor of html-page.
#include "formats/html_page/describe.hpp"
#include "formats/html_page/mapping.hpp"
#include "formats/html_page/types.hpp"
#include "mapping/print.hpp"

#include <algorithm>
#include <string_view>

namespace ibid::formats::html_page {
namespace {

bool has(std::string_view text, std::string_view word) noexcept {
    auto const same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

/// A page begins with its doctype or its first element; comments and an XML declaration may stand before it.
int recognise(std::string_view beginning) {
    constexpr std::size_t near = 1024;
    std::string_view const front = beginning.substr(0, near);
    std::size_t const first = front.find_first_not_of(" \t\r\n");
    if (first == front.npos || front[first] != '<') return 0;
    if (!has(front, "<!doctype html") && !has(front, "<html") && !has(front, "<head")) return 0;
    return has(beginning, "citation_") || has(beginning, "application/ld+json") || has(beginning, "\"dc.") ? 95 : 60;
}

std::vector<MappingRow> table() {
    std::vector<MappingRow> rows = mapping::print_types(type_table::rows, 0);
    mapping::print_rows<Native>(field_table::rows, 0, rows);
    return rows;
}

}  // namespace

void describe_html_page(Format& format) {
    format.is_document = true;
    format.make_reader = make_reader;
    format.recognise = recognise;
    format.table = table;
}

}  // namespace ibid::formats::html_page
