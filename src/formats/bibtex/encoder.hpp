// Encoder: prints the fields of one entry: `,\n  name = {value}`, straight into the sink's buffer.
#pragma once

#include "formats/bibtex/native.hpp"
#include "formats/bibtex/types.hpp"
#include "mapping/engine.hpp"
#include "mapping/loss.hpp"
#include "text/issues.hpp"
#include "text/latex.hpp"
#include "ibid/record.hpp"
#include "ibid/sink.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace ibid::formats::bibtex {

/// How a .bib file is written.
struct WriteStyle {
    Dialect dialect = Dialect::biblatex;
    bool ascii = false;  ///< what is not ASCII is written as LaTeX commands
    bool carry = true;   ///< what no field is for is written under a name of our own
};

/// Whether a record comes from a file of a dialect. Readers say it with the same bytes.
inline bool is_from(Record const& record, Dialect dialect) noexcept {
    std::string_view const format = record.origin.format, id = id_of(dialect);
    return format.data() == id.data() || format == id;
}

/// A field that is printed as it stood, in the stead of the value that it became.
struct SourceField {
    VariableId variable{};
    std::string_view name{};
    std::string_view value{};
    bool expression = false;  ///< macros and `#`; else a braced value
    bool chosen = false;      ///< to be printed now
};

class Encoder {
public:
    Encoder(Sink& sink, mapping::LossReporter& losses, WriteStyle const& style) : sink_(sink), losses_(losses), style_(style) {}

    [[nodiscard]] WriteStyle const& style() const noexcept { return style_; }
    [[nodiscard]] Sink& sink() noexcept { return sink_; }

    /// The record whose fields are printed from now on.
    void begin(Record const& record, bool genre_implied) noexcept {
        record_ = &record;
        genre_implied_ = genre_implied;
        roles_ = 0;
        unknown_role_ = nullptr;
        scratch_.clear();
        sources_.clear();
        sourced_ = {};
        notes_names_ = false;
    }
    /// To be printed in the stead of its variable.
    void add_source(SourceField const& source) {
        sources_.push_back(source);
        sourced_.add(static_cast<std::size_t>(source.variable));
    }
    /// Takes back the sources of variables.
    void drop_sources(mapping::VariableSet const& variables) noexcept { sourced_ -= variables; }
    /// From now on the names of the fields are noted, for has_printed().
    void note_names() {
        notes_names_ = true;
        names_.clear();
        name_signs_ = 0;
    }
    void note_no_more_names() noexcept { notes_names_ = false; }
    [[nodiscard]] bool has_printed(std::string_view name) const noexcept;
    /// Prints the sources of a row's variables; false if there are none.
    bool repeat(mapping::Job<Native> const& job) {
        return sourced_.meets(job.variables()) && print_sources(job);
    }
    /// Prints the sources of a variable that no row has said, under the names that the file had; false if there are none.
    bool repeat(VariableId variable);
    /// Whether the entry type says the record's genre.
    [[nodiscard]] bool genre_implied() const noexcept { return genre_implied_; }
    [[nodiscard]] mapping::Plans& plans() noexcept { return plans_; }
    [[nodiscard]] Tracer* tracer() const noexcept { return losses_.tracer(); }
    /// Memory for the values of this record.
    [[nodiscard]] Arena& scratch() noexcept { return scratch_; }
    [[nodiscard]] Record const& record() const noexcept { return *record_; }
    /// Whether the record comes from a file of the dialect that is written.
    [[nodiscard]] bool at_home() const noexcept { return is_from(*record_, style_.dialect); }

    bool text(std::string_view name, Text const& value);
    bool list(std::string_view name, List values) { return joined(name, values, " and ", ListKind::words); }
    bool names(std::string_view name, Names const& value);
    bool date(std::string_view name, Field const& field);
    /// `year`, and `month` unless it is 0, of a date of four digits.
    bool year_and_month(DatePoint const& date);
    /// Pages, in which a hyphen is TeX's dash of a range.
    bool pages(std::string_view name, std::string_view value);
    /// Keywords by commas; one that holds a separator is braced.
    bool keywords(std::string_view name, List values) { return joined(name, values, ", ", ListKind::keywords); }
    /// A value that stays as it is, save braces that do not balance.
    bool verbatim(std::string_view name, std::string_view value);
    /// A value that is an expression of its own: macros, numbers.
    bool expression(std::string_view name, std::string_view source);
    /// A native value, as a .bib file had it.
    bool raw(std::string_view name, std::string_view value);
    /// The same for one whose braces may not balance, of an arena.
    bool residue(std::string_view name, std::string_view value);
    /// Plain text in which `--` is TeX's dash of a range.
    bool with_dashes(std::string_view name, std::string_view value);
    /// Plain text without marks, from anywhere: only what lives in an arena has the bytes behind it that scanners load.
    bool plain(std::string_view name, std::string_view value) { return text(name, Text(scratch_.copy(value))); }

