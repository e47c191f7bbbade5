// How values are compared: letters and digits alone count.
#include "formats/html_page/residue.hpp"

#include "formats/html_page/mapping.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>

namespace ibid::formats::html_page {
namespace {

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void squeeze(std::string_view text, std::string& to) {
    for (char const c : text) {
        bool const counts = static_cast<unsigned char>(c) >= 0x80 || (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
        if (counts) to += lower(c);
    }
}

bool same_name(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool is_about_work(std::string_view name) noexcept {
    for (std::string_view const prefix : {"citation_", "dc.", "dcterms.", "prism.", "eprints."})
        if (name.starts_with(prefix)) return true;
    constexpr std::array<std::string_view, 7> others{"og:title", "og:url", "og:description", "og:site_name", "og:type", "article:published_time", "article:tag"};
    return name == "book:isbn" || std::find(others.begin(), others.end(), name) != others.end();
}

bool is_furniture(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 14> names{
        "citation_reference", "citation_fulltext_world_readable", "citation_xml_url", "citation_springer_api_url", "citation_fulltext_xml_url", "citation_api_url",
        "citation_mjid", "citation_id", "citation_section", "dc.format", "dcterms.format", "og:type", "og:site_name", "og:description"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

VariableId Comparison::variable_of(mapping::NativeField const& field, ItemType type) {
    for (auto const& row : field_table::rows)
        for (std::size_t i = 0; i < row.names.count; ++i)
            if (row.types.has(type) && same_name(row.names.name[i], field.name)) return row.variable[0];
    return VariableId::none;
}

std::string const& Comparison::words_of(Field const& field) {
    std::string& words = words_[static_cast<std::size_t>(field.id())];
    if (!words.empty()) return words;
    switch (field.kind()) {
        case Kind::text: squeeze(field.text().plain, words); break;
        case Kind::list:
            for (Text const& one : field.list()) squeeze(one.plain, words), words += ' ';
            break;
        case Kind::names:
            for (Name const& one : field.names().list) {
                std::string family, given;
                for (Text const* part : {&one.non_dropping_particle, &one.family, &one.literal}) squeeze(part->plain, family);
                squeeze(one.given.plain, given);
                words.append(family).append(given).append(family).append(" ");  // whichever of them comes first
            }
            break;
        case Kind::date: break;
    }
    return words;
}

bool Comparison::says_date(std::string_view value) const {
    Arena arena;
    Date date;
    std::string const plain(value.substr(0, value.find('T')));
    if (!text::decode_date(arena.copy(plain), arena, date) || !date.literal.empty()) return false;
    auto const fits = [](unsigned a, unsigned b) { return a == 0 || b == 0 || a == b; };
    for (Field const& f : record_.fields()) {
        if (f.kind() != Kind::date) continue;
        DatePoint const &a = f.date().begin, &b = date.begin;
        if (a.year == b.year && fits(a.month, b.month) && fits(a.day, b.day)) return true;
    }
    return false;
}

bool Comparison::says(VariableId variable, std::string_view value) {
    Field const* const field = variable != VariableId::none ? record_.field(variable) : nullptr;
    if (field == nullptr) return false;
    if (field->kind() == Kind::date) return says_date(value);
    std::string wanted;
    squeeze(value, wanted);
    if (wanted.empty()) return true;
    std::string const& words = words_of(*field);
    std::size_t const cost = words.size() + wanted.size();
    if (cost > budget_) return false;
    budget_ -= cost;
    if (field->kind() != Kind::text) return words.find(wanted) != words.npos;
    // "Title | Journal" says the title and more; an abstract may be cut short.
    constexpr std::size_t telling = 12;
    std::string_view const shorter = std::min(std::string_view(words), std::string_view(wanted), [](auto a, auto b) { return a.size() < b.size(); });
    bool const begins = words.compare(0, shorter.size(), shorter) == 0 && wanted.compare(0, shorter.size(), shorter) == 0;
    return words == wanted || (begins && shorter.size() >= telling);
}

}  // namespace ibid::formats::html_page
