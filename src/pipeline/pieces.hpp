// Pieces: a file is cut where records may begin, threads read the pieces side by side, and what they hold is delivered in
// the order of the file, with its diagnostics. What comes out is what one thread would have made, byte for byte.
#pragma once

#include "ibid/convert.hpp"

namespace ibid::pipeline {

/// Whether it can be done, and is worth it: more than one thread, a format that can be cut, a source that is no pipe, is
/// UTF-8 and longer than a few pieces.
bool can_read_in_pieces(Source const& source, Format const& from, ReadSettings const& how);

/// See read_all().
Counts read_in_pieces(Source& source, Format const& from, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how);

}  // namespace ibid::pipeline
