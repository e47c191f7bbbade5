// ItemReader: `custom`, where CSL-JSON keeps what it has no variable for. What ibid writes there comes back as it
// was; what others keep there becomes an extra named `custom.x`, and is written back.
#include "formats/csl_json/dates.hpp"
#include "formats/csl_json/item_reader.hpp"
#include "formats/csl_json/lists.hpp"
#include "formats/csl_json/mapping.hpp"
#include "mapping/derived.hpp"
#include "mapping/native_types.hpp"
#include "ibid/format.hpp"
#include "text/rich.hpp"

#include <algorithm>
#include <cstring>

namespace ibid::formats::csl_json {

using JsonKind = grammars::csl_json::Kind;

namespace {

bool is_family(std::string_view name) noexcept {
    auto const all = all_formats();
    return std::any_of(all.begin(), all.end(), [&](Format const* f) { return f->family == name; });
}

/// Whether a member of `custom` has a name that we write.
bool is_ours(std::string_view name) noexcept {
    bool const about_members = name == custom_derived || name == custom_others || name == custom_edtf || name == custom_identifiers;
    return about_members || name == custom_native_type || variable(name);
}

/// Whether two lists have the same texts, marks aside.
bool same_texts(List a, List b) noexcept {
    auto const same = [](Text const& x, Text const& y) { return x.plain == y.plain; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

}  // namespace

void ItemReader::read_custom(std::uint32_t custom) {
    values_.expect_arrays(true);
    values_.each(custom, [this](std::uint32_t name) {
        std::string_view const key = key_of(name);
        field_ = key;
        if (read_custom_member(key, name + 1)) return;
        std::string_view const at = values_.node(name).text;
        if (is_ours(key)) complain(Code::shadowed_field, at, "not as ibid writes it, or not what the item says; kept");
        constexpr std::string_view prefix = "custom.";
        char* const to = record_->arena().reserve(prefix.size() + key.size());
        std::memcpy(to, prefix.data(), prefix.size());
        std::memcpy(to + prefix.size(), key.data(), key.size());
        keep(record_->arena().commit(to + prefix.size() + key.size()), name + 1, ExtraKind::unclaimed);
    });
}

/// False: it is not ours, or not of the form that ours has.
bool ItemReader::read_custom_member(std::string_view key, std::uint32_t value) {
    if (key == custom_derived) return read_derived(value);
    if (key == custom_others) return read_others(value);
    if (key == custom_edtf) return read_edtf(value);
    if (key == custom_identifiers) return read_identifiers(value);
    if (key == custom_native_type) return read_native_types(value);
    if (auto const id = variable(key)) return read_custom_variable(*id, value);
    if (values_.node(value).kind != JsonKind::object || !is_family(key)) return false;
    read_residue(key, value);
    return true;
}

/// Whether a value is an object whose members are named by variables of a kind, each with a value of one JSON type.
bool ItemReader::is_object_of(std::uint32_t at, ibid::Kind kind, JsonKind values) {
    if (values_.node(at).kind != JsonKind::object) return false;
    bool all = true;
    values_.each(at, [&](std::uint32_t name) {
        auto const id = variable(key_of(name));
        all = all && id && info(*id).kind == kind && record_->has(*id) && values_.node(name + 1).kind == values;
    });
    return all;
}

bool ItemReader::read_derived(std::uint32_t value) {
    if (values_.node(value).kind != JsonKind::array) return false;
    mapping::VariableSet named;
    bool all = true;
    values_.each(value, [&](std::uint32_t i) {
        auto const id = values_.node(i).kind == JsonKind::string ? variable(key_of(i)) : std::nullopt;
        all = all && id.has_value();
        if (id) named.add(static_cast<std::size_t>(*id));
    });
    if (all) mapping::drop_derived(*record_, named);
    return all;
}

bool ItemReader::read_others(std::uint32_t value) {
    if (values_.node(value).kind != JsonKind::array) return false;
    bool all = true;
    values_.each(value, [&](std::uint32_t i) {
        auto const id = variable(key_of(i));
        all = all && id && info(*id).kind == ibid::Kind::names && values_.node(i).kind == JsonKind::string;
    });
    if (!all) return false;
    values_.each(value, [&](std::uint32_t i) {
        VariableId const id = *variable(key_of(i));
        Field const* const field = record_->field(id);
        record_->adopt(Field(id, Names{field != nullptr ? field->names().list : std::span<Name const>{}, true}));
    });
    return true;
}

bool ItemReader::read_edtf(std::uint32_t value) {
    if (!is_object_of(value, ibid::Kind::date, JsonKind::string)) return false;
    bool all = true;
    values_.each(value, [&](std::uint32_t name) {
        VariableId const id = *variable(key_of(name));
        auto const kept = record_->arena().array<Date>(1);
        bool const date = text::decode_date(values_.plain(values_.node(name + 1)), record_->arena(), kept[0]);
        // Where somebody changed the date itself, this one is of the past.
        Date const& said = record_->field(id)->date();
        bool const same = date && sayable(kept[0]) == said;
        if (same) record_->adopt(Field(id, kept.data()));
        all = all && same;
    });
    return all;
}

bool ItemReader::read_identifiers(std::uint32_t value) {
    if (!is_object_of(value, ibid::Kind::names, JsonKind::array)) return false;
    values_.each(value, [&](std::uint32_t name) {
        VariableId const id = *variable(key_of(name));
        Names const& names = record_->field(id)->names();
        auto const list = record_->arena().copy_array(names.list);
        std::size_t at = 0;
        values_.each(name + 1, [&](std::uint32_t i) {
            Node const& node = values_.node(i);
            if (at < list.size() && node.kind == JsonKind::string) list[at].identifier = values_.plain(node);
            ++at;
        });
        record_->adopt(Field(id, Names{list, names.others}));
    });
    return true;
}

/// The words of formats for the type. Our own is one that CSL does not have, which `type` has given way to.
bool ItemReader::read_native_types(std::uint32_t value) {
    if (values_.node(value).kind != JsonKind::object) return false;
    bool all = true;
    values_.each(value, [&](std::uint32_t name) {
        bool const own = key_of(name) == family;
        bool const known = own ? record_->origin.native_type.empty() : find_format(key_of(name)) != nullptr;
        all = all && known && values_.node(name + 1).kind == JsonKind::string;
    });
    if (!all) return false;
    values_.each(value, [&](std::uint32_t name) {
        std::string_view const native = values_.plain(values_.node(name + 1));
        if (key_of(name) == family) record_->origin.format = family, record_->origin.native_type = native;
        else record_->add_extra(mapping::native_type_extra(key_of(name), native));
    });
    return true;
}

/// A variable that CSL does not have, or what the string of a list could not say.
bool ItemReader::read_custom_variable(VariableId id, std::uint32_t value) {
    if (values_.is_empty(value)) return true;
    Field field(VariableId::none, Text{});
    if (!values_.read(id, info(id).kind, value, field) || !values_.complete()) return false;
    if (!record_->has(id)) {
        record_->adopt(field);
        return true;
    }
    if (field == *record_->field(id)) return true;
    return field.kind() == ibid::Kind::list && refine_list(id, field.list());
}

/// Whether a text is the elements of a list with the same thing between them.
static bool says_all(std::string_view text, List list) noexcept {
    std::string_view between;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!text.starts_with(list[i].plain)) return false;
        text.remove_prefix(list[i].plain.size());
        if (i + 1 == list.size()) break;
        if (i == 0) between = text.substr(0, text.find(list[1].plain));
        if (between.empty() || !text.starts_with(between)) return false;
        text.remove_prefix(between.size());
    }
    return text.empty();
}

/// Takes a whole list where its string stands for the list; the first URL stands alone, more of them follow here.
bool ItemReader::refine_list(VariableId id, List more) {
    List const said = record_->field(id)->list();
    Arena& arena = record_->arena();
    if (listing(id) == Listing::first) {
        auto const all = arena.array<Text>(said.size() + more.size());
        std::copy(more.begin(), more.end(), std::copy(said.begin(), said.end(), all.begin()));
        record_->adopt(Field(id, List(all)));
        return true;
    }
    // By the usual delimiter, or by another one (option list-delimiter): then the list was read as one text.
    auto const is_said_by = [&](std::string_view delimiter) {
        bool complete = true;
        return same_texts(split(id, text::concat(more, delimiter, arena), arena, complete), said);
    };
    bool const same = is_said_by(delimiter(id, more)) || (said.size() == 1 && says_all(said.front().plain, more));
    if (same) record_->set(ListKey{id}, more);  // the string's source, if it was kept, says less than this
    return same;
}

/// Native fields of another format: strings, or arrays of strings where a name stands more than once.
void ItemReader::read_residue(std::string_view of, std::uint32_t value) {
    Extra extra;
    extra.format = record_->arena().copy(of);
    bool const as_json = of == family;
    values_.each(value, [&](std::uint32_t name) {
        extra.name = record_->arena().copy(key_of(name));
        auto const add = [&](Node const& node) {
            bool const decoded = node.kind == JsonKind::string && !as_json;
            extra.value = decoded ? values_.plain(node) : record_->arena().copy(ValueReader::source(node));
            record_->adopt(extra);
        };
        if (values_.node(name + 1).kind != JsonKind::array || as_json) return add(values_.node(name + 1));
        values_.each(name + 1, [&](std::uint32_t i) { add(values_.node(i)); });
    });
}

}  // namespace ibid::formats::csl_json
