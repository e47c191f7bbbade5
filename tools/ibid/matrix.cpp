// The capability matrix.
#include "matrix.hpp"

#include <ibid/format.hpp>
#include <ibid/item_type.hpp>
#include <ibid/variable.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace ibid::tools {

namespace {

constexpr std::string_view type_mark = "type ";

/// Formats with tables that say something: of two that share one the first, and none that has every variable under its
/// own name.
std::vector<Format const*> columns() {
    std::vector<Format const*> all;
    for (Format const* format : all_formats()) {
        if (format->table == nullptr) continue;
        auto const shares = [format](Format const* other) { return other->table == format->table; };
        auto const rows = format->table();
        auto const is_its_own = [](MappingRow const& row) { return row.native == row.variables; };
        if (std::none_of(all.begin(), all.end(), shares) && !std::all_of(rows.begin(), rows.end(), is_its_own)) all.push_back(format);
    }
    return all;
}

/// The words between a delimiter.
std::vector<std::string_view> split(std::string_view text, std::string_view delimiter) {
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != text.npos;) {
        end = text.find(delimiter);
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + delimiter.size());
    }
    return parts;
}

/// What a format has for a type or a variable: names that it writes, and names that it only reads.
class Cell {
public:
    void add(MappingRow const& row) {
        std::string_view native = row.native;
        std::string_view const each = " (each)";
        if (native.ends_with(each)) native.remove_suffix(each.size());
        std::size_t const bracket = row.direction.find('(');
        std::string_view const written =
            bracket == row.direction.npos ? native.substr(0, native.find(" | "))
                                          : std::string_view(row.direction).substr(bracket + 1, row.direction.size() - bracket - 2);
        bool const writes = !row.direction.starts_with("read");
        bool const reads = !row.direction.starts_with("write");
        if (writes) note(written_, written, !row.guard.empty());
        if (reads)
            for (std::string_view const name : split(native, " | "))
                if (!writes || name != written) note(read_, name, !row.guard.empty());
    }

    [[nodiscard]] std::string text() const {
        std::string out = list(written_);
        std::vector<Name> only_read;
        for (Name const& name : read_)
            if (!has(written_, name.text)) only_read.push_back(name);
        if (!only_read.empty()) out.append(out.empty() ? "" : " ").append("← ").append(list(only_read));
        return out;
    }

private:
    struct Name {
        std::string text;
        bool guarded;
    };

    static bool has(std::vector<Name> const& names, std::string_view text) {
        return std::any_of(names.begin(), names.end(), [text](Name const& n) { return n.text == text; });
    }
    /// A name that stands once without a guard needs none.
    static void note(std::vector<Name>& names, std::string_view text, bool guarded) {
        auto const known = std::find_if(names.begin(), names.end(), [text](Name const& n) { return n.text == text; });
        if (known == names.end()) names.push_back({std::string(text), guarded});
        else known->guarded = known->guarded && guarded;
    }
    static std::string list(std::vector<Name> const& names) {
        std::string out;
        for (Name const& name : names) out.append(out.empty() ? "`" : ", `").append(name.text).append(name.guarded ? "`\\*" : "`");
        return out;
    }

    std::vector<Name> written_{}, read_{};
};

/// The lines of a table: a head, and a row for each of the names.
template <class Names, class IsOf>
std::string table(std::string_view head, Names const& names, IsOf&& is_of) {
    auto const formats = columns();
    std::vector<std::vector<MappingRow>> tables;
    std::string text = "| " + std::string(head) + " |", rule = "|---|";
    for (Format const* format : formats) {
        tables.push_back(format->table());
        text.append(" ").append(format->name).append(" |");
        rule += "---|";
    }
    text.append("\n").append(rule).append("\n");
    for (std::string_view const name : names) {
        text.append("| `").append(name).append("` |");
        for (auto const& rows : tables) {
            Cell cell;
            for (MappingRow const& row : rows)
                if (is_of(row, name)) cell.add(row);
            text.append(" ").append(cell.text()).append(" |");
        }
        text += "\n";
    }
    return text;
}

std::vector<std::string_view> types() {
    std::vector<std::string_view> names;
    for (std::size_t t = 0; t < item_type_count; ++t) names.push_back(spelling(static_cast<ItemType>(t)));
    return names;
}

std::vector<std::string_view> variables() {
    std::vector<std::string_view> names;
    for (std::size_t v = 0; v < variable_count; ++v) names.push_back(spelling(static_cast<VariableId>(v)));
    return names;
}

}  // namespace

std::string capability_matrix() {
    auto const is_type = [](MappingRow const& row, std::string_view name) {
        return row.variables.starts_with(type_mark) && std::string_view(row.variables).substr(type_mark.size()) == name;
    };
    auto const is_variable = [](MappingRow const& row, std::string_view name) {
        auto const all = split(row.variables, " + ");
        return !row.variables.starts_with(type_mark) && std::find(all.begin(), all.end(), name) != all.end();
    };
    return table("type", types(), is_type) + "\n" + table("variable", variables(), is_variable);
}

}  // namespace ibid::tools
