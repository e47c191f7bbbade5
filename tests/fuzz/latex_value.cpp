// Fuzz target: LaTeX values. What is read is well formed, whatever it was; what is written fits, balances, and is read
// as the same plain text, if every command in the value was known: TeX alone knows how far the others reach.

#include "fuzz/padded.hpp"

#include "text/latex.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace text = ibid::text;

namespace {

/// Marks lie inside of the text, begin in order, and nest.
void check(ibid::Text const& value) {
    std::vector<std::uint32_t> ends;
    std::uint32_t begin = 0;
    for (ibid::Mark const& mark : value.marks) {
        if (mark.begin < begin || mark.end < mark.begin || mark.end > value.plain.size()) std::abort();
        begin = mark.begin;
        while (!ends.empty() && ends.back() <= mark.begin) ends.pop_back();
        if (!ends.empty() && mark.end > ends.back()) std::abort();
        if (mark.end > mark.begin) ends.push_back(mark.end);
    }
}

bool has(text::Issues const& issues, text::IssueCode code) {
    return std::any_of(issues.begin(), issues.end(), [code](text::Issue const& issue) { return issue.code == code; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const input(data, size);
    text::LatexOptions const options{.protection = size % 5 != 0, .paragraphs = size % 3 == 0};
    ibid::Arena arena;
    text::Issues issues;
    ibid::Text const value = text::decode_latex(input.view(), arena, options, &issues);
    check(value);
    for (bool const ascii : {false, true}) {
        text::LatexTarget const target{ascii ? text::LatexDialect::bibtex : text::LatexDialect::biblatex, ascii};
        std::vector<std::uint8_t> written(text::latex_size(value, target));
        char* const first = reinterpret_cast<char*>(written.data());
        text::Issues losses;
        char* const last = text::encode_latex(value, first, target, &losses);
        if (last > first + written.size()) std::abort();
        ibid::fuzz::Padded const again(written.data(), static_cast<std::size_t>(last - first));
        long depth = 0;
        for (char const c : again.view()) {
            if (c == '{') ++depth;
            if (c == '}' && --depth < 0) std::abort();
        }
        if (depth != 0) std::abort();
        ibid::Text const reread = text::decode_latex(again.view(), arena, options);
        check(reread);
        bool const is_known = !has(issues, text::IssueCode::unknown_command) && !has(losses, text::IssueCode::lost_markup);
        if (!ascii && is_known && reread.plain != value.plain) std::abort();
    }
    ibid::Arena other;
    static_cast<void>(text::decode_verbatim(input.view(), other));
    return 0;
}
