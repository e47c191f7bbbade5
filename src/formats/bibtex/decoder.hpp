// Decoder: what a native value of a .bib file is: LaTeX text, a name list, a list, a date. The codecs of the
// mapping ask it; it knows no field name.
#pragma once

#include "formats/bibtex/native.hpp"
#include "mapping/engine.hpp"
#include "mapping/providers.hpp"
#include "mapping/report.hpp"
#include "ibid/record.hpp"
#include "text/issues.hpp"
#include "text/names.hpp"

#include <string_view>

namespace ibid::formats::bibtex {

/// How values are read that have a meaning beside their words.
struct ReadStyle {
    bool raw_language = false;  ///< `ngerman` stays, instead of becoming "de"
    bool raw_genre = false;     ///< `phdthesis` stays, instead of becoming "PhD thesis"
    bool has_lists = true;      ///< BibTeX has none: `Taylor and Francis` is one publisher, `{Springer} and {Wiley}` are two
    bool knows_journals = false; ///< BibTeX: `jacm` is a macro of its styles; to biber it is none
    bool copies_related = false;///< what a related entry says of the original fills original-title and its kin
    bool finds_provider = true; ///< signs in an entry say who wrote it
    mapping::Providers::Id provider = mapping::Providers::none;  ///< else it is this one
};

/// Decodes the values of one record.
class Decoder {
public:
    Decoder(Record& to, mapping::Reporter& reporter, ReadStyle style = {}) : record(to), reporter_(reporter), style_(style) {}
    [[nodiscard]] ReadStyle const& style() const noexcept { return style_; }
    [[nodiscard]] Tracer* tracer() const noexcept { return reporter_.tracer(); }

    Record& record;

    Text text(mapping::NativeField const& field) { return text(field, field.value); }
    /// A part of the field's value.
    Text text(mapping::NativeField const& field, std::string_view part);
    /// The raw value without character references of HTML, which are told.
    std::string_view unreferenced(mapping::NativeField const& field) { return unreferenced(field, field.value); }
    std::string_view unreferenced(mapping::NativeField const& field, std::string_view part);
    /// The same where empty lines part paragraphs.
    Text paragraphs(mapping::NativeField const& field);
    /// Whether some text had marks.
    [[nodiscard]] bool met_marks() const noexcept { return met_marks_; }
    /// The value as plain text: marks dropped.
    std::string_view plain(mapping::NativeField const& field) { return text(field).plain; }
    /// A URL, a path: braces and escapes taken off, nothing else.
    std::string_view verbatim(mapping::NativeField const& field);
    /// Values joined by " and " outside of braces; in BibTeX one value, unless each is in braces of its own.
    List list(mapping::NativeField const& field);
    /// The names of a field that becomes `variable`. It is kept as it stands beside them if they do not hold all of it, or
    /// are such as BibTeX would not read back.
    Names names(mapping::NativeField& field, VariableId variable);
    Names names(mapping::Match<Native> const& match) { return names(*match.chosen, match.variable()); }
    /// The value of a date, or of a part of one, as plain text.
    std::string_view date_text(mapping::NativeField const& field);
    /// EDTF or a looser date; what is none is a literal, and diagnosed.
    bool date(mapping::NativeField const& field, Date& date);
    /// Puts a date into the record.
    void adopt(VariableId variable, Date const& date);

    void report(Code code, mapping::NativeField const& field, std::string_view message);

private:
    /// Notes that the text has marks, and reports what was odd in it.
    Text told(mapping::NativeField const& field, Text const& decoded);
    void report_issues(mapping::NativeField const& field);

    mapping::Reporter& reporter_;
    ReadStyle style_;
    text::Issues issues_;
    bool met_marks_ = false;
    char const* odd_value_ = nullptr;  ///< the last value whose braces were told of
};

/// Calls visit(part) for each part of a raw LaTeX value between separators outside of braces; blanks around are off.
/// `separator(rest)` answers the length of a separator at the front of `rest`, or 0.
template <class Separator, class Visit>
void split_raw(std::string_view value, Separator&& separator, Visit&& visit) {
    std::size_t depth = 0, begin = 0;
    auto const emit = [&](std::size_t end) {
        std::string_view part = value.substr(begin, end - begin);
        while (!part.empty() && static_cast<unsigned char>(part.front()) <= ' ') part.remove_prefix(1);
        while (!part.empty() && static_cast<unsigned char>(part.back()) <= ' ') part.remove_suffix(1);
        if (!part.empty()) visit(part);
    };
    for (std::size_t i = 0; i < value.size(); ++i) {
        char const c = value[i];
        if (c == '\\') {
            ++i;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}') {
            depth -= depth > 0 ? 1 : 0;
        } else if (depth == 0) {
            if (std::size_t const length = separator(value.substr(i)); length != 0) {
                emit(i);
                begin = i + length;
                i = begin - 1;
            }
        }
    }
    emit(value.size());
}

/// What is in a pair of braces around the whole value; empty if there is none.
std::string_view inside_braces(std::string_view value) noexcept;

/// The separator of BibLaTeX's lists: " and " with any white space around.
std::size_t and_separator(std::string_view rest) noexcept;

}  // namespace ibid::formats::bibtex
