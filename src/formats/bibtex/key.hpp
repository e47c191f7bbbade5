// Citation keys as a .bib file can hold them.
#pragma once

#include "grammars/support/scan.hpp"
#include "ibid/arena.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace ibid::formats::bibtex {

/// The key, or one in the arena where something in it ends or breaks a key: then all that is dear to BibTeX or LaTeX is replaced.
inline std::string_view fitting_key(std::string_view key, Arena& arena) {
    using grammars::support::bytes, grammars::support::in, grammars::support::scan_class;
    static constexpr auto fatal = bytes(" \t\r\n,{}");
    char const* const last = key.data() + key.size();
    if (scan_class<~fatal>(key.data(), last) == last) return key;
    std::string safe(key);
    std::replace_if(safe.begin(), safe.end(), in<fatal | bytes("()\"#%~\\=")>, '_');
    return arena.copy(safe);
}

}  // namespace ibid::formats::bibtex
