// Fuzz target: dates of EDTF. What is taken for a date is one.

#include "fuzz/padded.hpp"

#include "grammars/edtf.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ibid::fuzz::Padded const text(data, size);
    ibid::grammars::edtf::Date date;
    if (!ibid::grammars::edtf::parse(text.view(), date)) return 0;
    for (auto const& point : {date.begin, date.end})
        if (point.month > 41 || point.day > 31 || point.unspecified_digits > 4) std::abort();
    return 0;
}
