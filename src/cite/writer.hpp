// Writers: blocks as HTML, plain text, LaTeX, Markdown, RTF, Typst or JSON. Most are a table of what stands for a face and
// a display, and how a target escapes; walking the spans is the same for all.
#pragma once

#include "cite/output.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::cite {

/// What stands before and behind something.
struct Around {
    std::string_view open{}, close{};
};

/// By what a text of LaTeX cites an entry: authors and year, or a label alone; nothing where it does by number.
struct BibitemLabel {
    std::string authors{}, year{};
};

/// An entry of a bibliography, and by what the text cites it.
struct WrittenEntry {
    std::string_view id{};         ///< of the record, as its file has it
    BibitemLabel label{};          ///< plain text; for targets with own labels (see Writer::own_labels)
    std::vector<Block> blocks{};
};

/// What the text reads where it cites.
struct WrittenCitation {
    std::string_view id{};
    int note = 0;
    std::span<Block const> blocks{};
};

/// A target.
struct Writer {
    std::string_view name{};
    void (*escape)(std::string& to, std::string_view text) = nullptr;
    Around faces[15]{};                ///< by Face; of Face::link see `link`
    Around displays[5]{};              ///< by Display
    void (*link)(std::string& to, std::string_view url, bool opens) = nullptr;  ///< none: links are not written
    Around entry{};                    ///< an entry of a bibliography
    Around bibliography{};
    Around citation{};                 ///< in a list of them; nothing: as an entry
    Around document{};                 ///< around all of it
    bool takes_tex = false;            ///< formulas are written as such (Face::tex)
    bool own_labels = false;           ///< the target numbers and labels the entries itself: their blocks do not
    void (*write_blocks)(std::string& to, std::span<Block const> blocks) = nullptr;  ///< in the place of the tables
    void (*write_bibliography)(std::string& to, std::span<WrittenEntry const> entries) = nullptr;
    void (*write_document)(std::string& to, std::span<WrittenCitation const> citations, std::span<WrittenEntry const> entries) = nullptr;
};

extern Writer const html_writer, latex_writer;

/// By its name (`html`, `html-links`, `json`, `latex`, `markdown`, `plain`, `rtf`, `thebibliography`, `typst`); none if
/// there is none.
Writer const* find_writer(std::string_view name) noexcept;

/// A citation or an entry without what surrounds it, appended to `to`.
void write(std::string& to, Writer const& writer, std::span<Block const> blocks);
std::string write(Writer const& writer, std::span<Block const> blocks);

/// A whole bibliography; with the citations before it.
std::string write_bibliography(Writer const& writer, std::span<WrittenEntry const> entries);
std::string write_document(Writer const& writer, std::span<WrittenCitation const> citations, std::span<WrittenEntry const> entries);

/// The blocks as a JSON object: an array of runs, and their texts as one (see json_writer.cpp).
void write_json(std::string& to, std::span<Block const> blocks);
void write_json_bibliography(std::string& to, std::span<WrittenEntry const> entries);
void write_json_document(std::string& to, std::span<WrittenCitation const> citations, std::span<WrittenEntry const> entries);
/// A `thebibliography` environment of LaTeX.
void write_thebibliography(std::string& to, std::span<WrittenEntry const> entries);

}  // namespace ibid::cite
