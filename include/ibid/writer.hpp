// Writer: items to bytes, and the interface of every stage that takes items (filters are sinks of items as well).
#pragma once

#include "ibid/record.hpp"

namespace ibid {

/// Takes items, one at a time.
class ItemSink {
public:
    virtual ~ItemSink() = default;
    /// Takes one item; it may be changed, and is the caller's again afterwards.
    virtual void put(Item& item) = 0;
    /// Nothing more will come.
    virtual void finish() = 0;
    /// False once whatever comes is thrown away: nobody needs to read on.
    [[nodiscard]] virtual bool wants_more() const noexcept { return true; }
};

/// Serializes items to a sink of bytes.
class Writer : public ItemSink {
public:
    /// Records that were written, so far.
    [[nodiscard]] std::size_t written() const noexcept { return written_; }
    /// Records that could not be written, so far.
    [[nodiscard]] std::size_t rejected() const noexcept { return rejected_; }

protected:
    std::size_t written_ = 0;
    std::size_t rejected_ = 0;
};

}  // namespace ibid
