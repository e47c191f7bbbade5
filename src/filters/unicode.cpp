// The filter that composes characters. Most records have none to be composed: a look at their bytes tells.
#include "filters/changing.hpp"
#include "text/rich.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace ibid {
namespace {

/// The texts of a name, each by itself.
constexpr Text Name::*parts[] = {&Name::family, &Name::given, &Name::dropping_particle, &Name::non_dropping_particle, &Name::suffix, &Name::literal};

bool may_be_decomposed(Text const& text) noexcept { return text::may_be_decomposed(text.plain); }

bool may_be_decomposed(Field const& field) noexcept {
    switch (field.kind()) {
        case Kind::text: return may_be_decomposed(field.text());
        case Kind::list: return std::any_of(field.list().begin(), field.list().end(), [](Text const& t) { return may_be_decomposed(t); });
        case Kind::names: {
            auto const one = [](Name const& n) { return std::any_of(std::begin(parts), std::end(parts), [&](auto part) { return may_be_decomposed(n.*part); }); };
            return std::any_of(field.names().list.begin(), field.names().list.end(), one);
        }
        case Kind::date: break;
    }
    return false;
}

/// The field in NFC, in the record's arena.
Field composed(Field const& field, Arena& arena) {
    switch (field.kind()) {
        case Kind::text: return {field.id(), text::composed(field.text(), arena)};
        case Kind::list: {
            auto const all = arena.copy_array(std::span<Text const>(field.list()));
            for (Text& t : all) t = text::composed(t, arena);
            return {field.id(), List(all)};
        }
        case Kind::names: {
            auto const all = arena.copy_array(field.names().list);
            for (Name& n : all)
                for (auto const part : parts) n.*part = text::composed(n.*part, arena);
            return {field.id(), Names{all, field.names().others}};
        }
        case Kind::date: return field;
    }
    return field;
}

}  // namespace

std::unique_ptr<Filter> compose_unicode(ItemSink& next) {
    return filters::changing(next, [](Record& record) {
        for (std::size_t i = 0; i < record.fields().size(); ++i)
            if (Field const& field = record.fields()[i]; may_be_decomposed(field)) record.adopt(composed(field, record.arena()));
    });
}

}  // namespace ibid
