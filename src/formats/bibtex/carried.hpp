// Carriage: variables that .bib files have no field for, and the residue of other formats, as fields of their own.
// `csl-archive-place = {...}` is the variable archive-place; `ris-H1 = {...}` is RIS's tag H1. No style prints them.
#pragma once

#include "formats/bibtex/decoder.hpp"
#include "formats/bibtex/encoder.hpp"

#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace ibid::formats::bibtex {

/// Counts how often a record has had a native field. An entry has no field twice: the second `ris-N1` is `ris-N1-2`.
class Repeats {
public:
    void clear() noexcept { seen_.clear(); }
    /// 1 for the first of its name.
    std::size_t place(std::string_view format, std::string_view name) { return ++seen_[{format, name}]; }

private:
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen_;
};

/// `prefix-name`, or `prefix-name-2` for the second of several, with what a field name cannot hold replaced by `_`; in
/// the arena.
std::string_view carried_name(std::string_view prefix, std::string_view name, Arena& arena, std::size_t place = 1);

/// Prints a variable under a carried name.
void print_carried(Encoder& encoder, std::string_view name, Field const& field);

/// Whether a field is one of `csl-URL`, `csl-URL-2` ...: the URLs of a record but the first. A second `url` is more than
/// programs take.
bool is_further_url(std::string_view name) noexcept;
/// Adds URLs to those of the record.
void add_urls(Record& record, std::span<Text const> further);

/// Reads a carried field, whose name is a slice of the window or of an arena, back into its variable, or into an extra
/// of its format; false: it is none.
bool read_carried(Decoder& decoder, mapping::NativeField const& field);

/// A value as one line of plain text, for messages; in the arena.
std::string_view plain_value(Field const& field, Arena& arena);

}  // namespace ibid::formats::bibtex