    /// The row of editor_fields for the next role, or their number: the first that neither an earlier one nor an extra
    /// of the file has. `editor` itself is for the role that is `alone`.
    std::size_t next_role(bool alone) noexcept;
    /// The word of a role that no variable has, "typesetter": residue of .bib files, beside the contributor it became.
    /// It is printed with these.
    Extra const* unknown_role() noexcept;
    [[nodiscard]] bool has_printed(Extra const& residue) const noexcept { return &residue == unknown_role_; }

    void lost(Code code, std::string_view field, std::string_view before, std::string_view after = {}) {
        losses_.put(code, *record_, field, before, after);
    }

private:
    /// One bit of sixty-four: that it is not there is told without a look at the names.
    static std::uint64_t sign_of(std::string_view name) noexcept {
        return name.empty() ? 1 : std::uint64_t{1} << ((name.size() * 5 + (static_cast<unsigned char>(name.front()) | 0x20U)) % 64);
    }
    void note_name(std::string_view name) {
        names_.push_back(name);
        name_signs_ |= sign_of(name);
    }
    /// text() with marks, and by the long way.
    bool marked_text(std::string_view name, Text const& value);
    bool long_text(std::string_view name, Text const& value);
    /// Tells what LaTeX could not say of a text, under the name of its variable.
    [[gnu::cold]] void tell(text::Issues const& issues, std::string_view name, Text const& value);
    [[gnu::cold]] void tell_of_subtitle(std::string_view name, Text const& value);
    [[nodiscard]] std::string_view variable_of(Text const& value, std::string_view name) const noexcept;
    bool print_sources(mapping::Job<Native> const& job);
    void print_source(std::string_view name, SourceField const& source) {
        if (source.expression) expression(name, source.value);
        else residue(name, source.value);
    }

    enum class ListKind : bool { words, keywords };
    /// Values with `separator` between; one that holds it, or a comma or semicolon among keywords, is braced.
    bool joined(std::string_view name, List values, std::string_view separator, ListKind kind);
    /// Prints a text to where the sink stands.
    void put_text(Text const& value, text::LatexTarget const& target, text::Issues& issues);

    /// `,\n  name = {` with room for `room` bytes of value and the brace; the place to write to.
    [[gnu::always_inline]] char* open(std::string_view name, std::size_t room) {
        char* to = sink_.reserve(name.size() + room + 80);
        std::memcpy(to, ",\n  ", 4);
        to += 4;
        if (notes_names_) [[unlikely]] note_name(name);
        to = put_name(to, name);
        std::memcpy(to, " = {", 4);
        return to + 4;
    }
    /// Copies a name; nearly all are of four to sixteen bytes.
    static char* put_name(char* to, std::string_view name) noexcept {
        std::size_t const size = name.size();
        char const* const end = name.data() + size;
        if (size > 16 || size < 4) {
            std::memcpy(to, name.data(), size);
        } else if (size >= 8) {
            std::memcpy(to, name.data(), 8);
            std::memcpy(to + size - 8, end - 8, 8);
        } else {
            std::memcpy(to, name.data(), 4);
            std::memcpy(to + size - 4, end - 4, 4);
        }
        return to + size;
    }
    void close(char* to) {
        *to++ = '}';
        sink_.commit(to);
    }

    Sink& sink_;
    mapping::LossReporter& losses_;
    WriteStyle style_;
    Record const* record_ = nullptr;
    mapping::Plans plans_;
    Arena scratch_;
    std::vector<SourceField> sources_;
    mapping::VariableSet sourced_;  ///< of what there are sources that count: neither printed nor dropped
    std::vector<std::string_view> names_;  ///< of the fields printed so far: they live as long as the record
    std::uint64_t name_signs_ = 0;         ///< sign_of() each
    bool notes_names_ = false;
    bool genre_implied_ = false;
    std::size_t roles_ = 0;
    Extra const* unknown_role_ = nullptr;
};

}  // namespace ibid::formats::bibtex
