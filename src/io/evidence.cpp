// How encodings are told apart.
#include "io/evidence.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace ibid::io {

namespace {

constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr std::uint8_t byte(char c) noexcept { return static_cast<std::uint8_t>(c); }
constexpr bool is_high(char c) noexcept { return byte(c) >= 0x80; }

/// Chinese text is pairs of bytes, nearly all of the 6763 characters of GB 2312: 0xB0 to 0xF7, then 0xA1 to 0xFE, or
/// its punctuation, 0xA1 and 0xA3 first. In the languages of Windows-1252 two such bytes hardly ever meet.
bool is_gbk(std::string_view bytes) noexcept {
    std::size_t characters = 0, others = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        std::uint8_t const lead = byte(bytes[i]), trail = i + 1 < bytes.size() ? byte(bytes[i + 1]) : std::uint8_t{0};
        bool const character = ((lead >= 0xB0 && lead <= 0xF7) || lead == 0xA1 || lead == 0xA3) && trail >= 0xA1 && trail <= 0xFE;
        (character ? characters : others) += 1;
        i += character;
    }
    return characters >= 2 && others * 10 <= characters;
}

/// In Mac Roman 0x80 to 0x9F are letters with accents, of which Windows-1252 has signs in most places; from 0xC0 on it
/// is the other way round. What stands between letters is a letter.
bool is_mac_roman(std::string_view bytes) noexcept {
    constexpr std::string_view signs_of_mac = "\xC0\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xDA\xDB\xDC\xDD\xE0\xE1\xE2\xE3\xE4";
    constexpr std::string_view letters_of_windows = "\x83\x8A\x8C\x8E\x9A\x9C\x9E\x9F";
    std::size_t mac = 0, windows = 0;
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        if (!is_high(bytes[i]) || !is_letter(bytes[i - 1]) || i + 1 == bytes.size() || !is_letter(bytes[i + 1])) continue;
        std::uint8_t const here = byte(bytes[i]);
        bool const apostrophe = here == 0x92 || here == 0xD5;
        if (apostrophe) continue;
        if (here < 0xA0) mac += letters_of_windows.find(bytes[i]) == std::string_view::npos ? 2 : 1;
        else if (here >= 0xC0) windows += signs_of_mac.find(bytes[i]) != std::string_view::npos || here >= 0xE5 ? 2 : 1;
    }
    return mac > windows;
}

/// Polish in ISO 8859-2 or Windows-1250: letters where Windows-1252 has signs that no word holds, as in "tak\xBFe". The
/// two differ in three of them.
std::string_view polish(std::string_view bytes) noexcept {
    constexpr std::string_view iso = "\xB1\xB6\xBC", windows = "\xB9\x9C\x9F", both = "\xB3\xBF";
    std::size_t in_iso = 0, in_windows = 0, in_both = 0;
    for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
        if (!is_letter(bytes[i - 1]) || !is_letter(bytes[i + 1])) continue;
        in_iso += iso.find(bytes[i]) != iso.npos;
        in_windows += windows.find(bytes[i]) != windows.npos;
        in_both += both.find(bytes[i]) != both.npos;
    }
    if (in_both + in_iso < 2) return {};  // 0x9C and 0x9F are French in Windows-1252
    return in_windows > in_iso ? "WINDOWS-1250" : "ISO-8859-2";
}

}  // namespace

namespace {

/// What the `<meta>` elements of a page of HTML say: `charset=windows-1251`, quoted or not, in any letter case.
std::string_view encoding_of_page(std::string_view beginning) noexcept {
    constexpr std::string_view sign = "charset=";
    auto const small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    auto const same = [small](char a, char b) { return small(a) == b; };
    constexpr std::size_t prescanned = 4096;
    beginning = beginning.substr(0, prescanned);
    auto const at = std::search(beginning.begin(), beginning.end(), sign.begin(), sign.end(), same);
    if (at == beginning.end()) return {};
    std::string_view name = beginning.substr(static_cast<std::size_t>(at - beginning.begin()) + sign.size());
    name.remove_prefix(std::min(name.find_first_not_of("\"' "), name.size()));
    return name.substr(0, name.find_first_of("\"' ;/>\r\n"));
}

}  // namespace

std::string_view encoding_of_header(std::string_view beginning) noexcept {
    if (std::size_t const first = beginning.find_first_not_of(" \t\r\n"); first != beginning.npos && beginning[first] == '<') return encoding_of_page(beginning);
    constexpr std::string_view mark = "Encoding:";
    constexpr std::size_t lines = 10;
    for (std::size_t line = 0; line < lines && !beginning.empty(); ++line) {
        std::size_t const end = std::min(beginning.find('\n'), beginning.size());
        std::string_view text = beginning.substr(0, end);
        beginning.remove_prefix(std::min(end + 1, beginning.size()));
        auto const skip = [&text](std::string_view what) { text.remove_prefix(std::min(text.find_first_not_of(what), text.size())); };
        if (!text.starts_with('%')) continue;
        skip("% \t");
        if (!text.starts_with(mark)) continue;
        text.remove_prefix(mark.size());
        skip(" \t");
        return text.substr(0, text.find_first_of(" \t\r"));
    }
    return {};
}

bool is_windows_1252(std::string_view name) noexcept {
    constexpr std::string_view names[] = {"cp1252", "windows1252", "iso88591", "latin1"};
    return std::any_of(std::begin(names), std::end(names), [name](std::string_view known) {
        for (char const c : name) {
            if (c == '-' || c == '_') continue;
            char const low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            if (known.empty() || known.front() != low) return false;
            known.remove_prefix(1);
        }
        return known.empty();
    });
}

std::string_view encoding_of_bytes(std::string_view bytes) noexcept {
    constexpr std::size_t enough = 64 * 1024;
    bytes = bytes.substr(0, enough);
    if (is_gbk(bytes)) return "GBK";
    if (is_mac_roman(bytes)) return "MACINTOSH";
    return polish(bytes);
}

}  // namespace ibid::io
