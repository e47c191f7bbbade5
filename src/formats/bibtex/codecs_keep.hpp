// What the reading codecs share: a value into the variable of its row, and the words of tables in lower case.
#pragma once

#include "formats/bibtex/codecs.hpp"

#include <string>
#include <string_view>

namespace ibid::formats::bibtex::field_codecs {

/// Sets the row's variable unless the text is empty.
inline bool keep(Decoder& d, Match const& m, Text const& value) {
    if (!value.empty()) d.record.adopt(Field(m.variable(), value));
    return true;
}

/// A list of one text.
inline bool keep_one(Decoder& d, Match const& m, std::string_view value) {
    if (value.empty()) return true;
    auto const one = d.record.arena().array<Text>(1);
    one[0] = Text(value);
    d.record.adopt(Field(m.variable(), List(one)));
    return true;
}

/// ASCII letters in lower case.
inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

/// A list of what `value(field)` makes of each field that it makes something of.
template <class Value>
bool keep_each(Decoder& d, Match const& m, Value const& value) {
    std::size_t count = 0;
    m.each([&](mapping::NativeField&) { ++count; });
    auto const all = d.record.arena().array<Text>(count);
    std::size_t filled = 0;
    m.each([&](mapping::NativeField& f) {
        std::string_view const one = value(f);
        if (!one.empty()) all[filled++] = Text(one);
    });
    if (filled != 0) d.record.adopt(Field(m.variable(), List(all.first(filled))));
    return true;
}

}  // namespace ibid::formats::bibtex::field_codecs
