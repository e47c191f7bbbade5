// What BibTeX would write into a .bbl file: \cite of LaTeX and natbib finds its entries in it. Styles that number leave that
// to LaTeX; of the others, \bibitem says what the text cites an entry by, in natbib's form: "Chen et al.(2021)".
#include "cite/writer.hpp"

#include <string>
#include <utility>

namespace ibid::cite {
namespace {

/// In natbib's form; braces keep parentheses and brackets of names to themselves.
std::string latex_of(BibitemLabel const& label) {
    auto const escaped = [](std::string_view text) {
        std::string latex;
        latex_writer.escape(latex, text);
        return latex.find_first_of("()[]") == latex.npos ? latex : '{' + latex + '}';
    };
    return label.year.empty() ? escaped(label.authors) : escaped(label.authors) + '(' + escaped(label.year) + ')';
}

/// As wide as the widest label that LaTeX has to make room for.
std::string widest(std::span<WrittenEntry const> entries) {
    std::string longest;
    for (WrittenEntry const& entry : entries)
        if (std::string latex = latex_of(entry.label); !entry.label.authors.empty() && latex.size() > longest.size()) longest = std::move(latex);
    return longest.empty() ? std::string(std::to_string(entries.size()).size(), '9') : longest;
}

void put_item(std::string& to, WrittenEntry const& entry) {
    to += "\n\\bibitem";
    if (!entry.label.authors.empty()) to += '[' + latex_of(entry.label) + ']';
    ((to += '{') += entry.id) += "}\n";
    std::size_t const begin = to.size();
    write(to, latex_writer, entry.blocks);
    // An empty line would end the paragraph within the entry.
    for (std::size_t at = to.find("\n\n", begin); at != to.npos; at = to.find("\n\n", at)) to.erase(at, 1);
    if (!to.ends_with('\n')) to += '\n';
}

}  // namespace

void write_thebibliography(std::string& to, std::span<WrittenEntry const> entries) {
    to += "\\providecommand{\\href}[2]{#2}\n\\begin{thebibliography}{" + widest(entries) + "}\n";
    for (WrittenEntry const& entry : entries) put_item(to, entry);
    to += "\n\\end{thebibliography}\n";
}

}  // namespace ibid::cite
