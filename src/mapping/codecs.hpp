// The codecs that formats share: named pairs of decode and encode. What a native text, list, name list or date is
// in a format is the business of its Decoder and Encoder; what stands here is how a value of each kind travels.
//
// F::Decoder has   Record& record;   Text text(NativeField const&);   List list(NativeField const&);
//                  Names names(NativeField const&);   bool date(NativeField const&, Date&)
// F::Encoder has   bool text(name, Text const&);  bool list(name, List);  bool names(name, Names const&);
//                  bool date(name, Date const&)    each false if the format cannot say the value
#pragma once

#include "mapping/engine.hpp"

#include <string_view>

namespace ibid::mapping {

/// One text.
struct text {
    static constexpr std::string_view name = "text";
    template <Kind K> static constexpr bool takes = K == Kind::text;

    template <class F>
    static bool decode(typename F::Decoder& d, Match<F> const& m) {
        Text const value = d.text(*m.chosen);
        if (!value.empty()) d.record.adopt(Field(m.variable(), value));
        return true;
    }
    template <class F>
    static bool encode(typename F::Encoder& e, Job<F> const& j) {
        return e.text(j.name(), j.field()->text());
    }
};

/// Several texts in one native value, or one each in several.
struct list {
    static constexpr std::string_view name = "list";
    template <Kind K> static constexpr bool takes = K == Kind::list;

    template <class F>
    static bool decode(typename F::Decoder& d, Match<F> const& m) {
        List value;
        if (m.chosen != nullptr) {
            value = d.list(*m.chosen);
        } else {
            std::size_t count = 0;
            m.each([&](NativeField&) { ++count; });
            if (count == 0) return false;
            auto const all = d.record.arena().template array<Text>(count);
            std::size_t filled = 0;
            m.each([&](NativeField& f) {
                Text const one = d.text(f);
                if (!one.empty()) all[filled++] = one;
            });
            value = all.first(filled);
        }
        if (!value.empty()) d.record.adopt(Field(m.variable(), value));
        return true;
    }
    template <class F>
    static bool encode(typename F::Encoder& e, Job<F> const& j) {
        return e.list(j.name(), j.field()->list());
    }
};

/// Names in one native value.
struct names {
    static constexpr std::string_view name = "names";
    template <Kind K> static constexpr bool takes = K == Kind::names;

    template <class F>
    static bool decode(typename F::Decoder& d, Match<F> const& m) {
        Names const value = d.names(m);
        if (!value.list.empty() || value.others) d.record.adopt(Field(m.variable(), value));
        return true;
    }
    template <class F>
    static bool encode(typename F::Encoder& e, Job<F> const& j) {
        return e.names(j.name(), j.field()->names());
    }
};

/// A date in one native value. What is no date is kept as a literal.
struct date {
    static constexpr std::string_view name = "date";
    template <Kind K> static constexpr bool takes = K == Kind::date;

    template <class F>
    static bool decode(typename F::Decoder& d, Match<F> const& m) {
        Date value;
        if (!d.date(*m.chosen, value)) return false;
        auto const kept = d.record.arena().template array<Date>(1);
        kept[0] = value;
        d.record.adopt(Field(m.variable(), kept.data()));
        return true;
    }
    template <class F>
    static bool encode(typename F::Encoder& e, Job<F> const& j) {
        return e.date(j.name(), *j.field());
    }
};

}  // namespace ibid::mapping
