// Character references: the table of names, and numbers.
#include "grammars/csl_markup_entities.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

namespace ibid::grammars::csl_markup {
namespace {

struct Entity {
    std::string_view name;
    char32_t code;
};
constexpr Entity entities[] = {
#define IBID_ENTITY(name, code) {name, code},
#include "grammars/csl_markup_entities_table.def"
#undef IBID_ENTITY
};
static_assert(std::is_sorted(std::begin(entities), std::end(entities), [](Entity const& a, Entity const& b) { return a.name < b.name; }));

char32_t numeric(std::string_view digits) noexcept {
    int base = 10;
    if (digits.starts_with('x') || digits.starts_with('X')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t code = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
    bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
    bool const control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    return error == std::errc{} && end == digits.data() + digits.size() && code <= 0x10FFFF && !surrogate && !control ? code : 0;
}

}  // namespace

char32_t character_of(std::string_view reference) noexcept {
    if (reference.starts_with('#')) return numeric(reference.substr(1));
    auto const found = std::lower_bound(std::begin(entities), std::end(entities), reference,
                                        [](Entity const& entity, std::string_view name) { return entity.name < name; });
    return found != std::end(entities) && found->name == reference ? found->code : 0;
}

}  // namespace ibid::grammars::csl_markup
