// TeX math, read. Names and meanings: The TeXbook (Knuth 1986), chapters 16-18 and appendix F; amsmath; unicode-math.
#include "text/latex_math.hpp"

#include "text/latex_table.hpp"
#include "text/scripts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ibid::text {
namespace {

constexpr int depth_limit = 16;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_blank(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

template <std::size_t N>
constexpr bool one_of(std::string_view name, std::array<std::string_view, N> const& names) noexcept {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 32> functions{
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom",
    "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "mod", "Pr", "sec", "sin", "sinh", "sup", "tan"};
constexpr std::array<std::string_view, 12> sizes{"left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr",
                                                 "displaystyle", "textstyle", "limits"};
constexpr std::array<std::string_view, 16> upright{"mathrm", "text", "textrm", "textnormal", "mbox", "hbox", "operatorname",
                                                   "mathop", "rm", "mathord", "mathbin", "mathrel", "mathsf", "mathtt",
                                                   "textup", "textsf"};
constexpr std::array<std::string_view, 10> italic{"mathit", "mathbf", "boldsymbol", "bm", "mathnormal", "textit", "textbf",
                                                  "bf", "it", "emph"};

/// An alphabet of mathematical letters: where its A and a stand, and where older characters take a letter's place.
struct Alphabet {
    std::array<std::string_view, 3> names;
    char32_t upper, lower;
    std::u32string_view replaced, by;
};
constexpr std::array<Alphabet, 3> alphabets{{
    {{"mathbb", "Bbb", "mathds"}, 0x1D538, 0x1D552, U"CHNPQRZ", U"ℂℍℕℙℚℝℤ"},
    {{"mathcal", "mathscr", "cal"}, 0x1D49C, 0x1D4B6, U"BEFHILMRego", U"ℬℰℱℋℐℒℳℛℯℊℴ"},
    {{"mathfrak", "frak", "goth"}, 0x1D504, 0x1D51E, U"CHIRZ", U"ℭℌℑℜℨ"},
}};

char32_t in_alphabet(Alphabet const& alphabet, char letter) noexcept {
    std::size_t const at = alphabet.replaced.find(static_cast<char32_t>(letter));
    if (at != alphabet.replaced.npos) return alphabet.by[at];
    return letter >= 'a' ? alphabet.lower + static_cast<char32_t>(letter - 'a')
                         : alphabet.upper + static_cast<char32_t>(letter - 'A');
}

struct Fraction {
    std::string_view over, under;
    char32_t code;
};
constexpr std::array<Fraction, 18> fractions{{{"1", "2", U'½'}, {"1", "3", U'⅓'}, {"2", "3", U'⅔'}, {"1", "4", U'¼'},
    {"3", "4", U'¾'}, {"1", "5", U'⅕'}, {"2", "5", U'⅖'}, {"3", "5", U'⅗'}, {"4", "5", U'⅘'}, {"1", "6", U'⅙'},
    {"5", "6", U'⅚'}, {"1", "7", U'⅐'}, {"1", "8", U'⅛'}, {"3", "8", U'⅜'}, {"5", "8", U'⅝'}, {"7", "8", U'⅞'},
    {"1", "9", U'⅑'}, {"1", "10", U'⅒'}}};

/// Relations, arrows and operators: blanks around them are kept as they were typed.
bool spaces_itself(char32_t code) noexcept {
    return (code >= 0x2190 && code <= 0x22FF) || (code >= 0x27C0 && code <= 0x2AFF) || code == 0xB1 || code == 0xD7
           || code == 0xF7;
}

/// Reads a formula from left to right; each function answers false where plain text cannot follow.
class FormulaReader {
public:
    FormulaReader(std::string_view source, Draft& draft)
        : at_(source.data()), end_(at_ + source.size()), draft_(draft), begin_(draft.size()) {}

    Formula read() {
        auto const marks = draft_.mark_count();
        if (row(false)) return variables_ || draft_.size() == begin_ ? Formula::readable : Formula::plain;
        draft_.rewind(begin_, marks);
        return Formula::opaque;
    }

private:
    /// Everything up to the end, or to the brace that closes this group.
    bool row(bool grouped) {
        Alphabet const* const alphabet = alphabet_;
        bool const was_upright = upright_;
        for (;;) {
            if (at_ == end_) return !grouped;
            if (*at_ == '}') {
                if (!grouped) return false;
                ++at_;
                alphabet_ = alphabet;
                upright_ = was_upright;
                return true;
            }
            if (!atom()) return false;
        }
    }

    bool group() {
        if (++depth_ > depth_limit) return false;
        ++at_;
        bool const read = row(true);
        --depth_;
        return read;
    }

    /// One character, command or group.
    bool argument() {
        skip_blanks();
        return at_ != end_ && *at_ != '}' && *at_ != '^' && *at_ != '_' && atom();
    }

    bool atom() {
        char const c = *at_;
        if (is_letter(c)) return letter();
        switch (c) {
        case '{': return group();
        case '\\': ++at_; return command();
        case '^': ++at_; return script(Script::superscript);
        case '_': ++at_; return script(Script::subscript);
        case '$': case '&': case '#': case '%': return false;
        case '\'': ++at_; draft_.put(char32_t{0x2032}); return true;
        case '~': ++at_; draft_.put(char32_t{0xA0}); return true;
        default: break;
        }
        if (is_blank(c)) {
            skip_blanks();
            draft_.put_blank();
            return true;
        }
        char const* next = at_ + 1;
        while (next != end_ && (static_cast<unsigned char>(*next) & 0xC0U) == 0x80U) ++next;
        draft_.put({at_, static_cast<std::size_t>(next - at_)});
        at_ = next;
        return true;
    }

    bool letter() {
        if (alphabet_ != nullptr) draft_.put(in_alphabet(*alphabet_, *at_));
        else draft_.put({at_, 1});
        variables_ |= !upright_ || alphabet_ != nullptr;
        ++at_;
        return true;
    }

    /// Characters of Unicode if it has all of them, else a mark. A word is marked: as characters it could hardly be read.
    bool script(Script which) {
        auto const begin = draft_.size();
        auto const marks = draft_.mark_count();
        auto const mark = draft_.open(which == Script::superscript ? Style::superscript : Style::subscript);
        bool const variables = variables_;
        std::uint32_t const around = std::exchange(script_, begin);
        if (++depth_ > depth_limit || !argument()) return false;
        --depth_;
        script_ = around;
        draft_.close(mark);
        if (draft_.size() == begin) {
            draft_.rewind(begin, marks);
            return true;
        }
        if (draft_.mark_count() != mark + 1) return true;  // scripts of scripts
        char32_t codes[16];
        std::size_t count = 0, letters = 0;
        for (std::string_view rest = draft_.since(begin); !rest.empty();) {
            CodePoint const next = first_code_point(rest);
            rest.remove_prefix(next.size);
            letters += is_script_letter(next.value);
            if (letters == word_of_scripts) return true;
            if (count == std::size(codes) || (codes[count++] = scripted(next.value, which)) == 0) return true;
        }
        draft_.rewind(begin, marks);
        for (std::size_t i = 0; i < count; ++i) draft_.put(codes[i]);
        variables_ = variables;
        return true;
    }

    bool command() {
        if (at_ == end_) return false;
        char const* const name_begin = at_;
        while (at_ != end_ && is_letter(*at_)) ++at_;
        if (at_ == name_begin) ++at_;
        std::string_view const name(name_begin, static_cast<std::size_t>(at_ - name_begin));
        bool const spaced = at_ != end_ && is_blank(*at_) && is_letter(name.front());
        if (spaced) skip_blanks();

        if (name == "sp") return script(Script::superscript);
        if (name == "sb") return script(Script::subscript);
        if (name == "frac" || name == "tfrac" || name == "nicefrac" || name == "sfrac") return fraction();
        if (name == "not") return negation();
        if (one_of(name, functions)) return function(name, spaced);
        if (one_of(name, sizes)) return size(name);
        if (one_of(name, upright)) return in_font(true, nullptr, name);
        if (one_of(name, italic)) return in_font(false, nullptr, name);
        for (Alphabet const& alphabet : alphabets)
            if (one_of(name, alphabet.names)) return in_font(false, &alphabet, name);

        Command const command = find_command(name);
        switch (command.action) {
        case Action::character: return put(command.code, spaced);
        case Action::math_accent: return accent(command.code);
        case Action::nothing: return true;
        default: return false;
        }
    }

    /// A size, which says nothing in plain text, and its delimiter; blanks inside of a pair are typed for the eye alone.
    bool size(std::string_view name) {
        if (name == "right" && draft_.since(begin_).ends_with(' ')) draft_.rewind(draft_.size() - 1, draft_.mark_count());
        if (at_ != end_ && *at_ == '.') ++at_;
        else if (name == "left" && (at_ == end_ || !atom())) return false;
        if (name == "left") skip_blanks();
        return true;
    }

    bool put(char32_t code, bool spaced) {
        if (code == ' ') draft_.put_blank();
        else draft_.put(code);
        bool const word_follows = at_ != end_ && (is_letter(*at_) || is_digit(*at_) || *at_ == '\\' || *at_ == '_' || *at_ == '^');
        if (spaced && at_ != end_ && *at_ != '}' && (spaces_itself(code) || !word_follows)) draft_.put_blank();
        return true;
    }

    bool function(std::string_view name, bool spaced) {
        std::string_view const before = draft_.since(script_);
        if (!before.empty() && (is_letter(before.back()) || is_digit(before.back()))) draft_.put_blank();
        draft_.put(name);
        variables_ = true;
        if (at_ != end_ && (spaced || is_letter(*at_) || is_digit(*at_) || *at_ == '\\')) draft_.put_blank();
        return true;
    }

    bool accent(char32_t mark) {
        auto const begin = draft_.size();
        auto const marks = draft_.mark_count();
        if (++depth_ > depth_limit || !argument()) return false;
        --depth_;
        std::string_view const base = draft_.since(begin);
        if (base.empty() || first_code_point(base).size != base.size()) return false;
        bool const negative = mark == 0x304 && is_digit(base.front());  // an index of Miller, which Unicode draws a line over
        put_accent(begin, marks, negative ? char32_t{0x305} : mark);
        return true;
    }

    /// A character that only exists in two pieces cannot be written without its source.
    void put_accent(std::uint32_t begin, std::uint32_t marks, char32_t mark) {
        draft_.accent(begin, marks, mark);
        std::string_view const accented = draft_.since(begin);
        variables_ |= first_code_point(accented).size != accented.size();
    }

    bool negation() {
        auto const begin = draft_.size();
        auto const marks = draft_.mark_count();
        if (++depth_ > depth_limit || !argument()) return false;
        --depth_;
        if (draft_.size() == begin) return false;
        put_accent(begin, marks, 0x338);
        return true;
    }

    bool fraction() {
        auto const over = digits();
        auto const under = digits();
        for (Fraction const& fraction : fractions) {
            if (fraction.over != over || fraction.under != under) continue;
            draft_.put(fraction.code);
            return true;
        }
        return false;
    }

    /// `{12}` or one digit.
    std::string_view digits() {
        skip_blanks();
        if (at_ != end_ && *at_ == '{') {
            char const* const begin = ++at_;
            while (at_ != end_ && is_digit(*at_)) ++at_;
            std::string_view const found(begin, static_cast<std::size_t>(at_ - begin));
            return at_ != end_ && *at_++ == '}' ? found : std::string_view{};
        }
        if (at_ == end_ || !is_digit(*at_)) return {};
        return {at_++, 1};
    }

    /// A font command: of its argument, or, if it is one of the old ones, of the rest of the group.
    bool in_font(bool is_upright, Alphabet const* alphabet, std::string_view name) {
        Alphabet const* const old_alphabet = alphabet_;
        bool const was_upright = upright_;
        alphabet_ = alphabet;
        upright_ = is_upright;
        if (name == "rm" || name == "bf" || name == "it" || name == "cal" || name == "frak") return true;
        if (at_ != end_ && *at_ == '*') ++at_;
        if (++depth_ > depth_limit || !argument()) return false;
        --depth_;
        alphabet_ = old_alphabet;
        upright_ = was_upright;
        return true;
    }

    void skip_blanks() noexcept {
        while (at_ != end_ && is_blank(*at_)) ++at_;
    }

    char const* at_;
    char const* end_;
    Draft& draft_;
    std::uint32_t const begin_;
    std::uint32_t script_ = begin_;  ///< where the script begins that is being read; else the formula
    Alphabet const* alphabet_ = nullptr;
    int depth_ = 0;
    bool upright_ = false;
    bool variables_ = false;  // letters that only the source shows as variables
};

}  // namespace

Formula read_formula(std::string_view source, Draft& draft) {
    while (!source.empty() && is_blank(source.front())) source.remove_prefix(1);
    while (!source.empty() && is_blank(source.back()) && (source.size() == 1 || source[source.size() - 2] != '\\'))
        source.remove_suffix(1);
    return FormulaReader(source, draft).read();
}

}  // namespace ibid::text
