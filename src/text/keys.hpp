// Citation keys for records that came without one: author, year and a word of the title, in lower-case ASCII.
// Not the keys that a user asks for by pattern; that is a filter.
#pragma once

#include "ibid/record.hpp"
#include "text/hash_table.hpp"

#include <cstddef>
#include <string>

namespace ibid::text {

/// The key that a record's first name, year and first telling word of the title make: `knuth1984texbook`.
/// The same record always gives the same key. A record that has none of these gives `item`.
std::string key_of(Record const& record);

/// Gives keys to the records of one output, each its own: a key that was made before gets a suffix, a, b, ... z, aa.
/// It remembers made keys only, not those that records bring with them, and of these no more than its table holds:
/// from then on each key gets a number.
class KeyMaker {
public:
    /// Sets the record's id if it is empty; true if so.
    bool make_key(Record& record);

private:
    HashTable<24> made_;  ///< of each key, how many suffixes are used up
    std::size_t count_ = 0;
};

}  // namespace ibid::text
