// Reader: bytes to items, one at a time.
#pragma once

#include "ibid/record.hpp"

namespace ibid {

/// Pulls items from a source. Memory is the source's window and one batch.
class Reader {
public:
    virtual ~Reader() = default;
    /// Fills the item with the next of the file; false at the end. The item's parts are reused.
    virtual bool next(Item& item) = 0;
    /// Records that the file holds and that could not be read, so far.
    [[nodiscard]] std::size_t rejected() const noexcept { return rejected_; }
    /// Whether the source ended where more of it would have been read together with what was there: inside of a record.
    [[nodiscard]] bool broke_off() const noexcept { return broke_off_; }
    /// Records that were read, and went into others (xdata, ...), so far.
    [[nodiscard]] std::size_t absorbed() const noexcept { return absorbed_; }

protected:
    std::size_t rejected_ = 0;
    std::size_t absorbed_ = 0;
    bool broke_off_ = false;
};

}  // namespace ibid
