// Entry: one entry's tree into a record: macros expanded, parents' fields inherited, type decided, rows run, residue kept.
#pragma once

#include "formats/bibtex/decoder.hpp"
#include "formats/bibtex/macros.hpp"
#include "grammars/bibtex.hpp"
#include "mapping/engine.hpp"
#include "mapping/providers.hpp"

#include <functional>
#include <string_view>
#include <utility>

namespace ibid::formats::bibtex {

namespace grammar = grammars::bibtex;

/// The mapping table, made ready once.
mapping::Engine<Native> const& engine();

/// The limits of a source as the grammar has them.
inline grammar::Limits grammar_limits(Source const& source) noexcept {
    return {.max_record = source.limits().record_size, .max_depth = static_cast<std::uint32_t>(source.limits().depth)};
}

/// An entry that others inherit from; its slices stay valid.
struct Parent {
    grammar::Batch tree;  ///< holds the entry as its only block
    [[nodiscard]] grammar::Block const& entry() const noexcept { return tree.blocks.front(); }
};

/// Finds the entry with a key, or null.
using FindParent = std::function<Parent const*(std::string_view key)>;

/// Decodes entries.
class EntryDecoder {
public:
    EntryDecoder(mapping::Reporter& reporter, Macros const& macros, Limits const& limits, ReadStyle style, FindParent find_parent);

    /// Fills the record, which must be empty but for its origin.
    void decode(grammar::Batch const& batch, grammar::Block const& block, Record& record);

    /// The value of a field: macros expanded, operands joined; a slice of the window, of the arena or of a macro. Empty, and told of,
    /// where the record would become too large by it. `quiet`: of a parent, which tells of itself where it stands.
    std::string_view expand(grammar::Batch const& batch, grammar::Field const& field, Arena& arena, std::string_view key, bool quiet = false);
    /// What is expanded from here on is another record's, or a macro's.
    void begin() noexcept { added_ = 0; }

private:
    void add_fields(grammar::Batch const& batch, grammar::Block const& block, Record& record);
    [[nodiscard]] bool names_parents();
    void decode_fields(Record& record, std::size_t native_type);
    void decode_with_parents(Record& record, std::string_view child_type, std::size_t native_type);
    void inherit(Record& record, std::string_view child_type);
    void inherit_from(Parent const& parent, Record& record, std::string_view child_type, bool as_xdata);
    /// `nearer`: as many native fields are of the entry itself and of nearer parents.
    void inherit_field(std::string_view name, grammar::Batch const& tree, grammar::Field const& field, Record& record, std::size_t nearer);
    /// Whether so many more bytes of macros and parents are within the limit; the first that are not are told of.
    bool may_add(std::size_t size, grammar::Field const& field, char const* where, std::string_view key);
    std::size_t decide_type(Record& record, std::string_view native);
    /// Copies from the entries that the record is related to.
    void add_related(Record& record);
    /// Keeps beside the variables what its own dialect gets back. `unshielded`: variables that have lost braces.
    void keep_residue(Record& record, mapping::VariableSet const& unshielded);
    /// The fields that no row took.
    void keep_unclaimed(Record& record);

    mapping::Engine<Native> const& table_;
    mapping::Reporter& reporter_;
    ReadStyle style_;
    Macros const& macros_;
    FindParent find_parent_;
    mapping::NativeRecord native_;
    mapping::Providers::Id provider_ = mapping::Providers::none;
    Record const* alone_ = nullptr;  ///< while fields are inherited: what the entry says itself
    std::vector<Parent const*> ancestors_;  ///< while fields are inherited: the parents on the way from the entry
    std::vector<std::pair<Parent const*, bool>> inherited_from_;  ///< all parents that were inherited from, and whether as xdata
    bool met_marks_ = false;                ///< some text of the record had marks
    bool leads_back_ = false;               ///< the way came back to one of them, or to the entry
    bool too_many_ = false;                 ///< there are more of them than the limit
    std::uint64_t added_ = 0;               ///< bytes that macros and parents have added to the record
    Limits limits_;
    std::vector<mapping::NativeField const*> sources_;  ///< of keep_residue(), for reuse
};

}  // namespace ibid::formats::bibtex
