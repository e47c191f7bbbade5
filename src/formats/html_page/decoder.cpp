// How the values of a page's metadata are decoded; the meaning of strings is in src/text.
#include "formats/html_page/decoder.hpp"

#include "text/dates.hpp"
#include "text/given_first.hpp"
#include "text/identifiers.hpp"
#include "text/markup.hpp"
#include "text/names.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ibid::formats::html_page {
namespace {

struct Tag {
    std::string_view name, becomes;
};
/// What HTML says in other words than the markup of CSL.
constexpr std::array<Tag, 8> tags{{{"<em>", "<i>"}, {"</em>", "</i>"}, {"<strong>", "<b>"}, {"</strong>", "</b>"}, {"<p>", "\n"}, {"</p>", "\n"}, {"<br>", "\n"}, {"<br/>", "\n"}}};

constexpr bool is_blank(char c) noexcept { return static_cast<unsigned char>(c) <= ' '; }

/// One blank for each run of them, or one line end where paragraphs matter and one ends: a tag or an empty line says so.
std::string collapsed(std::string_view value, bool paragraphs) {
    std::string out;
    out.reserve(value.size());
    bool gap = false;
    int lines = 0;
    for (std::size_t at = 0; at < value.size();) {
        std::string_view const rest = value.substr(at);
        auto const tag = rest[0] == '<' ? std::find_if(tags.begin(), tags.end(), [&](Tag const& t) { return rest.starts_with(t.name); }) : tags.end();
        std::string_view const next = tag != tags.end() ? tag->becomes : rest.substr(0, 1);
        at += tag != tags.end() ? tag->name.size() : 1;
        if (is_blank(next[0])) {
            gap = true;
            if (next[0] == '\n') lines += tag != tags.end() ? 2 : 1;
            continue;
        }
        if (gap && !out.empty()) out += paragraphs && lines > 1 ? '\n' : ' ';
        gap = false;
        lines = 0;
        out += next;
    }
    return out;
}

/// "0000-0002-1825-0097" as the URI that identifies.
std::string orcid_uri(std::string_view id) {
    std::size_t const at = id.find("orcid.org/");
    std::string_view const number = at == id.npos ? id : id.substr(at + 10);
    return number.empty() ? std::string() : "https://orcid.org/" + std::string(number);
}

}  // namespace

Text Decoder::text(std::string_view value) { return text::decode_plain(record.arena().copy(collapsed(value, false)), record.arena()); }

Text Decoder::prose(mapping::NativeField const& field) {
    tell_of_references(field);
    return text::decode_plain(record.arena().copy(collapsed(field.value, true)), record.arena());
}

void Decoder::tell_of_references(mapping::NativeField const& field) {
    std::string_view const reference = text::reference_in(field.value);
    if (reference.empty() || text::is_url(field.value)) return;
    report(Code::decoded_entity, field, "reference '" + std::string(reference) + "' is escaped twice, decoded once more");
}

List Decoder::list(mapping::NativeField const& field) {
    Text const one = text(field);
    if (one.empty()) return {};
    auto const all = record.arena().array<Text>(1);
    all[0] = one;
    return all;
}

bool Decoder::date(mapping::NativeField const& field, Date& date) {
    std::string_view plain = text(field).plain;
    // A time of day says no more of a publication than the day.
    if (plain.size() > 10 && plain[4] == '-' && plain[7] == '-' && (plain[10] == 'T' || plain[10] == ' ')) plain = plain.substr(0, 10);
    if (!text::decode_date(plain, record.arena(), date)) report(Code::bad_date, field, "date '" + std::string(plain) + "' not understood, kept as text");
    return !text::is_empty(date);
}

void Decoder::names(mapping::NativeField const& field, std::vector<Name>& to) {
    if (field.node != 0) return name(field, field.value, to);
    for (std::string_view rest = field.value; !rest.empty();) {
        std::size_t const end = std::min(rest.find(';'), rest.size());
        name(field, rest.substr(0, end), to);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void Decoder::name(mapping::NativeField const& field, std::string_view value, std::vector<Name>& to) {
    Arena& arena = record.arena();
    Name one;
    Agent const* const agent = field.node != 0 ? &agents_[field.node - 1] : nullptr;
    std::string_view const plain = text(value).plain;
    if (agent != nullptr && !agent->family.empty() && agent->family.find(',') == agent->family.npos) {
        std::string const inverted = agent->family + ", " + agent->given;
        one = text::decode_ris_name(text(inverted).plain, arena);
    } else if (plain.empty()) {
        return;
    } else if (agent != nullptr && agent->is_group) {
        one.literal = Text(plain);
    } else if (std::size_t const comma = plain.find(','); comma != plain.npos && !text::is_group_name(plain)) {
        std::string_view const before = plain.substr(0, comma);
        std::string_view const behind = plain.substr(std::min(plain.find_first_not_of(' ', comma + 1), plain.size()));
        bool const appended = text::is_name_suffix(behind) || text::is_degree(behind);
        bool const lists = !appended && before.find(' ') != before.npos && behind.find(' ') != behind.npos && !before.starts_with("van ") &&
                           before[0] >= 'A' && before[0] <= 'Z' && agent != nullptr;
        if (lists) {  // "Jane Doe, John Roe": JSON-LD has one person a value, or is made by hand
            report(Code::split_names, field, "several names in one value, read one by one");
            for (std::string_view rest = plain; !rest.empty();) {
                std::size_t const end = std::min(rest.find(','), rest.size());
                Name each;
                if (std::string_view const part = rest.substr(0, end); part.find_first_not_of(' ') != part.npos) {
                    static_cast<void>(text::decode_given_first(part, {}, arena, each));
                    to.push_back(each);
                }
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            return;
        }
        if (!appended) one = text::decode_ris_name(plain, arena);
        else static_cast<void>(text::decode_given_first(plain, {}, arena, one));
    } else if (!text::decode_given_first(plain, {}, arena, one)) {
        report(Code::bad_name, field, "name '" + std::string(plain) + "' could not be taken apart, kept as it stands");
    }
    if (agent != nullptr && !agent->identifier.empty()) one.identifier = arena.copy(orcid_uri(agent->identifier));
    to.push_back(one);
}

void Decoder::adopt(VariableId variable, Date const& date) {
    if (text::is_empty(date)) return;
    auto const kept = record.arena().array<Date>(1);
    kept[0] = date;
    record.adopt(Field(variable, kept.data()));
}

void Decoder::adopt(VariableId variable, std::vector<Text> const& list) {
    if (!list.empty()) record.adopt(Field(variable, List(record.arena().copy_array(std::span<Text const>(list)))));
}

void Decoder::report(Code code, mapping::NativeField const& field, std::string_view message) {
    reporter_.put(code, field.where, {.field = field.name, .message = message, .before = field.value});
}

}  // namespace ibid::formats::html_page
