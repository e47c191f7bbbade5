// The descriptor of ris.
#include "formats/ris/describe.hpp"
#include "formats/ris/mapping.hpp"
#include "formats/ris/providers.hpp"
#include "formats/ris/type_rules.hpp"
#include "grammars/ris_tag.hpp"
#include "mapping/print.hpp"

namespace ibid::formats::ris {
namespace {

constexpr OptionInfo options[] = {
    {"ris-profile", "standard|zotero|endnote|2001", "standard", "whose tags to write"},
    {"newline", "lf|crlf", "lf", "how lines end"},
    {"provider", provider_choices, "auto", "reading: whose meaning some tags have; told by signs in each record"},
    {"keep-source", "true|false", "false", "reading: keep the bytes of each record, for preserve"},
    {"preserve", "true|false", "false", "write the bytes of records that have not changed; --preserve sets both"},
};

/// A TY line, in any spelling that reads as one.
int recognise(std::string_view beginning) noexcept {
    while (!beginning.empty()) {
        std::size_t const end = beginning.find_first_of("\n\r");
        grammars::ris::Spelling spelling;
        if (grammars::ris::spell(beginning.substr(0, end), spelling) && spelling.tag == grammars::ris::tag("TY"))
            return spelling.looseness == grammars::ris::exact ? 95 : 60;
        if (end == std::string_view::npos) break;
        beginning.remove_prefix(end + 1);
    }
    return 0;
}

std::vector<MappingRow> table() {
    std::vector<MappingRow> rows = mapping::print_types(type_table::rows, profile_of(Profile::standard));
    mapping::print_rows<Native>(field_table::rows, profile_of(Profile::standard), rows);
    return rows;
}

}  // namespace

void describe_ris(Format& format) {
    format.carries = false;  // other programs show carried lines as notes
    format.options = options;
    format.make_reader = make_reader;
    format.make_writer = make_writer;
    format.recognise = recognise;
    format.cuts = [](std::string_view) { return Cuts{grammars::ris::find_record_line}; };
    format.table = table;
    format.left_type = left_type;
}

}  // namespace ibid::formats::ris
