// Languages: the names that babel and polyglossia (BibLaTeX's `langid`) have for them, and BCP 47 tags.
#pragma once

#include <string_view>

namespace ibid::text {

/// The BCP 47 tag of a babel or polyglossia name, letter case ignored: `ngerman` is "de". The keys `lang...` of
/// BibLaTeX (`langfrench`) are known too. Unknown: empty.
std::string_view language_tag(std::string_view name) noexcept;

/// The same with BibLaTeX's `langidopts` ("variant=british"), which says more than the name.
std::string_view language_tag(std::string_view name, std::string_view options) noexcept;

/// The babel name of a tag: "de" is `ngerman`. Where none means the tag exactly, a near one is answered and `exact` is
/// false: "de-LU" is `ngerman`, and "fr" is `french`, which language_tag() calls "fr-FR". Unknown: empty.
std::string_view babel_name(std::string_view tag, bool* exact = nullptr) noexcept;

/// Whether a text has the form of a BCP 47 tag: "en", "pt-BR", "zh-Hans-CN".
bool is_language_tag(std::string_view text) noexcept;
/// Whether a value says English, by tag or by name.
bool is_english(std::string_view language) noexcept;

}  // namespace ibid::text
