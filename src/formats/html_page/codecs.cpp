// How a page's own values are read, and how several sources of one variable go together.
#include "formats/html_page/codecs.hpp"

#include "text/dates.hpp"
#include "text/identifiers.hpp"
#include "text/pages.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace ibid::formats::html_page::field_codecs {
namespace {

using mapping::NativeField;

/// Calls visit(field, i) for each field of the i-th name, in the order of the names.
template <class Visit>
void each_field(Match const& m, Visit&& visit) {
    for (std::size_t i = 0; i < m.ids.size(); ++i)
        for (NativeField* f = m.native.first(m.ids[i]); f != nullptr; f = m.native.next(*f))
            if (!f->claimed) visit(*f, i);
}

void claim(NativeField& f, VariableId variable) noexcept {
    f.claimed = true;
    f.variable = variable;
}

/// The first of the names before `end` that has a field, or null.
NativeField* first_source(Match const& m, std::size_t end) {
    for (std::size_t i = 0; i < std::min(end, m.ids.size()); ++i)
        for (NativeField* f = m.native.first(m.ids[i]); f != nullptr; f = m.native.next(*f))
            if (!f->claimed && !f->value.empty()) return f;
    return nullptr;
}

template <class Visit>
void each_of_source(Match const& m, NativeField* first, Visit&& visit) {
    for (NativeField* f = first; f != nullptr; f = m.native.next(*f))
        if (!f->claimed) visit(*f);
}

void adopt_names(Decoder& d, VariableId variable, std::vector<Name> const& all) {
    if (!all.empty()) d.record.adopt(Field(variable, Names{d.record.arena().copy_array(std::span<Name const>(all)), false}));
}

/// More than these are compared with none: what is repeated a thousand times is no list of numbers.
constexpr std::size_t most_compared = 64;

bool has_text(std::vector<Text> const& all, std::string_view plain) {
    return all.size() <= most_compared && std::any_of(all.begin(), all.end(), [&](Text const& t) { return t.plain == plain; });
}

/// The same, hyphens aside.
bool has_number(std::vector<Text> const& all, std::string_view number) {
    auto const bare = [](std::string_view text) {
        std::string digits(text);
        std::erase(digits, '-');
        return digits;
    };
    return all.size() <= most_compared && std::any_of(all.begin(), all.end(), [&](Text const& t) { return bare(t.plain) == bare(number); });
}

bool read_numbers(Decoder& d, Match const& m, text::NumberKind kind) {
    std::vector<Text> all;
    each_field(m, [&](NativeField& f, std::size_t) {
        std::string_view rest = d.text(f).plain;
        text::StandardNumber number;
        bool understood = false;
        while (text::next_standard_number(rest, number)) {
            if (number.kind != kind) continue;
            understood = true;
            if (!has_number(all, number.text)) all.emplace_back(d.record.arena().copy(number.text));
        }
        if (understood) claim(f, m.variable());
    });
    d.adopt(m.variable(), all);
    return true;
}

}  // namespace

bool people::read(Decoder& d, Match const& m) {
    std::vector<Name> all;
    each_of_source(m, first_source(m, m.ids.size()), [&](NativeField& f) {
        d.names(f, all);
        claim(f, m.variable());
    });
    adopt_names(d, m.variable(), all);
    return true;
}

bool authors::read(Decoder& d, Match const& m) {
    std::size_t const orcid = m.ids.size() - 2, institution = m.ids.size() - 1;
    NativeField const* const source = first_source(m, orcid);
    if (source == nullptr) return false;
    mapping::NameId const author = source->id;
    std::vector<Name> all;
    std::vector<Text> places;
    for (NativeField& f : m.native.fields()) {
        if (f.claimed) continue;
        if (f.id == author) {
            d.names(f, all);
        } else if (f.id == m.ids[orcid] && !all.empty() && all.back().identifier.empty()) {
            std::string const number(d.text(f).plain);
            all.back().identifier = d.record.arena().copy(number.starts_with("http") ? number : "https://orcid.org/" + number);
        } else if (f.id == m.ids[institution]) {
            Text const place = d.text(f);
            if (!place.empty() && !has_text(places, place.plain)) places.push_back(place);
        } else {
            continue;
        }
        claim(f, f.id == m.ids[institution] ? m.variable(1) : m.variable());
    }
    adopt_names(d, m.variable(), all);
    std::string lines;
    for (Text const& place : places) lines.append(lines.empty() ? "" : "\n").append(place.plain);
    d.adopt(m.variable(1), Text(d.record.arena().copy(lines)));
    return true;
}

