// Range: a stretch of a file that holds whole records, for work that is shared out among processes or machines.
#pragma once

#include "ibid/convert.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace ibid {

/// Bytes [begin, end) of a file's text: behind its byte order mark, and decompressed.
struct ByteRange {
    static constexpr std::uint64_t to_the_end = ~std::uint64_t{0};

    std::uint64_t begin = 0;
    std::uint64_t end = to_the_end;

    friend bool operator==(ByteRange const&, ByteRange const&) = default;
};

/// Cuts a source into ranges of about `size` bytes, each of which begins with a record; the last goes to the end. It reads the
/// whole source, for only so is it known where records begin (see Cuts). One range if the format cannot be cut.
std::vector<ByteRange> find_ranges(Source& source, Format const& from, std::uint64_t size);

/// Why a range could not be read.
enum class RangeFault {
    none,
    cannot_be_cut,   ///< files that begin so are read whole
    begins_inside,   ///< of a record; found out for .bib files
    ends_inside,     ///< what is whole was read
    behind_the_end,  ///< it begins there
};

/// What read_range() did.
struct RangeRead {
    Counts counts;
    RangeFault fault = RangeFault::none;
};

/// read_all() for a range, by one thread. What is before is passed over; of a .bib file it is read as well, for the macros that it
/// defines. Parents of entries are found in the whole file. Places in messages are those of the file.
RangeRead read_range(Source& source, Format const& from, ByteRange range, ItemSink& to, Diagnostics& diagnostics, ReadSettings const& how = {});

}  // namespace ibid
