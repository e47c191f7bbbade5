// NativeRecord: the native fields of one record on their way into variables; what the rows have not claimed at the
// end is the residue. Slices of the window or of the record's arena; nothing here outlives the record's reading.
#pragma once

#include "mapping/name_index.hpp"
#include "ibid/variable.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ibid::mapping {

/// One native field: RIS: a tag and its value; BibTeX: a field; CSL-JSON: a member.
struct NativeField {
    std::string_view name{};    ///< as the file spells it
    std::string_view value{};   ///< as the file has it, macros expanded, lines joined; not decoded
    std::string_view source{};  ///< the value as an expression, where it is more than one plain string; else empty
    char const* where = nullptr;///< in the window, for diagnostics
    std::uint32_t node = 0;     ///< the tree's node that it came from, for formats whose values are trees
    NameId id = unknown_name;
    std::int32_t next = -1;     ///< the next field of the same name
    bool claimed = false;
    bool keep = false;  ///< kept raw beside the variable that it became, for writers of the same family
    VariableId variable = VariableId::none;  ///< what it became, where it alone did

    void keep_as(VariableId became, bool raw = true) noexcept { variable = became, keep = raw; }
};

/// The fields of one record in the order of the file, and by name.
class NativeRecord {
public:
    explicit NativeRecord(std::size_t name_count) : first_(name_count, -1), last_(name_count, -1) {}

    void clear() noexcept {
        for (NativeField const& f : fields_)
            if (f.id != unknown_name) first_[f.id] = -1;
        fields_.clear();
        has_unknown_ = false;
    }

    NativeField& add(NameId id, std::string_view name, std::string_view value, char const* where) {
        auto const at = static_cast<std::int32_t>(fields_.size());
        if (id != unknown_name) link(at, id);
        else has_unknown_ = true;
        NativeField& added = fields_.emplace_back();
        added.name = name;
        added.value = value;
        added.where = where;
        added.id = id;
        return added;
    }

    /// From now on the field is one of another name, the last of it; unknown_name: it is residue.
    void rename(NativeField& f, NameId id) noexcept {
        auto const at = static_cast<std::int32_t>(&f - fields_.data());
        if (f.id != unknown_name) {
            std::int32_t before = -1;
            for (std::int32_t i = first_[f.id]; i != at; i = fields_[static_cast<std::size_t>(i)].next) before = i;
            (before < 0 ? first_[f.id] : fields_[static_cast<std::size_t>(before)].next) = f.next;
            if (last_[f.id] == at) last_[f.id] = before;
        }
        f.id = id;
        f.next = -1;
        if (id != unknown_name) link(at, id);
        else has_unknown_ = true;
    }

    [[nodiscard]] NativeField* first(NameId id) noexcept { return first_[id] < 0 ? nullptr : &fields_[static_cast<std::size_t>(first_[id])]; }
    [[nodiscard]] NativeField* next(NativeField const& f) noexcept { return f.next < 0 ? nullptr : &fields_[static_cast<std::size_t>(f.next)]; }
    [[nodiscard]] std::span<NativeField> fields() noexcept { return fields_; }
    /// Whether there may be fields of names that no row has.
    [[nodiscard]] bool has_unknown() const noexcept { return has_unknown_; }

private:
    void link(std::int32_t at, NameId id) noexcept {
        if (first_[id] < 0) first_[id] = at;
        else fields_[static_cast<std::size_t>(last_[id])].next = at;
        last_[id] = at;
    }

    std::vector<NativeField> fields_;
    std::vector<std::int32_t> first_, last_;
    bool has_unknown_ = false;
};

}  // namespace ibid::mapping
