// ItemWriter: one record as an item: id, type, the variables in their order, residue, `custom`.
#pragma once

#include "formats/csl_json/printer.hpp"
#include "formats/csl_json/raw_json.hpp"
#include "formats/csl_json/value_writer.hpp"
#include "ibid/format.hpp"
#include "mapping/loss.hpp"
#include "mapping/native_types.hpp"

#include <array>
#include <span>
#include <vector>

namespace ibid::formats::csl_json {

/// How items are written.
struct Style {
    bool pretty = true;
    bool carry = true;
    bool unknown_in_custom = false;  ///< members that CSL-JSON does not have go to `custom`
    std::string list_delimiter{};    ///< between publishers and the like; empty: the one that parts them for a reader
};

class ItemWriter {
public:
    ItemWriter(Sink& sink, Diagnostics& diagnostics, Tracer* tracer, Style style);

    /// Prints the item, from bracket to bracket. `derived`: variables that were added for the format.
    void put(Record const& record, mapping::VariableSet const& derived);

private:
    /// What the member of a variable could not say.
    enum class Rest : std::uint8_t { all, list, more, others, edtf, identifiers };
    struct Left {
        Field const* field;
        Rest rest;
    };
    /// A member's name, or the whole member `type`, with all that stands around it; to be copied whole.
    struct Key {
        std::array<char, 48> bytes{};
        std::uint8_t size = 0;
    };

    void put_field(Field const& field);
    void put_field_traced(Field const& field);
    void leave_more(Field const& field);
    void put_key(VariableId id);
    Extra const* source(VariableId id) const noexcept;
    void put_residue();
    [[nodiscard]] bool stands_in_item(Extra const& extra) const noexcept;

    void put_custom();
    void open_custom(std::string_view key);
    void put_variable(Left const& left);
    void put_derived();
    void put_others();
    void put_edtf();
    [[gnu::cold]] void tell_of_marks(Field const& field);
    void put_identifiers();
    void put_native_types();
    void put_family(std::span<Extra const* const> extras);
    void report_left();
    void lose(Code code, std::string_view field, std::string_view before, std::string_view message = {});
    template <class Visit>
    void each_left(Rest rest, Visit&& visit) const;

    Sink& sink_;
    Style style_;
    Printer to_;
    ValueWriter values_;
    RawJson raw_;
    mapping::LossReporter losses_;
    std::array<Key, variable_count> keys_;
    std::array<Key, item_type_count> types_;
    mapping::VariableSet own_;  ///< variables that CSL does not have

    Record const* record_ = nullptr;
    mapping::VariableSet derived_;
    mapping::VariableSet with_source_;   ///< variables whose source is printed in their stead
    std::vector<Left> left_;
    std::vector<Extra const*> residue_;  ///< extras that go to `custom`
    mapping::NativeTypes native_types_{{}};
    std::span<mapping::NativeTypes::Left const> types_left_;
    bool custom_open_ = false;
};

}  // namespace ibid::formats::csl_json
