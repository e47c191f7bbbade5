// Carriage: what RIS has no tag for, as notes that other programs show and this format reads back.
//   N1  - ibid:archive-place=Leiden          a variable; one line for each element of a list and for each name
//   N1  - ibid:bibtex.acknowledgement=...    a field of another format that no variable holds
//   N1  - ibid:biblatex.native-type=manual   the type of the record in that format, which RIS does not say
//   N1  - ibid:others=author                 the list of names is incomplete ("and others")
// Names are spelled as in AU, dates as in EDTF.
#pragma once

#include "formats/ris/decoder.hpp"
#include "formats/ris/encoder.hpp"

#include <span>
#include <string_view>

namespace ibid::formats::ris {

void print_carried(Encoder& encoder, Field const& field);
void print_carried(Encoder& encoder, Extra const& extra);
void print_incomplete(Encoder& encoder, VariableId names);

/// Whether a note is a carried line.
constexpr bool is_carried(std::string_view note) noexcept { return note.starts_with("ibid:"); }
/// Reads a carried line back into its variable or extra; false: it is a note like any other. That of an incomplete list
/// is left for mark_incomplete(), under the list's variable.
bool read_carried(Decoder& decoder, mapping::NativeField& note);
/// Marks the lists that carried lines call incomplete, when all names are there.
void mark_incomplete(Record& record, std::span<mapping::NativeField> notes);

/// The first text of a value, for messages.
std::string_view glimpse(Field const& field) noexcept;

}  // namespace ibid::formats::ris
