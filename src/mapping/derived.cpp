// What follows from what.
#include "mapping/derived.hpp"

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

struct Rule {
    VariableId from, to;
    bool (*applies)(Record const&) noexcept;
};
constexpr Rule rules[] = {
    {var::eprint_type, var::publisher, is_preprint},
    {var::eprint_type, var::container_title, is_in_archive},
    {var::title_addon, var::genre, is_any},
    {var::event_date, var::issued, is_said_at_event},
};

/// The value of one variable as that of another: the kinds are the same, or a text is a list of one.
Field derived(Field const& from, VariableId to, Arena& arena) {
    switch (info(to).kind) {
    case Kind::text: return {to, from.text()};
    case Kind::list: {
        auto const one = arena.array<Text>(1);
        one[0] = from.text();
        return {to, List(one)};
    }
    case Kind::names: return {to, from.names()};
    case Kind::date: return {to, &from.date()};
    }
    return from;
}

}  // namespace

VariableSet derive(Record& record) {
    VariableSet added;
    for (Rule const& rule : rules) {
        if (!record.has(rule.from) || record.has(rule.to) || !rule.applies(record)) continue;
        record.adopt(derived(*record.field(rule.from), rule.to, record.arena()));
        added.add(static_cast<std::size_t>(rule.to));
    }
    return added;
}

void drop_derived(Record& record, VariableSet const& named) {
    for (Rule const& rule : rules) {
        Field const* const to = named.has(static_cast<std::size_t>(rule.to)) ? record.field(rule.to) : nullptr;
        if (to == nullptr || !record.has(rule.from) || !rule.applies(record)) continue;
        if (derived(*record.field(rule.from), rule.to, record.arena()) == *to) record.erase(rule.to);
    }
}

}  // namespace ibid::mapping
