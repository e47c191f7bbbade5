// The descriptor of ibid-json. The mapping is the identity: its fields are the variables, spelled as they are.
#include "formats/ibid_json/layout.hpp"
#include "formats/ibid_json/reader.hpp"
#include "formats/ibid_json/writer.hpp"

#include <array>

namespace ibid::formats::ibid_json {

namespace {

constexpr std::array<OptionInfo, 1> options{
    {{"locations", "true|false", "false", "write where in which file each record stood"}}};

std::vector<MappingRow> table() {
    std::vector<MappingRow> rows;
    for (std::size_t t = 0; t < item_type_count; ++t) {
        std::string const type(spelling(static_cast<ItemType>(t)));
        rows.push_back({"type " + type, type, "type", "", "both"});
    }
    for (std::size_t v = 0; v < variable_count; ++v) {
        VariableInfo const& known = info(static_cast<VariableId>(v));
        std::string const name(known.spelling);
        rows.push_back({name, name, std::string(spelling(known.kind)), "", "both"});
    }
    return rows;
}

int recognise(std::string_view beginning) {
    auto const begin = beginning.find_first_not_of(" \t\r\n");
    if (begin == beginning.npos || beginning[begin] != '{') return 0;
    return beginning.substr(begin, 200).find("\"ibid-json\"") != beginning.npos ? 100 : 0;
}

}  // namespace

void describe_ibid_json(Format& format) {
    format.options = options;
    format.make_reader = make_reader;
    format.make_writer = make_writer;
    format.recognise = recognise;
    format.table = table;
}

}  // namespace ibid::formats::ibid_json