bool dates::read(Decoder& d, Match const& m) {
    std::optional<Date> date;
    each_field(m, [&](NativeField& f, std::size_t) {
        Date one;
        if (!d.date(f, one)) return;
        bool const fits = !date || (date->literal.empty() && one.literal.empty() && text::refine(*date, one));
        if (!date) date = one;
        if (fits) claim(f, m.variable());
    });
    if (date) d.adopt(m.variable(), *date);
    return true;
}

bool pages::read(Decoder& d, Match const& m) {
    // Names: first and last page, a range; then the same of the next source.
    for (std::size_t i = 0; i + 2 < m.ids.size(); i += 3) {
        NativeField* const first = m.part(i);
        NativeField* const last = m.part(i + 1);
        NativeField* const range = m.part(i + 2);
        Arena& arena = d.record.arena();
        auto const plain = [&](NativeField const* f) { return f != nullptr ? d.text(*f).plain : std::string_view{}; };
        std::string_view const said = first != nullptr || last != nullptr ? text::merge_pages(plain(first), plain(last), arena) : plain(range);
        std::string_view const value = text::decode_pages(said, arena);
        if (value.empty()) continue;
        Text const* const known = d.record.find(var::page);
        if (known != nullptr && known->plain != value) continue;
        if (known == nullptr) d.adopt(m.variable(), Text(value));
        for (NativeField* const f : {first, last, range})
            if (f != nullptr && (f != range || (first == nullptr && last == nullptr) || text::decode_pages(plain(f), arena) == value)) claim(*f, m.variable());
    }
    return true;
}

bool doi::read(Decoder& d, Match const& m) {
    std::string_view first;
    each_field(m, [&](NativeField& f, std::size_t) {
        std::string_view const found = text::decode_doi(d.text(f).plain, d.record.arena());
        if (found.empty()) return;
        auto const same = [](char a, char b) { return (a | 32) == (b | 32); };
        bool const again = std::equal(first.begin(), first.end(), found.begin(), found.end(), same);
        if (first.empty()) d.adopt(m.variable(), Text(found)), first = found;
        else if (!again) return;
        claim(f, m.variable());
    });
    return true;
}

bool pmid::read(Decoder& d, Match const& m) {
    std::string_view const digits = text::decode_pmid(d.text(*m.chosen).plain);
    d.adopt(m.variable(), Text(digits));
    return !digits.empty();
}

bool arxiv::read(Decoder& d, Match const& m) {
    Text const id = d.text(*m.chosen);
    text::ArxivId const known = text::decode_arxiv(id.plain);
    d.adopt(m.variable(), known.id.empty() ? id : Text(known.id));
    d.adopt(m.variable(1), Text(d.record.arena().copy("arxiv")));
    return true;
}

bool issns::read(Decoder& d, Match const& m) { return read_numbers(d, m, text::NumberKind::issn); }
bool isbns::read(Decoder& d, Match const& m) { return read_numbers(d, m, text::NumberKind::isbn); }

bool links::read(Decoder& d, Match const& m) {
    std::vector<Text> all;
    each_field(m, [&](NativeField& f, std::size_t) {
        std::string_view const url = d.text(f).plain;
        if (!text::is_url(url)) return;
        if (!has_text(all, url)) all.emplace_back(url);
        claim(f, m.variable());
    });
    d.adopt(m.variable(), all);
    return true;
}

bool each::read(Decoder& d, Match const& m) {
    std::vector<Text> all;
    each_of_source(m, first_source(m, m.ids.size()), [&](NativeField& f) {
        Text const one = d.text(f);
        if (!one.empty() && !has_text(all, one.plain)) all.push_back(one);
        claim(f, m.variable());
    });
    d.adopt(m.variable(), all);
    return true;
}

bool keywords::read(Decoder& d, Match const& m) {
    NativeField* const source = first_source(m, m.ids.size());
    std::size_t count = 0;
    each_of_source(m, source, [&](NativeField&) { ++count; });
    std::vector<Text> all;
    each_of_source(m, source, [&](NativeField& f) {
        bool const semicolons = f.value.find(';') != f.value.npos;
        char const separator = semicolons || count > 1 ? ';' : ',';
        for (std::string_view rest = f.value; !rest.empty();) {
            std::size_t const end = std::min(rest.find(separator), rest.size());
            Text const word = d.text(rest.substr(0, end));
            if (!word.empty() && !has_text(all, word.plain)) all.push_back(word);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        claim(f, m.variable());
    });
    d.adopt(m.variable(), all);
    return true;
}

bool prose::read(Decoder& d, Match const& m) {
    d.adopt(m.variable(), d.prose(*m.chosen));
    return true;
}

}  // namespace ibid::formats::html_page::field_codecs
