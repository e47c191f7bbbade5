// A list of files. It is read to its end before anything else is done: what is to be written must not meet what is read.
#include "batch/file_list.hpp"

#include "files.hpp"
#include "options.hpp"

#include <fstream>
#include <iostream>

namespace ibid::tools {

std::vector<std::string> names_listed_in(std::string const& list, bool by_nul) {
    std::ifstream file;
    bool const is_standard = list == standard_stream;
    if (!is_standard) file.open(list, std::ios::binary);
    std::istream& in = is_standard ? std::cin : file;
    std::vector<std::string> names;
    for (std::string name; std::getline(in, name, by_nul ? '\0' : '\n');) {
        if (!by_nul && name.ends_with('\r')) name.pop_back();
        if (!name.empty()) names.push_back(name);
    }
    if (!in.eof()) throw FileError("cannot read the list of files '" + list + "'");
    return names;
}

}  // namespace ibid::tools
