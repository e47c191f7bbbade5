// Comparison of records, field by field.
#pragma once

#include <ibid/record.hpp>

#include <span>
#include <string>
#include <vector>

namespace ibid::tools {

/// One thing that is not what it was. Empty `before`: it was not there; empty `after`: it is gone.
struct Difference {
    std::string key;    ///< of the record
    std::string field;  ///< a variable, "type", "native type", "record", or a native field that is an extra
    std::string before;
    std::string after;
};

/// What has changed, by the records' keys; records with the same key are compared in their order.
std::vector<Difference> differences(std::span<Record const> before, std::span<Record const> after);

/// "smith2003: issued: 2004-05 -> 2004", not ended.
std::string describe(Difference const& difference);

}  // namespace ibid::tools
