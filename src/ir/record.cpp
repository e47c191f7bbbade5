// Record: placing fields in order, and copying what they hold into the record's own arena.
#include "ibid/record.hpp"

#include <algorithm>
#include <cassert>

namespace ibid {

namespace {

// What a reader gives without a copy (Record::adopt) has to live in the record's arena.
[[maybe_unused]] bool is_held(Arena const& arena, Text const& text) noexcept {
    return arena.holds(text.plain) &&
           std::all_of(text.marks.begin(), text.marks.end(), [&](Mark const& m) { return arena.holds(m.argument); });
}

[[maybe_unused]] bool is_held(Arena const& arena, Field const& field) noexcept {
    auto const held = [&](Text const& text) { return is_held(arena, text); };
    auto const parts_held = [&](Name const& n) {
        return held(n.family) && held(n.given) && held(n.dropping_particle) && held(n.non_dropping_particle) &&
               held(n.suffix) && held(n.literal) && arena.holds(n.identifier);
    };
    switch (field.kind()) {
    case Kind::text: return held(field.text());
    case Kind::list: return std::all_of(field.list().begin(), field.list().end(), held);
    case Kind::names: return std::all_of(field.names().list.begin(), field.names().list.end(), parts_held);
    case Kind::date: return arena.holds(field.date().literal);
    }
    return false;
}

Text copy(Arena& arena, Text const& text) {
    Text to(arena.copy(text.plain));
    if (text.marks.empty()) return to;
    auto const marks = arena.copy_array(text.marks);
    for (Mark& mark : marks) mark.argument = arena.copy(mark.argument);
    to.marks = marks;
    return to;
}

List copy(Arena& arena, List list) {
    auto const to = arena.array<Text>(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) to[i] = copy(arena, list[i]);
    return to;
}

Names copy(Arena& arena, Names const& names) {
    auto const to = arena.array<Name>(names.list.size());
    for (std::size_t i = 0; i < names.list.size(); ++i) {
        Name const& from = names.list[i];
        for (auto part : {&Name::family, &Name::given, &Name::dropping_particle, &Name::non_dropping_particle,
                          &Name::suffix, &Name::literal})
            to[i].*part = copy(arena, from.*part);
        to[i].identifier = arena.copy(from.identifier);
    }
    return {to, names.others};
}

Date const* copy(Arena& arena, Date const& date) {
    Date& to = arena.array<Date>(1).front();
    to = date;
    to.literal = arena.copy(date.literal);
    return &to;
}

Extra copy(Arena& arena, Extra const& extra) {
    Extra to = extra;
    to.format = arena.copy(extra.format);
    to.name = arena.copy(extra.name);
    to.value = arena.copy(extra.value);
    to.source = arena.copy(extra.source);
    return to;
}

Field copy(Arena& arena, Field const& field) {
    switch (field.kind()) {
    case Kind::text: return {field.id(), copy(arena, field.text())};
    case Kind::list: return {field.id(), copy(arena, field.list())};
    case Kind::names: return {field.id(), copy(arena, field.names())};
    case Kind::date: return {field.id(), copy(arena, field.date())};
    }
    return field;
}

}  // namespace

Record::Record(Record const& other) { *this = other; }

Record& Record::operator=(Record const& other) {
    if (this == &other) return *this;
    clear();
    static_cast<void>(arena_.reserve(other.arena_.used()));  // one block, as small as it can be
    id = arena_.copy(other.id);
    type = other.type;
    origin.format = arena_.copy(other.origin.format);
    origin.native_type = arena_.copy(other.origin.native_type);
    set_location(other.origin.where);
    fields_.reserve(other.fields_.size());
    for (Field const& from : other.fields_) fields_.push_back(copy(arena_, from));
    present_ = other.present_;
    for (Extra const& from : other.extras_) extras_.push_back(copy(arena_, from));
    origin.source = arena_.copy(other.origin.source);
    origin.foreign = other.origin.foreign;
    changed_ = other.changed_;
    read_id_ = arena_.copy(other.read_id_);
    read_type_ = other.read_type_;
    extras_changed_ = other.extras_changed_;
    return *this;
}

// The value is copied before its old self gives way: it may be a part of this very record.
void Record::set(TextKey key, Text const& value) { replace({key, copy(arena_, value)}); }
void Record::set(ListKey key, List value) { replace({key, copy(arena_, value)}); }
void Record::set(NamesKey key, Names const& value) { replace({key, copy(arena_, value)}); }
void Record::set(DateKey key, Date const& value) { replace({key, copy(arena_, value)}); }

void Record::replace(Field const& field) {
    drop_notes(field.id());
    note_change(field.id());
    place(field);
}

void Record::place(Field const& field) {
    assert(is_held(arena_, field));
    VariableId const id_ = field.id();
    auto at = fields_.end();
    while (at != fields_.begin() && at[-1].id() > id_) --at;  // readers come nearly in order: mostly no step
    if (has(id_)) {
        at[-1] = field;
        return;
    }
    present_[word(id_)] |= std::uint64_t{1} << bit(id_);
    fields_.insert(at, field);
}

void Record::erase(VariableId id_) {
    Field const* const found = field(id_);
    if (found == nullptr) return;
    drop_notes(id_);
    note_change(id_);
    fields_.erase(fields_.begin() + (found - fields_.data()));
    present_[word(id_)] &= ~(std::uint64_t{1} << bit(id_));
}

Field const* Record::field(VariableId id_) const noexcept {
    if (!has(id_)) return nullptr;
    Field const* at = fields_.data();
    while (at->id() != id_) ++at;
    return at;
}

void Record::add_extra(Extra const& extra) {
    extras_.push_back(copy(arena_, extra));
    extras_changed_ = true;
}

void Record::begin_changes() noexcept {
    changed_ = {};
    extras_changed_ = false;
    read_id_ = id;
    read_type_ = type;
}

void Record::note_change(VariableId id_) noexcept { changed_[word(id_)] |= std::uint64_t{1} << bit(id_); }

void Record::drop_notes(VariableId id_) noexcept {
    std::erase_if(extras_, [id_](Extra const& extra) {
        bool const noted = extra.kind == ExtraKind::expression || extra.kind == ExtraKind::inherited;
        return noted && extra.variable == id_;
    });
}

void Record::clear() noexcept {
    id = {};
    type = ItemType::document;
    origin = {};
    fields_.clear();
    extras_.clear();
    present_ = {};
    begin_changes();
    arena_.clear();
}

void Record::swap(Record& other) noexcept {
    std::swap(id, other.id);
    std::swap(type, other.type);
    std::swap(origin, other.origin);
    fields_.swap(other.fields_);
    extras_.swap(other.extras_);
    std::swap(present_, other.present_);
    std::swap(changed_, other.changed_);
    std::swap(read_id_, other.read_id_);
    std::swap(read_type_, other.read_type_);
    std::swap(extras_changed_, other.extras_changed_);
    arena_.swap(other.arena_);
}

}  // namespace ibid
