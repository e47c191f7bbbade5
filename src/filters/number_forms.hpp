// Number forms: identifiers as filters compare and normalise them.
#pragma once

#include <string>
#include <string_view>

namespace ibid::filters {

/// In ASCII small letters.
std::string lower(std::string_view text);

/// An ISBN without hyphens, an ISSN (`serial`) with its one; anything else as it stands.
std::string bare_number(std::string_view number, bool serial);

/// An ISBN of ten digits, without hyphens, as that of thirteen (ISO 2108:2005, annex D); anything else as it stands.
std::string isbn_13(std::string bare);

}  // namespace ibid::filters
