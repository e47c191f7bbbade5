// Drain: a reader's items to a sink, counted.
#pragma once

#include "ibid/convert.hpp"

#include <cstdint>

namespace ibid::pipeline {

/// What read_all() does once there is a reader.
Counts drain(Reader& reader, ItemSink& to, OnError on_error = OnError::skip);

/// Consumes so many bytes of a source, or all if it has no more; false then.
bool pass_over(Source& source, std::uint64_t size);

}  // namespace ibid::pipeline
