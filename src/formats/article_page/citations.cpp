// How formatted citations are taken apart around the title.
#include "formats/article_page/citations.hpp"

#include "grammars/article_page_blanks.hpp"

#include <algorithm>

namespace ibid::formats::article_page {
namespace {

namespace grammar = grammars::article_page;

/// Longer ones are no citations, and searching them would take its time.
constexpr std::size_t longest_citation = std::size_t{16} << 10;

/// Takes the punctuation off that parts a title from what follows, quotation marks included.
std::string_view without_punctuation(std::string_view text) noexcept {
    for (;;) {
        std::size_t size = grammar::blank_size(text);
        for (std::string_view const mark : {".", ",", "\"", "'", "\u201D", "\u2019"})
            if (text.starts_with(mark)) size = mark.size();
        if (size == 0) return text;
        text.remove_prefix(size);
    }
}

/// Whether a title may stand between these words in a style: a short one may also be part of a name.
bool may_stand(std::string_view before, std::string_view behind, grammar::Style style) noexcept {
    if (before.ends_with(' ')) before.remove_suffix(1);
    if (before.empty()) return !behind.starts_with(' ');  // a citation without authors
    switch (style) {
        case grammar::Style::spandidos: return before.ends_with(':');
        case grammar::Style::apa: return before.ends_with('.') || before.ends_with(')');
        default: return before.ends_with('"') || before.ends_with("\u201C");
    }
}

/// "JJ", "J-J", "Å": capitals, with hyphens between.
bool is_initials(std::string_view word) noexcept {
    constexpr std::size_t longest = 12;
    return !word.empty() && word.size() <= longest && std::none_of(word.begin(), word.end(), [](unsigned char c) {
        return c < 0x80 && !(c >= 'A' && c <= 'Z') && c != '-' && c != '.';
    });
}

bool is_suffix(std::string_view word) noexcept {
    return word == "Jr" || word == "Sr" || word == "II" || word == "III" || word == "IV";
}

CitedAuthor author_of(std::string_view text) noexcept {
    std::size_t blank = text.rfind(' ');
    if (blank == text.npos) return {text, {}};
    if (is_suffix(text.substr(blank + 1)) && text.rfind(' ', blank - 1) < blank) {
        text = text.substr(0, blank);
        blank = text.rfind(' ');
    }
    std::string_view const last = text.substr(blank + 1);
    return is_initials(last) ? CitedAuthor{grammar::trimmed(text.substr(0, blank)), last} : CitedAuthor{text, {}};
}

}  // namespace

std::string folded(std::string_view text, std::vector<std::size_t>* places) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::string_view const rest = text.substr(at);
        std::size_t size = 1;
        char byte = rest[0];
        if (std::size_t const blank = rest[0] == '\n' || rest[0] == '\r' ? 1 : grammar::blank_size(rest)) size = blank, byte = ' ';
        else if (std::size_t const hyphen = grammar::hyphen_size(rest)) size = hyphen, byte = '-';
        if (byte != ' ' || (!out.empty() && out.back() != ' ')) {
            out += byte;
            if (places != nullptr) places->push_back(at);
        }
        at += size;
    }
    if (places != nullptr) places->push_back(text.size());
    return out;
}

Citation read_citation(std::string_view citation, std::string_view title, grammar::Style style) {
    Citation read;
    if (title.empty() || citation.size() > longest_citation || title.size() > longest_citation) return read;
    std::vector<std::size_t> places;
    std::string const text = folded(citation, &places);
    std::string const wanted = folded(title);
    if (wanted.empty()) return read;
    std::string_view const all = text;
    std::size_t at = all.find(wanted);
    while (at != all.npos && !may_stand(all.substr(0, at), all.substr(at + wanted.size()), style)) at = all.find(wanted, at + 1);
    if (at == all.npos) return read;
    read.authors = citation.substr(0, places[at]);
    std::string_view const behind = without_punctuation(citation.substr(places[at + wanted.size()]));
    read.understood = grammar::parse_tail(behind, style, read.tail);
    if (read.tail.volume == "0") read.tail.volume = read.tail.pages = {};  // "Int J Oncol 0: 0-0, 2020" has none yet
    return read;
}

std::vector<CitedAuthor> cited_authors(std::string_view list) {
    list = grammar::trimmed(list);
    if (!list.ends_with(':')) return {};
    list.remove_suffix(1);
    std::vector<CitedAuthor> authors;
    while (!list.empty()) {
        std::size_t const comma = list.find(", "), word = list.find(" and ");
        std::size_t const end = std::min({comma, word, list.size()});
        if (std::string_view const one = grammar::trimmed(list.substr(0, end)); !one.empty()) authors.push_back(author_of(one));
        list.remove_prefix(end == list.size() ? end : end + (end == comma ? 2 : 5));
    }
    return authors;
}

}  // namespace ibid::formats::article_page
