// Values as one line of text, for people who compare them. It is no format: nothing reads it.
#pragma once

#include <ibid/record.hpp>

#include <string>

namespace ibid::tools {

/// Marks as tags: "the <nocase>TeX</nocase> book".
std::string show(Text const& text);
/// "von Beethoven, Ludwig; Gogh, Vincent van; et al."
std::string show(Names const& names);
/// As EDTF writes it, or the literal in quotation marks.
std::string show(Date const& date);
/// The value of a field; of a list, the texts between bars.
std::string show(Field const& field);

}  // namespace ibid::tools
