// ItemWriter: `custom`, which carries what CSL has no member for; without carriage, one diagnostic for each of those.
#include "formats/csl_json/dates.hpp"
#include "formats/csl_json/item_writer.hpp"
#include "formats/csl_json/mapping.hpp"
#include "mapping/derived.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>

namespace ibid::formats::csl_json {

namespace {

constexpr std::string_view in_custom = "custom.";  // how the reader names what others keep in `custom`

/// Whether there is nothing to write but that a list of names is incomplete.
bool says_nothing(Field const& field) noexcept {
    switch (field.kind()) {
    case Kind::text: return field.text().empty();
    case Kind::list: return field.list().empty();
    case Kind::names: return field.names().list.empty();
    case Kind::date: return false;
    }
    return false;
}

/// Whether a few extras are all of one format and no two of one name: mostly so.
bool are_grouped(std::vector<Extra const*> const& extras) noexcept {
    constexpr std::size_t few = 24;
    if (extras.size() > few) return false;
    for (std::size_t i = 1; i < extras.size(); ++i) {
        if (extras[i]->format != extras[0]->format) return false;
        for (std::size_t k = 0; k < i; ++k)
            if (extras[i]->name == extras[k]->name) return false;
    }
    return true;
}

/// Extras of the same format together, and in it those of the same name, each in the order of the first.
void group(std::vector<Extra const*>& extras) {
    if (are_grouped(extras)) return;
    struct Place {
        Extra const* extra;
        std::size_t format, name, own;
    };
    std::vector<Place> places;
    for (Extra const* x : extras) places.push_back({x, 0, 0, places.size()});
    auto const by_words = [](Place const& a, Place const& b) {
        return std::tie(a.extra->format, a.extra->name, a.own) < std::tie(b.extra->format, b.extra->name, b.own);
    };
    std::sort(places.begin(), places.end(), by_words);
    for (auto at = places.begin(); at != places.end();) {
        auto const other = [&](Place const& p) { return p.extra->format != at->extra->format; };
        auto const behind = std::find_if(at, places.end(), other);
        auto const first = [](Place const& a, Place const& b) { return a.own < b.own; };
        std::size_t const format = std::min_element(at, behind, first)->own;
        for (std::size_t name = 0; at != behind; ++at) {
            bool const again = name != 0 && (at - 1)->extra->name == at->extra->name && (at - 1)->format == format;
            name = again ? name : at->own + 1;
            at->format = format;
            at->name = name;
        }
    }
    std::sort(places.begin(), places.end(), [](Place const& a, Place const& b) {
        return std::tie(a.format, a.name, a.own) < std::tie(b.format, b.name, b.own);
    });
    std::transform(places.begin(), places.end(), extras.begin(), [](Place const& p) { return p.extra; });
}

}  // namespace

template <class Visit>
void ItemWriter::each_left(Rest rest, Visit&& visit) const {
    for (Left const& left : left_)
        if (left.rest == rest) visit(*left.field);
}

void ItemWriter::open_custom(std::string_view key) {
    if (!custom_open_) {
        to_.either(",\n    \"custom\": ", ",\"custom\":");
        to_.open('{');
    }
    custom_open_ = true;
    to_.name(key);
}

void ItemWriter::put_custom() {
    group(residue_);
    for (Left const& left : left_) put_variable(left);
    put_derived();
    put_others();
    put_edtf();
    put_identifiers();
    put_native_types();
    for (Extra const* x : residue_)
        if (x->format == family && x->name.starts_with(in_custom)) {
            open_custom(x->name.substr(in_custom.size()));
            raw_.take(x->value);
            raw_.print(to_);
        }
    for (std::size_t i = 0; i < residue_.size();) {
        std::size_t const first = i;
        while (i < residue_.size() && residue_[i]->format == residue_[first]->format) ++i;
        put_family(std::span(residue_).subspan(first, i - first));
    }
    if (custom_open_) to_.close('}');
}

void ItemWriter::put_variable(Left const& left) {
    Field const& field = *left.field;
    bool const wanted = left.rest == Rest::all || left.rest == Rest::list || left.rest == Rest::more;
    if (!wanted || says_nothing(field)) return;
    open_custom(spelling(field.id()));
    switch (field.kind()) {
    case Kind::text: values_.text(field.text()); break;
    case Kind::list: values_.array(field.list(), left.rest == Rest::more ? 1 : 0); break;
    case Kind::names: values_.names(field.names(), false); break;
    case Kind::date: values_.date(field.date()); break;
    }
    if (values_.met_marks()) tell_of_marks(field);
}

void ItemWriter::put_derived() {
    if (derived_.empty()) return;
    open_custom(custom_derived);
    to_.open('[');
    derived_.each([this](std::size_t v) {
        to_.next();
        to_.out.word(spelling(static_cast<VariableId>(v)));
    });
    to_.close(']');
}

void ItemWriter::put_others() {
    bool first = true;
    each_left(Rest::others, [&](Field const& field) {
        if (first) open_custom(custom_others), to_.open('[');
        first = false;
        to_.next();
        to_.out.word(spelling(field.id()));
    });
    if (!first) to_.close(']');
}

void ItemWriter::put_edtf() {
    bool first = true;
    each_left(Rest::edtf, [&](Field const& field) {
        if (first) open_custom(custom_edtf), to_.open('{');
        first = false;
        to_.name(spelling(field.id()));
        values_.edtf(field.date());
    });
    if (!first) to_.close('}');
}

void ItemWriter::put_identifiers() {
    bool first = true;
    each_left(Rest::identifiers, [&](Field const& field) {
        if (first) open_custom(custom_identifiers), to_.open('{');
        first = false;
        to_.name(spelling(field.id()));
        to_.open('[');
        for (Name const& name : field.names().list) {
            to_.next();
            if (name.identifier.empty()) to_.out.token("null");
            else to_.out.word(name.identifier);
        }
        to_.close(']');
    });
    if (!first) to_.close('}');
}

void ItemWriter::put_native_types() {
    if (types_left_.empty()) return;
    open_custom(custom_native_type);
    to_.open('{');
    for (mapping::NativeTypes::Left const& left : types_left_) {
        to_.name(left.extra.format);
        to_.out.word(left.extra.value);
    }
    to_.close('}');
}

/// The residue of one family: strings, an array of them where a name stands more than once; our own as it was.
void ItemWriter::put_family(std::span<Extra const* const> extras) {
    bool const own = extras.front()->format == family;
    bool open = false;
    for (std::size_t i = 0; i < extras.size();) {
        std::size_t const first = i++;
        Extra const& x = *extras[first];
        if (own && x.name.starts_with(in_custom)) continue;
        while (!own && i < extras.size() && extras[i]->name == x.name) ++i;
        if (!open) open_custom(x.format), to_.open('{');
        open = true;
        to_.name(x.name);
        if (own) {
            raw_.take(x.value);
            raw_.print(to_);
        } else if (i == first + 1) {
            to_.out.string(x.value);
        } else {
            to_.open('[');
            for (std::size_t k = first; k < i; ++k) {
                to_.next();
                to_.out.string(extras[k]->value);
            }
            to_.close(']');
        }
    }
    if (open) to_.close('}');
}

void ItemWriter::report_left() {
    using text::DateLoss;
    mapping::VariableSet const stands = mapping::copied_texts(*record_, derived_);
    for (Left const& left : left_) {
        Field const& field = *left.field;
        std::string_view const name = spelling(field.id());
        std::string_view const before = field.kind() == Kind::text ? field.text().plain : std::string_view{};
        switch (left.rest) {
        case Rest::all:
            if (!stands.has(static_cast<std::size_t>(field.id()))) lose(Code::dropped_field, name, before);
            break;
        case Rest::list: lose(Code::dropped_field, name, {}, "where the texts of the list begin and end"); break;
        case Rest::more: lose(Code::dropped_field, name, field.list()[1].plain, "all but the first"); break;
        case Rest::others: lose(Code::lost_others, name, {}); break;
        case Rest::identifiers: losses_.put_identifiers(*record_, field); break;
        case Rest::edtf: {
            DateLoss const lost = loss(field.date());
            auto const has = [lost](DateLoss part) { return (lost & part) != DateLoss::none; };
            std::string const date = text::edtf_of(field.date()), written = text::edtf_of(sayable(field.date()));
            if (has(DateLoss::day)) losses_.put(Code::lost_day, *record_, name, date, written);
            if (has(DateLoss::range_end)) losses_.put(Code::lost_range_end, *record_, name, date, written);
            if (lost == DateLoss::none || lost == DateLoss::precision) losses_.put(Code::lost_precision, *record_, name, date, written);
        }
        }
    }
    for (Extra const* x : residue_) lose(Code::dropped_field, x->name, x->value);
    for (mapping::NativeTypes::Left const& left : types_left_) {
        if (!left.is_origin) lose(Code::dropped_field, left.extra.name, left.extra.value);
        else if (!left.is_synonym) losses_.put(Code::type_approximated, *record_, "type", left.extra.value, spelling(record_->type));
    }
}

void ItemWriter::lose(Code code, std::string_view field, std::string_view before, std::string_view message) {
    losses_.put(code, *record_, field, before, {}, message);
}

}  // namespace ibid::formats::csl_json
