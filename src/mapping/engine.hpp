// Engine: runs a table of rows over one record, in either direction. It has no special case: what is truly no table
// is a function of its format, before decode or after encode.
//
// Reading walks the native fields once and notes the rows they hit; writing walks the variables and does the same.
// The rows hit, less those whose guard excludes them, are then run in the order of the table. Never rows x fields.
#pragma once

#include "mapping/native.hpp"
#include "mapping/plans.hpp"
#include "mapping/row.hpp"
#include "mapping/trace.hpp"
#include "ibid/record.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace ibid::mapping {

/// A row that was hit while reading, with the fields that hit it.
template <class F>
struct Match {
    Row<F> const& row;
    NativeRecord& native;
    std::span<NameId const> ids;  ///< of row.names
    NativeField* chosen = nullptr; ///< any_of: the field that counts; else null

    /// The i-th part's field, or null.
    [[nodiscard]] NativeField* part(std::size_t i) const noexcept {
        NativeField* const f = native.first(ids[i]);
        return f != nullptr && !f->claimed ? f : nullptr;
    }
    /// Calls visit(field) for each unclaimed occurrence of each name, in the order of the file.
    template <class Visit>
    void each(Visit&& visit) const {
        std::size_t named = 0, only = 0;
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (native.first(ids[i]) != nullptr) only = i, ++named;
        if (named <= 1) {  // nearly always: a file has one spelling
            for (NativeField* f = native.first(ids[only]); f != nullptr; f = native.next(*f))
                if (!f->claimed) visit(*f);
            return;
        }
        for (NativeField& f : native.fields())
            if (!f.claimed && std::find(ids.begin(), ids.end(), f.id) != ids.end()) visit(f);
    }
    [[nodiscard]] VariableId variable(std::size_t i = 0) const noexcept { return row.variable[i]; }
};

/// A row that was hit while writing, with the record that hit it.
template <class F>
struct Job {
    Row<F> const& row;
    Record const& record;
    Plan::Step const& step;
    Plan::Places places;  ///< of those variables that the record has and no earlier row has said

    /// The native name to write.
    [[nodiscard]] std::string_view name() const noexcept { return step.name; }
    /// The row's.
    [[nodiscard]] VariableSet const& variables() const noexcept { return step.variables; }
    /// Whether the record has the row's i-th variable, and no row has said it.
    [[nodiscard]] bool has(std::size_t i) const noexcept { return places[i] != Plan::nowhere; }
    /// Leaves out the variables that are said; answers whether some are left.
    bool leave_out(VariableSet const& said) noexcept {
        bool any = false;
        for (std::size_t i = 0; i < row.variable_count; ++i) {
            if (said.has(static_cast<std::size_t>(row.variable[i]))) places[i] = Plan::nowhere;
            any = any || has(i);
        }
        return any;
    }
    /// The row's i-th variable in the record, or null.
    [[nodiscard]] Field const* field(std::size_t i = 0) const noexcept { return has(i) ? &record.fields()[places[i]] : nullptr; }
};

/// No native type: the guards by native type do not count.
inline constexpr std::size_t any_native_type = static_cast<std::size_t>(-1);

/// A table made ready: names interned, rows by name, by variable and by guard.
template <class F>
class Engine {
public:
    /// `native_types`: the names that From guards may use; their positions are what decode() takes.
    Engine(std::span<Row<F> const> rows, std::span<std::string_view const> native_types, LetterCase letter_case)
        : rows_(rows), index_(letter_case) {
        for (Row<F> const& r : rows)
            for (std::size_t i = 0; i < r.names.count; ++i) index_.add(r.names.name[i]);
        by_name_.resize(index_.size());
        of_native_.resize(native_types.size() + 1);
        ids_.resize(rows.size());
        variables_.resize(rows.size());
        for (std::size_t r = 0; r < rows.size(); ++r) prepare(r, native_types);
    }

    [[nodiscard]] NameIndex const& names() const noexcept { return index_; }
    [[nodiscard]] std::span<Row<F> const> rows() const noexcept { return rows_; }

