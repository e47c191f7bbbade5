// Drain: a reader's items to a sink, counted.
#pragma once

#include "ibid/convert.hpp"

namespace ibid::pipeline {

/// What read_all() does once there is a reader.
Counts drain(Reader& reader, ItemSink& to, OnError on_error = OnError::skip);

}  // namespace ibid::pipeline
