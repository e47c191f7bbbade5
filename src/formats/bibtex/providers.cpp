// The providers, ready for the names that the engine knows.
#include "formats/bibtex/providers.hpp"

#include "formats/bibtex/entry.hpp"

namespace ibid::formats::bibtex {

mapping::Providers const& providers() {
    static mapping::Providers const ready(provider_rows, engine().names());
    return ready;
}

}  // namespace ibid::formats::bibtex
