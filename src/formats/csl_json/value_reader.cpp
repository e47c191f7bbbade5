// ValueReader: texts, lists and names. Dates are in value_reader_dates.cpp.
#include "formats/csl_json/value_reader.hpp"

#include "formats/csl_json/lists.hpp"
#include "grammars/support/scan.hpp"
#include "text/names.hpp"
#include "text/markup.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace ibid::formats::csl_json {

using grammars::csl_json::Kind;
using JsonKind = grammars::csl_json::Kind;

namespace {

/// Copies a string without escapes; `rich` if it may hold markup or an entity.
std::string_view copy(std::string_view from, Arena& arena, bool& rich) {
    using grammars::support::Lane;
    char* const to = arena.reserve(from.size() + Lane::width);
    auto found = Lane{from.data()}.equals('<') | Lane{from.data()}.equals('&');
    std::memcpy(to, from.data(), Lane::width);
    for (std::size_t at = Lane::width; at < from.size(); at += Lane::width) {
        Lane const lane{from.data() + at};
        std::memcpy(to + at, from.data() + at, Lane::width);
        found = found | lane.equals('<') | lane.equals('&');
    }
    rich = found.hits().any();  // perhaps in what follows the string: then it is looked at for nothing
    return arena.commit(to + from.size());
}

bool is_true(Node const& node) noexcept {
    if (node.kind == JsonKind::null || node.text.empty()) return false;
    return node.text != "false" && node.text != "0" && node.text != "no";
}

}  // namespace

void ValueReader::odd(Code code, Node const& node, std::string_view message) {
    complaints_.complain(code, node.text, message);
}

void ValueReader::wrong_type(Node const& node, std::string_view wanted) { odd(Code::wrong_json_type, node, wanted); }

bool ValueReader::is_empty(std::uint32_t at) const noexcept {
    Node const& node = nodes_[at];
    if (node.kind == JsonKind::string) return node.text.empty();
    bool const container = node.kind == JsonKind::array || node.kind == JsonKind::object;
    return node.kind == JsonKind::null || (container && node.next == at + 1);
}

bool ValueReader::read_other(VariableId id, ibid::Kind kind, std::uint32_t at, Field& to) {
    if (is_empty(at)) return false;
    Node const& node = nodes_[at];
    switch (kind) {
    case ibid::Kind::text: {
        if (node.kind == JsonKind::object) return read_named(id, kind, at, to);
        bool const number_will_do = std::find(std::begin(numeric), std::end(numeric), id) != std::end(numeric);
        if (node.kind != JsonKind::number || !number_will_do) wrong_type(node, "a string is wanted");
        Text const value = node.kind == JsonKind::array ? joined(at) : text(node);
        to = Field(id, value);
        return !value.empty();
    }
    case ibid::Kind::list: {
        if (node.kind == JsonKind::object) return read_named(id, kind, at, to);
        List const value = list(id, at);
        to = Field(id, value);
        return !value.empty();
    }
    case ibid::Kind::names: {
        if (node.kind == JsonKind::number || node.kind == JsonKind::boolean) break;
        Names const value = names(at);
        to = Field(id, value);
        return !value.list.empty() || value.others;
    }
    case ibid::Kind::date: {
        if (node.kind == JsonKind::boolean) break;
        auto const value = date(at);
        if (!value) return false;
        auto const kept = arena_->array<Date>(1);
        kept[0] = *value;
        to = Field(id, kept.data());
        return true;
    }
    }
    understood_ = false;
    return false;
}

/// DataCite: `"publisher": {"name": "DataCite", ...}`.
bool ValueReader::read_named(VariableId id, ibid::Kind kind, std::uint32_t at, Field& to) {
    std::uint32_t named = 0;
    each(at, [&](std::uint32_t i) {
        if (nodes_[i].text == "name" && nodes_[i + 1].kind == JsonKind::string) named = i + 1;
    });
    if (named == 0) {
        understood_ = false;
        return false;
    }
    wrong_type(nodes_[at], "a string is wanted");
    bool const said = read(id, kind, named, to);
    complete_ = complete_ && named == at + 2 && nodes_[named].next == nodes_[at].next;
    return said;
}

std::string_view ValueReader::plain(Node const& node) {
    if (!node.escaped) return arena_->copy(node.text);
    char* const to = arena_->reserve(node.text.size());
    return arena_->commit(grammars::csl_json::unescape(node.text, to));
}

Text ValueReader::text(Node const& node) {
    bool rich = false;
    std::string_view value;
    if (node.escaped) {
        value = plain(node);
        char const* const end = value.data() + value.size();
        rich = grammars::support::scan_to<'<', '&'>(value.data(), end) != end;
    } else {
        value = copy(node.text, *arena_, rich);
    }
    return rich ? decoded(node, value) : Text(value);
}

Text ValueReader::decoded(Node const& node, std::string_view value) {
    Text const markup = text::decode_csl_markup(value, *arena_, &issues_);
    if (!issues_.empty()) odd(Code::bad_value, node, "reference '" + std::string(issues_.front().where) + "' is escaped twice, decoded once");
    issues_.clear();
    return markup;
}

