// Languages: the table, and what BibLaTeX's `langidopts` add to it.
#include "text/languages.hpp"

#include <algorithm>
#include <cstddef>

namespace ibid::text {
namespace {

struct Language {
    std::string_view name, tag;
};

// In the order of the file, which decides what is written.
constexpr Language languages[] = {
#define IBID_LANGUAGE(name, tag) {name, tag},
#include "text/languages_table.def"
#undef IBID_LANGUAGE
};

/// RFC 5646, section 4.4.1.
constexpr std::size_t longest_tag = 35;

/// What a variant says beyond the name.
struct Variant {
    std::string_view name, variant, tag;
};
constexpr Variant variants[] = {
    {"english", "american", "en-US"},      {"english", "us", "en-US"},           {"english", "usmax", "en-US"},
    {"english", "british", "en-GB"},       {"english", "uk", "en-GB"},           {"english", "australian", "en-AU"},
    {"english", "canadian", "en-CA"},      {"english", "newzealand", "en-NZ"},   {"german", "german", "de-DE"},
    {"german", "austrian", "de-AT"},       {"german", "swiss", "de-CH"},         {"french", "french", "fr-FR"},
    {"french", "swiss", "fr-CH"},          {"french", "canadian", "fr-CA"},      {"french", "acadian", "fr-CA"},
    {"spanish", "spanish", "es-ES"},       {"spanish", "mexican", "es-MX"},      {"portuguese", "portuguese", "pt-PT"},
    {"portuguese", "brazilian", "pt-BR"},  {"chinese", "simplified", "zh-Hans"}, {"chinese", "traditional", "zh-Hant"},
    {"greek", "monotonic", "el-monoton"},  {"greek", "mono", "el-monoton"},      {"greek", "polytonic", "el-polyton"},
    {"greek", "poly", "el-polyton"},       {"greek", "ancient", "grc"},          {"latin", "classic", "la-x-classic"},
    {"latin", "medieval", "la-x-medieval"}, {"latin", "ecclesiastic", "la-x-ecclesia"}, {"norwegian", "bokmal", "nb"},
    {"norwegian", "nynorsk", "nn"},        {"serbian", "cyrillic", "sr-Cyrl"},   {"serbian", "latin", "sr-Latn"},
    {"mongolian", "khalkha", "mn"},        {"malay", "indonesian", "id"},        {"malay", "malaysian", "ms"},
};

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_alphanumeric(char c) noexcept { return is_letter(c) || (c >= '0' && c <= '9'); }

bool same(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) noexcept {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string_view language_tag(std::string_view name) noexcept {
    name = trim(name);
    if (name.size() < 3) return {};
    for (std::string_view const candidate : {name, name.size() > 4 && same(name.substr(0, 4), "lang") ? name.substr(4) : name})
        for (Language const& language : languages)
            if (same(language.name, candidate)) return language.tag;
    return {};
}

std::string_view language_tag(std::string_view name, std::string_view options) noexcept {
    name = trim(name);
    while (!options.empty()) {
        std::size_t const comma = options.find(',');
        std::string_view const option = options.substr(0, comma);
        std::size_t const equals = option.find('=');
        std::string_view const key = trim(option.substr(0, equals));
        std::string_view const value = equals == std::string_view::npos ? std::string_view{} : trim(option.substr(equals + 1));
        if (same(key, "variant") || same(key, "script"))
            for (Variant const& each : variants)
                if (same(each.name, name) && same(each.variant, value)) return each.tag;
        options = comma == std::string_view::npos ? std::string_view{} : options.substr(comma + 1);
    }
    return language_tag(name);
}

std::string_view babel_name(std::string_view tag, bool* exact) noexcept {
    if (exact != nullptr) *exact = false;
    tag = trim(tag);
    if (tag.size() > longest_tag) return {};
    for (std::string_view rest = tag;;) {
        for (Language const& language : languages)
            if (same(language.tag, rest)) {
                if (exact != nullptr) *exact = rest.size() == tag.size();
                return language.name;
            }
        std::size_t const hyphen = rest.rfind('-');
        if (hyphen == std::string_view::npos) break;
        rest = rest.substr(0, hyphen);
    }
    std::string_view const primary = tag.substr(0, tag.find('-'));
    for (Language const& language : languages)  // "fr": the first French there is
        if (same(language.tag.substr(0, language.tag.find('-')), primary)) return language.name;
    return {};
}

bool is_language_tag(std::string_view text) noexcept {
    std::size_t size = 0, part = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_alphanumeric(text[i])) {
            if (part == 0 && !is_letter(text[i])) return false;
            ++size;
        } else if (i < text.size() && text[i] != '-') {
            return false;
        } else {
            if (size == 0 || size > 8 || (part == 0 && (size < 2 || size > 3))) return false;
            size = 0;
            ++part;
        }
    }
    return true;
}

bool is_english(std::string_view language) noexcept {
    std::string_view text = trim(language);
    if (std::string_view const tag = language_tag(text); !tag.empty()) text = tag;
    return same(text.substr(0, 2), "en") && (text.size() == 2 || text[2] == '-' || same(text, "eng"));
}

}  // namespace ibid::text
