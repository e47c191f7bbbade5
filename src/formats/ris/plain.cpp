// How plain values are told.
#include "formats/ris/plain.hpp"

#include <cstdint>

namespace ibid::formats::ris {

bool is_capital_words(std::string_view part) noexcept {
    bool begins = true;
    for (char const c : part) {
        if (begins ? c < 'A' || c > 'Z' : c == ',' || c == '&' || (c >= 0 && c < ' ')) return false;
        begins = c == ' ';
    }
    return !begins;
}

std::size_t plain_person(std::string_view name) noexcept {
    std::size_t comma = 0;
    while (comma < name.size() && name[comma] != ',') ++comma;
    bool const plain = comma + 2 < name.size() && name[comma + 1] == ' ' && is_capital_words(name.substr(0, comma)) &&
                       is_capital_words(name.substr(comma + 2));
    return plain ? comma : 0;
}

bool read_plain_date(std::string_view value, Date& date) noexcept {
    unsigned number[3] = {0, 0, 0};
    std::size_t at = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        std::size_t const digits = part == 0 ? 4 : 2;
        if (at == value.size() || value[at] == '/') break;
        if (value.size() - at < digits) return false;
        for (std::size_t i = 0; i < digits; ++i, ++at) {
            auto const digit = static_cast<unsigned>(value[at] - '0');
            if (digit > 9) return false;
            number[part] = number[part] * 10 + digit;
        }
        if (at == value.size()) break;
        if (value[at] != '/') return false;
        if (++at == value.size()) break;
    }
    for (; at < value.size(); ++at)
        if (value[at] != '/') return false;
    bool const known = number[0] != 0 && number[1] <= 12 && number[2] <= 28 && (number[1] != 0 || number[2] == 0);
    if (!known || value.size() > 11) return false;
    date.begin.year = static_cast<std::int32_t>(number[0]);
    date.begin.month = static_cast<std::uint8_t>(number[1]);
    date.begin.day = static_cast<std::uint8_t>(number[2]);
    return true;
}

}  // namespace ibid::formats::ris
