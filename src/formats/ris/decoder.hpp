// Decoder: what a native value of a RIS file is: a text, a name, a date. The codecs of the mapping ask it; it knows no
// tag's meaning.
#pragma once

#include "mapping/engine.hpp"
#include "mapping/report.hpp"
#include "ibid/record.hpp"
#include "text/markup.hpp"

#include <string_view>

namespace ibid::formats::ris {

class Decoder;
class Encoder;

/// The format as the mapping engine knows it.
struct Native {
    using Decoder = ris::Decoder;
    using Encoder = ris::Encoder;
};

/// Decodes the values of one record.
class Decoder {
public:
    Decoder(Record& to, mapping::Reporter& reporter) : record(to), reporter_(reporter) {}
    [[nodiscard]] Tracer* tracer() const noexcept { return reporter_.tracer(); }

    Record& record;

    /// A value as text, in the arena: entities and tags decoded.
    Text text(mapping::NativeField const& field) { return text(field, field.value); }
    /// A part of the field's value.
    Text text(mapping::NativeField const& field, std::string_view part) {
        Text const decoded = text::decode_plain(part, record.arena(), &issues_);
        return decoded.marks.empty() && issues_.empty() ? decoded : told(field, decoded);
    }
    /// Whether some text had marks.
    [[nodiscard]] bool met_marks() const noexcept { return met_marks_; }
    /// The value as one text of a list; "; " parts several.
    List list(mapping::NativeField const& field);
    /// A name; false and a report if there is nothing of one.
    bool name(mapping::NativeField const& field, Name& name);
    /// A date in any form. What is none is a literal, and reported; false: it says nothing ("0000", "///").
    bool date(mapping::NativeField const& field, Date& date);
    /// The same, or a month, season or day whose year another line says: the year is 0 then.
    bool part_of_date(mapping::NativeField const& field, Date& date);
    /// A date with a year of four digits, and nothing else; reports nothing.
    bool exact_date(mapping::NativeField const& field, Date& date);

    /// \name Puts a value into the record, unless it is empty.
    ///@{
    void adopt(VariableId variable, Text const& text) {
        if (!text.empty()) record.adopt(Field(variable, text));
    }
    void adopt(VariableId variable, Date const& date);
    /// Behind what the variable holds already.
    void append(VariableId variable, List more);
    void append(VariableId variable, Names const& more);
    ///@}

    /// Keeps how the file spells a part of a variable, where the variable alone would not give it back.
    void keep_source(VariableId variable, std::string_view tag, std::string_view value);

    void report(Code code, mapping::NativeField const& field, std::string_view message, std::string_view after = {});

private:
    /// Notes that the text has marks, and reports what was odd in it.
    Text told(mapping::NativeField const& field, Text const& decoded);

    mapping::Reporter& reporter_;
    text::Issues issues_{};
    bool met_marks_ = false;
};

/// Calls visit(part) for each part of a value between separators; blanks around are off, empty parts left out.
template <class Visit>
void split(std::string_view value, std::string_view separator, Visit&& visit) {
    while (!value.empty()) {
        std::size_t const end = value.find(separator);
        std::string_view part = value.substr(0, end);
        value = end == std::string_view::npos ? std::string_view{} : value.substr(end + separator.size());
        while (!part.empty() && static_cast<unsigned char>(part.front()) <= ' ') part.remove_prefix(1);
        while (!part.empty() && static_cast<unsigned char>(part.back()) <= ' ') part.remove_suffix(1);
        if (!part.empty()) visit(part);
    }
}

}  // namespace ibid::formats::ris
