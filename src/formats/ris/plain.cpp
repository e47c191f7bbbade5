// How plain values are told.
#include "formats/ris/plain.hpp"

#include "grammars/support/scan.hpp"

#include <cstdint>

namespace ibid::formats::ris {

bool is_capital_words(std::string_view part) noexcept {
    using grammars::support::Lane;
    if (part.empty() || part.front() < 'A' || part.front() > 'Z' || part.back() == ' ') return false;
    for (std::size_t at = 0; at < part.size(); at += Lane::width) {
        Lane const here(part.data() + at), next(part.data() + at + 1);
        auto const controls = here.at_most(' ' - 1), small_begins = here.equals(' ') - next.between('A', 'Z');
        auto const odd = (here.equals(',') | here.equals('&') | controls | small_begins).hits();
        if (odd.any() && at + static_cast<std::size_t>(odd.first()) < part.size()) return false;
    }
    return true;
}

std::size_t plain_person(std::string_view name) noexcept {
    char const* const end = name.data() + name.size();
    auto const comma = static_cast<std::size_t>(grammars::support::scan_to<','>(name.data(), end) - name.data());
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
