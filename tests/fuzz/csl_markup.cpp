// Fuzz target: the markup of CSL-JSON. The tokens are the string, piece by piece; what is written is read as the same
// text.

#include "fuzz/padded.hpp"

#include "grammars/csl_markup.hpp"
#include "text/markup.hpp"

#include <cstdlib>
#include <vector>

namespace csl_markup = ibid::grammars::csl_markup;
namespace text = ibid::text;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const input(data, size);
    auto const value = input.view();
    char const* at = value.data();
    for (auto const* const end = at + value.size(); at != end;) {
        auto const* const before = at;
        if (csl_markup::next(at, end).source.data() != before || at <= before || at > end) std::abort();
    }

    ibid::Arena arena;
    ibid::Text const read = text::decode_csl_markup(value, arena);
    std::vector<std::uint8_t> written(text::csl_markup_size(read));
    char* const first = reinterpret_cast<char*>(written.data());
    char* const last = text::encode_csl_markup(read, first);
    if (last > first + written.size()) std::abort();
    ibid::fuzz::Padded const again(written.data(), static_cast<std::size_t>(last - first));
    if (!(text::decode_csl_markup(again.view(), arena) == read)) std::abort();
    return 0;
}
