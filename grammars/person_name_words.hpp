// The words of names: where one ends, and whether BibTeX would call it lower-case. Inside of grammars/person_name.
// Rules: "Tame the BeaST" (Markey, edition 1.4), section 11.2; what is otherwise is said where it is.
#pragma once

#include "grammars/person_name.hpp"
#include "grammars/support/scan.hpp"
#include "grammars/support/spelling.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace ibid::grammars::person_name {

IBID_INLINE bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

IBID_INLINE std::string_view slice(char const* first, char const* last) noexcept {
    return {first, static_cast<std::size_t>(last - first)};
}

/// The end of the brace group that begins at `first`; null if it is not closed.
inline char const* end_of_group(char const* first, char const* last) noexcept {
    std::size_t depth = 0;
    for (;;) {
        first = support::scan_to<'{', '}', '\\'>(first, last);
        if (first >= last) return nullptr;
        if (*first == '\\') {
            first += 2;
        } else if (*first++ == '{') {
            ++depth;
        } else if (--depth == 0) {
            return first;
        }
    }
}

/// Is there an `and` between white space, or the ends of the value [begin, last)?
IBID_INLINE bool is_and(char const* first, char const* begin, char const* last) noexcept {
    if ((*first | 0x20) != 'a') [[likely]] return false;
    return last - first >= 3 && support::spells<"and">(first) && (first + 3 == last || is_blank(first[3]))
           && (first == begin || is_blank(first[-1]));
}

/// The commands that are letters.
inline constexpr std::array<std::string_view, 22> letter_commands = {"aa", "ae", "dh", "dj", "h", "i", "j", "l", "ng", "o", "oe",
                                                              "ss", "th", "AA", "AE", "DH", "DJ", "L", "NG", "O", "OE", "TH"};

/// The accents that are named by a letter.
inline constexpr std::string_view letter_accents = "bcdHkrtuv";

/// Behind the control sequence whose backslash stands before `first`. Other than in BibTeX, and as in TeX, the blank
/// that ends a letter or an accent is no blank of the name: `\O ksendal` and `Fran\c cois` are one word.
inline char const* end_of_control_sequence(char const* first, char const* last) noexcept {
    char const* const end = support::scan_class<support::letter>(first, last);
    if (end == first) return first < last && !is_blank(*first) ? first + 1 : first;
    std::string_view const name = slice(first, end);
    bool const accent = name.size() == 1 && letter_accents.find(name.front()) != std::string_view::npos;
    bool joins = accent;
    for (auto const& each : letter_commands) joins = joins || each == name;
    char const* next = end;
    while (joins && next < last && is_blank(*next)) ++next;
    return next == last || !support::in<support::letter>(*next) || is_and(next, first, last) ? end : next;
}

/// Goes on where end_of_word() met a brace or a backslash: a word ends neither in a group nor, other than in BibTeX,
/// at the comma of `\,` or the tie of `\~`. A closing brace without an opening one is a character like others.
[[gnu::noinline]] inline char const* end_of_latex_word(char const* first, char const* last, bool& unbalanced) noexcept {
    while (first < last && (*first == '{' || *first == '}' || *first == '\\')) {
        char const* behind = first + 1;
        if (*first == '\\') {
            behind = end_of_control_sequence(behind, last);
        } else if (*first == '}') {
            unbalanced = true;
        } else if (behind = end_of_group(first, last); behind == nullptr) {
            unbalanced = true;
            return last;
        }
        first = support::scan_to_blank_or<',', '~', '{', '}', '\\'>(behind, last);
    }
    return first;
}

/// The end of the word at `first`: at a blank, a tie or a comma outside of braces.
IBID_INLINE char const* end_of_word(char const* first, char const* last, bool& unbalanced) noexcept {
    char const* const end = support::scan_to_blank_or<',', '~', '{', '}', '\\'>(first, last);
    if (end < last && (*end == '{' || *end == '}' || *end == '\\')) [[unlikely]]
        return end_of_latex_word(end, last, unbalanced);
    return end;
}

/// What a value may hold. Most hold neither braces nor commands nor ties, and are then read in half the time.
enum class Alphabet : bool { plain, latex };

template <Alphabet A>
IBID_INLINE char const* end_of_word_in(char const* first, char const* last, bool& unbalanced) noexcept {
    if constexpr (A == Alphabet::plain) return support::scan_to_blank_or<','>(first, last);
    else return end_of_word(first, last, unbalanced);
}

/// White space and ties.
template <Alphabet A = Alphabet::latex>
IBID_INLINE char const* skip_gap(char const* first, char const* last) noexcept {
    while (first < last && (is_blank(*first) || (A == Alphabet::latex && *first == '~'))) ++first;
    return first;
}

/// The code point at `first`, which moves behind it; 0 for what is no UTF-8.
inline char32_t code_point(char const*& first, char const* last) noexcept {
    auto const byte = [&](int i) { return static_cast<unsigned char>(first[i]); };
    unsigned const lead = byte(0);
    int const more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
    char32_t value = more == 0 ? 0 : lead & (0x3FU >> more);
    for (int i = 1; i <= more; ++i) {
        if (last - first <= i || (byte(i) & 0xC0U) != 0x80) return ++first, 0;
        value = value << 6 | (byte(i) & 0x3FU);
    }
    first += more + 1;
    return value;
}

