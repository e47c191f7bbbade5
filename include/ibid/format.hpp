// Format: what a program needs to know of a format to read, write, list and explain it. The list of formats is
// src/formats/formats.def; everything else walks all_formats().
#pragma once

#include "ibid/arena.hpp"
#include "ibid/database.hpp"
#include "ibid/diagnostic.hpp"
#include "ibid/reader.hpp"
#include "ibid/sink.hpp"
#include "ibid/source.hpp"
#include "ibid/tracer.hpp"
#include "ibid/writer.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibid {

/// An option of a format: `-O name=value` on the command line.
struct OptionInfo {
    std::string_view name;
    std::string_view values;         ///< the values it may have, joined by '|', or "TEXT", "NUMBER"
    std::string_view default_value;
    std::string_view help;
};

/// Options by name, as given; what is not given has its default.
class Options {
public:
    void set(std::string_view name, std::string_view value);
    /// The value given, else the default that the caller names.
    [[nodiscard]] std::string_view get(std::string_view name, std::string_view default_value) const noexcept;
    /// Whether "true", "yes", "on" or "1" was given.
    [[nodiscard]] bool flag(std::string_view name, bool default_value) const noexcept;
    [[nodiscard]] std::span<std::pair<std::string, std::string> const> all() const noexcept { return values_; }

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// Where files of a format may be cut. That is a guess: whether a record was open there is known to who has read all that is
/// before (Reader::broke_off()).
struct Cuts {
    /// The first place behind `from` where a record begins if none is open; npos if the window shows none.
    std::size_t (*find)(std::string_view window, std::size_t from) = nullptr;
    bool framed = false;  ///< the records stand inside of something that is open there, such as an array
    bool chained = false;  ///< what is before may define what records behind it mean: macros
};

/// What a reader works with. All of it outlives the reader.
struct ReadContext {
    Source& source;
    Diagnostics& diagnostics;
    Options const& options;
    Tracer* tracer = nullptr;  ///< may be null
    Database* database = nullptr;  ///< the files that are read as one with this; null: it stands alone
    bool continues = false;  ///< the source is a piece of a file whose frame is open where it begins
    bool goes_on = false;    ///< it is a piece of a file, and not the last
};

/// What a writer works with. All of it outlives the writer.
struct WriteContext {
    Sink& sink;
    Diagnostics& diagnostics;
    Options const& options;
    bool carry = true;  ///< put what the format has no place for into its extension slot
    Tracer* tracer = nullptr;  ///< may be null
};

/// One printable row of a mapping table.
struct MappingRow {
    std::string native;     ///< "T2"
    std::string variables;  ///< "container-title"
    std::string codec;      ///< "text"
    std::string guard;      ///< "if type in ..."; empty: always
    std::string direction;  ///< "both", "read", "write"
};

/// The type that a record had in its file, where a format that keeps the item type alone would not give it back.
struct LeftType {
    std::string native{};       ///< as an extension slot carries it: "manual", "video / tvepisode"; empty: it comes back
    bool is_synonym = false;    ///< what comes back means the same
};

/// The descriptor of a format. There is one of each, forever.
struct Format {
    std::string_view id;          ///< "csl-json"
    std::string_view family;      ///< formats that share residue: "csl-json" for csl-json and csl-jsonl
    std::string_view name;        ///< "CSL-JSON"
    std::string_view extensions;  ///< "json": without dots, by blanks, the commonest first; empty: by content only
    std::string_view media_type;
    bool carries = true;          ///< whether carriage is on by default
    bool needs_keys = false;  ///< a record cannot be without a citation key
    bool is_document = false;  ///< a file has a frame around its records: the bytes of two files do not make one
    std::span<OptionInfo const> options{};

    std::unique_ptr<Reader> (*make_reader)(ReadContext const&) = nullptr;  ///< null: cannot be read
    std::unique_ptr<Writer> (*make_writer)(WriteContext const&) = nullptr; ///< null: cannot be written
    /// How sure the format is that text beginning so is its own: 0 no ... 100 certainly. May be null.
    int (*recognise)(std::string_view beginning) = nullptr;
    /// How a file that begins so is cut, for its pieces to be read side by side. Null: it is read in one piece.
    Cuts (*cuts)(std::string_view beginning) = nullptr;
    /// A citation key as the format can hold it: the same, or one in the arena. Null: it holds any.
    std::string_view (*fitting_key)(std::string_view key, Arena& arena) = nullptr;
    std::vector<MappingRow> (*table)() = nullptr;  ///< types first, then fields; null: none
    /// What the item type of a record of this format does not say of its native type. Null: nothing would go back.
    LeftType (*left_type)(Record const&) = nullptr;
};

/// All formats, in the order of formats.def.
std::span<Format const* const> all_formats() noexcept;
/// The format with an id, or null.
Format const* find_format(std::string_view id) noexcept;
/// The format to read: by the name's extension (without that of a compression: "refs.bib.gz"), then by content, which is
/// decompressed; null if neither tells.
Format const* detect_format(std::string_view file_name, std::string_view beginning) noexcept;
/// The format to write, by the name's extension; null if it does not tell.
Format const* format_of_extension(std::string_view file_name) noexcept;

}  // namespace ibid
