// Fuzz target: LaTeX text. The tokens are the value, piece by piece; where braces balance they do so in the tokens.

#include "fuzz/padded.hpp"

#include "grammars/latex_text.hpp"

#include <cstdlib>

namespace latex_text = ibid::grammars::latex_text;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    auto const value = text.view();
    long depth = 0;
    auto const balanced = latex_text::balance(value);
    char const* at = value.data();
    for (auto const* const end = at + value.size(); at != end;) {
        auto const* const before = at;
        auto const token = latex_text::next(at, end);
        if (at <= before || at > end || token.source.data() != before || !text.holds(token.value)) std::abort();
        if (token.kind == latex_text::Kind::open) ++depth;
        if (token.kind == latex_text::Kind::close && --depth < 0 && balanced) std::abort();
    }
    if (balanced && depth != 0) std::abort();
    return 0;
}
