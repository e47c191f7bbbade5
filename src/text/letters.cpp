// Letters: the answers, from utf8proc.
#include "text/letters.hpp"

#include <utf8proc.h>

namespace ibid::text {

grammars::person_name::Letter letter_of(char32_t character) noexcept {
    using grammars::person_name::Letter;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_LL: return Letter::lower;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO: return Letter::other;
    default: return Letter::none;  // modifier letters too: U+02BB in "\u02BBAbd"
    }
}

}  // namespace ibid::text
