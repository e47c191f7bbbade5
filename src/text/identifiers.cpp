// Identifiers: the forms.
#include "text/identifiers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace ibid::text {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// `prefix` in lower case.
bool starts_with_word(std::string_view text, std::string_view prefix) noexcept {
    if (text.size() < prefix.size()) return false;
    for (std::size_t i = 0; i < prefix.size(); ++i)
        if (lower(text[i]) != prefix[i]) return false;
    return true;
}

bool skip(std::string_view& text, std::string_view prefix) noexcept {
    if (!starts_with_word(text, prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Where a word in lower case begins, in any case; npos if nowhere.
std::size_t find_word(std::string_view text, std::string_view word) noexcept {
    auto const found = std::search(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() && !word.empty() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

std::size_t count_digits(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

std::string_view first_word(std::string_view text) noexcept {
    return text.substr(0, static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_blank) - text.begin()));
}

int hex(char c) noexcept { return is_digit(c) ? c - '0' : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1; }

std::string_view without_percents(std::string_view text, Arena& arena) {
    if (text.find('%') == std::string_view::npos) return text;
    char* const to = arena.reserve(text.size());
    char* out = to;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int const high = text[i] == '%' && i + 2 < text.size() ? hex(text[i + 1]) : -1;
        int const low = high >= 0 ? hex(text[i + 2]) : -1;
        if (low < 0 || high * 16 + low < 0x20) {
            *out++ = text[i];
        } else {
            *out++ = static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return arena.commit(out);
}

/// The end of a URL or DOI in running text belongs to the sentence.
std::string_view without_punctuation(std::string_view text) noexcept {
    auto const excess = [&](char open, char close) {
        return std::count(text.begin(), text.end(), close) - std::count(text.begin(), text.end(), open);
    };
    auto round = excess('(', ')'), square = excess('[', ']');
    for (; !text.empty(); text.remove_suffix(1)) {
        char const c = text.back();
        if ((c == ')' && round-- > 0) || (c == ']' && square-- > 0)) continue;
        if (std::string_view(".,;:!?'\"").find(c) == std::string_view::npos) break;
    }
    return text;
}

// ---- standard numbers ----------------------------------------------------------------------------------------------

/// Digits of a number without hyphens, as many as an ISBN has.
struct Digits {
    std::array<char, 13> digit{};
    std::size_t count = 0;

    bool add(char c) noexcept {
        if (count == digit.size()) return false;
        digit[count++] = c == 'x' ? 'X' : c;
        return true;
    }
    /// X stands for ten, and at the end alone.
    [[nodiscard]] bool well_formed() const noexcept {
        return std::all_of(digit.begin(), digit.begin() + static_cast<std::ptrdiff_t>(count) - (count > 0 ? 1 : 0), is_digit);
    }
    [[nodiscard]] NumberKind kind() const noexcept {
        if (!well_formed()) return NumberKind::none;
        if (count == 8) return NumberKind::issn;
        return count == 10 || (count == 13 && is_digit(digit[12])) ? NumberKind::isbn : NumberKind::none;
    }
    [[nodiscard]] bool check() const noexcept {
        int sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            int const value = digit[i] == 'X' ? 10 : digit[i] - '0';
            sum += value * (count == 13 ? (i % 2 == 0 ? 1 : 3) : static_cast<int>(count - i));
        }
        return sum % (count == 13 ? 10 : 11) == 0;
    }
};

std::size_t hyphen_size(std::string_view text) noexcept {
    if (text.front() == '-') return 1;
    for (std::string_view const dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"})
        if (text.starts_with(dash)) return dash.size();
    return 0;
}

/// The number at the front, which may have blanks between its groups: the first end that makes a good one counts.
StandardNumber front_number(std::string_view text) noexcept {
    StandardNumber best;
    Digits digits;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t const end = at;
        bool const at_x = lower(text[at]) == 'x' && (digits.count == 7 || digits.count == 9)
                          && (at + 1 == text.size() || !is_letter(text[at + 1]));
        if (is_digit(text[at]) || at_x) {
            if (!digits.add(lower(text[at]))) break;
            ++at;
            if (at < text.size() && (is_digit(text[at]) || hyphen_size(text.substr(at)) > 0)) continue;
            if (at < text.size() && lower(text[at]) == 'x' && (digits.count == 7 || digits.count == 9)) continue;
            NumberKind const kind = digits.kind();
            if (kind == NumberKind::none) continue;
            bool const check = digits.check();
            if (best.kind == NumberKind::none || check) best = {kind, text.substr(0, at), check, {}};
            if (check) break;
            continue;
        }
        bool const last_x = at + 1 < text.size() && lower(text[at + 1]) == 'x' && (digits.count == 7 || digits.count == 9);
        bool const group = text[at] == ' ' && at + 1 < text.size() && (is_digit(text[at + 1]) || last_x);
        at += group ? 1 : hyphen_size(text.substr(at));
        if (at == end) break;
    }
    return best;
}

}  // namespace

// ---- DOI -----------------------------------------------------------------------------------------------------------

bool is_doi(std::string_view plain) noexcept {
    if (!plain.starts_with("10.")) return false;
    std::size_t const slash = plain.find('/');
    if (slash == std::string_view::npos || slash + 1 == plain.size()) return false;
    std::string_view const registrant = plain.substr(3, slash - 3);
    if (registrant.size() < 4 || !std::all_of(registrant.begin(), registrant.end(), [](char c) { return is_digit(c) || c == '.'; }))
        return false;
    return std::none_of(plain.begin(), plain.end(), is_blank);
}

std::string_view decode_doi(std::string_view plain, Arena& arena) {
    std::string_view text = trim(plain);
    bool const is_link = starts_with_word(text, "http") || starts_with_word(text, "doi.org/") || starts_with_word(text, "dx.doi.org/");
    if (!is_link) {
        for (std::string_view const label : {"urn:", "info:", "doi", ":", "/"}) skip(text, label);
        text = trim(text);
    }
    if (!text.starts_with("10.")) {
        std::size_t at = find_word(text, "doi.org/");
        if (at != std::string_view::npos) text = trim(text.substr(at + 8));
        for (skip(text, "doi:"); !text.starts_with("10."); text.remove_prefix(at + 1)) {
            at = text.find_first_of("/ :=");
            if (at == std::string_view::npos) return {};
        }
    }
    text = first_word(text);
    if (is_link) text = without_percents(text, arena);
    text = without_punctuation(text);
    return is_doi(text) ? text : std::string_view{};
}

bool has_further_doi(std::string_view plain, std::string_view doi) noexcept {
    std::size_t const at = plain.find(doi);
    return at != std::string_view::npos && plain.substr(at + doi.size()).find("10.") != std::string_view::npos;
}

// ---- ISBN, ISSN ----------------------------------------------------------------------------------------------------

bool next_standard_number(std::string_view& rest, StandardNumber& number) noexcept {
    for (std::string_view text = rest; !text.empty();) {
        std::size_t const digit = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_digit) - text.begin());
        // "ISBN-13: 978...", "(10) 0-..." : the digits of a label
        StandardNumber found = front_number(text.substr(digit));
        if (found.kind == NumberKind::none) {
            text.remove_prefix(std::min(text.size(), digit + std::max<std::size_t>(1, count_digits(text.substr(digit)))));
            // What goes on behind a hyphen is the rest of the same number, and not another: "0-13-820432" is no ISSN.
            while (text.size() > 1 && (text[0] == '-' || is_digit(text[0])) && (is_digit(text[0]) || is_digit(text[1]))) text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(digit + found.text.size());
        std::string_view behind = text;
        while (!behind.empty() && is_blank(behind.front())) behind.remove_prefix(1);
        if (behind.starts_with('(') || behind.starts_with('[')) {
            std::size_t const end = behind.find_first_of(")]");
            found.note = trim(behind.substr(1, end == std::string_view::npos ? end : end - 1));
            text = end == std::string_view::npos ? std::string_view{} : behind.substr(end + 1);
        }
        while (!text.empty() && (is_blank(text.front()) || std::string_view(",;/").find(text.front()) != std::string_view::npos))
            text.remove_prefix(1);
        number = found;
        rest = text;
        return true;
    }
    return false;
}

StandardNumber standard_number(std::string_view plain) noexcept {
    std::string_view const text = trim(plain);
    StandardNumber const found = front_number(text);
    return found.text.size() == text.size() ? found : StandardNumber{};
}

// ---- PubMed, arXiv -------------------------------------------------------------------------------------------------

namespace {
/// The last folder or file of a URL.
std::string_view last_segment(std::string_view url) noexcept {
    while (url.ends_with('/')) url.remove_suffix(1);
    return url.substr(url.rfind('/') + 1);
}
}  // namespace

bool is_plain_issn(std::string_view number) noexcept {
    if (number.size() != 9 || number[4] != '-') return false;
    bool digits = true;
    for (std::size_t const i : {0U, 1U, 2U, 3U, 5U, 6U, 7U}) digits = digits && number[i] >= '0' && number[i] <= '9';
    return digits && ((number[8] >= '0' && number[8] <= '9') || number[8] == 'X' || number[8] == 'x');
}

std::string_view decode_pmid(std::string_view plain) noexcept {
    std::string_view text = trim(plain);
    if (starts_with_word(text, "http")) text = last_segment(text);
    for (std::string_view const label : {"pmid", "pubmed", ":"}) skip(text, label);
    text = trim(text);
    std::size_t const count = count_digits(text);
    return count == text.size() ? text : std::string_view{};
}

std::string_view decode_pmcid(std::string_view plain, Arena& arena) {
    std::string_view text = trim(plain);
    if (starts_with_word(text, "http")) text = last_segment(text);
    for (std::string_view const label : {"pmcid", ":"}) skip(text, label);
    text = trim(text);
    if (text.starts_with("PMC") && text.size() > 3 && count_digits(text.substr(3)) + 3 == text.size()) return text;
    skip(text, "pmc");
    if (text.empty() || count_digits(text) != text.size()) return {};
    char* const to = arena.reserve(text.size() + 3);
    std::copy_n("PMC", 3, to);
    text.copy(to + 3, text.size());
    return arena.commit(to + 3 + text.size());
}

ArxivId decode_arxiv(std::string_view plain) noexcept {
    std::string_view text = trim(plain);
    if (std::size_t const host = find_word(text, "arxiv.org/"); host != std::string_view::npos) {
        text = text.substr(host + 10);
        for (std::string_view const folder : {"abs/", "pdf/", "html/"}) skip(text, folder);
        if (text.ends_with(".pdf")) text.remove_suffix(4);
    }
    if (skip(text, "arxiv")) skip(text, ":");
    text = trim(text);
    ArxivId arxiv;
    std::string_view id = first_word(text);
    std::string_view const behind = trim(text.substr(id.size()));
    if (behind.size() > 2 && behind.front() == '[' && behind.back() == ']') arxiv.primary_class = behind.substr(1, behind.size() - 2);
    else if (!behind.empty()) return {};
    std::string_view number = id;
    if (std::size_t const slash = id.find('/'); slash != std::string_view::npos) {
        std::string_view const archive = id.substr(0, slash);
        bool const named = !archive.empty()
                           && std::all_of(archive.begin(), archive.end(), [](char c) { return is_letter(c) || c == '-' || c == '.'; });
        number = id.substr(slash + 1);
        if (!named || count_digits(number) != 7) return {};
        if (archive.find('.') != std::string_view::npos && arxiv.primary_class.empty()) arxiv.primary_class = archive;
        number.remove_prefix(7);
    } else {
        if (count_digits(number) != 4 || number.size() < 9 || number[4] != '.') return {};
        std::size_t const serial = count_digits(number.substr(5));
        if (serial != 4 && serial != 5) return {};
        number.remove_prefix(5 + serial);
    }
    if (!number.empty() && (number[0] != 'v' || number.size() == 1 || count_digits(number.substr(1)) + 1 != number.size())) return {};
    arxiv.id = id;
    return arxiv;
}

// ---- URL -----------------------------------------------------------------------------------------------------------

std::string_view find_url(std::string_view plain) noexcept {
    for (std::size_t at = 0; at < plain.size(); ++at) {
        char const c = lower(plain[at]);
        if ((c != 'h' && c != 'f' && c != 'w') || (at > 0 && is_letter(plain[at - 1]))) continue;
        std::string_view const text = plain.substr(at);
        std::size_t scheme = 0;
        for (std::string_view const each : {"https://", "http://", "ftp://", "www."})
            if (scheme == 0 && starts_with_word(text, each)) scheme = each.size();
        if (scheme == 0) continue;
        auto const end = std::find_if(text.begin(), text.end(), [](char b) {
            return is_blank(b) || b == '\x7F' || std::string_view("<>\"{}|\\^`").find(b) != std::string_view::npos;
        });
        std::string_view const url = without_punctuation(text.substr(0, static_cast<std::size_t>(end - text.begin())));
        if (url.size() > scheme) return url;
    }
    return {};
}

bool is_url(std::string_view plain) noexcept {
    std::string_view const text = trim(plain);
    std::string_view const url = find_url(text);
    return !url.empty() && url.data() == text.data() && std::none_of(text.begin(), text.end(), is_blank);
}

}  // namespace ibid::text