/// The strings of an array as one text.
Text ValueReader::joined(std::uint32_t array) {
    std::size_t size = 0;
    each(array, [&](std::uint32_t i) { size += nodes_[i].text.size() + 2; });
    char* const first = arena_->reserve(size);
    char* to = first;
    bool scalars = true;
    each(array, [&](std::uint32_t i) {
        Node const& node = nodes_[i];
        if (node.kind == JsonKind::null) return;
        scalars = scalars && node.kind != JsonKind::array && node.kind != JsonKind::object;
        if (to != first) to = std::copy_n("; ", 2, to);
        if (node.escaped) to = grammars::csl_json::unescape(node.text, to);
        else to = std::copy(node.text.begin(), node.text.end(), to);
    });
    complete_ = complete_ && scalars;
    if (!scalars) return {};  // Crossref's license: kept as it stands
    return text::decode_csl_markup(arena_->commit(to), *arena_);
}

List ValueReader::list(VariableId id, std::uint32_t at) {
    Node const& node = nodes_[at];
    if (node.kind != JsonKind::array) {
        if (node.kind != JsonKind::string) wrong_type(node, "a string is wanted");
        Text const whole = text(node);
        return whole.empty() ? List{} : split(id, whole, *arena_, complete_);
    }
    if (!arrays_expected_) wrong_type(node, "a string is wanted");
    std::size_t count = 0;
    each(at, [&](std::uint32_t) { ++count; });
    auto const room = arena_->array<Text>(count);
    std::size_t filled = 0;
    each(at, [&](std::uint32_t i) {
        bool const container = nodes_[i].kind == JsonKind::array || nodes_[i].kind == JsonKind::object;
        complete_ = complete_ && !container;
        if (container || nodes_[i].kind == JsonKind::null) return;
        room[filled] = text(nodes_[i]);
        filled += room[filled].empty() ? 0 : 1;
    });
    return room.first(filled);
}

Names ValueReader::names(std::uint32_t at) {
    Node const& node = nodes_[at];
    if (node.kind != JsonKind::array) {
        wrong_type(node, "an array of names is wanted");
        auto const one = arena_->array<Name>(1);
        if (node.kind == JsonKind::object) name(at, one[0]);
        else one[0].literal = text(node);
        return {one[0] == Name{} ? std::span<Name const>{} : one, false};
    }
    std::size_t count = 0;
    each(at, [&](std::uint32_t) { ++count; });
    auto const room = arena_->array<Name>(count);
    std::size_t filled = 0;
    each(at, [&](std::uint32_t i) {
        Name& to = room[filled];
        switch (nodes_[i].kind) {
        case JsonKind::object: name(i, to); break;
        case JsonKind::string:
            wrong_type(nodes_[i], "an object with the parts of a name is wanted");
            to.literal = text(nodes_[i]);
            break;
        case JsonKind::null: break;
        default:
            odd(Code::bad_name, nodes_[i], "a name is an object");
            complete_ = false;
        }
        filled += to == Name{} ? 0 : 1;
    });
    // What pandoc makes of "and others", and what others write.
    auto const says_others = [](Name const& name) {
        return name.given.empty() && text::is_others(name.literal.empty() ? name.family.plain : name.literal.plain);
    };
    bool const others = filled > 1 && says_others(room[filled - 1]);
    complete_ = complete_ && !others;
    return {room.first(others ? filled - 1 : filled), others};
}

void ValueReader::name(std::uint32_t at, Name& to) {
    bool institution = false;
    each(at, [&](std::uint32_t i) {
        if (!is_empty(i + 1)) name_member(nodes_[i], nodes_[i + 1], to, institution);
    });
    if (institution && to.literal.empty() && to.given.empty()) std::swap(to.literal, to.family);
}

void ValueReader::name_member(Node const& name, Node const& value, Name& to, bool& institution) {
    std::string_view const key = name.text;
    Text* part = nullptr;
    switch (key.size()) {
    case 4: part = key == "name" ? &to.literal : nullptr; break;  // Crossref's institutions
    case 5: part = key == "given" ? &to.given : nullptr; break;
    case 6: part = key == "family" ? &to.family : key == "suffix" ? &to.suffix : nullptr; break;
    case 7: part = key == "literal" ? &to.literal : nullptr; break;
    case 17: part = key == "dropping-particle" ? &to.dropping_particle : nullptr; break;
    case 21: part = key == "non-dropping-particle" ? &to.non_dropping_particle : nullptr; break;
    default: break;
    }
    bool const container = value.kind == JsonKind::array || value.kind == JsonKind::object;
    if (part != nullptr && !container) {
        if (value.kind != JsonKind::string) wrong_type(value, "a string is wanted");
        *part = text(value);
        return;
    }
    bool const identifier = key == "ORCID" || key == "orcid" || key == "_orcid";  // Crossref, citation-js
    if (identifier && value.kind == JsonKind::string) {
        to.identifier = plain(value);
        return;
    }
    if (key == "isInstitution") {
        institution = is_true(value);
        return;
    }
    if (key == "sequence" || key == "authenticated-orcid") return;  // Crossref: nothing that the order does not say
    complete_ = false;  // the source of the names is kept for CSL-JSON
    bool const about_form = key == "comma-suffix" || key == "static-ordering" || key == "parse-names";
    if (!about_form) odd(Code::bad_value, name, "CSL's names have no such member; it is kept for CSL-JSON");
}

}  // namespace ibid::formats::csl_json
