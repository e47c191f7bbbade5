// ItemReader: the members of an item. Its part for `custom` is item_reader_custom.cpp.
#include "formats/csl_json/item_reader.hpp"

#include "formats/csl_json/mapping.hpp"
#include "formats/csl_json/names.hpp"
#include "grammars/support/scan.hpp"
#include "ibid/format.hpp"
#include "text/identifiers.hpp"
#include "text/pages.hpp"
#include "text/rich.hpp"

#include <string>
#include <vector>

namespace ibid::formats::csl_json {

using JsonKind = grammars::csl_json::Kind;

void ItemReader::complain(Code code, std::string_view at, std::string_view message) {
    complain_about(code, field_, at, message);
}

void ItemReader::complain_about(Code code, std::string_view field, std::string_view at, std::string_view message,
                                std::string_view after) {
    mapping::About about;
    about.key = record_->id;
    about.field = field;
    about.message = message;
    about.before = at.substr(0, 200);
    about.after = after;
    reporter_.put(code, at.data(), about);
}

void ItemReader::read(std::uint32_t item, Record& record) {
    record.clear();
    record_ = &record;
    values_.begin(record);
    values_.expect_arrays(false);
    has_type_ = false;
    custom_ = subtitle_ = 0;
    late_.clear();
    has_ = {};
    record.origin.format = family;
    record.set_location(source_.locate(values_.node(item).text.data()));
    values_.each(item, [this](std::uint32_t name) { member(name); });
    for (Late const& late : late_) read_variable(late.known, late.key, late.value);
    put_in_order();
    if (!has_type_) complain_about(Code::missing_type, "type", values_.node(item).text.substr(0, 1), {});
    if (custom_ != 0) read_custom(custom_);
}

std::string_view ItemReader::key_of(std::uint32_t name) {
    Node const& node = values_.node(name);
    return node.escaped ? values_.plain(node) : node.text;
}

void ItemReader::member(std::uint32_t name) {
    std::string_view const key = key_of(name);
    MemberName const known = names_.find(key);
    switch (known.role) {
    case Role::variable: return read_variable(known, key, name + 1);
    case Role::alias: late_.push_back({key, name + 1, known}); return;
    case Role::type: return read_type(name + 1);
    case Role::id: {
        Node const& value = values_.node(name + 1);
        bool const scalar = value.kind == JsonKind::string || value.kind == JsonKind::number;
        if (scalar && record_->id.empty()) record_->id = values_.plain(value);
        else if (value.kind != JsonKind::null) keep(key, name + 1, ExtraKind::shadowed);
        return;
    }
    case Role::custom:
        if (custom_ == 0 && values_.node(name + 1).kind == JsonKind::object) custom_ = name + 1;
        else keep(key, name + 1, ExtraKind::unclaimed);
        return;
    case Role::unknown:
        if (key == "subtitle") subtitle_ = name + 1;
        else keep(key, name + 1, ExtraKind::unclaimed);
        return;
    }
}

void ItemReader::read_type(std::uint32_t value) {
    Node const& node = values_.node(value);
    if (node.kind == JsonKind::null || node.text.empty()) return;
    if (has_type_) return keep("type", value, ExtraKind::shadowed);
    has_type_ = true;
    std::string_view const word = node.escaped ? values_.plain(node) : node.text;
    if (auto const type = item_type(word); type && node.kind == JsonKind::string) {
        record_->type = *type;
        return;
    }
    auto const* const row = mapping::find_native(type_table::rows, word, {});
    if (row != nullptr) record_->type = row->type;
    record_->origin.native_type = record_->arena().copy(word);
    std::string const message = "read as '" + std::string(spelling(record_->type)) + "'";
    complain_about(Code::unknown_type, "type", node.text, message, spelling(record_->type));
}

void ItemReader::read_variable(MemberName const& known, std::string_view key, std::uint32_t value) {
    field_ = key;
    auto const v = static_cast<std::size_t>(known.variable);
    if (has_.has(v)) return read_again(known, key, value);
    if (!values_.read(known.variable, known.kind, value, found_[v])) return keep_unread(key, value);
    has_.add(v);
    if (reporter_.tracer() != nullptr) [[unlikely]] tell_read(known, key, value);
    bool const bare = known.variable != VariableId::DOI || !take_resolver_off(found_[v]);
    if (values_.complete() && bare) return;
    keep(key, value, ExtraKind::expression, known.variable);
    if (known.variable == VariableId::ISBN) complain(Code::text_beside_number, values_.node(value).text, "a note beside the number");
}

/// "https://doi.org/10.1000/x": styles and other formats put a resolver of their own before it.
bool ItemReader::take_resolver_off(Field& doi) {
    std::string_view const spelled = doi.text().plain;
    if (spelled.starts_with("10.")) return false;
    std::string_view const bare = text::decode_doi(spelled, record_->arena());
    if (!bare.empty()) doi = Field(VariableId::DOI, Text(bare));
    return !bare.empty();
}

void ItemReader::tell_read(MemberName const& known, std::string_view key, std::uint32_t value) {
    NativeValue const field{key, ValueReader::source(values_.node(value))};
    MappingRow const row{std::string(key), std::string(spelling(known.variable)), std::string(spelling(known.kind)), {}, "read"};
    reporter_.tracer()->read(row, {&field, 1}, {&known.variable, 1});
}

/// Keeps a value that is none of its variable's, unless it says nothing.
void ItemReader::keep_unread(std::string_view key, std::uint32_t value) {
    if (values_.understood() && values_.complete()) return;
    Node const& node = values_.node(value);
    if (!values_.understood())
        complain(Code::wrong_json_type, node.text, "not a value of this variable; kept as it stands");
    keep(key, value, ExtraKind::unclaimed);
}

/// A second member for a variable: kept, unless it says the same or nothing.
void ItemReader::read_again(MemberName const& known, std::string_view key, std::uint32_t value) {
    Field again(VariableId::none, Text{});
    bool const read = values_.read(known.variable, known.kind, value, again);
    bool const says_nothing = !read && values_.understood();
    if (says_nothing || (read && again == found_[static_cast<std::size_t>(known.variable)])) return;
    std::string_view const name = values_.node(value - 1).text;  // as it stands in the file: the key may be decoded
    complain(known.role == Role::alias ? Code::shadowed_field : Code::repeated_field, name, {});
    keep(key, value, ExtraKind::shadowed, known.variable);
}

/// Crossref's subtitle goes behind the title, if that does not hold it; without a title it is kept as it stands.
void ItemReader::add_subtitle() {
    Field read(VariableId::none, Text{});
    auto const title = static_cast<std::size_t>(VariableId::title);
    bool const fits = has_.has(title) && values_.read(VariableId::title, Kind::text, subtitle_, read) && values_.complete();
    if (!fits) return keep("subtitle", subtitle_, ExtraKind::unclaimed);
    Text const& whole = found_[title].text();
    if (whole.plain.find(read.text().plain) != std::string_view::npos) return keep("subtitle", subtitle_, ExtraKind::shadowed, VariableId::title);
    found_[title] = Field(VariableId::title, text::join_subtitle(whole, read.text(), record_->arena()));
}

namespace {

/// Texts that may have more than one line.
constexpr bool may_have_lines(VariableId v) noexcept {
    switch (v) {
        case VariableId::abstract: case VariableId::note: case VariableId::annote: case VariableId::research_notes:
        case VariableId::author_address: case VariableId::caption: case VariableId::references: case VariableId::keyword: return true;
        default: return false;
    }
}

/// Line breaks are white space, as Manubot and arXiv wrap titles.
Text in_one_line(Text const& text, Arena& arena) {
    auto const is_break = [](char c) { return c == '\n' || c == '\r' || c == '\t'; };
    char const* const last = text.plain.data() + text.plain.size();
    if (grammars::support::scan_to<'\n', '\r', '\t'>(text.plain.data(), last) == last) return text;
    std::vector<Mark> marks(text.marks.begin(), text.marks.end());
    char* const begin = arena.reserve(text.plain.size());
    char* to = begin;
    for (std::uint32_t i = 0; i <= text.plain.size(); ++i) {
        auto const place = static_cast<std::uint32_t>(to - begin);
        for (std::size_t m = 0; m < marks.size(); ++m) {
            if (text.marks[m].begin == i) marks[m].begin = place;
            if (text.marks[m].end == i) marks[m].end = place;
        }
        if (i == text.plain.size()) break;
        char const c = is_break(text.plain[i]) ? ' ' : text.plain[i];
        if (c != ' ' || to == begin || to[-1] != ' ') *to++ = c;
    }
    std::string_view const plain = arena.commit(to);
    return Text(plain, arena.copy_array(std::span<Mark const>(marks)));
}

}  // namespace

void ItemReader::put_in_order() {
    if (subtitle_ != 0) add_subtitle();
    has_.each([this](std::size_t v) {
        Field& field = found_[v];
        if (field.id() == VariableId::page && field.text().marks.empty())  // any dash is that of a range
            field = Field(field.id(), Text(text::decode_pages(field.text().plain, record_->arena())));
        if (field.kind() == Kind::text && !may_have_lines(field.id())) field = Field(field.id(), in_one_line(field.text(), record_->arena()));
    });
    has_.each([this](std::size_t v) { record_->adopt(found_[v]); });
}

void ItemReader::keep(std::string_view name, std::uint32_t value, ExtraKind kind, VariableId id) {
    Extra extra;
    extra.format = family;
    extra.name = record_->arena().copy(name);
    extra.value = record_->arena().copy(ValueReader::source(values_.node(value)));
    extra.kind = kind;
    extra.variable = id;
    record_->adopt(extra);
}

}  // namespace ibid::formats::csl_json
