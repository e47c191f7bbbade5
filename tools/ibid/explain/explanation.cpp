// How the way of a record is followed.
#include "explain/explanation.hpp"

#include <algorithm>
#include <utility>

namespace ibid::tools {

namespace {

/// Collects what rows did.
class Follower final : public Tracer {
public:
    void read(MappingRow const& row, std::span<NativeValue const> fields, std::span<VariableId const> variables) override {
        for (NativeValue const& f : fields)
            inputs.push_back({std::string(f.name), std::string(f.value), row, {variables.begin(), variables.end()}});
    }
    void wrote(MappingRow const& row, std::span<VariableId const> variables, std::size_t begin, std::size_t end) override {
        pieces.push_back({begin, end, {{}, row, {variables.begin(), variables.end()}, {}}});
    }

    struct Piece {
        std::size_t begin, end;
        OutputField field;
    };
    std::vector<InputField> inputs{};
    std::vector<Piece> pieces{};
};

/// Settings that collect all that is told of a record.
Diagnostics::Settings collecting(std::vector<Remark>& remarks, std::string_view key) {
    Diagnostics::Settings settings;
    settings.summary_limit = settings.repeat_limit = static_cast<std::size_t>(-1);
    settings.handler = [&remarks, key = std::string(key)](Diagnostic const& d, Severity) {
        if (d.key != key) return;
        remarks.push_back({std::string(info(d.code).spelling), std::string(d.field), std::string(d.before), std::string(d.after), std::string(d.message)});
    };
    return settings;
}

/// Without the blanks, commas and line ends around it.
std::string trimmed(std::string_view text) {
    constexpr std::string_view around = " \t\r\n,";
    std::size_t const begin = text.find_first_not_of(around);
    return begin == text.npos ? std::string{} : std::string(text.substr(begin, text.find_last_not_of(around) - begin + 1));
}

void add_lines(std::vector<std::string>& lines, std::string_view text) {
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        if (std::string line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The native fields that variables came from.
std::vector<InputField> sources_of(std::vector<VariableId> const& variables, std::vector<InputField> const& inputs) {
    std::vector<InputField> found;
    for (InputField const& input : inputs) {
        auto const is_said = [&](VariableId v) { return std::find(variables.begin(), variables.end(), v) != variables.end(); };
        if (std::any_of(input.variables.begin(), input.variables.end(), is_said)) found.push_back(input);
    }
    return found;
}

/// Reads up to the record with the key; what rows read is that record's alone.
bool find(Reader& reader, std::string_view key, Item& item, Follower& follower) {
    while (follower.inputs.clear(), reader.next(item))
        if (item.kind == ItemKind::record && item.record.id == key) return true;
    return false;
}

}  // namespace

std::optional<Explanation> explain(Source& source, Format const& from, Format const& to, std::string_view key, bool carry) {
    Explanation made;
    Follower follower;
    Diagnostics diagnostics(collecting(made.remarks, key));
    Options const options;
    auto const reader = from.make_reader({source, diagnostics, options, &follower});
    Item item;
    if (!find(*reader, key, item, follower)) return std::nullopt;
    made.key = key;
    made.where = item.record.origin.where;
    made.file = made.where.file;
    made.native_type = item.record.origin.native_type;
    made.type = spelling(item.record.type);
    made.from = from.id;
    made.to = to.id;

    std::string text;
    auto const sink = sink_to_string(text);
    auto const writer = to.make_writer({*sink, diagnostics, options, carry, &follower});
    writer->put(item);
    writer->finish();
    sink->finish();

    std::size_t done = 0;
    for (Follower::Piece& piece : follower.pieces) {
        add_lines(made.without_row, std::string_view(text).substr(done, piece.begin - done));
        done = piece.end;
        piece.field.text = trimmed(std::string_view(text).substr(piece.begin, piece.end - piece.begin));
        piece.field.from = sources_of(piece.field.variables, follower.inputs);
        if (!piece.field.text.empty()) made.fields.push_back(std::move(piece.field));
    }
    add_lines(made.without_row, std::string_view(text).substr(done));
    return made;
}

}  // namespace ibid::tools
