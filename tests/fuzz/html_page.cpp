// Fuzz target: HTML pages, from the sieve to the record. The sieve keeps every byte or blanks it, and what is read is written.

#include "fuzz/padded.hpp"

#include "formats/html_page/page.hpp"
#include "formats/html_page/sieve.hpp"

#include <ibid/ibid.hpp>

#include <cstdlib>

namespace page = ibid::formats::html_page;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    std::vector<page::Refused> refused;
    std::string const kept = page::sieved(text.view(), refused);
    if (kept.size() != size) std::abort();
    for (std::size_t i = 0; i < size; ++i)
        if (kept[i] != ' ' && kept[i] != text.view()[i]) std::abort();
    for (page::Meta const& meta : page::read_page(text.view()).metas)
        if (meta.place > size) std::abort();
    ibid::Diagnostics diagnostics;
    if (!ibid::convert(text.view(), "html-page", "ibid-json", diagnostics).counts.add_up()) std::abort();
    return 0;
}
