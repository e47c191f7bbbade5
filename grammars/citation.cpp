// The lines of a file of formatted citations: which are none, what stands before one, and in which order the styles are
// tried. The rules of the styles are in citation_rules.cpp.
#include "grammars/citation.hpp"

#include "grammars/citation_rules.hpp"
#include "grammars/support/byte_class.hpp"

#include <algorithm>

namespace ibid::grammars::citation {
namespace {

using support::digit, support::in;

/// Blanks, no-break blanks, byte order marks.
std::string_view trimmed(std::string_view text) noexcept {
    for (bool again = true; again;) {
        again = false;
        for (std::string_view const blank : {" ", "\t", "\r", "\u00A0", "\uFEFF"}) {
            if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
        }
    }
    return text;
}

/// What the box on an article page has beside the citations, and ibid cite prints above them.
bool is_heading(std::string_view line) noexcept {
    for (std::string_view const one : {"Copy and paste a formatted citation", "x", "×", "Spandidos Publications style",
                                       "APA", "MLA", "Chicago"})
        if (line == one) return true;
    return false;
}

/// Without the number of a list: "1. ", "12) ", "[12] ".
std::string_view without_number(std::string_view line) noexcept {
    std::size_t at = line.starts_with('[');
    bool const in_brackets = at == 1;
    std::size_t const begin = at;
    while (at < line.size() && in<digit>(line[at])) ++at;
    std::size_t const most_digits = in_brackets ? 4 : 3;  // "1984. " begins a title
    if (at == begin || at - begin > most_digits || at == line.size()) return line;
    bool const closes = in_brackets ? line[at] == ']' : line[at] == '.' || line[at] == ')';
    if (!closes || at + 1 == line.size() || (line[at + 1] != ' ' && line[at + 1] != '\t')) return line;
    return trimmed(line.substr(at + 1));
}

// The quotation marks of the first two are no other's. Where there is neither an issue nor a DOI their lines are alike.
constexpr Style styles[] = {Style::chicago, Style::mla, Style::spandidos, Style::apa};

bool is_only_of_chicago(Reference const& reference) noexcept {
    return !reference.issue.empty() || !reference.doi.empty();
}

bool is_balanced(std::string_view text) noexcept {
    int depth = 0;
    for (char const c : text) {
        depth += (c == '(') - (c == ')');
        if (depth < 0) return false;
    }
    return depth == 0;
}

/// Whether no number holds half a pair of parentheses, as where another style's "(2nd ed., Vol. 3)" is cut, and no
/// publisher is a year with something behind it. Lines with a quoted title are no other style's.
bool is_whole(Reference const& r) noexcept {
    for (std::string_view const number : {r.volume, r.page, r.publisher, r.place})
        if (!is_balanced(number)) return false;
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 0x7F; };
    bool const numbered = !is_balanced(r.container) && std::none_of(r.container.begin(), r.container.end(), is_letter);
    bool const dated = r.publisher.size() > 4 && std::all_of(r.publisher.begin(), r.publisher.begin() + 4, in<digit>);
    return !numbered && !dated;
}

/// Whether a line has the form of one of the styles.
bool read(std::string_view line, Batch& batch, Reference& reference) {
    std::size_t const names = batch.names.size();
    for (Style const style : styles) {
        if (read_as(style, line, batch, reference) && (style == Style::chicago ? is_only_of_chicago(reference) : style == Style::mla || is_whole(reference))) {
            reference.style = style;
            reference.source = line;
            return true;
        }
        batch.names.resize(names);
    }
    return false;
}

}  // namespace

void parse_line(std::string_view line, Batch& batch) {
    line = trimmed(line);
    if (line.empty() || is_heading(line)) return;
    std::string_view const text = without_number(line);
    Reference reference;
    if (read(text, batch, reference)) {
        batch.references.push_back(reference);
        return;
    }
    Problem problem{Code::not_understood, line};
    find_fault(text, batch, problem);
    batch.problems.push_back(problem);
}

Parsed parse(std::string_view window, bool at_end, Batch& batch, Limits const& limits) {
    std::size_t at = 0;
    while (at < window.size() && at < limits.max_batch) {
        std::string_view const rest = window.substr(at);
        std::size_t const end = rest.find_first_of("\n\r");
        bool const open = end == rest.npos;
        if (open && !at_end && rest.size() < limits.max_window) return {at, true};
        std::string_view const line = rest.substr(0, end);
        if (line.size() <= limits.max_line) parse_line(line, batch);
        else batch.problems.push_back({Code::too_long, line, line.data()});
        at += open ? rest.size() : end + 1;
    }
    return {at, false};
}

}  // namespace ibid::grammars::citation
