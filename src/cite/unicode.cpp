// Unicode by way of ICU's C interface; ASCII passes by without it.
#include "cite/unicode.hpp"

#include "text/unicode.hpp"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace ibid::cite {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) noexcept { return static_cast<unsigned char>(text[at]); }
bool continues(unsigned char byte) noexcept { return (byte & 0xC0) == 0x80; }

/// Languages whose i has a dot in capitals, too.
bool has_dotted_i(std::string_view language) noexcept {
    std::string_view const primary = language.substr(0, language.find_first_of("-_"));
    return primary == "tr" || primary == "az" || primary == "TR" || primary == "AZ";
}

/// Languages in which the letters of ASCII have their usual other case.
bool plain_ascii(std::string_view language) noexcept {
    return !has_dotted_i(language) && language.substr(0, 2) != "lt";
}

using Map = std::int32_t (*)(UCaseMap const*, char*, std::int32_t, char const*, std::int32_t, UErrorCode*);

std::string map_case(std::string_view text, std::string_view language, Map map) {
    UErrorCode error = U_ZERO_ERROR;
    std::string const locale(language);
    UCaseMap* const cases = ucasemap_open(locale.c_str(), 0, &error);
    if (U_FAILURE(error)) return std::string(text);
    std::string to(text.size() + text.size() / 4 + 16, '\0');
    auto const run = [&] {
        error = U_ZERO_ERROR;
        return map(cases, to.data(), static_cast<std::int32_t>(to.size()), text.data(),
                   static_cast<std::int32_t>(text.size()), &error);
    };
    std::int32_t size = run();
    if (error == U_BUFFER_OVERFLOW_ERROR) {
        to.resize(static_cast<std::size_t>(size) + 1);
        size = run();
    }
    ucasemap_close(cases);
    if (U_FAILURE(error)) return std::string(text);
    to.resize(static_cast<std::size_t>(size));
    return to;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    return at < text.size() ? text::first_code_point(text.substr(at)) : CodePoint{};
}

CodePoint code_point_before(std::string_view text, std::size_t end) noexcept {
    if (end == 0 || end > text.size()) return {};
    std::size_t at = end - 1;
    while (at != 0 && end - at < 4 && continues(byte_at(text, at))) --at;
    CodePoint const point = code_point_at(text, at);
    return at + point.size == end ? point : CodePoint{0xFFFD, 1};
}

void append_utf8(std::string& to, char32_t code) {
    char bytes[4];
    to.append(bytes, static_cast<std::size_t>(text::put_utf8(code, bytes) - bytes));
}

bool is_letter(char32_t code) noexcept {
    if (code < 0x80) return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    return u_isalpha(static_cast<UChar32>(code));
}
bool is_letter_or_digit(char32_t code) noexcept {
    if (code < 0x80) return is_letter(code) || (code >= '0' && code <= '9');
    return u_isalnum(static_cast<UChar32>(code));
}
bool is_upper(char32_t code) noexcept {
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_UPPERCASE) || u_istitle(static_cast<UChar32>(code));
}
bool is_lower(char32_t code) noexcept {
    if (code < 0x80) return code >= 'a' && code <= 'z';
    return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_LOWERCASE);
}
bool is_east_asian(char32_t code) noexcept {
    if (code < 0x1100) return false;
    return (code <= 0x11FF) || (code >= 0x2E80 && code <= 0xA4CF) || (code >= 0xA960 && code <= 0xA97F) ||
           (code >= 0xAC00 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF66 && code <= 0xFFDC) || (code >= 0x20000 && code <= 0x3FFFF);
}

bool is_space(char32_t code) noexcept {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    return u_isUWhiteSpace(static_cast<UChar32>(code));
}

char32_t to_title(char32_t code, std::string_view language) noexcept {
    if (code == 'i' && has_dotted_i(language)) return U'İ';
    if (code < 0x80) return code >= 'a' && code <= 'z' ? code - 0x20 : code;
    if (code == U'µ') return code;  // of a unit
    return static_cast<char32_t>(u_totitle(static_cast<UChar32>(code)));
}
char32_t to_small(char32_t code, std::string_view language) noexcept {
    if (code == 'I' && has_dotted_i(language)) return U'ı';
    if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 0x20 : code;
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string uppercase(std::string_view text, std::string_view language) {
    if (!is_ascii(text) || !plain_ascii(language)) return map_case(text, language, ucasemap_utf8ToUpper);
    std::string to(text);
    for (char& c : to)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
    return to;
}
std::string lowercase(std::string_view text, std::string_view language) {
    if (!is_ascii(text) || !plain_ascii(language)) return map_case(text, language, ucasemap_utf8ToLower);
    std::string to(text);
    for (char& c : to)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
    return to;
}

bool append_unraised(std::string& to, char32_t code) {
    switch (code) {  // raised by their names only, Unicode does not decompose them
    case U'ˀ': append_utf8(to, U'ʔ'); return true;
    case U'ˁ': append_utf8(to, U'ʕ'); return true;
    case U'ۥ': append_utf8(to, U'و'); return true;
    case U'ۦ': append_utf8(to, U'ي'); return true;
    default: break;
    }
    auto const c = static_cast<UChar32>(code);
    if (u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE) != U_DT_SUPER) return false;
    UErrorCode error = U_ZERO_ERROR;
    UNormalizer2 const* const nfkc = unorm2_getNFKCInstance(&error);
    if (U_FAILURE(error)) return false;
    std::array<UChar, 32> units{};
    auto const room = static_cast<std::int32_t>(units.size());
    std::int32_t const size = unorm2_getDecomposition(nfkc, c, units.data(), room, &error);
    if (U_FAILURE(error) || size < 0) return false;
    for (std::int32_t i = 0; i < size;) {
        UChar32 unit = 0;
        U16_NEXT(units.data(), i, size, unit);
        append_utf8(to, static_cast<char32_t>(unit));
    }
    return true;
}

struct Collator::State {
    UCollator* collator = nullptr;
    ~State() {
        if (collator) ucol_close(collator);
    }
};

Collator::Collator(std::string_view locale) : state_(std::make_unique<State>()) {
    UErrorCode error = U_ZERO_ERROR;
    state_->collator = ucol_open(std::string(locale).c_str(), &error);
}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

std::string Collator::key(std::string_view text) const {
    if (!state_->collator) return std::string(text);
    UErrorCode error = U_ZERO_ERROR;
    std::u16string wide(text.size(), u'\0');  // never more units than bytes
    std::int32_t size = 0;
    u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &size, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &error);
    if (U_FAILURE(error)) return std::string(text);
    std::string key(text.size() * 3 + 16, '\0');
    auto const run = [&] {
        return ucol_getSortKey(state_->collator, wide.data(), size, reinterpret_cast<std::uint8_t*>(key.data()),
                               static_cast<std::int32_t>(key.size()));
    };
    std::int32_t needed = run();
    if (static_cast<std::size_t>(needed) > key.size()) {
        key.resize(static_cast<std::size_t>(needed));
        needed = run();
    }
    key.resize(needed > 0 ? static_cast<std::size_t>(needed) - 1 : 0);  // without the zero at its end
    return key;
}

int Collator::compare(std::string_view a, std::string_view b) const {
    if (!state_->collator) return a.compare(b);
    UErrorCode error = U_ZERO_ERROR;
    return ucol_strcollUTF8(state_->collator, a.data(), static_cast<std::int32_t>(a.size()), b.data(),
                            static_cast<std::int32_t>(b.size()), &error);
}

}  // namespace ibid::cite
