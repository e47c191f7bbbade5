// ItemWriter: the members of an item. `custom` is in item_writer_custom.cpp.
#include "formats/csl_json/item_writer.hpp"

#include "formats/csl_json/dates.hpp"
#include "formats/csl_json/lists.hpp"
#include "formats/csl_json/mapping.hpp"
#include "formats/csl_json/names.hpp"
#include "mapping/lost_marks.hpp"

#include <algorithm>
#include <cstring>

namespace ibid::formats::csl_json {
ItemWriter::ItemWriter(Sink& sink, Diagnostics& diagnostics, Tracer* tracer, Style style)
    : sink_(sink), style_(style), to_(sink, style.pretty), values_(to_), losses_(diagnostics, tracer) {
    auto const make = [](Key& key, std::initializer_list<std::string_view> parts) {
        for (std::string_view const part : parts) {
            std::memcpy(key.bytes.data() + key.size, part.data(), part.size());
            key.size = static_cast<std::uint8_t>(key.size + part.size());
        }
    };
    std::string_view const before = style.pretty ? ",\n    \"" : ",\"", behind = style.pretty ? "\": " : "\":";
    for (std::size_t v = 0; v < variable_count; ++v)
        make(keys_[v], {before, spelling(static_cast<VariableId>(v)).substr(0, 32), behind});
    for (std::size_t t = 0; t < item_type_count; ++t)
        make(types_[t], {before, "type", behind, "\"", spelling(static_cast<ItemType>(t)).substr(0, 26), "\""});
    for (std::size_t v = 0; v < variable_count; ++v)
        if (info(static_cast<VariableId>(v)).origin != VariableOrigin::csl) own_.add(v);
}

void ItemWriter::put(Record const& record, mapping::VariableSet const& derived) {
    record_ = &record;
    derived_ = derived;
    left_.clear();
    residue_.clear();
    with_source_ = {};
    custom_open_ = false;
    bool const has_residue = !record.extras().empty();
    if (has_residue)
        for (Extra const& x : record.extras()) {
            bool const source = x.kind == ExtraKind::expression && x.format == family && x.variable != VariableId::none;
            if (source) with_source_.add(static_cast<std::size_t>(x.variable));
        }

    to_.either("{\n    \"id\": ", "{\"id\":");
    to_.out.string(record.id);
    Key const& type = types_[static_cast<std::size_t>(record.type)];
    to_.out.block(type.bytes, type.size);
    if (losses_.tracer() == nullptr) [[likely]] {
        for (Field const& field : record.fields()) put_field(field);
    } else {
        for (Field const& field : record.fields()) put_field_traced(field);
    }
    if (has_residue) put_residue();
    types_left_ = native_types_.of(record);
    bool const something_left = !left_.empty() || !residue_.empty() || !types_left_.empty();
    if (style_.carry && (something_left || !derived_.empty())) put_custom();
    else if (something_left) report_left();
    to_.either("\n  }", "}");
}

void ItemWriter::put_key(VariableId id) {
    Key const& key = keys_[static_cast<std::size_t>(id)];
    to_.out.block(key.bytes, key.size);
}

void ItemWriter::put_field_traced(Field const& field) {
    std::size_t const begin = sink_.size();
    put_field(field);
    if (sink_.size() == begin) return;  // it stands in `custom`
    VariableId const id = field.id();
    std::string const name(spelling(id));
    losses_.tracer()->wrote({name, name, std::string(spelling(field.kind())), {}, "write"}, {&id, 1}, begin, sink_.size());
}

void ItemWriter::put_field(Field const& field) {
    VariableId const id = field.id();
    if (own_.has(static_cast<std::size_t>(id))) {
        left_.push_back({&field, Rest::all});
        return leave_more(field);
    }
    if (with_source_.has(static_cast<std::size_t>(id))) {
        Extra const* const said = source(id);
        raw_.take(said->value);
        if (raw_.conforms(field.kind())) {
            put_key(id);
            raw_.print(to_, field.kind() == Kind::names);
            return leave_more(field);
        }
        residue_.push_back(said);
    }
    switch (field.kind()) {
    case Kind::text:
        if (field.text().empty()) return;
        put_key(id);
        values_.text(field.text());
        if (values_.met_marks()) [[unlikely]] tell_of_marks(field);
        break;
    case Kind::list: {
        List const list = field.list();
        if (list.empty()) return;
        bool const first_only = listing(id) == Listing::first;
        put_key(id);
        bool const own = !style_.list_delimiter.empty() && listing(id) == Listing::semicolon && list.size() > 1;
        if (first_only || list.size() == 1) values_.text(list.front());
        else values_.joined(list, own ? style_.list_delimiter : delimiter(id, list));
        if (own || !comes_back(id, list)) left_.push_back({&field, first_only ? Rest::more : Rest::list});
        if (values_.met_marks()) [[unlikely]] tell_of_marks(field);
        break;
    }
    case Kind::names:
        if (!field.names().list.empty()) {
            put_key(id);
            values_.names(field.names(), true);
            if (values_.met_marks()) [[unlikely]] tell_of_marks(field);
        }
        leave_more(field);
        break;
    case Kind::date:
        put_key(id);
        values_.date(field.date());
        leave_more(field);
        break;
    }
}

void ItemWriter::tell_of_marks(Field const& field) {
    values_.forget_marks();
    mapping::report_lost_marks(*record_, field, sayable_styles, losses_);
}

/// Notes what the form of names and dates does not say, be it in the item or in `custom`.
void ItemWriter::leave_more(Field const& field) {
    if (field.kind() == Kind::names) {
        if (field.names().others) left_.push_back({&field, Rest::others});
        auto const identified = [](Name const& name) { return !name.identifier.empty(); };
        auto const list = field.names().list;
        if (std::any_of(list.begin(), list.end(), identified)) left_.push_back({&field, Rest::identifiers});
    } else if (field.kind() == Kind::date) {
        Date const& date = field.date();
        if (!is_sayable(date)) left_.push_back({&field, Rest::edtf});
    }
}

Extra const* ItemWriter::source(VariableId id) const noexcept {
    auto const all = record_->extras();
    auto const is_it = [id](Extra const& x) {
        return x.kind == ExtraKind::expression && x.format == family && x.variable == id;
    };
    return &*std::find_if(all.begin(), all.end(), is_it);
}

/// Whether a member of CSL-JSON's own residue can stand where it stood: one that CSL-JSON knows had no fit value.
bool ItemWriter::stands_in_item(Extra const& extra) const noexcept {
    if (extra.format != family || extra.kind != ExtraKind::unclaimed || style_.unknown_in_custom) return false;
    return MemberNames::all().find(extra.name).role == Role::unknown && !extra.name.starts_with("custom.");
}

void ItemWriter::put_residue() {
    for (Extra const& x : record_->extras()) {
        if (x.kind != ExtraKind::unclaimed && x.kind != ExtraKind::shadowed) continue;
        if (!stands_in_item(x)) {
            residue_.push_back(&x);
            continue;
        }
        to_.member(x.name);
        raw_.take(x.value);
        raw_.print(to_);
    }
}

}  // namespace ibid::formats::csl_json
