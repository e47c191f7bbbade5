// Number forms of identifiers.
#include "filters/number_forms.hpp"

#include "text/identifiers.hpp"

#include <algorithm>

namespace ibid::filters {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string bare_number(std::string_view number, bool serial) {
    std::string digits;
    for (char const c : number)
        if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c == 'x' ? 'X' : c;
    bool const whole = text::standard_number(number).kind != text::NumberKind::none;
    if (!whole || digits.size() != (serial ? 8U : digits.size())) return std::string(number);
    return serial ? digits.insert(4, "-") : digits;
}

std::string isbn_13(std::string bare) {
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (bare.size() != 10 || !std::all_of(bare.begin(), bare.end() - 1, is_digit)) return bare;
    bare.insert(0, "978").pop_back();
    int sum = 0;
    for (std::size_t i = 0; i < bare.size(); ++i) sum += (bare[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return bare += static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace ibid::filters
