// Tracing: what the engine tells a Tracer of the rows that it runs. Nobody else pays for it.
#pragma once

#include "mapping/native.hpp"
#include "mapping/print.hpp"
#include "mapping/row.hpp"
#include "mapping/sets.hpp"
#include "ibid/record.hpp"
#include "ibid/tracer.hpp"

#include <span>
#include <vector>

namespace ibid::mapping {

/// The tracer of a decoder or encoder that has one, or null.
template <class Coder>
[[nodiscard]] Tracer* tracer_of(Coder& coder) noexcept {
    if constexpr (requires { coder.tracer(); }) return coder.tracer();
    else return nullptr;
}

/// What a row finds before it reads.
class ReadTrace {
public:
    ReadTrace(Tracer& tracer, RowBase const& row, NativeRecord& native, std::span<NameId const> ids, Record const& record);
    /// Tells what the row has claimed, and what the record has gained by it.
    void tell();

private:
    Tracer& tracer_;
    RowBase const& row_;
    Record const& record_;
    VariableSet before_;
    std::vector<NativeField const*> waiting_{};
};

/// Tells that a row has said its variables.
void tell_written(Tracer& tracer, RowBase const& row, std::size_t profile, Record const& record, std::size_t begin, std::size_t end);

}  // namespace ibid::mapping
