// Identifiers of names as data annotations, there and back.
#include "formats/bibtex/annotations.hpp"

#include "formats/bibtex/inheritance.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace ibid::formats::bibtex {
namespace {

constexpr std::string_view orcid = "+an:orcid", any_id = "+an:id";

constexpr bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// "0000-0002-1825-0097", alone or at the end of a URL.
bool is_orcid(std::string_view id) noexcept {
    constexpr std::size_t size = 19;
    if (id.size() < size || (id.size() > size && id[id.size() - size - 1] != '/')) return false;
    std::string_view const number = id.substr(id.size() - size);
    for (std::size_t i = 0; i < size; ++i) {
        bool const last = i + 1 == size;
        if (i % 5 == 4 ? number[i] != '-' : !is_digit(number[i]) && !(last && number[i] == 'X')) return false;
    }
    return true;
}

/// Whether an identifier can stand between quotes as it is.
bool is_quotable(std::string_view id) noexcept { return id.find_first_of("\"{}\\%") == std::string_view::npos; }

/// One `1="value"` off the front of `rest`, with the semicolon behind it; 0: it is no such thing.
std::size_t take_item(std::string_view& rest, std::string_view& value) noexcept {
    auto const skip = [&](auto&& what) { while (!rest.empty() && what(rest.front())) rest.remove_prefix(1); };
    std::size_t place = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), place);
    if (error != std::errc{}) return 0;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    skip(is_blank);
    if (!rest.starts_with('=')) return 0;
    rest.remove_prefix(1);
    skip(is_blank);
    std::size_t const quote = rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
    if (quote == std::string_view::npos) return 0;
    value = rest.substr(1, quote - 1);
    rest.remove_prefix(quote + 1);
    skip([](char c) { return is_blank(c) || c == ';'; });
    return place;
}

/// The names that a field became, where it alone became them.
Names const* annotated(std::string_view name, mapping::NativeRecord& native, Record const& record) {
    for (mapping::NativeField const& f : native.fields()) {
        if (!f.claimed || f.variable == VariableId::none || !same_name(f.name, name)) continue;
        Field const* const field = record.field(f.variable);
        return field != nullptr && field->kind() == Kind::names ? &field->names() : nullptr;
    }
    return nullptr;
}

VariableId variable_of(Names const& names, Record const& record) noexcept {
    for (Field const& f : record.fields())
        if (f.kind() == Kind::names && &f.names() == &names) return f.id();
    return VariableId::none;
}

}  // namespace

std::string_view annotation_of(Names const& names, Arena& arena) {
    std::string out;
    for (std::size_t i = 0; i < names.list.size(); ++i) {
        std::string_view const id = names.list[i].identifier;
        if (id.empty() || !is_quotable(id)) continue;
        if (!out.empty()) out += "; ";
        out.append(std::to_string(i + 1)).append("=\"").append(id).append("\"");
    }
    return arena.copy(out);
}

std::string_view annotation_suffix(Names const& names) noexcept {
    auto const fits = [](Name const& name) { return name.identifier.empty() || is_orcid(name.identifier); };
    return std::all_of(names.list.begin(), names.list.end(), fits) ? orcid : any_id;
}

bool read_annotation(mapping::NativeField& annotation, mapping::NativeRecord& native, Record& record) {
    std::size_t const plus = annotation.name.find('+');
    if (plus == std::string_view::npos) return false;
    std::string_view const suffix = annotation.name.substr(plus);
    if (!same_name(suffix, orcid) && !same_name(suffix, any_id)) return false;
    Names const* const names = annotated(annotation.name.substr(0, plus), native, record);
    if (names == nullptr) return false;

    auto const list = record.arena().array<Name>(names->list.size());
    std::copy(names->list.begin(), names->list.end(), list.begin());
    std::string_view rest = annotation.value, value;
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    while (!rest.empty()) {
        std::size_t const place = take_item(rest, value);
        if (place == 0 || place > list.size()) return false;
        list[place - 1].identifier = record.arena().copy(value);
    }
    record.adopt(Field(variable_of(*names, record), Names{list, names->others}));
    annotation.claimed = true;
    return true;
}

}  // namespace ibid::formats::bibtex
