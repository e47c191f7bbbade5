// Evidence: what encoding a file is in that is not UTF-8, from what it says and from the bytes themselves.
#pragma once

#include <string_view>

namespace ibid::io {

/// The name that a header gives, `% Encoding: GBK` in one of the first lines (JabRef); empty if there is none.
std::string_view encoding_of_header(std::string_view beginning) noexcept;

/// Windows-1252 or its part, Latin-1, by one of their names.
bool is_windows_1252(std::string_view name) noexcept;

/// "GBK", "MACINTOSH", "ISO-8859-2" or "WINDOWS-1250" if bytes of a text, from before the first that is no UTF-8, look like
/// it rather than like Windows-1252; else empty. A few thousand of them are enough.
std::string_view encoding_of_bytes(std::string_view bytes) noexcept;

}  // namespace ibid::io
