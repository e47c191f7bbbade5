// Equality of what a record is made of: by content, never by where the bytes lie.
#include "ibid/record.hpp"

#include <algorithm>

namespace ibid {

bool operator==(Text const& a, Text const& b) noexcept {
    return a.plain == b.plain && std::equal(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end());
}

bool operator==(Names const& a, Names const& b) noexcept {
    return a.others == b.others && std::equal(a.list.begin(), a.list.end(), b.list.begin(), b.list.end());
}

bool operator==(Field const& a, Field const& b) noexcept {
    if (a.id_ != b.id_ || a.kind_ != b.kind_) return false;
    switch (a.kind_) {
    case Kind::text: return a.text() == b.text();
    case Kind::list: return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end());
    case Kind::names: return a.names() == b.names();
    case Kind::date: return a.date() == b.date();
    }
    return false;
}

bool operator==(Record const& a, Record const& b) noexcept {
    return a.id == b.id && a.type == b.type && a.origin.native_type == b.origin.native_type && a.fields_ == b.fields_
           && a.extras_ == b.extras_;
}

}  // namespace ibid
