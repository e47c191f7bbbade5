// Fuzz target: the grammar of article pages and of their citations. Every piece is a slice of the page, in its order.

#include "fuzz/padded.hpp"

#include "grammars/article_page.hpp"
#include "grammars/article_page_citation.hpp"

#include <cstdlib>

namespace page = ibid::grammars::article_page;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    std::vector<page::Piece> pieces;
    page::parse(text.view(), pieces);
    char const* behind = text.view().data();
    for (page::Piece const& piece : pieces) {
        if (piece.value.empty() || !text.holds(piece.value) || piece.value.data() < behind) std::abort();
        behind = piece.value.data() + piece.value.size();
    }
    for (std::size_t style = 0; style < page::style_count; ++style) {
        page::Tail tail;
        if (!page::parse_tail(text.view().substr(0, 1024), static_cast<page::Style>(style), tail)) continue;
        if (tail.journal.empty()) std::abort();
        for (auto const part : {tail.journal, tail.volume, tail.issue, tail.pages, tail.year})
            if (!text.holds(part)) std::abort();
    }
    return 0;
}