    /// Runs the rows that the native fields hit. `native_type`: position in native_types, or their number if unknown.
    /// Fields that no row took stay unclaimed.
    void decode(typename F::Decoder& decoder, NativeRecord& native, Record& record, std::size_t native_type) const {
        RowSet hit;
        for (NativeField const& f : native.fields())
            if (f.id != unknown_name && !f.claimed) hit |= by_name_[f.id];
        hit &= of_type_[static_cast<std::size_t>(record.type)];
        hit &= of_native_[native_type];
        if (Tracer* const tracer = tracer_of(decoder); tracer != nullptr) [[unlikely]] {
            hit.each([&](std::size_t r) {
                ReadTrace trace(*tracer, rows_[r], native, ids_[r], record);
                decode_row(decoder, native, record, r);
                trace.tell();
            });
            return;
        }
        hit.each([&](std::size_t r) { decode_row(decoder, native, record, r); });
    }

    /// Runs the rows that the record's variables hit; answers the variables that were said. `native_type`: position of
    /// the type that is written, where guards by native type count for writing as well.
    VariableSet encode(typename F::Encoder& encoder, Record const& record, std::size_t profile, VariableSet said = {},
                       std::size_t native_type = any_native_type) const {
        if (tracer_of(encoder) != nullptr) [[unlikely]] return run<true>(encoder, record, profile, said, native_type);
        return run<false>(encoder, record, profile, said, native_type);
    }

    /// Whether some row could have read the field into a record of this type: it lost, rather than being unknown.
    [[nodiscard]] bool knows(NativeField const& f, ItemType type, std::size_t native_type = any_native_type) const noexcept {
        if (f.id == unknown_name) return false;
        RowSet rows = by_name_[f.id];
        rows &= of_type_[static_cast<std::size_t>(type)];
        if (native_type != any_native_type) rows &= of_native_[native_type];
        bool any = false;
        rows.each([&](std::size_t) { any = true; });
        return any;
    }

    /// Whether some row reads fields of both names, so that one may say what the other does.
    [[nodiscard]] bool share_row(NameId a, NameId b) const noexcept {
        return a != unknown_name && b != unknown_name && by_name_[a].meets(by_name_[b]);
    }

    /// Whether a row reads fields of this name into the variable.
    [[nodiscard]] bool reads(NameId id, VariableId variable) const noexcept {
        return id != unknown_name && by_name_[id].meets(by_variable_[static_cast<std::size_t>(variable)]);
    }

    /// The same in a record of a type.
    [[nodiscard]] bool reads(NameId id, VariableId variable, ItemType type) const noexcept {
        if (id == unknown_name) return false;
        RowSet rows = by_name_[id];
        rows &= of_type_[static_cast<std::size_t>(type)];
        return rows.meets(by_variable_[static_cast<std::size_t>(variable)]);
    }

private:
    template <bool Traced>
    VariableSet run(typename F::Encoder& encoder, Record const& record, std::size_t profile, VariableSet said, std::size_t native_type) const {
        bool const all_compete = !said.empty();
        Plan const& plan = this->plan(encoder.plans(), {VariableSet(record.present()), profile, native_type, record.type});
        for (Plan::Step const& step : plan.steps) {
            Job<F> job{static_cast<Row<F> const&>(*step.row), record, step, step.places};
            if ((step.competes || all_compete) && !job.leave_out(said)) continue;
            [[maybe_unused]] std::size_t const begin = Traced ? place_of(encoder) : 0;
            if (!say_again(encoder, job) && !job.row.encode(encoder, job)) continue;
            said |= step.variables;
            if constexpr (Traced) tell_written(*tracer_of(encoder), job.row, profile, record, begin, place_of(encoder));
        }
        return said;
    }

