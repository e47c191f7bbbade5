// ItemReader: one item's members to a record. `custom` comes last: it says more of what the members said.
#pragma once

#include "formats/csl_json/names.hpp"
#include "formats/csl_json/value_reader.hpp"
#include "ibid/source.hpp"
#include "mapping/report.hpp"
#include "mapping/sets.hpp"

#include <vector>

namespace ibid::formats::csl_json {

class ItemReader final : Complaints {
public:
    ItemReader(std::vector<Node> const& nodes, Source& source, Diagnostics& diagnostics, Tracer* tracer)
        : source_(source), reporter_(source, diagnostics, tracer), values_(nodes, *this),
          found_(variable_count, Field(VariableId::none, Text{})) {}

    /// Fills the record with the item at a node. The record is cleared.
    void read(std::uint32_t item, Record& record);

private:
    /// A member that waits for the others: an alias gives way to the variable's own name.
    struct Late {
        std::string_view key;
        std::uint32_t value;
        MemberName known;
    };

    std::string_view key_of(std::uint32_t name);
    void member(std::uint32_t name);
    void read_type(std::uint32_t value);
    void read_variable(MemberName const& known, std::string_view key, std::uint32_t value);
    void read_again(MemberName const& known, std::string_view key, std::uint32_t value);
    bool take_resolver_off(Field& doi);
    void tell_read(MemberName const& known, std::string_view key, std::uint32_t value);
    void keep_unread(std::string_view key, std::uint32_t value);
    void add_subtitle();
    void put_in_order();
    void keep(std::string_view name, std::uint32_t value, ExtraKind kind, VariableId id = VariableId::none);

    void read_custom(std::uint32_t custom);
    bool read_custom_member(std::string_view key, std::uint32_t value);
    bool is_object_of(std::uint32_t at, ibid::Kind kind, grammars::csl_json::Kind values);
    bool read_derived(std::uint32_t value);
    bool read_others(std::uint32_t value);
    bool read_edtf(std::uint32_t value);
    bool read_identifiers(std::uint32_t value);
    bool read_native_types(std::uint32_t value);
    bool read_custom_variable(VariableId id, std::uint32_t value);
    bool refine_list(VariableId id, List more);
    void read_residue(std::string_view family, std::uint32_t value);

    void complain(Code code, std::string_view at, std::string_view message) override;
    void complain_about(Code code, std::string_view field, std::string_view at, std::string_view message,
                        std::string_view after = {});

    Source& source_;
    mapping::Reporter reporter_;
    ValueReader values_;
    Record* record_ = nullptr;
    bool has_type_ = false;
    std::uint32_t custom_ = 0;    ///< its node, or 0
    std::uint32_t subtitle_ = 0;  ///< the same of Crossref's subtitle
    std::string_view field_;      ///< the member that is being read, for complaints
    std::vector<Late> late_;
    std::vector<Field> found_;  ///< the fields of the item by variable, ...
    mapping::VariableSet has_;  ///< ... those that it has; they go to the record in the order of the variables
    MemberNames const& names_ = MemberNames::all();
};

}  // namespace ibid::formats::csl_json
