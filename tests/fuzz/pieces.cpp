// Fuzz target: files that several threads read in pieces. The last two bytes choose the format and the size of a piece, what is
// before them is the file. What comes out, and what is told, is what one thread makes of it.

#include "fuzz/padded.hpp"
#include "support/outcome.hpp"

#include <cstdlib>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const cut = [] {
        std::vector<ibid::Format const*> formats;
        for (auto const* format : ibid::all_formats())
            if (format->make_reader != nullptr && format->cuts != nullptr) formats.push_back(format);
        return formats;
    }();
    if (size < 2) return 0;
    std::string_view const text(reinterpret_cast<char const*>(data), size - 2);
    auto const& from = *cut[data[size - 2] % cut.size()];
    std::size_t const piece = 1 + data[size - 1] * 2U;
    if (ibid::tests::convert_with(text, from.id, "ibid-json", 1, piece) != ibid::tests::convert_with(text, from.id, "ibid-json", 2, piece)) std::abort();
    return 0;
}
