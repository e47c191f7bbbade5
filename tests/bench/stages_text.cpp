// The stages inside values: LaTeX and names, over the values of a .bib file that the set-up has parsed.

#include "bench/stage.hpp"

namespace ibid::bench {

std::span<Stage const> text_stages() { return {}; }

}  // namespace ibid::bench
