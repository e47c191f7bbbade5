// Note fields: variables that users write into an item's note, because their program has no field for them: lines such as
// "original-date: 1923" at its beginning (the field Extra of Zotero), or "{:original-date: 1923}" within it.
// CSL 1.0.2 does not know them; processors do. It is for those who read records to call; the processor does not.
#pragma once

#include "ibid/record.hpp"

namespace ibid::cite {

/// Takes the variables out of the note and sets those that the record does not have, and dates in any case. Names are written
/// "Family || Given", one a line. "type:" sets the type. True: something was taken.
bool take_note_fields(Record& record);

}  // namespace ibid::cite
