// The descriptor of article-page.
#include "formats/article_page/describe.hpp"
#include "formats/article_page/mapping.hpp"
#include "mapping/print.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ibid::formats::article_page {
namespace {

/// The labels that a page has: two of them may stand in any text, four in no other. Its citations alone are no page.
int recognise(std::string_view beginning) {
    constexpr std::size_t enough = std::size_t{16} << 10;
    std::string text(beginning.substr(0, enough));
    std::size_t const size = text.size();
    text.append(Arena::padding, '\0');
    std::vector<grammar::Piece> pieces;
    grammar::parse({text.data(), size}, pieces);
    std::array<bool, grammar::part_count> seen{};
    for (grammar::Piece const& piece : pieces) seen[static_cast<std::size_t>(piece.part)] = true;
    using enum grammar::Part;
    auto const has = [&](auto... parts) { return (0 + ... + static_cast<int>(seen[static_cast<std::size_t>(parts)])); };
    if (has(published, article_number, pages, copyright, issue_date, print_issn, online_issn) == 0) return 0;
    int const labels = has(author, published, article_number, pages, copyright, issue_date, print_issn, online_issn, spandidos_citation, mla_citation);
    return labels < 2 ? 0 : labels == 2 ? 40 : labels == 3 ? 70 : 90;
}

std::vector<MappingRow> table() {
    std::vector<MappingRow> rows = mapping::print_types(type_rows, 0);
    mapping::print_rows<Native>(field_table::rows, 0, rows);
    return rows;
}

}  // namespace

void describe_article_page(Format& format) {
    format.is_document = true;
    format.make_reader = make_reader;
    format.recognise = recognise;
    format.table = table;
}

}  // namespace ibid::formats::article_page
