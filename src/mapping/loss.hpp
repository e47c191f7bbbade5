// Losses: what a writer does with what its rows have not said. The format carries it in its extension slot, or one
// dropped-field diagnostic says that it is gone. Nothing is left over in silence.
#pragma once

#include "mapping/sets.hpp"
#include "ibid/diagnostic.hpp"
#include "ibid/record.hpp"
#include "ibid/tracer.hpp"

#include <string>
#include <string_view>

namespace ibid::mapping {

/// Puts the diagnostics of a writer: about a field of a record, or about a block that is no record.
class LossReporter {
public:
    explicit LossReporter(Diagnostics& diagnostics, Tracer* tracer = nullptr) : diagnostics_(diagnostics), tracer_(tracer) {}

    /// A value that was changed (`after` says to what) or dropped.
    void put(Code code, Record const& record, std::string_view field, std::string_view before, std::string_view after = {},
             std::string_view message = {}) {
        if (wants(code, field)) tell(code, record, field, before, after, message);
    }

    /// The identifiers of the names of a variable: each under the variable's name and ".identifier", which is what is lost.
    void put_identifiers(Record const& record, Field const& names) {
        std::string const field = std::string(spelling(names.id())) + ".identifier";
        for (Name const& name : names.names().list)
            if (!name.identifier.empty()) put(Code::dropped_field, record, field, name.identifier);
    }

    /// The same in two steps, where details are costly: counts it, and whether somebody wants the details; then they
    /// are told.
    [[nodiscard]] bool wants(Code code, std::string_view field) { return diagnostics_.count_only(code, field); }
    void tell(Code code, Record const& record, std::string_view field, std::string_view before, std::string_view after = {},
              std::string_view message = {}) {
        Diagnostic d;
        d.code = code;
        d.where = record.origin.where;
        d.key = record.id;
        d.field = field;
        d.before = before;
        d.after = after;
        d.message = message;
        diagnostics_.put(d);
    }

    /// Who is told of the rows that write; may be null.
    [[nodiscard]] Tracer* tracer() const noexcept { return tracer_; }

private:
    Diagnostics& diagnostics_;
    Tracer* tracer_;
};

/// The variables of a record that are not in `said`.
inline VariableSet unsaid(Record const& record, VariableSet const& said) noexcept {
    VariableSet left(record.present());
    left -= said;
    return left;
}

/// Calls `variable(Field const&)` for each variable that is not in `said`, and `extra(Extra const&)` for each extra
/// that is a value of its own and is not of the format's own family (whose writer prints those itself).
template <class OnVariable, class OnExtra>
void each_left(Record const& record, VariableSet const& said, std::string_view family, OnVariable&& variable, OnExtra&& extra) {
    VariableSet const left = unsaid(record, said);
    if (!left.empty())
        for (Field const& f : record.fields())
            if (left.has(static_cast<std::size_t>(f.id()))) variable(f);
    for (Extra const& x : record.extras())
        if ((x.kind == ExtraKind::unclaimed || x.kind == ExtraKind::shadowed) && x.format != family) extra(x);
}

}  // namespace ibid::mapping
