// Loose dates: a text is cut into tokens, the tokens are dealt out to the two sides of a range, and each side has to
// make sense by itself.
#include "text/dates_loose.hpp"

#include "text/date_words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ibid::text {
namespace {

enum class TokenKind : std::uint8_t { number, word, dash, slash, dot, question, circa, decade };

struct Token {
    TokenKind kind{};
    std::uint8_t digits = 0;
    std::int32_t number = 0;
    DateWordMeaning word{};
    bool is_long = false;  ///< a dash longer than a hyphen, which no date in figures has: a range
};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// At most as many tokens as any date needs.
class Tokens {
public:
    /// A tie is a blank in a month field ("may~3"), and circa elsewhere.
    explicit Tokens(bool months) noexcept : months_(months) {}
    /// False: something is in the text that is in no date.
    bool cut(std::string_view text) noexcept {
        if (text.size() > longest) return false;
        std::size_t at = 0;
        while (at < text.size()) {
            std::size_t const before = at;
            if (!next(text, at)) return false;
            if (at == before) return false;
        }
        return size_ > 0;
    }
    [[nodiscard]] Token const* begin() const noexcept { return tokens_.data(); }
    [[nodiscard]] Token const* end() const noexcept { return tokens_.data() + size_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    static constexpr std::size_t longest = 128;  // bytes; no date needs them

    bool add(Token const& token) noexcept {
        if (size_ == tokens_.size()) return false;
        tokens_[size_++] = token;
        return true;
    }

    bool next(std::string_view text, std::size_t& at) noexcept {
        char const c = text[at];
        if (is_digit(c)) return number(text, at);
        if (std::size_t const dash = dash_size(text.substr(at)); dash > 0) {
            at += dash;
            bool const again = size_ > 0 && tokens_[size_ - 1].kind == TokenKind::dash;  // "--"
            if (again) tokens_[size_ - 1].is_long = true;
            return again || add({.kind = TokenKind::dash, .is_long = dash == 3});
        }
        if (std::size_t const blank = blank_size(text.substr(at)); blank > 0) {
            at += blank;
            return true;
        }
        if (is_letter(c)) return word(text, at);
        ++at;
        switch (c) {
        case '/': return add({TokenKind::slash});
        case '.': return add({TokenKind::dot});
        case '?': return add({TokenKind::question});
        case '~': return months_ || add({TokenKind::circa});
        case ',': case '[': case ']': case '(': case ')': case '\'': case ';': return true;
        default: return false;
        }
    }

    bool number(std::string_view text, std::size_t& at) noexcept {
        Token token{TokenKind::number};
        for (; at < text.size() && is_digit(text[at]); ++at) {
            if (++token.digits > 8) return false;
            token.number = token.number * 10 + (text[at] - '0');
        }
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        std::string_view const tail = text.substr(at, end - at);
        if (tail == "s" && token.digits == 4 && token.number % 10 == 0) {  // "1990s"
            at = end;
            return add(token) && add({TokenKind::decade});
        }
        for (std::string_view const ordinal : {"st", "nd", "rd", "th", "er", "\u00BA", "\u00AA"})
            if (tail == ordinal && token.digits <= 2) at = end;
        return add(token);
    }

    bool word(std::string_view text, std::size_t& at) noexcept {
        std::size_t const begin = at;
        while (at < text.size() && is_letter(text[at]) && dash_size(text.substr(at)) == 0 && blank_size(text.substr(at)) == 0) ++at;
        std::string_view const spelled = text.substr(begin, at - begin);
        if (spelled == "\u00A9") return true;
        // "c1990", "p1990": copyright, not circa
        if (spelled.size() == 1 && (spelled[0] == 'c' || spelled[0] == 'p') && at < text.size() && is_digit(text[at])) return true;
        // "v. Chr.", "B.C."
        if (spelled.size() == 1 && text.substr(begin, 4) == "B.C.") {
            at = begin + 4;
            return add({TokenKind::word, 0, 0, {DateWord::before_christ, 0}});
        }
        if (spelled == "v" && (text.substr(begin, 7) == "v. Chr." || text.substr(begin, 6) == "v.Chr.")) {
            at = text.find("Chr.", begin) + 4;
            return add({TokenKind::word, 0, 0, {DateWord::before_christ, 0}});
        }
        DateWordMeaning const meaning = date_word(spelled);
        if (meaning.kind != DateWord::unknown && at < text.size() && text[at] == '.') ++at;  // "Sept."
        switch (meaning.kind) {
        case DateWord::unknown: return false;
        case DateWord::filler: return true;
        case DateWord::circa: return add({TokenKind::circa});
        case DateWord::range: return add({TokenKind::dash});
        default: return add({TokenKind::word, 0, 0, meaning});
        }
    }

    static std::size_t dash_size(std::string_view text) noexcept {
        if (text[0] == '-' || text[0] == '_') return 1;
        for (std::string_view const dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
            if (text.starts_with(dash)) return dash.size();
        return 0;
    }
    static std::size_t blank_size(std::string_view text) noexcept {
        if (static_cast<unsigned char>(text[0]) <= ' ') return 1;
        return text.starts_with("\u00A0") ? 2 : text.starts_with("\u2009") || text.starts_with("\u202F") ? 3 : 0;
    }

    std::array<Token, 20> tokens_;
    std::size_t size_ = 0;
    bool months_;
};

/// One side of a range, as its tokens come.
struct Side {
    DatePoint point{};
    std::int32_t small = 0;  ///< a number of one or two digits: a day, a month, or a year of an era
    bool has_year = false;
    bool before_christ = false;
    bool seen = false;  ///< more than signs

    bool take(Token const& token) noexcept {
        seen = seen || (token.kind != TokenKind::question && token.kind != TokenKind::dot);
        switch (token.kind) {
        case TokenKind::question: point.uncertain = true; return true;
        case TokenKind::circa: point.approximate = true; return true;
        case TokenKind::dot: return true;
        case TokenKind::decade: point.unspecified = point.year % 100 == 0 ? 2 : 1; return has_year;
        case TokenKind::number: return number(token);
        case TokenKind::word: return word(token.word);
        default: return false;
        }
    }

    bool number(Token const& token) noexcept {
        if (token.digits >= 3 && token.digits <= 4) return set_year(token.number);
        if (token.digits > 4 || token.number < 1 || small != 0) return false;
        small = token.number;
        return true;
    }
    bool set_year(std::int32_t year) noexcept {
        if (has_year) return false;
        has_year = true;
        point.year = year;
        return true;
    }
    bool word(DateWordMeaning const& word) noexcept {
        auto& part = word.kind == DateWord::month ? point.month : point.season;
        switch (word.kind) {
        case DateWord::month:
        case DateWord::season:
            if (part != 0) return false;
            part = static_cast<std::uint8_t>(word.number);
            return true;
        case DateWord::before_christ: before_christ = true; return true;
        default: return true;
        }
    }
    /// What the small number is: "44 BC", "AD 98", "3 May"; in a month field alone "5", or a season, "13" and "21".
    bool settle(bool has_era, bool months) noexcept {
        std::int32_t const number = small;
        if (number == 0) return true;
        if (has_era && !has_year) return set_year(number);
        if (!months) {
            point.day = static_cast<std::uint8_t>(number);
            return number <= 31;
        }
        if (number <= 12) point.month = static_cast<std::uint8_t>(number);
        else if (number <= 16) point.season = static_cast<std::uint8_t>(number - 12);
        else if (number >= 21 && number <= 24) point.season = static_cast<std::uint8_t>(number - 20);
        return point.month != 0 || point.season != 0;
    }
    bool finish() noexcept {
        if (before_christ && has_year) point.year = 1 - point.year;
        if (point.season != 0 && (point.month != 0 || point.day != 0)) return false;
        return is_on_calendar(point);
    }
};

bool is_month(std::int32_t number) noexcept { return number >= 1 && number <= 12; }
bool is_day(std::int32_t number) noexcept { return number >= 1 && number <= 31; }

DatePoint point_of(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
    DatePoint point;
    point.year = year;
    point.month = static_cast<std::uint8_t>(month);
    point.day = static_cast<std::uint8_t>(day);
    return point;
}

/// Numbers alone: 2019-5-3, 3.5.2019, 13/5/2019, 5/2019, 20190503, 1998-99.
bool parse_numbers(Tokens const& tokens, LooseDate& loose) noexcept {
    Token const* const t = tokens.begin();
    std::size_t const size = tokens.size();
    auto const answer = [&](DatePoint const& point) {
        loose.date.begin = point;
        loose.begin_has_year = true;
        return is_on_calendar(point);
    };
    for (std::size_t i = 0; i < size; ++i)
        if (i % 2 == 0 ? t[i].kind != TokenKind::number : t[i].kind < TokenKind::dash || t[i].kind > TokenKind::dot) return false;
    if (size == 1 && t[0].digits == 8) {
        std::int32_t const n = t[0].number;
        return is_month(n / 100 % 100) && is_day(n % 100) && answer(point_of(n / 10000, n / 100 % 100, n % 100));
    }
    if (size == 3 && t[0].digits == 4 && t[2].digits <= 2) {
        bool const is_range = t[1].is_long && t[2].digits == 2 && t[2].number > t[0].number % 100;  // "2011--12"
        if (is_month(t[2].number) && !is_range) return answer(point_of(t[0].number, t[2].number, 0));
        if (t[2].digits != 2 || t[2].number <= t[0].number % 100) return false;
        loose.date.end.year = t[0].number / 100 * 100 + t[2].number;
        loose.date.range = DateRange::closed;
        loose.end_has_year = true;
        return answer(point_of(t[0].number, 0, 0));
    }
    if (size == 3 && t[0].digits <= 2 && t[2].digits == 4 && t[1].kind != TokenKind::dash)
        return is_month(t[0].number) && answer(point_of(t[2].number, t[0].number, 0));
    if (size != 5 || t[1].kind != t[3].kind || t[2].digits > 2) return false;
    std::int32_t const a = t[0].number, b = t[2].number, c = t[4].number;
    if (t[0].digits == 4 && t[4].digits <= 2) return is_month(b) && is_day(c) && answer(point_of(a, b, c));
    if (t[0].digits > 2 || t[4].digits != 4 || !is_day(a) || !is_day(b)) return false;
    if (t[1].kind == TokenKind::dot || a > 12) return is_month(b) && answer(point_of(c, b, a));
    return b > 12 && answer(point_of(c, a, b));  // with a slash, 5/3/2019 can be either
}

/// Deals the tokens out; `months`: a number with one or two digits is a month where no word is.
bool parse_sides(Tokens const& tokens, bool months, LooseDate& loose) noexcept {
    Side sides[2];
    std::size_t at = 0;
    bool has_era = false, has_word = false, split = false;
    for (Token const& token : tokens) {
        has_word = has_word || token.word.kind == DateWord::month || token.word.kind == DateWord::season;
        has_era = has_era || token.word.kind == DateWord::before_christ || token.word.kind == DateWord::after_christ;
        if (token.kind == TokenKind::dash || token.kind == TokenKind::slash) {
            if (split) return false;
            split = true;
            at = 1;
        } else if (!sides[at].take(token)) {
            return false;
        }
    }
    Side& begin = sides[0];
    Side& end = sides[1];
    bool const number_is_month = months && !has_word;
    if (number_is_month && (begin.has_year || end.has_year)) return false;
    if (!begin.settle(has_era, number_is_month) || !end.settle(has_era, number_is_month)) return false;
    DateRange range = DateRange::none;
    if (split) {
        bool const asked_begin = begin.point.uncertain, asked_end = end.point.uncertain;
        if (!begin.seen && !end.seen) return false;
        range = !begin.seen ? (asked_begin ? DateRange::unknown_begin : DateRange::open_begin)
                : !end.seen ? (asked_end ? DateRange::unknown_end : DateRange::open_end)
                            : DateRange::closed;
        if (!begin.seen) begin.point = {};
        if (!end.seen) end.point = {};
    }
    if (range == DateRange::closed) {  // each side lends what the other one left out
        if (!begin.has_year && end.has_year) {
            begin.has_year = true;
            begin.point.year = end.point.year;
            begin.before_christ = end.before_christ;
        } else if (begin.has_year && end.has_year && end.before_christ && begin.point.year > end.point.year) {
            begin.before_christ = true;  // "44--30 BC"
        }
        if (begin.has_year && !end.has_year && (end.point.month != 0 || end.point.season != 0)) {  // "2011 Mar-Apr"
            end.has_year = true;
            end.point.year = begin.point.year;
            end.before_christ = begin.before_christ;
        }
        for (Side const* side : {&begin, &end})  // "1850-~"
            if (!side->has_year && side->point.month == 0 && side->point.season == 0 && side->point.day == 0) return false;
        if (begin.point.day != 0 && begin.point.month == 0) begin.point.month = end.point.month;
        if (end.point.day != 0 && end.point.month == 0) end.point.month = begin.point.month;
    }
    for (Side const& side : sides)
        if (side.point.day != 0 && side.point.month == 0) return false;
    if (!begin.finish() || !end.finish()) return false;
    loose = {{begin.point, end.point, range, {}}, begin.has_year, end.has_year};
    return begin.seen || end.seen;
}

/// A decade or a century as library catalogues have it: "189-?", "[18--]" (AACR2, rule 1.4F7).
bool parse_catalogued(std::string_view text, LooseDate& loose) noexcept {
    if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
    bool const uncertain = text.ends_with('?');
    if (uncertain) text.remove_suffix(1);
    std::size_t const digits = text.find('-');
    if (text.size() != 4 || (digits != 2 && digits != 3) || (digits == 2 && text[3] != '-')) return false;
    std::int32_t year = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i < digits && !is_digit(text[i])) return false;
        year = year * 10 + (i < digits ? text[i] - '0' : 0);
    }
    loose.date.begin.year = year;
    loose.date.begin.unspecified = static_cast<std::uint8_t>(4 - digits);
    loose.date.begin.uncertain = uncertain;
    loose.begin_has_year = true;
    return true;
}

}  // namespace

bool is_on_calendar(DatePoint const& p) noexcept {
    constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (p.month > 12 || p.season > 4) return false;
    if (p.day == 0) return true;
    if (p.month == 0 || p.day > days[p.month - 1]) return false;
    bool const leap = p.unspecified > 0 || (p.year % 4 == 0 && (p.year % 100 != 0 || p.year % 400 == 0));
    return p.month != 2 || p.day < 29 || leap;
}

bool parse_loose_date(std::string_view text, LooseDate& loose) noexcept {
    loose = {};
    if (parse_catalogued(text, loose)) return true;
    Tokens tokens(false);
    if (!tokens.cut(text)) return false;
    if (parse_numbers(tokens, loose)) return true;
    loose = {};
    return parse_sides(tokens, false, loose);
}

bool parse_loose_month(std::string_view text, LooseDate& loose) noexcept {
    Tokens tokens(true);
    loose = {};
    return tokens.cut(text) && parse_sides(tokens, true, loose);
}

}  // namespace ibid::text
