// The providers, ready for the names that the engine knows.
#include "formats/ris/providers.hpp"

#include "formats/ris/reference.hpp"

namespace ibid::formats::ris {

mapping::Providers const& providers() {
    static mapping::Providers const ready(provider_rows, engine().names());
    return ready;
}

}  // namespace ibid::formats::ris
