// The filter that sorts: each record is held with its keys made once, and an order of indices is sorted.
#include "ibid/filter.hpp"

#include "filters/field_text.hpp"
#include "filters/standing_alone.hpp"
#include "text/folding.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace ibid {
namespace {

using filters::FieldKind, filters::FieldName;

constexpr char between = '\x01';  // sorts before any character of a value: "Li, A" before "Lia, A"

/// What one field of one record is sorted by.
struct SortKey {
    bool present = false;
    std::int64_t time = 0;
    std::string text{};
};

int compare(SortKey const& a, SortKey const& b) noexcept {
    if (a.time != b.time) return a.time < b.time ? -1 : 1;
    return text::compare_naturally(a.text, b.text);
}

std::string of_names(Names const& names) {
    std::string all;
    for (Name const& name : names.list) {
        for (Text const* part : {&name.literal, &name.family, &name.given, &name.non_dropping_particle, &name.dropping_particle, &name.suffix}) {
            if (part == &name.family && !name.literal.empty()) break;
            if (part != &name.literal || !part->empty()) all.append(text::folded(part->plain)) += between;
        }
        all += between;
    }
    return all;
}

/// A season begins in the month that meteorologists of the north say; less precise dates come before those in them.
std::int64_t time_of(DatePoint const& p) noexcept {
    unsigned const month = p.season != 0 ? p.season * 3U : p.month;
    return (std::int64_t{p.year} * 13 + month) * 32 + p.day;
}

/// A date that is a literal sorts as none.
SortKey of_date(Date const& date, bool year_alone) {
    if (!date.literal.empty()) return {};
    bool const has_begin = date.range != DateRange::open_begin && date.range != DateRange::unknown_begin;
    DatePoint const& point = has_begin ? date.begin : date.end;
    return {true, year_alone ? point.year : time_of(point)};
}

SortKey key_of(Record const& record, FieldName const& field) {
    if (!filters::has_field(record, field)) return {};
    if (field.kind == FieldKind::year) return of_date(*record.find(var::issued), true);
    if (field.kind == FieldKind::variable) {
        Field const& value = *record.field(field.variable);
        if (value.kind() == Kind::names) return {true, 0, of_names(value.names())};
        if (value.kind() == Kind::date) return of_date(value.date(), false);
    }
    SortKey key{.present = true};
    filters::any_text(record, field, [&](std::string_view text, bool whole) {
        if (whole) (key.text += text::folded(text)) += between;
        return false;
    });
    return key;
}

class Sort final : public Filter {
public:
    Sort(ItemSink& next, std::vector<SortField> const& fields, ParentOrder parents) : Filter{next}, parents_{parents} {
        for (SortField const& field : fields) {
            fields_.push_back(filters::field_name(field.name));
            descending_.push_back(field.descending);
        }
    }

    void put(Item& item) override {
        if (item.kind == ItemKind::record) records_.push_back(item.record);  // as small as it is: the reader's own has room for the largest
        else if (!filters::is_separator(item.verbatim)) next_.put(item);
    }

    void finish() override {
        std::vector<std::size_t> const order = order_of_records();
        Item item;
        for (std::size_t const i : order) {
            item.record = std::move(records_[i]);
            next_.put(item);
        }
        records_.clear();
        Filter::finish();
    }

private:
    [[nodiscard]] std::vector<std::size_t> order_of_records() const {
        std::vector<std::vector<SortKey>> keys(records_.size());
        for (std::size_t i = 0; i < records_.size(); ++i)
            for (FieldName const& field : fields_) keys[i].push_back(key_of(records_[i], field));
        std::vector<unsigned> const ranks = parents_ == ParentOrder::last ? ranks_of_parents() : std::vector<unsigned>(records_.size());
        std::vector<std::size_t> order(records_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return ranks[a] != ranks[b] ? ranks[a] < ranks[b] : is_before(keys[a], keys[b]);
        });
        return order;
    }

    [[nodiscard]] bool is_before(std::vector<SortKey> const& a, std::vector<SortKey> const& b) const {
        for (std::size_t k = 0; k < fields_.size(); ++k) {
            if (a[k].present != b[k].present) return a[k].present;
            int const by_key = a[k].present ? compare(a[k], b[k]) : 0;
            if (by_key != 0) return descending_[k] ? by_key > 0 : by_key < 0;
        }
        return false;
    }

    /// 0: nobody inherits from the record; else one more than the highest of those that do. Circles are cut.
    [[nodiscard]] std::vector<unsigned> ranks_of_parents() const {
        std::map<std::string_view, std::size_t> by_key;
        for (std::size_t i = 0; i < records_.size(); ++i) by_key.emplace(records_[i].id, i);
        std::vector<std::pair<std::size_t, std::size_t>> links;  // child, parent
        for (std::size_t i = 0; i < records_.size(); ++i) {
            auto const parent = by_key.find(filters::parent_of(records_[i]));
            if (parent != by_key.end() && parent->second != i) links.emplace_back(i, parent->second);
        }
        std::vector<unsigned> ranks(records_.size());
        constexpr int deepest = 8;  // nobody's proceedings are in a book of a series of ... any deeper
        bool changed = true;
        for (int round = 0; round < deepest && changed; ++round) {
            changed = false;
            for (auto const& [child, parent] : links)
                if (ranks[parent] <= ranks[child]) ranks[parent] = ranks[child] + 1, changed = true;
        }
        return ranks;
    }

    ParentOrder parents_;
    std::vector<FieldName> fields_;
    std::vector<bool> descending_;
    std::vector<Record> records_;
};

}  // namespace

std::unique_ptr<Filter> sort_records(ItemSink& next, std::vector<SortField> fields, ParentOrder parents) {
    return std::make_unique<Sort>(next, fields, parents);
}

}  // namespace ibid
