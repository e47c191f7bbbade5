// Decoder: what a native value of an article page is: a text, a date. The codecs of the mapping ask it.
#pragma once

#include "formats/article_page/citations.hpp"
#include "grammars/article_page.hpp"
#include "mapping/engine.hpp"
#include "mapping/report.hpp"
#include "ibid/record.hpp"

#include <string_view>

namespace ibid::formats::article_page {

namespace grammar = grammars::article_page;
class Decoder;

/// The format as the mapping engine knows it.
struct Native {
    using Decoder = article_page::Decoder;
    using Encoder = mapping::NoEncoder;
};

/// Decodes the values of one page.
class Decoder {
public:
    Decoder(Record& to, Citations const& citations, mapping::Reporter& reporter) : record(to), cited(citations), reporter_(reporter) {}
    [[nodiscard]] Tracer* tracer() const noexcept { return reporter_.tracer(); }

    Record& record;
    Citations const& cited;

    /// A value as text, in the arena: one blank for each run of them, line ends included. No-break spaces stay.
    Text text(mapping::NativeField const& field);
    /// A date; what is none is a literal, and reported.
    bool date(mapping::NativeField const& field, Date& date);

    /// Puts a text into the record, unless it is empty.
    void adopt(VariableId variable, Text const& text) {
        if (!text.empty()) record.adopt(Field(variable, text));
    }
    void adopt(VariableId variable, Date const& date);

    void report(Code code, mapping::NativeField const& field, std::string_view message, std::string_view before, std::string_view after = {});

private:
    mapping::Reporter& reporter_;
};

}  // namespace ibid::formats::article_page
