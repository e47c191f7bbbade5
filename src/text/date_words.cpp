// Words of dates: the tables. Words are compared without accents and in lower case.
#include "text/date_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ibid::text {
namespace {

using View = std::string_view;

// clang-format off
constexpr View months[][12] = {
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
    {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"},
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
    {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
    {"janner", "feber", "maerz", "", "", "", "", "", "setiembre", "", "", ""},
    {"", "fevr", "mrz", "", "", "", "", "", "", "", "", ""},
    {"", "", "mrt", "", "", "", "", "", "", "", "", ""},
};
constexpr View seasons[][4] = {
    {"spring", "summer", "autumn", "winter"},
    {"", "", "fall", ""},
    {"fruhling", "sommer", "herbst", "winter"},
    {"fruhjahr", "", "", ""},
    {"printemps", "ete", "automne", "hiver"},
    {"primavera", "verano", "otono", "invierno"},
    {"", "estate", "autunno", "inverno"},
    {"", "verao", "outono", ""},
    {"lente", "zomer", "herfst", ""},
    {"voorjaar", "", "najaar", ""},
};
constexpr View circa[] = {"c", "ca", "circa", "cca", "about", "approximately", "approx", "around", "um", "etwa", "vers", "environ",
                          "hacia", "verso"};
constexpr View range[] = {"to", "till", "until", "through", "bis", "au", "al", "tot"};
constexpr View filler[] = {"of", "the", "de", "del", "di", "den", "der", "d", "le", "do", "van", "on", "cop", "copyright",
                           "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                           "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr View before_christ[] = {"bc", "bce"};
constexpr View after_christ[] = {"ad", "ce"};
constexpr View phrases[] = {
    "n.d.", "n. d.", "n.d", "nd", "no date", "undated", "s.d.", "s. d.", "s.a.", "s. a.", "o.j.", "o. j.", "o.d.", "sin fecha",
    "sans date", "senza data", "sem data", "z.j.", "z. j.", "in press", "forthcoming", "to appear", "in preparation", "submitted",
    "accepted", "in review", "under review", "im druck", "im erscheinen", "erscheint", "in vorbereitung", "sous presse", "a paraitre",
    "en prensa", "in corso di stampa", "in stampa", "no prelo", "in druk", "ter perse", "unpublished", "unknown", "present", "ongoing"};
constexpr View centuries[] = {"century", "centuries", "jahrhundert", "siecle", "siglo", "secolo", "seculo", "eeuw"};
// clang-format on

/// Lower case without accents, as far as the tables need it; longer texts are cut.
class Folded {
public:
    explicit Folded(View text) noexcept {
        for (std::size_t i = 0; i < text.size() && size_ < bytes_.size(); ++i) {
            auto c = static_cast<unsigned char>(text[i]);
            if (c == 0xC3 && i + 1 < text.size()) c = without_accent(static_cast<unsigned char>(text[++i]));
            bytes_[size_++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
        }
    }
    [[nodiscard]] View view() const noexcept { return {bytes_.data(), size_}; }

private:
    /// U+00C0 to U+00FF by their second byte.
    static unsigned char without_accent(unsigned char byte) noexcept {
        constexpr View letters = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
        return byte >= 0x80 && byte < 0xC0 ? static_cast<unsigned char>(letters[byte - 0x80U]) : byte;
    }
    std::array<char, 40> bytes_{};
    std::size_t size_ = 0;
};

template <std::size_t N>
bool among(View const (&table)[N], View word) noexcept {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

/// The column of the only meaning that the word, or what it is cut short from, can have; 0 if there are none or two.
template <std::size_t Rows, std::size_t Columns>
unsigned column(View const (&table)[Rows][Columns], View word) noexcept {
    unsigned found = 0;
    for (auto const& row : table)
        for (unsigned i = 0; i < Columns; ++i) {
            if (!row[i].starts_with(word) || (word.size() < 3 && row[i] != word)) continue;
            if (found != 0 && found != i + 1) return 0;
            found = i + 1;
        }
    return found;
}

/// English months, most of all as the macros of BibTeX: no need to walk the tables for them.
unsigned english_month(View word) noexcept {
    if (word.size() < 3) return 0;
    for (unsigned i = 0; i < 12; ++i) {
        View const month = months[0][i];
        if (month[0] != (word[0] | 0x20) || month[1] != (word[1] | 0x20) || month[2] != (word[2] | 0x20)) continue;
        bool const same = word.size() <= month.size()
                          && std::equal(word.begin() + 3, word.end(), month.begin() + 3, [](char a, char b) { return (a | 0x20) == b; });
        return same ? i + 1 : 0;
    }
    return 0;
}

}  // namespace

DateWordMeaning date_word(View word) noexcept {
    if (word.empty()) return {};
    if (unsigned const month = english_month(word); month != 0) return {DateWord::month, month};
    Folded const folded(word);
    View const plain = folded.view();
    if (unsigned const month = column(months, plain); month != 0) return {DateWord::month, month};
    if (unsigned const season = column(seasons, plain); season != 0) return {DateWord::season, season};
    if (among(circa, plain)) return {DateWord::circa, 0};
    if (among(range, plain)) return {DateWord::range, 0};
    if (among(filler, plain)) return {DateWord::filler, 0};
    if (among(before_christ, plain)) return {DateWord::before_christ, 0};
    if (among(after_christ, plain)) return {DateWord::after_christ, 0};
    return {};
}

bool is_date_phrase(View text) noexcept {
    Folded const folded(text);
    View plain = folded.view();
    if (plain.size() >= 2 && (plain.front() == '[' || plain.front() == '(')) plain = plain.substr(1, plain.size() - 2);
    if (among(phrases, plain)) return true;
    return std::any_of(std::begin(centuries), std::end(centuries), [&](View word) { return plain.find(word) != View::npos; });
}

}  // namespace ibid::text
