// What the unit cases of RIS share: read a text, write records, and what was said on the way.
#pragma once

#include "ibid/ibid.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::formats::ris {
void describe_ris(Format& format);
}

namespace ibid::tests {

inline Format const& ris() {
    static Format const format = [] {
        Format f;
        f.id = f.family = "ris";
        formats::ris::describe_ris(f);
        return f;
    }();
    return format;
}

/// Records, and how often each code was put on the way.
struct RisRecords {
    std::vector<Record> records;
    std::map<std::string, int> told;
    Record& front() { return records.at(0); }
};

inline Diagnostics::Settings counting(std::map<std::string, int>& told) {
    Diagnostics::Settings settings;
    settings.summary_limit = settings.repeat_limit = 1000;
    settings.handler = [&told](Diagnostic const& d, Severity) { ++told[std::string(info(d.code).spelling)]; };
    return settings;
}

inline RisRecords read_ris(std::string_view text) {
    RisRecords got;
    Diagnostics diagnostics(counting(got.told));
    Options const options;
    auto const source = open_memory(text, "test.ris", diagnostics);
    auto const reader = ris().make_reader({*source, diagnostics, options});
    for (Item item; reader->next(item);) got.records.push_back(item.record);
    return got;
}

/// A record of one TY and the lines given.
inline RisRecords read_lines(std::string const& type, std::string const& lines) {
    return read_ris("TY  - " + type + "\n" + lines + "ER  - \n");
}

struct RisText {
    std::string text;
    std::map<std::string, int> told;
    [[nodiscard]] bool has(std::string const& line) const { return ("\n" + text).find("\n" + line + "\n") != std::string::npos; }
};

inline RisText write_ris(Record const& record, std::string_view profile = "standard", bool carry = false) {
    RisText got;
    Diagnostics diagnostics(counting(got.told));
    Options options;
    options.set("ris-profile", profile);
    auto const sink = sink_to_string(got.text);
    auto const writer = ris().make_writer({*sink, diagnostics, options, carry});
    Item item;
    item.record = record;
    writer->put(item);
    writer->finish();
    sink->finish();
    return got;
}

inline std::string text_of(Record const& record, TextKey key) {
    Text const* const text = record.find(key);
    return text != nullptr ? std::string(text->plain) : "-";
}
/// The elements of a list with "|" between them; "-" if the record has none.
inline std::string list_of(Record const& record, ListKey key) {
    List const* const list = record.find(key);
    if (list == nullptr) return "-";
    std::string all;
    for (Text const& one : *list) all += (all.empty() ? "" : "|") + std::string(one.plain);
    return all;
}
/// Family names and literals, in the same way.
inline std::string names_of(Record const& record, NamesKey key) {
    Names const* const names = record.find(key);
    if (names == nullptr) return "-";
    std::string all;
    for (Name const& name : names->list) all += (all.empty() ? "" : "|") + std::string(name.literal.empty() ? name.family.plain : name.literal.plain);
    return all;
}
/// Year, month and day with "-" between them, or the literal.
inline std::string date_of(Record const& record, DateKey key) {
    Date const* const date = record.find(key);
    if (date == nullptr) return "-";
    if (!date->literal.empty()) return std::string(date->literal);
    std::string all = std::to_string(date->begin.year);
    if (date->begin.month != 0) all += "-" + std::to_string(date->begin.month);
    if (date->begin.day != 0) all += "-" + std::to_string(date->begin.day);
    return all;
}

}  // namespace ibid::tests
