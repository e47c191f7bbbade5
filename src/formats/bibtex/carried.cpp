// How carried fields are named, printed and read.
#include "formats/bibtex/carried.hpp"

#include "formats/bibtex/inheritance.hpp"
#include "grammars/support/scan.hpp"
#include "ibid/format.hpp"
#include "mapping/native_types.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace ibid::formats::bibtex {
namespace {

constexpr std::string_view variable_prefix = "csl-";
/// The family whose residue a field carries, `ris` of `ris-U1`, the longest that fits; empty if there is none. It is
/// asked before variables are: one family begins as they do.
std::string_view family_of(std::string_view name) noexcept {
    std::string_view found;
    for (Format const* f : all_formats()) {
        std::string_view const family = f->family;
        bool const fits = name.size() > family.size() + 1 && name.front() == family.front() && name.starts_with(family) && name[family.size()] == '-';
        if (fits && family != "bibtex" && family.size() > found.size()) found = family;
    }
    return found;
}

void append_plain(std::string& to, Name const& name) {
    if (!name.literal.empty()) {
        to += name.literal.plain;
        return;
    }
    for (Text const* part : {&name.given, &name.dropping_particle, &name.non_dropping_particle, &name.family, &name.suffix}) {
        if (part->empty()) continue;
        if (!to.empty() && to.back() != ' ') to += ' ';
        to += part->plain;
    }
}

/// A native name without the number that it has as the second, third ... of several.
std::string_view without_place(Record const& record, std::string_view family, std::string_view name) {
    std::size_t const dash = name.rfind('-');
    if (dash == std::string_view::npos || dash + 1 == name.size() || !text::is_digits(name.substr(dash + 1))) return name;
    auto const is_first = [&](Extra const& x) { return x.format == family && x.name == name.substr(0, dash); };
    constexpr std::size_t enough = 256;  // hostile entries have more
    auto const all = record.extras().last(std::min(record.extras().size(), enough));
    return std::any_of(all.begin(), all.end(), is_first) ? name.substr(0, dash) : name;
}

}  // namespace

std::string_view carried_name(std::string_view prefix, std::string_view name, Arena& arena, std::size_t place) {
    std::string const number = place > 1 ? '-' + std::to_string(place) : std::string();
    char* const begin = arena.reserve(prefix.size() + name.size() + number.size() + 1);
    std::memcpy(begin, prefix.data(), prefix.size());
    begin[prefix.size()] = '-';
    char* to = begin + prefix.size() + 1;
    for (char const c : name) {
        bool const legal = static_cast<unsigned char>(c) > ' ' && std::string_view("\"#%'(),={}~\\@").find(c) == std::string_view::npos;
        *to++ = legal ? c : '_';
    }
    return arena.commit(to + number.copy(to, number.size()));
}

void print_carried(Encoder& encoder, std::string_view name, Field const& field) {
    switch (field.kind()) {
        case Kind::text: encoder.text(name, field.text()); break;
        case Kind::list: encoder.list(name, field.list()); break;
        case Kind::names: encoder.names(name, field.names()); break;
        case Kind::date: encoder.date(name, field); break;
    }
}

bool is_further_url(std::string_view name) noexcept { return name.starts_with("csl-URL"); }

void add_urls(Record& record, std::span<Text const> further) {
    std::vector<Text> all;
    if (List const* const first = record.find(var::URL)) all.assign(first->begin(), first->end());
    all.insert(all.end(), further.begin(), further.end());
    record.adopt(Field(VariableId::URL, List(record.arena().copy_array(std::span<Text const>(all)))));
}

bool read_carried(Decoder& decoder, mapping::NativeField const& field) {
    std::string_view const name = field.name;
    char const* const last = name.data() + name.size();
    if (grammars::support::scan_to<'-'>(name.data(), last) == last) return false;
    Record& record = decoder.record;
    constexpr std::string_view ending = "-native-type";
    if (name.ends_with(ending) && find_format(name.substr(0, name.size() - ending.size())) != nullptr) {
        record.add_extra(mapping::native_type_extra(name.substr(0, name.size() - ending.size()), decoder.plain(field)));
        return true;
    }
    if (std::string_view const family = family_of(name); !family.empty()) {
        std::string_view const native = without_place(record, family, name.substr(family.size() + 1));
        record.add_extra({family, native, decoder.plain(field), {}, ExtraKind::unclaimed, VariableId::none});
        return true;
    }
    if (name.starts_with(variable_prefix)) {
        auto const id = variable(name.substr(variable_prefix.size()));
        if (!id || record.has(*id)) return false;
        switch (info(*id).kind) {
            case Kind::text: record.adopt(Field(*id, decoder.text(field))); break;
            case Kind::list: record.adopt(Field(*id, decoder.list(field))); break;
            case Kind::names: {
                mapping::NativeField own = field;  // the names alone: such a field is never kept as it stands
                record.adopt(Field(*id, decoder.names(own, *id)));
                break;
            }
            case Kind::date: {
                Date date;
                if (!decoder.date(field, date)) return false;
                decoder.adopt(*id, date);
                break;
            }
        }
        return true;
    }
    return false;
}

std::string_view plain_value(Field const& field, Arena& arena) {
    std::string out;
    auto const next = [&](std::string_view delimiter) { if (!out.empty()) out += delimiter; };
    switch (field.kind()) {
        case Kind::text: return field.text().plain;
        case Kind::list:
            for (Text const& t : field.list()) next("; "), out += t.plain;
            break;
        case Kind::names:
            for (Name const& n : field.names().list) next("; "), append_plain(out, n);
            break;
        case Kind::date: {
            if (!field.date().literal.empty()) return field.date().literal;
            char edtf[text::max_date_size];
            out.assign(edtf, static_cast<std::size_t>(text::encode_edtf(field.date(), edtf) - edtf));
            break;
        }
    }
    return arena.copy(out);
}

}  // namespace ibid::formats::bibtex
