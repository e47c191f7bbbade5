// LaTeX <-> Text: the values of .bib fields. Not their splitting into names or lists, nor the file around them.
// Braces follow "BibTeXing" (Patashnik 1988), section 4: `{X}` protects letter case, `{\command ...}` is a special
// character and does not. Commands: LaTeX base, textcomp, amssymb, unicode-math, csquotes, biblatex and mhchem.
//
// Every view that is given to these functions has 64 readable bytes behind it; every view they give lives in the arena.
#pragma once

#include "ibid/arena.hpp"
#include "ibid/text.hpp"
#include "text/issues.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ibid::text {

/// How a value is to be read.
struct LatexOptions {
    bool protection = true;   ///< `{X}` is a nocase mark; false where letter case is never changed
    bool paragraphs = false;  ///< an empty line stays a paragraph ("\n\n"), `\\` a line ("\n"); else both are blanks
};

/// The text of a value. White space is collapsed and trimmed; what the commands stand for is NFC.
/// A command that nobody understands is kept under a tex mark and reported. Never fails.
Text decode_latex(std::string_view value, Arena& arena, LatexOptions const& options = {}, Issues* issues = nullptr);

/// What a .bib file is written for.
enum class LatexDialect : std::uint8_t {
    bibtex,    ///< LaTeX alone: quotations in plain quotation marks
    biblatex,  ///< biblatex is there: `\mkbibquote`
};
struct LatexTarget {
    LatexDialect dialect = LatexDialect::biblatex;
    bool ascii = false;  ///< characters beyond ASCII as commands, where there is one
};

/// At least the bytes that encode_latex() writes; the size of the plain text only if that is written as it stands.
std::size_t latex_size(Text const& text, LatexTarget const& target) noexcept;

/// Writes a text as the value of a .bib field, without delimiters, braces balanced; answers the end.
/// decode_latex() reads the same text again; the marks `language` and `subtitle`, and in BibTeX `quoted`, have no
/// spelling. `out` has room for latex_size() bytes.
char* encode_latex(Text const& text, char* out, LatexTarget const& target = {}, Issues* issues = nullptr);

/// The short way of encode_latex(), for text that is written as it stands, save braces around what is protected and
/// words of commands. Answers the end; null if there is more to do. `out` has room for the text, the arguments of its
/// marks, 2 for each mark and 16.
char* copy_as_latex(Text const& text, char* out, bool ascii) noexcept;

/// The same into anything with `char* reserve(size)` and `commit(end)`, as Sink and Arena have.
template <class Output>
void encode_latex(Text const& text, Output& out, LatexTarget const& target = {}, Issues* issues = nullptr) {
    std::size_t const size = latex_size(text, target);
    char* const to = out.reserve(size);
    if (size != text.plain.size()) return out.commit(encode_latex(text, to, target, issues));
    text.plain.copy(to, size);
    out.commit(to + size);
}

/// A LaTeX value in which a web page or a database left character references, `&amp;`, `&#233;`, with what they mean;
/// the value itself if there is none. Programs that make LaTeX of such a text escape it: `\&amp;`, `\&\#233;` are
/// decoded too, once. `{\&}amp;` is text, and how encode_latex() writes it. References: HTML 4.01, section 24.
std::string_view without_references(std::string_view value, Arena& arena);

/// A value that is no prose: url, doi, eprint, file. Takes away what TeX needs: `\url{u}` and `\href{u}{text}` are
/// `u`, `\_ \% \# \& \$ \{ \}` lose their backslash, `\~{}` and `\textasciitilde` are `~`. White space is trimmed, lines are joined.
std::string_view decode_verbatim(std::string_view value, Arena& arena);

/// The short way of encode_verbatim(): as copy_as_latex(); null if there is a brace.
char* copy_as_verbatim(std::string_view value, char* out) noexcept;

/// At least the bytes that encode_verbatim() writes.
std::size_t verbatim_size(std::string_view value) noexcept;

/// Writes such a value as it stands, save that a brace without its other half becomes `{\textbraceleft}` or
/// `{\textbraceright}`, which decode_verbatim() knows. `out` has room for verbatim_size() bytes; answers the end.
char* encode_verbatim(std::string_view value, char* out) noexcept;

}  // namespace ibid::text
