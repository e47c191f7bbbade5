// What BibTeX would write into a .bbl file: \cite of LaTeX and natbib finds its entries in it. Styles that number leave that
// to LaTeX; of the others, \bibitem says what the text cites an entry by, in natbib's form: "Chen et al.(2021)".
#include "cite/writer.hpp"

#include <algorithm>

namespace ibid::cite {
namespace {

/// As wide as the widest label that LaTeX has to make room for.
std::string widest(std::span<WrittenEntry const> entries) {
    std::string_view longest;
    for (WrittenEntry const& entry : entries)
        if (entry.label.size() > longest.size()) longest = entry.label;
    if (longest.empty()) return std::string(std::to_string(entries.size()).size(), '9');
    std::string latex;
    latex_writer.escape(latex, longest);
    return latex;
}

void put_item(std::string& to, WrittenEntry const& entry) {
    to += "\n\\bibitem";
    if (!entry.label.empty()) {
        std::string label;
        latex_writer.escape(label, entry.label);
        bool const braces = label.find_first_of("[]") != label.npos;
        to += (braces ? "[{" : "[") + label + (braces ? "}]" : "]");
    }
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
