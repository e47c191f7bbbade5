// The values of a record as ibid-json: texts, lists, names, dates, each on one line.
#pragma once

#include "ibid/record.hpp"
#include "text/json_out.hpp"

namespace ibid::formats::ibid_json {

void put(text::JsonOut& out, Text const& value);
void put(text::JsonOut& out, List value);
void put(text::JsonOut& out, Names const& value);
void put(text::JsonOut& out, Date const& value);
void put(text::JsonOut& out, Field const& field);

}  // namespace ibid::formats::ibid_json
