// How residue is named and made safe.
#include "formats/bibtex/residue.hpp"

#include "formats/bibtex/inheritance.hpp"

#include <cstring>

namespace ibid::formats::bibtex {
namespace {

/// Fields that the two dialects spell differently: BibLaTeX 3.20 manual 2.2.5 (field aliases).
struct Renamed {
    std::string_view biblatex, bibtex;
};
constexpr Renamed renamed[] = {{"journaltitle", "journal"}, {"location", "address"},          {"annotation", "annote"},
                               {"eprinttype", "archiveprefix"}, {"eprintclass", "primaryclass"}, {"sortkey", "key"}};

}  // namespace

std::string_view source_name(Extra const& extra, Record const& record, Dialect dialect) noexcept {
    int sources = 0;
    for (Extra const& x : record.extras()) sources += x.kind == ExtraKind::expression && x.variable == extra.variable;
    if (sources != 1) return extra.name;
    for (Renamed const& r : renamed) {
        if (dialect == Dialect::biblatex && same_name(extra.name, r.bibtex)) return r.biblatex;
        if (dialect == Dialect::bibtex && same_name(extra.name, r.biblatex)) return r.bibtex;
    }
    return extra.name;
}

std::string_view balanced(std::string_view value, Arena& arena) {
    if (value.find('{') == std::string_view::npos && value.find('}') == std::string_view::npos) return value;
    std::size_t depth = 0, unmatched = 0;
    bool stray = false;
    for (char const c : value) {
        if (c == '{') ++depth;
        else if (c == '}' && depth == 0) stray = true;
        else if (c == '}') --depth;
    }
    unmatched = depth;
    if (unmatched == 0 && !stray) return value;
    char* const begin = arena.reserve(value.size() + unmatched);
    char* to = begin;
    depth = 0;
    for (char const c : value) {
        if (c == '}' && depth == 0) continue;
        depth += c == '{';
        depth -= c == '}';
        *to++ = c;
    }
    for (; depth > 0; --depth) *to++ = '}';
    return arena.commit(to);
}

}  // namespace ibid::formats::bibtex
