// A reference becomes a record: its lines are given to the rows of the mapping; what no row claimed is residue.
#pragma once

#include "formats/ris/decoder.hpp"
#include "formats/ris/providers.hpp"
#include "formats/ris/type_rules.hpp"
#include "grammars/ris.hpp"
#include "mapping/engine.hpp"
#include "mapping/report.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::ris {

namespace grammar = grammars::ris;

/// The table of rows, ready to run.
mapping::Engine<Native> const& engine();

class TagTable;

/// Decodes references, one after the other.
class ReferenceDecoder {
public:
    /// `provider`: "auto", told by the record's signs; "none"; or the name of one.
    ReferenceDecoder(mapping::Reporter& reporter, std::string_view provider);

    /// Fills an empty record, its place in the file aside; everything is copied into its arena.
    void decode(grammar::Batch const& batch, grammar::Record const& reference, Record& record);

private:
    void take_lines(grammar::Batch const& batch, grammar::Record const& reference, Record& record);
    /// A line that the table alone does not deal with.
    void take_special(grammar::Line const& line, Record& record);
    void add(grammar::Line const& line, std::string_view value, Record& record);
    void read_as_provider(Record const& record);
    void decide_type(Record& record, char const* where);
    void tell_of_type(TypeVerdict const& verdict, Record const& record, char const* where);
    /// Keeps the source of texts with marks: RIS has tags in text, but nobody is bound to write them.
    void keep_marked(Decoder& decoder);
    void keep_residue(Record& record);

    mapping::Reporter& reporter_;
    mapping::Engine<Native> const& engine_;
    TagTable const& tags_;
    mapping::NativeRecord native_;
    std::string_view word_{}, first_m3_{};
    bool has_type_ = false, has_carried_ = false;
    std::size_t native_type_ = 0;
    mapping::Providers::Id chosen_provider_, provider_;
    bool finds_provider_;
};

}  // namespace ibid::formats::ris
