// Unicode by utf8proc, without its allocations where a single accent is composed.
#include "text/unicode.hpp"

#include "grammars/support/scan.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

namespace ibid::text {

namespace {

utf8proc_uint8_t const* bytes(char const* text) noexcept { return reinterpret_cast<utf8proc_uint8_t const*>(text); }

utf8proc_propval_t combining_class(char32_t code) noexcept {
    if (code > 0x10FFFF) return 0;
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->combining_class;
}

constexpr char32_t dotless_i = 0x131;
constexpr char32_t dotless_j = 0x237;

}  // namespace

CodePoint first_code_point(std::string_view text) noexcept {
    auto const lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    utf8proc_int32_t code = 0;
    auto const size = utf8proc_iterate(bytes(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size <= 0) return {0xFFFD, 1};
    return {static_cast<char32_t>(code), static_cast<std::size_t>(size)};
}

bool is_combining(char32_t code) noexcept { return combining_class(code) != 0; }
bool is_above(char32_t code) noexcept { return combining_class(code) == 230; }

char* add_mark(char* first, char* last, char32_t mark) {
    constexpr std::size_t most = 16;  // a base and its marks; a longer row is left as it is
    utf8proc_int32_t cluster[most * 4];
    std::size_t count = 0;
    char* rest = first;
    while (rest != last && count < most) {
        CodePoint const next = first_code_point({rest, static_cast<std::size_t>(last - rest)});
        if (count > 0 && !is_combining(next.value)) break;
        char32_t base = next.value;
        if (base == dotless_i && is_above(mark)) base = U'i';
        if (base == dotless_j && is_above(mark)) base = U'j';
        cluster[count++] = static_cast<utf8proc_int32_t>(base);
        rest += next.size;
    }
    cluster[count++] = static_cast<utf8proc_int32_t>(mark);

    // To NFD, then composed in place: utf8proc orders and composes what is decomposed already.
    utf8proc_int32_t apart[most * 4];
    utf8proc_ssize_t length = 0;
    int boundary = 0;
    for (std::size_t i = 0; i < count; ++i) {
        auto const room = static_cast<utf8proc_ssize_t>(most * 4) - length;
        auto const size = utf8proc_decompose_char(cluster[i], apart + length, room, UTF8PROC_DECOMPOSE, &boundary);
        if (size <= 0 || size > room) return last;
        length += size;
    }
    for (utf8proc_ssize_t i = 1; i < length; ++i)  // canonical order: by combining class, stable
        for (utf8proc_ssize_t k = i; k > 1 && combining_class(static_cast<char32_t>(apart[k])) != 0
                                     && combining_class(static_cast<char32_t>(apart[k - 1]))
                                            > combining_class(static_cast<char32_t>(apart[k]));
             --k)
            std::swap(apart[k], apart[k - 1]);
    length = utf8proc_normalize_utf32(apart, length, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    if (length <= 0) return last;

    char composed[most * 4 * 4];
    char* end = composed;
    for (utf8proc_ssize_t i = 0; i < length; ++i) end = put_utf8(static_cast<char32_t>(apart[i]), end);
    auto const size = static_cast<std::size_t>(end - composed);
    auto const behind = static_cast<std::size_t>(last - rest);
    if (size > static_cast<std::size_t>(rest - first) + mark_size) return last;
    std::memmove(first + size, rest, behind);
    std::memcpy(first, composed, size);
    return first + size + behind;
}

std::size_t decompose(char32_t code, char32_t (&to)[decomposed_size]) noexcept {
    utf8proc_int32_t apart[decomposed_size];
    int boundary = 0;
    auto const size = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), apart,
                                              static_cast<utf8proc_ssize_t>(decomposed_size),
                                              UTF8PROC_DECOMPOSE, &boundary);
    if (size <= 0 || size > static_cast<utf8proc_ssize_t>(decomposed_size)) {
        to[0] = code;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < size; ++i) to[i] = static_cast<char32_t>(apart[i]);
    return static_cast<std::size_t>(size);
}

bool may_be_decomposed(std::string_view text) noexcept {
    // The first bytes of U+0300 to U+036F, of the jamo and of the marks of kana; others that begin so are composed already.
    char const* const last = text.data() + text.size();
    for (char const* at = text.data(); at < last; at += grammars::support::Lane::width)
        if (grammars::support::Lane(at).at_most('\xCB').misses().any()) return grammars::support::scan_to<'\xCC', '\xCD', '\xE1', '\xE3'>(at, last) != last;
    return false;
}

std::string_view to_nfc(std::string_view text, Arena& arena) {
    if (!may_be_decomposed(text)) return text;
    utf8proc_uint8_t* composed = nullptr;
    auto const size = utf8proc_map(bytes(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owned(composed, &std::free);
    if (size < 0) return text;
    std::string_view const result(reinterpret_cast<char const*>(composed), static_cast<std::size_t>(size));
    return result == text ? text : arena.copy(result);
}

}  // namespace ibid::text
