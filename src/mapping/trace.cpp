// What is told of a row.
#include "mapping/trace.hpp"

namespace ibid::mapping {
namespace {

/// The profile of reading: names do not hang on one.
constexpr std::size_t no_profile = 0;

std::span<VariableId const> variables_of(RowBase const& row) noexcept { return std::span(row.variable).first(row.variable_count); }

}  // namespace

ReadTrace::ReadTrace(Tracer& tracer, RowBase const& row, NativeRecord& native, std::span<NameId const> ids, Record const& record)
    : tracer_(tracer), row_(row), record_(record), before_(record.present()) {
    for (NameId const id : ids)
        for (NativeField* f = native.first(id); f != nullptr; f = native.next(*f))
            if (!f->claimed) waiting_.push_back(f);
}

void ReadTrace::tell() {
    std::vector<NativeValue> fields;
    for (NativeField const* f : waiting_)
        if (f->claimed) fields.push_back({f->name, f->value});
    VariableSet gained(record_.present());
    gained -= before_;
    std::vector<VariableId> variables;
    gained.each([&](std::size_t v) { variables.push_back(static_cast<VariableId>(v)); });
    for (VariableId const v : variables_of(row_))  // that another row had begun
        if (record_.has(v) && !gained.has(static_cast<std::size_t>(v))) variables.push_back(v);
    if (!fields.empty()) tracer_.read(print_row(row_, no_profile), fields, variables);
}

void tell_written(Tracer& tracer, RowBase const& row, std::size_t profile, Record const& record, std::size_t begin, std::size_t end) {
    std::vector<VariableId> variables;
    for (VariableId const v : variables_of(row))
        if (record.has(v)) variables.push_back(v);
    tracer.wrote(print_row(row, profile), variables, begin, end);
}

}  // namespace ibid::mapping
