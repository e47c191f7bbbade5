// Suggestions: the candidate at the smallest distance, if that is small for a word of this length.
#include "suggest.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace ibid::tools {

namespace {

constexpr std::size_t longest_word = 64;  // nobody mistypes more than that

std::string lower(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

std::string nearest(std::string_view word, std::span<std::string const> candidates) {
    if (word.empty() || word.size() > longest_word) return {};
    std::string const wanted = lower(word);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (std::string const& candidate : candidates) {
        std::string const other = lower(candidate);
        // Half a word is a word: "form" is nearer to "formats" than letters count.
        bool const begun = wanted.size() >= 3 && other.starts_with(wanted);
        std::size_t const distance = begun ? 1 : edit_distance(wanted, other);
        if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<std::string const> candidates) {
    std::string const meant = nearest(word, candidates);
    return meant.empty() ? std::string{} : "; did you mean '" + meant + "'?";
}

}  // namespace ibid::tools
