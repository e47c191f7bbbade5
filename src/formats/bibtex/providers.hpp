// The providers of .bib files, and who is to be taken for one.
#pragma once

#include "mapping/providers.hpp"

namespace ibid::formats::bibtex {

#define IBID_PROVIDERS_TABLE "formats/bibtex/providers_table.def"
#include "mapping/provider_rows.def"
#undef IBID_PROVIDERS_TABLE

/// Those of providers_table.def, ready.
mapping::Providers const& providers();

}  // namespace ibid::formats::bibtex
