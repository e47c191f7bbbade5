// JsonOut: JSON (RFC 8259) straight into a sink's buffer: tokens as they are, strings with their escapes.
// It knows no structure; commas and indents are the writer's own.
#pragma once

#include "grammars/support/lane.hpp"
#include "ibid/sink.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace ibid::text {

class JsonOut {
public:
    explicit JsonOut(Sink& sink) noexcept : sink_(sink) {}

    /// A piece of the source of the program: `out.token(", \"others\": ")`.
    template <std::size_t N>
    void token(char const (&bytes)[N]) {
        char* const to = sink_.reserve(N);
        std::memcpy(to, bytes, N - 1);
        sink_.commit(to + N - 1);
    }
    void raw(std::string_view bytes) { sink_.append(bytes); }
    /// The first `size` bytes of an array that is copied whole, which is faster than a few bytes.
    template <std::size_t N>
    void block(std::array<char, N> const& bytes, std::size_t size) {
        char* const to = sink_.reserve(N);
        std::memcpy(to, bytes.data(), N);
        sink_.commit(to + size);
    }
    void character(char c) {
        char* const to = sink_.reserve(1);
        *to = c;
        sink_.commit(to + 1);
    }
    void number(std::int64_t value) {
        char* const to = sink_.reserve(24);
        sink_.commit(std::to_chars(to, to + 24, value).ptr);
    }
    /// A whole string, quotes included, of text from anywhere: byte by byte, for what is short.
    void word(std::string_view text) {
        char* to = sink_.reserve(6 * text.size() + 2);
        *to++ = '"';
        for (char const c : text) {
            bool const plain = static_cast<unsigned char>(c) > 0x1F && c != '"' && c != '\\';
            if (plain) *to++ = c;
            else to = escape(c, to);
        }
        *to++ = '"';
        sink_.commit(to);
    }
    /// A whole string, quotes included. Like all below it takes text with 16 readable bytes behind its end.
    void string(std::string_view text) { string_until<>(text); }

    /// A string up to the first byte that is one of `Stops`: answers where that is, and the string is still open, or
    /// the text's end, and it is closed.
    template <char... Stops>
    char const* string_until(std::string_view text) {
        char* const to = sink_.reserve(text.size() + room);
        *to = '"';
        return copy<true, Stops...>(to + 1, text);
    }
    /// The inside of a string.
    void inside(std::string_view text) { copy<false>(sink_.reserve(text.size() + room), text); }
    /// The inside of a string, up to the first byte that is one of `Stops`; answers where that is, or the text's end.
    template <char... Stops>
    char const* inside_until(std::string_view text) {
        return copy<false, Stops...>(sink_.reserve(text.size() + room), text);
    }

private:
    using Lane = grammars::support::Lane;
    static constexpr std::size_t room = 2 * Lane::width;  ///< more than an escape, two quotes and half a lane

    template <bool Close, char... Stops>
    char const* copy(char* to, std::string_view text) {
        char const* at = text.data();
        char const* const end = at + text.size();
        while (at < end) {
            Lane const lane{at};
            std::memcpy(to, at, Lane::width);
            auto const special = lane.at_most('\x1F') | lane.equals('"') | lane.equals('\\');
            auto const hits = (special | ... | lane.equals(Stops)).hits();
            if (!hits.any() || at + hits.first() >= end) {
                at += Lane::width;
                to += Lane::width;
                continue;
            }
            at += hits.first();
            to += hits.first();
            if (((*at == Stops) || ...)) {
                sink_.commit(to);
                return at;
            }
            to = escape(*at++, to);
            sink_.commit(to);  // an escape is longer than what was reserved for its character
            to = sink_.reserve(static_cast<std::size_t>(end - at) + room);
        }
        to -= at - end;
        if constexpr (Close) *to++ = '"';
        sink_.commit(to);
        return end;
    }

    static char* escape(char c, char* to) noexcept {
        constexpr char digits[] = "0123456789abcdef";
        *to++ = '\\';
        switch (c) {
        case '"':
        case '\\': *to++ = c; return to;
        case '\b': *to++ = 'b'; return to;
        case '\f': *to++ = 'f'; return to;
        case '\n': *to++ = 'n'; return to;
        case '\r': *to++ = 'r'; return to;
        case '\t': *to++ = 't'; return to;
        default: break;
        }
        auto const byte = static_cast<unsigned char>(c);
        std::memcpy(to, "u00", 3);
        to[3] = digits[byte >> 4];
        to[4] = digits[byte & 15];
        return to + 5;
    }

    Sink& sink_;
};

}  // namespace ibid::text
