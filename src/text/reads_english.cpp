// The small words and how they are counted.
#include "text/reads_english.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ibid::text {
namespace {

constexpr std::array<std::string_view, 30> english{
    "about", "across", "and", "are", "based", "between", "by", "can", "does", "during", "for", "from", "how", "its",
    "of", "on", "or", "the", "their", "through", "to", "toward", "towards", "under", "using", "what", "why", "with",
    "within", "without"};
// German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish.
constexpr std::array<std::string_view, 75> others{
    "al", "auf", "aus", "av", "avec", "bei", "con", "da", "dalla", "dans", "das", "de", "degli", "dei", "del", "della",
    "delle", "den", "der", "des", "det", "di", "dos", "du", "durch", "een", "ein", "eine", "einer", "el", "em", "en",
    "et", "ett", "für", "gli", "het", "il", "im", "la", "las", "le", "les", "lo", "los", "med", "mit", "nach", "nel",
    "nella", "och", "og", "om", "op", "os", "par", "para", "per", "por", "pour", "som", "sur", "un", "una", "und",
    "une", "van", "vom", "von", "voor", "w", "y", "z", "zum", "zur"};
static_assert(std::is_sorted(english.begin(), english.end()));
static_assert(std::is_sorted(others.begin(), others.end()));

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0; }

}  // namespace

Reading reads_as(std::string_view title) {
    std::size_t of_english = 0, of_others = 0;
    std::string word;
    for (std::size_t i = 0; i <= title.size(); ++i) {
        if (i < title.size() && is_letter(title[i])) {
            word += title[i] >= 'A' && title[i] <= 'Z' ? static_cast<char>(title[i] + 32) : title[i];
            continue;
        }
        of_english += std::binary_search(english.begin(), english.end(), std::string_view(word));
        of_others += std::binary_search(others.begin(), others.end(), std::string_view(word));
        word.clear();
    }
    if (of_english == of_others) return Reading::unknown;
    return of_english > of_others ? Reading::english : Reading::other;
}

}  // namespace ibid::text
