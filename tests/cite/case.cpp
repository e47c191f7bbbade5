// Reading the cases of the official CSL test-suite. See case.hpp.
#include "case.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace ibid::cite::suite {
namespace {

namespace fs = std::filesystem;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

/// The name in `>>===== NAME =====>>`, or nothing.
std::string_view heading(std::string_view line, char arrow) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    std::string const edge(2, arrow);
    if (line.size() < 8 || line.substr(0, 2) != edge || line.substr(line.size() - 2) != edge || line[2] != '=') return {};
    std::size_t const begin = line.find_first_not_of("= ", 2), end = line.find_last_not_of("= ", line.size() - 3);
    return begin == std::string_view::npos || end < begin ? std::string_view() : line.substr(begin, end - begin + 1);
}

Case read_case(fs::path const& file, std::string name) {
    Case test;
    test.name = std::move(name);
    std::ifstream stream(file, std::ios::binary);
    std::string line, section;
    while (std::getline(stream, line)) {
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (section.empty()) {
            section = heading(line, '>');
        } else if (heading(line, '<') == section) {
            std::string& text = test.sections[section];
            text = std::string(trimmed(text));
            section.clear();
        } else {
            test.sections[section] += line += '\n';
        }
    }
    return test;
}

/// "affix-MovingPunctuation-f4e4c5" and "affix_MovingPunctuation" are both "affix-MovingPunctuation".
std::string case_name(std::string stem) {
    std::size_t const dash = stem.rfind('-');
    bool const hashed = dash != std::string::npos && stem.size() - dash == 7 &&
                        stem.find_first_not_of("0123456789abcdef", dash + 1) == std::string::npos;
    if (hashed) stem.erase(dash);
    if (auto const underscore = stem.find('_'); underscore != std::string::npos) stem[underscore] = '-';
    return stem;
}

}  // namespace

std::string_view Case::section(std::string_view which) const {
    auto const found = sections.find(which);
    return found == sections.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Case::prefix() const { return std::string_view(name).substr(0, name.find('-')); }

std::vector<Case> read_cases(fs::path const& folder) {
    std::vector<Case> cases;
    std::error_code absent;
    for (fs::directory_entry const& entry : fs::directory_iterator(folder, absent)) {
        fs::path const file = entry.is_directory() ? entry.path() / "input.txt" : entry.path();
        if (file.extension() != ".txt" || !fs::is_regular_file(file)) continue;
        Case test = read_case(file, case_name(entry.path().stem().string()));
        if (!test.section("CSL").empty()) cases.push_back(std::move(test));
    }
    std::sort(cases.begin(), cases.end(), [](Case const& a, Case const& b) { return a.name < b.name; });
    return cases;
}

}  // namespace ibid::cite::suite
