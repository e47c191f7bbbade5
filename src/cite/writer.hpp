// Writers: blocks as HTML, plain text, LaTeX, Markdown, RTF or Typst. Each is a table of what stands for a face and a
// display, and how a target escapes; walking the spans is the same for all.
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

/// A target.
struct Writer {
    std::string_view name{};
    void (*escape)(std::string& to, std::string_view text) = nullptr;
    Around faces[14]{};                ///< by Face; of Face::link see `link`
    Around displays[5]{};              ///< by Display
    void (*link)(std::string& to, std::string_view url, bool opens) = nullptr;  ///< none: links are not written
    Around entry{};                    ///< an entry of a bibliography
    Around bibliography{};
};

extern Writer const html_writer, plain_writer, latex_writer, markdown_writer, rtf_writer, typst_writer;

/// By its name (`html`, `plain`, `latex`, `markdown`, `rtf`, `typst`); none if there is none.
Writer const* find_writer(std::string_view name) noexcept;

/// A citation or an entry without what surrounds it, appended to `to`.
void write(std::string& to, Writer const& writer, std::vector<Block> const& blocks);
std::string write(Writer const& writer, std::vector<Block> const& blocks);

/// A whole bibliography.
std::string write_bibliography(Writer const& writer, std::span<std::vector<Block> const> entries);

/// One entry of a bibliography with what surrounds it, appended to `to`.
void write_entry(std::string& to, Writer const& writer, std::vector<Block> const& blocks);

}  // namespace ibid::cite
