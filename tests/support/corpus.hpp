// The files that are kept beside the project, and what tests over all of them need: reading and writing whole files,
// and the fields that diagnostics have named.
#pragma once

#include "ibid/ibid.hpp"

#include "support/places.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ibid::tests {

/// A file and the format that it is to be read as.
struct Case {
    std::filesystem::path path;
    std::string_view format;

    [[nodiscard]] std::string text() const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

/// The inputs of the corpus in the order of their paths: a folder of the name in `formats` decides as what they are
/// read. None if the corpus is not there.
inline std::vector<Case> corpus(std::map<std::string, std::string_view> const& formats) {
    std::vector<Case> all;
    std::filesystem::path const folder = shared("corpus");
    if (folder.empty()) return all;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || !entry.path().filename().string().starts_with("input.")) continue;
        for (auto const& part : entry.path().lexically_relative(folder))
            if (auto const format = formats.find(part.string()); format != formats.end()) {
                all.push_back({entry.path(), format->second});
                break;
            }
    }
    std::sort(all.begin(), all.end(), [](Case const& a, Case const& b) { return a.path < b.path; });
    return all;
}

/// The items of a text. Those that are no record stay readable as long as the program runs.
inline std::vector<Item> read_items(std::string_view text, std::string_view format, Diagnostics& diagnostics) {
    static std::deque<std::string> kept;
    Options const options;
    auto const source = open_memory(text, "corpus", diagnostics);
    auto const reader = find_format(format)->make_reader({*source, diagnostics, options});
    std::vector<Item> items;
    for (Item item; reader->next(item);) {
        Verbatim& v = items.emplace_back(item).verbatim;
        if (item.kind == ItemKind::verbatim)
            for (std::string_view* const view : {&v.format, &v.name, &v.value, &v.source}) *view = kept.emplace_back(*view);
    }
    return items;
}

inline std::string written(std::vector<Item> items, std::string_view format, bool carry, Diagnostics& diagnostics, Options const& options = {}) {
    std::string out;
    auto const sink = sink_to_string(out);
    auto const writer = find_format(format)->make_writer({*sink, diagnostics, options, carry});
    for (Item& item : items) writer->put(item);
    writer->finish();
    sink->finish();
    return out;
}

/// The fields that diagnostics have named, by record.
class Told {
public:
    [[nodiscard]] Diagnostics::Settings settings() {
        Diagnostics::Settings all;
        all.repeat_limit = all.summary_limit = static_cast<std::size_t>(-1);
        all.handler = [this](Diagnostic const& d, Severity) { fields_.emplace(d.key, d.field); };
        return all;
    }
    [[nodiscard]] bool of(std::string_view key, std::string_view field) const {
        return fields_.contains({std::string(key), std::string(field)});
    }

private:
    std::set<std::pair<std::string, std::string>> fields_;
};

}  // namespace ibid::tests
