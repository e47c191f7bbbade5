// Letter case but for titles, which have a file of their own.
#include "cite/text_case.hpp"

#include "cite/unicode.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

using Edits = std::vector<CaseEdit>;

std::uint32_t narrow(std::size_t size) noexcept { return static_cast<std::uint32_t>(size); }

bool is_kept(std::span<Range const> kept, std::size_t at) noexcept {
    auto const holds = [at](Range const& range) { return range.begin <= at && at < range.end; };
    return std::any_of(kept.begin(), kept.end(), holds);
}

void put_title(Edits& edits, std::string_view text, std::size_t at, std::string_view language) {
    CodePoint const point = code_point_at(text, at);
    char32_t const title = to_title(point.value, language);
    if (title == point.value) return;
    CaseEdit edit{narrow(at), narrow(at + point.size), {}};
    append_utf8(edit.text, title);
    edits.push_back(std::move(edit));
}

/// Where the first letter or digit stands, from a place on; the text's size if there is none.
std::size_t first_of_word(std::string_view text, std::size_t at) noexcept {
    while (at < text.size()) {
        CodePoint const point = code_point_at(text, at);
        if (is_letter_or_digit(point.value)) break;
        at += point.size;
    }
    return at;
}

/// Whether a word ends before a character; parts of a compound are words.
bool ends_word(char32_t code) noexcept { return is_space(code) || code == U'-' || code == U'‐' || code == U'‑'; }

/// Whether no letter of a word is a capital.
bool is_lower_word(std::string_view text, std::size_t at) noexcept {
    while (at < text.size()) {
        CodePoint const point = code_point_at(text, at);
        if (ends_word(point.value)) break;
        if (is_upper(point.value)) return false;
        at += point.size;
    }
    return true;
}

/// Changes all that is not kept, from a place on.
template <typename Change>
void put_pieces(Edits& edits, std::string_view text, std::size_t from, std::span<Range const> kept,
                std::span<std::uint32_t const> cuts, Change change) {
    auto const put = [&](std::size_t begin, std::size_t end) {
        for (std::uint32_t const cut : cuts) {
            if (cut <= begin) continue;
            if (cut >= end) break;
            edits.push_back({narrow(begin), cut, change(text.substr(begin, cut - begin))});
            begin = cut;
        }
        if (begin < end) edits.push_back({narrow(begin), narrow(end), change(text.substr(begin, end - begin))});
    };
    for (Range const& range : kept) {
        if (from < range.begin) put(from, range.begin);
        from = std::max<std::size_t>(from, range.end);
    }
    put(from, text.size());
}

Edits sentence_edits(std::string_view text, std::span<Range const> kept, std::span<std::uint32_t const> cuts,
                     std::string_view language) {
    Edits edits;
    auto const small = [language](std::string_view piece) { return lowercase(piece, language); };
    std::size_t const first = first_of_word(text, 0);
    if (first == text.size()) return edits;
    std::size_t from = 0;
    if (!is_kept(kept, first)) {
        put_title(edits, text, first, language);
        from = first + code_point_at(text, first).size;
    }
    put_pieces(edits, text, from, kept, cuts, small);
    return edits;
}

Edits capitalize_edits(bool all, std::string_view text, std::span<Range const> kept, std::string_view language) {
    Edits edits;
    std::size_t at = first_of_word(text, 0);
    while (at < text.size()) {
        if (!is_kept(kept, at) && is_lower_word(text, at)) put_title(edits, text, at, language);
        if (!all) break;
        while (at < text.size()) {
            CodePoint const point = code_point_at(text, at);
            if (ends_word(point.value)) break;
            at += point.size;
        }
        at = first_of_word(text, at);
    }
    return edits;
}

}  // namespace

bool is_english(std::string_view language) noexcept {
    if (language.size() < 2) return language.empty();
    auto const small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
    if (small(language[0]) != 'e' || small(language[1]) != 'n') return false;
    return language.size() == 2 || !is_letter_or_digit(static_cast<unsigned char>(language[2]));
}

std::vector<CaseEdit> case_edits(TextCase text_case, std::string_view text, std::span<Range const> kept,
                                 std::span<std::uint32_t const> cuts, std::string_view language) {
    Edits edits;
    auto const small = [language](std::string_view piece) { return lowercase(piece, language); };
    auto const capital = [language](std::string_view piece) { return uppercase(piece, language); };
    switch (text_case) {
    case TextCase::none: break;
    case TextCase::lowercase:
        put_pieces(edits, text, 0, kept, cuts, small);
        break;
    case TextCase::uppercase:
        put_pieces(edits, text, 0, kept, cuts, capital);
        break;
    case TextCase::capitalize_first: return capitalize_edits(false, text, kept, language);
    case TextCase::capitalize_all: return capitalize_edits(true, text, kept, language);
    case TextCase::sentence: return sentence_edits(text, kept, cuts, language);
    case TextCase::title:
        if (is_english(language)) return title_edits(text, kept, language);
        break;
    case TextCase::title_english: return title_edits(text, kept, language);
    }
    return edits;
}

std::string with_case(TextCase text_case, std::string_view text, std::string_view language) {
    std::string to;
    std::size_t from = 0;
    for (CaseEdit const& edit : case_edits(text_case, text, {}, {}, language)) {
        to.append(text.substr(from, edit.begin - from)).append(edit.text);
        from = edit.end;
    }
    to.append(text.substr(from));
    return to;
}

}  // namespace ibid::cite
