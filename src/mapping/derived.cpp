// What follows from what.
#include "mapping/derived.hpp"

#include <string_view>

namespace ibid::mapping {
namespace {

bool is_preprint(Record const& r) noexcept { return r.type == ItemType::article; }
bool is_in_archive(Record const& r) noexcept {
    bool const on_the_web = r.type == ItemType::webpage || r.type == ItemType::post || r.type == ItemType::post_weblog;
    return on_the_web && !r.has(var::eprint);
}
bool is_said_at_event(Record const& r) noexcept {
    return r.type == ItemType::speech || r.type == ItemType::paper_conference;
}
bool is_any(Record const&) noexcept { return true; }

/// The value of one variable as that of another of its kind.
Field same_value(Field const& from, VariableId to, Arena&) {
    if (from.kind() == Kind::date) return Field(to, &from.date());
    return Field(to, from.text());
}
/// The archive's name. What identifies arXiv is in lower case, its name is not.
Field archive(Field const& from, VariableId to, Arena& arena) {
    Text const name = from.text().plain == "arxiv" ? Text(arena.copy("arXiv")) : from.text();
    if (info(to).kind == Kind::text) return Field(to, name);
    auto const one = arena.array<Text>(1);
    one[0] = name;
    return Field(to, List(one));
}

struct Rule {
    VariableId from, to;
    bool (*applies)(Record const&) noexcept;
    Field (*make)(Field const& from, VariableId to, Arena&);
};
constexpr Rule rules[] = {
    {var::eprint_type, var::publisher, is_preprint, archive},
    {var::eprint_type, var::container_title, is_in_archive, archive},
    {var::title_addon, var::genre, is_any, same_value},
    {var::event_date, var::issued, is_said_at_event, same_value},
};

}  // namespace

VariableSet derive(Record& record) {
    static constexpr VariableSet sources = [] {
        VariableSet set;
        for (Rule const& rule : rules) set.add(static_cast<std::size_t>(rule.from));
        return set;
    }();
    VariableSet added;
    if (!sources.meets(VariableSet(record.present()))) return added;  // as of most records
    for (Rule const& rule : rules) {
        if (!record.has(rule.from) || record.has(rule.to) || !rule.applies(record)) continue;
        record.adopt(rule.make(*record.field(rule.from), rule.to, record.arena()));
        added.add(static_cast<std::size_t>(rule.to));
    }
    return added;
}

VariableSet copied_texts(Record const& record, VariableSet const& derived) noexcept {
    VariableSet copied;
    if (derived.empty()) return copied;
    for (Rule const& rule : rules) {
        if (rule.make != same_value || info(rule.from).kind != Kind::text || !derived.has(static_cast<std::size_t>(rule.to))) continue;
        if (Field const* const from = record.field(rule.from); from != nullptr && from->text().marks.empty()) copied.add(static_cast<std::size_t>(rule.from));
    }
    return copied;
}

void drop_derived(Record& record, VariableSet const& named) {
    for (Rule const& rule : rules) {
        Field const* const to = named.has(static_cast<std::size_t>(rule.to)) ? record.field(rule.to) : nullptr;
        if (to == nullptr || !record.has(rule.from) || !rule.applies(record)) continue;
        if (rule.make(*record.field(rule.from), rule.to, record.arena()) == *to) record.erase(rule.to);
    }
}

}  // namespace ibid::mapping
