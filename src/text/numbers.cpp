// Numbers: the words and endings.
#include "text/numbers.hpp"

#include <cstddef>

namespace ibid::text {
namespace {

constexpr std::string_view words[] = {"First",    "Second",    "Third",      "Fourth",     "Fifth",     "Sixth",       "Seventh",
                                      "Eighth",   "Ninth",     "Tenth",      "Eleventh",   "Twelfth",   "Thirteenth",  "Fourteenth",
                                      "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"};
constexpr std::string_view digits[] = {"1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10",
                                       "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"};
constexpr int last_bibtex_word = 10;
/// What turns digits into an ordinal: English, French, Dutch, Spanish, Italian and Portuguese, German.
constexpr std::string_view endings[] = {"st", "nd", "rd", "th", "er", "re", "e", "\u00E8me", "eme", "me", "de", "ste", "\u00BA", "\u00AA", "."};

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }

bool same_word(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

std::size_t count_digits(std::string_view text) noexcept {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    return count;
}

}  // namespace

bool is_digits(std::string_view text) noexcept { return !text.empty() && count_digits(text) == text.size(); }

int to_number(std::string_view text) noexcept {
    if (!is_digits(text) || text.size() > 9) return -1;
    int number = 0;
    for (char const c : text) number = number * 10 + (c - '0');
    return number;
}

std::string_view decode_edition(std::string_view plain) noexcept {
    plain = trim(plain);
    for (std::size_t i = 0; i < std::size(words); ++i)
        if (same_word(words[i], plain)) return digits[i];
    std::size_t const count = count_digits(plain);
    if (count == 0) return plain;
    std::string_view const ending = plain.substr(count);
    if (ending.empty()) return plain;
    for (std::string_view const each : endings)
        if (same_word(each, ending)) return plain.substr(0, count);
    return plain;
}

std::string_view encode_bibtex_edition(std::string_view edition, Arena& arena) {
    int const number = to_number(edition);
    if (number < 1 || edition.front() == '0') return edition;
    if (number <= last_bibtex_word) return words[number - 1];
    bool const teen = number / 10 % 10 == 1;
    std::string_view const ending = teen || number % 10 > 3 || number % 10 == 0 ? "th" : endings[number % 10 - 1];
    char* const to = arena.reserve(edition.size() + ending.size());
    char* out = to + edition.copy(to, edition.size());
    out += ending.copy(out, ending.size());
    return arena.commit(out);
}

}  // namespace ibid::text
