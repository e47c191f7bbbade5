// Decoder: what a native value of a page's metadata is: a text, a name, a date. The codecs of the mapping ask it.
#pragma once

#include "formats/html_page/linked_data.hpp"
#include "mapping/engine.hpp"
#include "mapping/report.hpp"
#include "ibid/record.hpp"

#include <string_view>
#include <vector>

namespace ibid::formats::html_page {

class Decoder;

/// The format as the mapping engine knows it.
struct Native {
    using Decoder = html_page::Decoder;
    using Encoder = mapping::NoEncoder;
};

/// Decodes the values of one page.
class Decoder {
public:
    Decoder(Record& to, std::vector<Agent> const& agents, mapping::Reporter& reporter) : record(to), agents_(agents), reporter_(reporter) {}
    [[nodiscard]] Tracer* tracer() const noexcept { return reporter_.tracer(); }

    Record& record;

    /// A value as text, in the arena: tags of text are marks, one blank for each run of them.
    Text text(mapping::NativeField const& field) {
        tell_of_references(field);
        return text(field.value);
    }
    Text text(std::string_view value);
    /// A value as paragraphs.
    Text prose(mapping::NativeField const& field);
    /// The value as the one text of a list.
    List list(mapping::NativeField const& field);
    /// A date; what is none is a literal, and reported.
    bool date(mapping::NativeField const& field, Date& date);
    /// The names of a value, "Family, Given" or the given name first; several between semicolons.
    void names(mapping::NativeField const& field, std::vector<Name>& to);

    /// Puts a value into the record, unless it is empty.
    void adopt(VariableId variable, Text const& text) {
        if (!text.empty()) record.adopt(Field(variable, text));
    }
    void adopt(VariableId variable, Date const& date);
    void adopt(VariableId variable, std::vector<Text> const& list);

    void report(Code code, mapping::NativeField const& field, std::string_view message);

private:
    /// The parser has decoded character references; those that are left were escaped twice.
    void tell_of_references(mapping::NativeField const& field);
    void name(mapping::NativeField const& field, std::string_view value, std::vector<Name>& to);

    std::vector<Agent> const& agents_;
    mapping::Reporter& reporter_;
};

}  // namespace ibid::formats::html_page
