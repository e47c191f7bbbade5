// The codecs of titles, both ways: of the work, of what contains it, and what shortens them.
#include "formats/ris/codecs.hpp"
#include "text/abbreviations.hpp"
#include "text/rich.hpp"

#include <algorithm>

namespace ibid::formats::ris::field_codecs {

using mapping::NativeField;

bool subtitle::read(Decoder& d, Match const& m) {
    NativeField* const part = m.part(0);
    Field const* const title = d.record.field(VariableId::title);
    if (title == nullptr || part == nullptr) return false;
    Arena& arena = d.record.arena();
    Text main = title->text();
    if (main.plain.ends_with('.') && !main.plain.ends_with("..")) main = text::slice(main, 0, main.plain.size() - 1, arena);
    d.adopt(m.variable(), text::join_subtitle(main, d.text(*part), arena));
    part->claimed = true;
    return true;
}
bool subtitle::write(Encoder&, Job const&) { return false; }  // the title says it

bool container::read(Decoder& d, Match const& m) {
    d.adopt(m.variable(), d.text(*m.chosen));
    return true;
}
bool container::write(Encoder& e, Job const& j) {
    auto const is_journal = [](Extra const& x) { return x.name == "JF" && x.format == "ris"; };
    bool const has_journal = e.has_own_extras() && std::any_of(j.record.extras().begin(), j.record.extras().end(), is_journal);
    return e.text(has_journal ? "JF" : j.name(), j.field()->text());
}

bool journal::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    for (NativeField const& f : m.native.fields())
        if (f.name == "T2" && text::abbreviates(value.plain, f.value)) return false;
    d.adopt(m.variable(), value);
    return true;
}
bool journal::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

bool abbreviation::read(Decoder& d, Match const& m) {
    Field const* const whole = d.record.field(VariableId::container_title);
    Text const value = d.text(*m.chosen);
    if (whole == nullptr || !text::abbreviates(value.plain, whole->text().plain)) return false;
    d.adopt(m.variable(), value);
    return true;
}
bool abbreviation::write(Encoder&, Job const&) { return false; }  // J2 says it

bool short_form::read(Decoder& d, Match const& m) {
    Text const value = d.text(*m.chosen);
    auto const says = [&](VariableId long_form) {
        Field const* const whole = d.record.field(long_form);
        return whole != nullptr && whole->text().plain == value.plain;
    };
    if (m.variable() == VariableId::title_short ? says(VariableId::title) : says(VariableId::container_title) || says(VariableId::event_title))
        return false;
    d.adopt(m.variable(), value);
    return true;
}
bool short_form::write(Encoder& e, Job const& j) { return e.text(j.name(), j.field()->text()); }

}  // namespace ibid::formats::ris::field_codecs
