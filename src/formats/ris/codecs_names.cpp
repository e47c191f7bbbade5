// How names are read: each tag is to hold one, and some hold a list.
#include "formats/ris/codecs.hpp"
#include "text/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ibid::formats::ris::field_codecs {
namespace {

using mapping::NativeField;

/// Whether a tag may hold several names, each with its comma. A doubled comma marks an institution.
bool is_sloppy(std::string_view value) noexcept {
    if (value.find(",,") != std::string_view::npos) return false;
    if (text::is_others(value) || value.ends_with("et al.") || value.ends_with("et al")) return true;
    auto const commas = std::count(value.begin(), value.end(), ',');
    return value.find(';') != std::string_view::npos || commas > 2 || (commas == 2 && value.find(" and ") != std::string_view::npos);
}

/// The names of a tag, separated by ` and `, where they are persons; else nothing. A name without a comma is an
/// institution in RIS, whose name may hold a semicolon.
std::string_view mended(std::string_view value, Arena& arena) {
    std::string_view all = is_sloppy(value) ? text::mend_names(value, arena) : std::string_view{};
    if (all.empty() && is_sloppy(value) && value.find(" and ") != std::string_view::npos) all = value;  // Zlatic, M and Roe, S
    bool persons = true;
    split(all, " and ", [&](std::string_view one) { persons = persons && (one == "others" || one.find(',') != one.npos); });
    return persons ? all : std::string_view{};
}

/// Whether a provider's rule says that "C. Li" is a person.
bool has_given_first(Match const& m, NativeField const& f) noexcept { return m.ids.size() == 3 && f.id == m.ids[2]; }

bool read_sloppy_names(Decoder& d, Match const& m) {
    std::vector<Name> all;
    bool others = false;
    auto const see_others = [&](NativeField const& f, std::string_view word) {
        if (!others) d.keep_source(m.variable(), f.name, word);  // RIS has no word for it
        others = true;
    };
    auto const take = [&](NativeField const& f) {
        Name one;
        if (d.name(f, one)) all.push_back(one);
    };
    m.each([&](NativeField& f) {
        if (has_given_first(m, f)) {
            Names const several = text::decode_names(f.value, d.record.arena());
            all.insert(all.end(), several.list.begin(), several.list.end());
            return;
        }
        if (text::is_others(f.value)) return see_others(f, f.value);
        NativeField of_it = f;
        if (text::take_others(of_it.value)) see_others(f, "et al.");
        std::string_view const names = mended(of_it.value, d.record.arena());
        if (names.empty()) return take(of_it);
        d.report(Code::split_names, f, "a tag holds one name; '" + std::string(f.value) + "' is read as several");
        split(names, " and ", [&](std::string_view one) {
            of_it.value = one;
            if (one == "others") see_others(f, "et al.");
            else take(of_it);
        });
    });
    if (all.empty()) {  // "et al." alone
        others = false;
        m.each(take);
    }
    auto const kept = d.record.arena().array<Name>(all.size());
    std::copy(all.begin(), all.end(), kept.begin());
    d.append(m.variable(), Names{kept, others});
    return true;
}

/// Whether a record is in the tags of 2001: T1, A1 and Y1, where 2011 has TI, AU and PY, or ED, which 2011 has not. Files
/// in which the two are mixed are of 2011: its programs read the older tags as well.
bool is_of_2001(Match const& m) noexcept {
    bool old = false, recent = false, has_editor = false;
    for (NativeField const& f : m.native.fields()) {
        old = old || f.name == "T1" || f.name == "A1" || f.name == "Y1";
        recent = recent || f.name == "TI" || f.name == "AU" || f.name == "PY" || f.name == "A2" || f.name == "DA";
        has_editor = has_editor || f.name == "ED";
    }
    return has_editor || (old && !recent);
}

}  // namespace

bool names_of_2001::read(Decoder& d, Match const& m) { return is_of_2001(m) && names::read(d, m); }
bool names_of_2001::write(Encoder&, Job const&) { return false; }  // what 2011 means is written by another row

bool names::read(Decoder& d, Match const& m) {
    bool sloppy = false;
    m.each([&](NativeField const& f) { sloppy = sloppy || is_sloppy(f.value) || has_given_first(m, f); });
    if (sloppy) [[unlikely]] return read_sloppy_names(d, m);
    if (NativeField const* const f = sole(m)) {
        auto const one = d.record.arena().array<Name>(1);
        if (d.name(*f, one[0])) d.append(m.variable(), Names{one, false});
        return true;
    }
    std::size_t count = 0;
    m.each([&](NativeField&) { ++count; });
    auto const all = d.record.arena().array<Name>(count);
    std::size_t filled = 0;
    m.each([&](NativeField& f) { filled += d.name(f, all[filled]); });
    d.append(m.variable(), Names{all.first(filled), false});
    return true;
}

}  // namespace ibid::formats::ris::field_codecs
