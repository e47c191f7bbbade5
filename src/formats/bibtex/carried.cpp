// How carried fields are named, printed and read.
#include "formats/bibtex/carried.hpp"

#include "formats/bibtex/inheritance.hpp"
#include "text/dates.hpp"

#include <cstring>
#include <string>

namespace ibid::formats::bibtex {
namespace {

constexpr std::string_view variable_prefix = "csl-";
/// Families whose residue may be carried, with the dash; asked first, for one begins as variables do.
constexpr std::string_view families[] = {"ris-", "csl-json-", "ibid-json-"};

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

}  // namespace

std::string_view carried_name(std::string_view prefix, std::string_view name, Arena& arena) {
    char* const begin = arena.reserve(prefix.size() + name.size() + 1);
    std::memcpy(begin, prefix.data(), prefix.size());
    begin[prefix.size()] = '-';
    char* to = begin + prefix.size() + 1;
    for (char const c : name) {
        bool const legal = static_cast<unsigned char>(c) > ' ' && std::string_view("\"#%'(),={}~\\@").find(c) == std::string_view::npos;
        *to++ = legal ? c : '_';
    }
    return arena.commit(to);
}

void print_carried(Encoder& encoder, std::string_view name, Field const& field) {
    switch (field.kind()) {
        case Kind::text: encoder.text(name, field.text()); break;
        case Kind::list: encoder.list(name, field.list()); break;
        case Kind::names: encoder.names(name, field.names()); break;
        case Kind::date: encoder.date(name, field); break;
    }
}

bool read_carried(Decoder& decoder, mapping::NativeField const& field) {
    std::string_view const name = field.name;
    Record& record = decoder.record;
    for (std::string_view const family : families)
        if (name.starts_with(family) && name.size() > family.size()) {
            record.add_extra({family.substr(0, family.size() - 1), name.substr(family.size()), decoder.plain(field), {}, ExtraKind::unclaimed, VariableId::none});
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
