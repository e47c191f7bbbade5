// Carriage: variables that .bib files have no field for, and the residue of other formats, as fields of their own.
// `csl-archive-place = {...}` is the variable archive-place; `ris-H1 = {...}` is RIS's tag H1. No style prints them.
#pragma once

#include "formats/bibtex/decoder.hpp"
#include "formats/bibtex/encoder.hpp"

#include <string_view>

namespace ibid::formats::bibtex {

/// `prefix-name`, with what a field name cannot hold replaced by `_`; in the arena.
std::string_view carried_name(std::string_view prefix, std::string_view name, Arena& arena);

/// Prints a variable under a carried name.
void print_carried(Encoder& encoder, std::string_view name, Field const& field);

/// Reads a carried field back into its variable, or into an extra of its format; false: it is none.
bool read_carried(Decoder& decoder, mapping::NativeField const& field);

/// A value as one line of plain text, for messages; in the arena.
std::string_view plain_value(Field const& field, Arena& arena);

}  // namespace ibid::formats::bibtex
