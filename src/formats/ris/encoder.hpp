// Encoder: prints the lines of one record, `TI  - value`, straight into the sink's buffer. What a value cannot say on a
// line is reported; no value ever begins a line that looks like a tag's.
#pragma once

#include "formats/ris/types.hpp"
#include "grammars/support/lane.hpp"
#include "mapping/loss.hpp"
#include "mapping/plans.hpp"
#include "ibid/record.hpp"
#include "ibid/sink.hpp"
#include "text/dates.hpp"
#include "text/names.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace ibid::formats::ris {

/// How a RIS file is written.
struct WriteStyle {
    Profile profile = Profile::standard;
    std::string_view newline = "\n";  ///< or "\r\n"
    bool carry = false;  ///< what has no tag of its own goes into N1 lines; see carried.hpp
};

class Encoder {
public:
    Encoder(Sink& sink, mapping::LossReporter& losses, WriteStyle const& style)
        : sink_(sink), losses_(losses), style_(style) {}

    [[nodiscard]] WriteStyle const& style() const noexcept { return style_; }

    /// The record whose lines are printed from now on, and the M3 that belongs to its TY.
    void begin(Record const& record, std::string_view pair) noexcept;
    [[nodiscard]] Record const& record() const noexcept { return *record_; }
    [[nodiscard]] Sink& sink() noexcept { return sink_; }
    [[nodiscard]] mapping::Plans& plans() noexcept { return plans_; }
    [[nodiscard]] Tracer* tracer() const noexcept { return losses_.tracer(); }

    bool text(std::string_view tag, Text const& value) {
        return value.marks.empty() ? padded_line(tag, value.plain) : marked(tag, value);
    }
    /// Whether marks may have been met in this record that tell_of_marks() was not called for.
    [[nodiscard]] bool met_marks() const noexcept { return met_marks_; }
    void meet_marks() noexcept { met_marks_ = true; }
    /// A native line for each line of the text; paragraphs stay together.
    void lines(std::string_view tag, Text const& value);
    /// One line, "; " between the elements.
    bool list(std::string_view tag, List values);
    /// One line for each name.
    bool names(std::string_view tag, Names const& value, VariableId variable);
    /// The whole date as `1980/10/03/`.
    bool date(std::string_view tag, Field const& field);
    /// One line, or several where the value has paragraphs; entities and tags are kept from being read as such.
    void line(std::string_view tag, std::string_view value);
    /// The same for a value that 16 readable bytes follow, as every value of a record.
    bool padded_line(std::string_view tag, std::string_view value) {
        using grammars::support::Lane;
        char* const begin = open(sink_.reserve(value.size() + 64), tag);
        for (std::size_t at = 0; at < value.size(); at += Lane::width) {
            std::memcpy(begin + at, value.data() + at, Lane::width);
            Lane const lane(value.data() + at);
            auto const hits = (lane.equals('\n') | lane.equals('\r') | lane.equals('&') | lane.equals('<')).hits();
            if (hits.any() && at + static_cast<std::size_t>(hits.first()) < value.size()) return escaped_line(tag, value);
        }
        close(begin + value.size());
        return true;
    }
    /// The same for a value in RIS's spelling. A line break becomes a blank where a line that looks like a tag's would
    /// begin.
    void raw(std::string_view tag, std::string_view value);
    /// Prints the M3 that belongs to TY, once.
    void print_pair();
    /// Prints ER.
    void end() { close(open(sink_.reserve(64), "ER")); }
    /// Whether a list of names that was printed is incomplete.
    [[nodiscard]] bool met_others() const noexcept { return met_others_; }
    /// Whether the record holds lines of a RIS file.
    [[nodiscard]] bool has_own_extras() const noexcept { return has_own_extras_; }
    /// The date of issue: the year in PY, the whole in DA if that says more; all in Y1 in the profile 2001, and all in
    /// PY (`one_tag`) where DA means something else. False: it is not as simple as that.
    bool plain_date_of_issue(Date const& value, bool one_tag);

    /// How the file that the record was read from spelled an element of a variable: the first expression that
    /// `matches(value)`, or null.
    template <class Matches>
    [[nodiscard]] Extra const* source_of(VariableId variable, Matches&& matches) const {
        if (!has_own_extras_) return nullptr;
        for (Extra const& x : record_->extras()) {
            bool const is_source = x.kind == ExtraKind::expression && x.variable == variable && x.format == "ris";
            if (is_source && matches(x.value)) return &x;
        }
        return nullptr;
    }

    /// \name Reports what a value lost.
    ///@{
    /// The word by which the record's own RIS said that a list of names is incomplete: "et al."
    [[nodiscard]] Extra const* source_of_others(VariableId variable) const noexcept;
    void lost(text::DateLoss loss, std::string_view field, Date const& value, std::string_view written);
    void lost(text::NameLoss loss, VariableId variable);
    void lost(Code code, std::string_view field, std::string_view before, std::string_view after = {},
              std::string_view message = {}) {
        losses_.put(code, *record_, field, before, after, message);
    }
    ///@}

private:
    /// The front of a line, `TI  - `; the place to write the value to.
    static char* open(char* to, std::string_view tag) noexcept {
        std::memcpy(to, tag.data(), 2);
        std::memcpy(to + 2, "  - ", 4);
        return to + 6;
    }
    /// Ends the line.
    void close(char* to) noexcept {
        std::memcpy(to, style_.newline.data(), 2);  // of "\n" the end as well
        sink_.commit(to + style_.newline.size());
    }
    /// A name that is a plain family name, and a given name or none; false: it is not.
    bool person(std::string_view tag, Name const& name);
    bool marked(std::string_view tag, Text const& value);
    /// A line of what does not stand_as_it_is().
    [[gnu::noinline]] bool escaped_line(std::string_view tag, std::string_view value) { return raw(tag, encoded(value)), true; }
    /// A value in RIS's spelling in which a line breaks.
    [[gnu::noinline]] void broken_line(std::string_view tag, std::string_view value);
    /// Tells what plain text loses of a variable with this value.
    void tell_of_marks(Text const& value);
    /// In RIS's spelling, until the next call: marks dropped, escapes where a reader would decode something.
    std::string_view encoded(Text const& value);
    /// How the file that the record was read from spelled a value with marks, or null.
    [[nodiscard]] Extra const* source_of(Text const& value) const noexcept;
    [[nodiscard]] bool is_source_of(Extra const& extra, Text const& value) const noexcept;

    Sink& sink_;
    mapping::LossReporter& losses_;
    WriteStyle style_;
    mapping::Plans plans_;
    Record const* record_ = nullptr;
    std::string_view pair_{};
    bool has_own_extras_ = false;
    bool met_marks_ = false;
    bool met_others_ = false;
    std::string scratch_;
};

}  // namespace ibid::formats::ris
