// UTF-8 (RFC 3629): is a text well formed? For texts that are known to hold more than ASCII.
#pragma once

namespace ibid::grammars::support {

/// The first byte that is no part of a well-formed sequence (overlong forms, surrogates and values beyond U+10FFFF
/// are not), or `last`. A sequence that `last` cuts is not well formed.
char const* find_bad_utf8(char const* first, char const* last) noexcept;

}  // namespace ibid::grammars::support