/// Moves behind the control sequence whose backslash stands before `first`; the letter that it is, if it is one.
inline Letter control_sequence(char const*& first, char const* last) noexcept {
    char const* const name = first;
    first = support::scan_class<support::letter>(first, last);
    if (first == name) {
        if (first < last) ++first;
        return Letter::none;
    }
    for (auto const& each : letter_commands)
        if (each == slice(name, first)) return support::in<support::lower>(*name) ? Letter::lower : Letter::other;
    return Letter::none;
}

/// The same for words that do not begin with an ASCII letter. Letters in braces do not count, save in a special
/// character (`{\'e}`) and, other than in BibTeX, in the argument of a control sequence (`\'{e}`).
[[gnu::noinline]] inline bool is_lower_otherwise(char const* first, char const* last, LetterOf letter_of) noexcept {
    bool in_command = false;
    while (first < last) {
        char const c = *first;
        if (support::in<support::letter>(c)) return support::in<support::lower>(c);
        if (c == '\\') {
            Letter const found = control_sequence(++first, last);
            if (found != Letter::none) return found == Letter::lower;
            in_command = true;
        } else if (c == '{' && !in_command && (last - first < 2 || first[1] != '\\')) {
            first = end_of_group(first, last);
            if (first == nullptr) return false;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            in_command = in_command && c != '}';
            ++first;
        } else if (Letter const found = letter_of(code_point(first, last)); found != Letter::none) {
            return found == Letter::lower;
        }
    }
    return false;
}

/// Whether the first letter of the word [first, last) is a lower-case one.
IBID_INLINE bool is_lower(char const* first, char const* last, LetterOf letter_of) noexcept {
    if (support::in<support::upper>(*first)) [[likely]] return false;
    if (support::in<support::lower>(*first)) return true;
    return is_lower_otherwise(first, last, letter_of);
}

/// Is the word one brace group around more than a special character? One that begins with a command holds blanks.
inline bool is_whole(std::string_view word) noexcept {
    if (word.size() < 2 || word.front() != '{' || word.back() != '}') return false;
    char const* const end = word.data() + word.size();
    return end_of_group(word.data(), end) == end && (word[1] != '\\' || word.find(' ') != std::string_view::npos);
}

/// The words between two commas, as they come: it knows where First, von and Last begin whenever it ends.
class Section {
public:
    /// What is not reset here is not looked at before it is set.
    IBID_INLINE void reset() noexcept {
        begin_ = von_begin_ = tail_ = nullptr;
        last_lower_ = false;
    }

    /// Adds a word; answers whether it stands one blank behind the one before it.
    IBID_INLINE bool add(char const* first, char const* last, bool lower_case) noexcept {
        bool tidy = true;
        if (begin_ == nullptr) {
            begin_ = first;
            end_ = first;
        } else {
            tidy = first - end_ == 1 && *end_ == ' ';
            if (last_lower_) [[unlikely]] {
                if (von_begin_ == nullptr) {
                    von_begin_ = last_begin_;
                    before_von_ = before_last_;
                }
                von_end_ = end_;
                after_von_ = first;
            }
        }
        if (!lower_case) [[likely]] {
            tail_ = nullptr;
        } else if (tail_ == nullptr) {
            tail_ = first;
            before_tail_ = end_;
        }
        before_last_ = end_;
        last_begin_ = first;
        end_ = last;
        last_lower_ = lower_case;
        return tidy;
    }

    IBID_INLINE bool empty() const noexcept { return begin_ == nullptr; }
    IBID_INLINE char const* begin() const noexcept { return begin_; }
    IBID_INLINE char const* end() const noexcept { return end_; }
    IBID_INLINE std::string_view all() const noexcept { return begin_ == nullptr ? std::string_view{} : slice(begin_, end_); }
    IBID_INLINE std::string_view last_word() const noexcept { return slice(last_begin_, end_); }
    IBID_INLINE bool one_word() const noexcept { return begin_ == last_begin_; }
    IBID_INLINE bool ends_lower() const noexcept { return last_lower_; }
    /// A lower-case word that is not the last one.
    IBID_INLINE bool has_von() const noexcept { return von_begin_ != nullptr; }

    IBID_INLINE void take_first_von_last(Name& name) const noexcept {
        if (von_begin_ != nullptr) {
            if (von_begin_ != begin_) name.first = slice(begin_, before_von_);
            name.von = slice(von_begin_, von_end_);
            name.last = slice(after_von_, end_);
        } else {
            if (last_begin_ != begin_) name.first = slice(begin_, before_last_);
            name.last = last_word();
        }
    }

    /// Whatever stands before the last lower-case word is von too.
    IBID_INLINE void take_von_last(Name& name) const noexcept {
        if (von_begin_ != nullptr) name.von = slice(begin_, von_end_);
        name.last = von_begin_ != nullptr ? slice(after_von_, end_) : all();
    }

    /// First, and the lower-case words behind it; an initial ("w.") is none.
    IBID_INLINE void take_first(Name& name) const noexcept {
        bool const has_tail = begin_ != nullptr && tail_ != nullptr && tail_ != begin_ && end_[-1] != '.';
        name.first = has_tail ? slice(begin_, before_tail_) : all();
        if (has_tail) [[unlikely]] name.first_von = slice(tail_, end_);
    }

private:
    char const* begin_;  // null: no word yet
    char const* end_;
    char const* last_begin_;  // the last word
    char const* before_last_;
    char const* von_begin_;  // the first lower-case word that is not the last word
    char const* before_von_;
    char const* von_end_;  // the last such word
    char const* after_von_;
    char const* tail_;  // the lower-case words that the section ends with
    char const* before_tail_;
    bool last_lower_;
};

}  // namespace ibid::grammars::person_name
