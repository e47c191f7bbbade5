// What LaTeX noted in an .aux file: which keys the text cites, and the files that have them. \citation of LaTeX and natbib,
// \abx@aux@cite of biblatex, the files of \include and \input. Nothing else of the file is looked at.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tools {

struct AuxFile {
    std::vector<std::vector<std::string>> citations;  ///< the keys of each \cite, in the order of the text
    bool all = false;                                 ///< \nocite{*}
    std::vector<std::string> databases;               ///< of \bibdata, as they are written there
    std::vector<std::filesystem::path> files;         ///< that were read
    std::vector<std::filesystem::path> missing;       ///< included ones that are not there, as \includeonly leaves them
};

/// Reads the file and those that it includes. Throws FileError if it cannot be read.
AuxFile read_aux(std::filesystem::path const& path);

/// Where BibTeX would find a database: beside the .aux file, in the working folder, then in the folders of BIBINPUTS; ".bib"
/// may be left out. Throws FileError if there is none.
std::filesystem::path find_database(std::string const& name, std::filesystem::path const& aux);

}  // namespace ibid::tools
