// Writer: items to bytes, and the interface of every stage that takes items (filters are sinks of items as well).
#pragma once

#include "ibid/record.hpp"

#include <memory>

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

/// What stands in an output already, as far as it decides how the next item is written. A writer keeps it; with a copy another
/// one of the same kind can go on from there.
class WriterState {
public:
    virtual ~WriterState() = default;
    /// Takes note of an item that is written now.
    virtual void note(Item const& item) {
        has_items = true;
        has_records = has_records || item.kind == ItemKind::record;
    }
    [[nodiscard]] virtual std::unique_ptr<WriterState> copy() const { return std::make_unique<WriterState>(*this); }

    bool has_items = false, has_records = false;
};

/// Serializes items to a sink of bytes.
class Writer : public ItemSink {
public:
    /// Records that were written, so far.
    [[nodiscard]] std::size_t written() const noexcept { return written_; }
    /// Records that could not be written, so far.
    [[nodiscard]] std::size_t rejected() const noexcept { return rejected_; }
    /// Null: what it writes hangs on more than a WriterState says, so that no other writer can go on from here. Citation keys
    /// aside, which items need to have (make_keys()).
    [[nodiscard]] virtual WriterState const* state() const noexcept { return nullptr; }
    /// Goes on from a state of a writer of the same kind, where that has one.
    virtual void go_on_from(WriterState const&) {}

protected:
    std::size_t written_ = 0;
    std::size_t rejected_ = 0;
};

}  // namespace ibid
