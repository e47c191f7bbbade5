// Title case of English: words get a capital, articles, conjunctions and prepositions do not, nor do particles of
// names. A word with a capital anywhere is left alone, a stop word with only its first letter in capitals becomes small.
// Specification: CSL 1.0.2, "Title Case Conversion".
#include "cite/text_case.hpp"
#include "cite/unicode.hpp"

#include <algorithm>
#include <array>

namespace ibid::cite {
namespace {

// Sorted. The list of the specification, further prepositions, particles of names, and what stands between parties.
constexpr std::array<std::string_view, 91> stop_words{
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst", "among",
    "amongst", "an", "and", "apropos", "around", "as", "aside", "at", "atop", "barring", "before", "behind", "below",
    "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d", "de", "despite", "down",
    "during", "et", "except", "for", "from", "given", "in", "inside", "into", "lest", "like", "near", "next", "nor",
    "notwithstanding", "of", "off", "on", "onto", "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since",
    "so", "than", "the", "through", "throughout", "thru", "till", "to", "toward", "towards", "under", "underneath",
    "until", "unto", "up", "upon", "v", "van", "versus", "via", "von", "vs", "with"};
constexpr std::array<std::string_view, 3> more_stop_words{"within", "without", "yet"};

static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

/// How a word is spelled, as far as case goes.
enum class Spelling : std::uint8_t { small, capitalized, other };

struct Word {
    std::size_t begin = 0, end = 0;
    bool forced = false;      ///< a capital whatever the word: the first, and behind what ends a sentence or a part
    bool behind_hyphen = false;
    bool before_hyphen = false;  ///< the first part of a compound
    bool elided = false;         ///< its beginning is: "’ts"
    bool ends_part = false;      ///< the last of a part of the title
};

bool is_apostrophe(char32_t code) noexcept { return code == U'\'' || code == U'’'; }
bool is_hyphen(char32_t code) noexcept { return code == U'-' || code == U'‐' || code == U'‑'; }
bool ends_part(char32_t code) noexcept {
    return code == U':' || code == U'.' || code == U'?' || code == U'!' || code == U'…';
}
bool is_abbreviation(std::string_view word) noexcept {
    return word == "v" || word == "vs" || word == "c" || word == "ca";
}
bool is_mark(char32_t code) noexcept { return code >= 0x300 && code <= 0x36F; }

/// Reads word by word.
class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}

    bool next(Word& word) {
        bool forced = at_ == 0;
        char32_t before = 0, before_that = U' ';
        while (at_ < text_.size()) {
            CodePoint const point = code_point_at(text_, at_);
            if (is_letter_or_digit(point.value)) break;
            if (ends_part(point.value) && !(point.value == U'.' && abbreviated_)) forced = true;
            before_that = before == 0 ? U' ' : before;
            before = point.value;
            at_ += point.size;
        }
        if (at_ == text_.size()) return false;
        word.begin = at_;
        word.forced = forced || first_;
        word.behind_hyphen = is_hyphen(before);
        word.elided = is_apostrophe(before) && is_space(before_that);
        first_ = false;
        while (at_ < text_.size()) {
            CodePoint const point = code_point_at(text_, at_);
            if (!is_letter_or_digit(point.value) && !is_mark(point.value) && !goes_on(point)) break;
            at_ += point.size;
        }
        word.end = at_;
        char32_t const behind = code_point_at(text_, at_).value;
        word.before_hyphen = !word.behind_hyphen && is_hyphen(behind);
        word.ends_part = behind == U':' || behind == U'?' || behind == U'!';
        abbreviated_ = is_abbreviation(text_.substr(word.begin, word.end - word.begin));
        return true;
    }

private:
    /// Apostrophes and full stops are of the word if letters follow: "Plato's", "A.N.".
    bool goes_on(CodePoint point) const noexcept {
        if (!is_apostrophe(point.value) && point.value != U'.') return false;
        return is_letter_or_digit(code_point_at(text_, at_ + point.size).value);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool first_ = true;
    bool abbreviated_ = false;  ///< a full stop behind the last word ends nothing
};

Spelling spelling_of(std::string_view word) noexcept {
    Spelling spelling = Spelling::small;
    for (std::size_t at = 0; at < word.size();) {
        CodePoint const point = code_point_at(word, at);
        if (is_upper(point.value)) {
            if (at != 0) return Spelling::other;
            spelling = Spelling::capitalized;
        }
        at += point.size;
    }
    return spelling;
}

bool is_stop_word(std::string_view word) noexcept {
    std::array<char, 16> small{};
    if (word.size() > small.size()) return false;
    std::transform(word.begin(), word.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
    std::string_view const key(small.data(), word.size());
    return std::binary_search(stop_words.begin(), stop_words.end(), key)
           || std::find(more_stop_words.begin(), more_stop_words.end(), key) != more_stop_words.end();
}

bool touches(std::span<Range const> kept, Word const& word) noexcept {
    return std::any_of(kept.begin(), kept.end(),
                       [&word](Range const& range) { return range.begin < word.end && word.begin < range.end; });
}

}  // namespace

std::vector<CaseEdit> title_edits(std::string_view text, std::span<Range const> kept, std::string_view language) {
    std::vector<CaseEdit> edits;
    Words words(text);
    Word word, following;
    bool more = words.next(following);
    while (more) {
        word = following;
        more = words.next(following);
        if (touches(kept, word)) continue;
        std::string_view const letters = text.substr(word.begin, word.end - word.begin);
        CodePoint const first = code_point_at(letters, 0);
        Spelling const spelling = spelling_of(letters);
        if (spelling == Spelling::other) continue;
        bool const stops = is_stop_word(letters) && !word.forced && !word.before_hyphen && !word.ends_part && more;
        char32_t to = first.value;
        if (stops) to = to_small(first.value, language);
        else if (word.elided && !word.forced) continue;
        else if (letters.size() == first.size && first.value >= 0x3B1 && first.value <= 0x3C9) continue;  // "α-helix"
        else if (!word.behind_hyphen || letters.size() != first.size) to = to_title(first.value, language);
        if (to == first.value) continue;
        CaseEdit edit{static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.begin + first.size), {}};
        append_utf8(edit.text, to);
        edits.push_back(std::move(edit));
    }
    return edits;
}

}  // namespace ibid::cite