    Plan const& plan(Plans& plans, Shape const& shape) const {
        Plan& plan = plans.place(shape);
        if (plan.ready && plan.shape == shape) return plan;
        RowSet hit;
        std::array<std::uint8_t, variable_count> place;
        place.fill(Plan::nowhere);
        std::uint8_t next = 0;  // fields are sorted by variable
        shape.present.each([&](std::size_t v) {
            hit |= by_variable_[v];
            place[v] = next++;
        });
        hit &= to_type_[shape.profile][static_cast<std::size_t>(shape.type)];
        if (shape.native_type != any_native_type) hit &= of_native_[shape.native_type];
        plan.shape = shape;
        plan.ready = true;
        plan.steps.clear();
        VariableSet earlier;
        hit.each([&](std::size_t r) {
            Plan::Step& step = plan.steps.emplace_back();
            step.row = &rows_[r];
            step.name = rows_[r].written_name(shape.profile);
            step.variables = variables_[r];
            step.competes = earlier.meets(variables_[r]);
            earlier |= variables_[r];
            step.places.fill(Plan::nowhere);
            for (std::size_t i = 0; i < rows_[r].variable_count; ++i)
                step.places[i] = place[static_cast<std::size_t>(rows_[r].variable[i])];
        });
        return plan;
    }

    /// How much has been written.
    static std::size_t place_of(typename F::Encoder& encoder) {
        if constexpr (requires { encoder.sink(); }) return encoder.sink().size();
        else return 0;
    }

    /// An encoder may print a row's variables as a file had them (Encoder::repeat), if the record still knows that.
    static bool say_again(typename F::Encoder& encoder, Job<F> const& job) {
        if constexpr (requires { encoder.repeat(job); }) return encoder.repeat(job);
        else return false;
    }

    void prepare(std::size_t r, std::span<std::string_view const> native_types) {
        Row<F> const& row = rows_[r];
        for (std::size_t i = 0; i < row.names.count; ++i) ids_[r].push_back(index_.add(row.names.name[i]));
        if (row.reads)
            for (NameId const id : ids_[r]) by_name_[id].add(r);
        for (std::size_t v = 0; v < row.variable_count; ++v) {
            by_variable_[static_cast<std::size_t>(row.variable[v])].add(r);
            variables_[r].add(static_cast<std::size_t>(row.variable[v]));
        }
        for (std::size_t t = 0; t < item_type_count; ++t) {
            if (!row.types.has(static_cast<ItemType>(t))) continue;
            of_type_[t].add(r);
            for (std::size_t p = 0; p < max_profiles; ++p)
                if (row.writes(p)) to_type_[p][t].add(r);
        }
        for (std::size_t n = 0; n <= native_types.size(); ++n)
            if (row.native_types.has(n < native_types.size() ? native_types[n] : std::string_view{})) of_native_[n].add(r);
    }

    void decode_row(typename F::Decoder& decoder, NativeRecord& native, Record& record, std::size_t r) const {
        Row<F> const& row = rows_[r];
        Match<F> match{row, native, ids_[r], nullptr};
        if (row.names.join == Join::any_of) {
            for (NameId const id : match.ids) {
                NativeField* f = native.first(id);
                if (f == nullptr || f->claimed) continue;
                match.chosen = f;
                if (!f->value.empty()) break;  // an empty field says nothing while another one speaks
            }
            if (match.chosen == nullptr) return;
            // An earlier row won; refinement is the business of codecs that take several parts.
            for (std::size_t v = 0; v < row.variable_count; ++v)
                if (record.has(row.variable[v])) return;
        }
        if (!row.decode(decoder, match)) return;
        // A row that is only read cannot give the field back: it is kept beside the variable.
        if (match.chosen != nullptr) match.chosen->claimed = true, match.chosen->keep_as(row.variable[0], match.chosen->keep || !row.is_written());
        else if (row.names.join == Join::repeat) match.each([](NativeField& f) { f.claimed = true; });
        // parts: the codec claims those that it understood
    }

    std::span<Row<F> const> rows_;
    NameIndex index_;
    std::vector<RowSet> by_name_;
    std::vector<RowSet> of_native_;
    std::vector<std::vector<NameId>> ids_;
    std::vector<VariableSet> variables_;
    std::array<RowSet, variable_count> by_variable_{};
    std::array<RowSet, item_type_count> of_type_{};
    std::array<std::array<RowSet, item_type_count>, max_profiles> to_type_{};
};

}  // namespace ibid::mapping
