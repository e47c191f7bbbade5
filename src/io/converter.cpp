// Converter: the loops for mixed UTF-8 and Windows-1252, and for UTF-16.
// Windows-1252: WHATWG Encoding Standard, index windows-1252 (what it leaves open are the C1 controls).
// UTF-16: The Unicode Standard 15.0, section 3.9, table 3-5.
#include "io/converter.hpp"

#include "io/utf8.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace ibid::io {

namespace {

constexpr std::uint32_t replacement_character = 0xFFFD;

constexpr std::uint16_t windows_1252[32] = {  // 0x80 to 0x9F
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// Where convert() stands.
struct Run {
    char const* at;
    char const* end;
    char* to;
    char* room_end;
    char* begin;
    Conversion done{};

    [[nodiscard]] std::size_t room() const noexcept { return static_cast<std::size_t>(room_end - to); }
    void note_bad() noexcept {
        if (done.bad++ == 0) done.first_bad = static_cast<std::size_t>(to - begin);
    }
};

void repair_utf8(Run& run, bool last, std::vector<Repair>& repairs) {
    while (run.at != run.end && run.room() >= longest_sequence) {
        auto const left = static_cast<std::size_t>(run.end - run.at);
        char const* const good = skip_utf8(run.at, run.at + std::min(left, run.room()));
        auto const size = static_cast<std::size_t>(good - run.at);
        std::memcpy(run.to, run.at, size);
        run.at += size;
        run.to += size;
        if (run.at == run.end) return;
        Sequence const next = sequence_at(run.at, run.end);
        if (next.complete()) continue;  // it was the room that ended
        bool const cut_off = next.length != 0 && run.at + next.there == run.end;
        if ((cut_off && !last) || run.room() < longest_sequence) return;
        auto const bad = static_cast<std::uint8_t>(*run.at++);
        run.note_bad();
        char* const made = run.to;
        run.to = put_utf8(bad < 0xA0 ? windows_1252[bad - 0x80] : bad, run.to);
        repairs.push_back({static_cast<std::uint64_t>(made - run.begin), static_cast<std::uint8_t>(run.to - made), static_cast<char>(bad)});
    }
}

void convert_utf16(Run& run, bool little_endian, bool last) noexcept {
    auto const unit = [little_endian](char const* at) {
        auto const first = static_cast<std::uint8_t>(at[0]);
        auto const second = static_cast<std::uint8_t>(at[1]);
        return static_cast<std::uint32_t>(little_endian ? first | second << 8 : first << 8 | second);
    };
    auto const high = [](std::uint32_t u) { return (u & 0xFC00) == 0xD800; };
    auto const low = [](std::uint32_t u) { return (u & 0xFC00) == 0xDC00; };
    while (run.end - run.at >= 2 && run.room() >= longest_sequence) {
        std::uint32_t code_point = unit(run.at);
        std::ptrdiff_t size = 2;
        if (high(code_point) && run.end - run.at < 4 && !last) return;
        if (high(code_point) && run.end - run.at >= 4 && low(unit(run.at + 2))) {
            code_point = 0x10000 + ((code_point & 0x3FF) << 10 | (unit(run.at + 2) & 0x3FF));
            size = 4;
        } else if (high(code_point) || low(code_point)) {
            run.note_bad();
            code_point = replacement_character;
        }
        run.to = put_utf8(code_point, run.to);
        run.at += size;
    }
    if (last && run.end - run.at == 1 && run.room() >= longest_sequence) {
        run.note_bad();
        run.to = put_utf8(replacement_character, run.to);
        ++run.at;
    }
}

}  // namespace

ByteOrderMark byte_order_mark(std::string_view beginning) noexcept {
    using namespace std::string_view_literals;
    if (beginning.starts_with("\xEF\xBB\xBF"sv)) return {Encoding::utf8, 3};
    if (beginning.starts_with("\xFF\xFE"sv)) return {Encoding::utf16le, 2};
    if (beginning.starts_with("\xFE\xFF"sv)) return {Encoding::utf16be, 2};
    return {};
}

std::optional<Encoding> unicode_named(std::string_view name) {
    std::string plain;
    for (char const c : name)
        if (c != '-' && c != '_') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (plain == "utf8") return Encoding::utf8;
    if (plain == "utf16" || plain == "utf16le") return Encoding::utf16le;
    if (plain == "utf16be") return Encoding::utf16be;
    return std::nullopt;
}

Conversion convert(Encoding from, std::string_view bytes, bool last, char* to, std::size_t room, std::vector<Repair>& repairs) {
    Run run{bytes.data(), bytes.data() + bytes.size(), to, to + room, to};
    if (from == Encoding::utf8)
        repair_utf8(run, last, repairs);
    else
        convert_utf16(run, from == Encoding::utf16le, last);
    run.done.taken = static_cast<std::size_t>(run.at - bytes.data());
    run.done.made = static_cast<std::size_t>(run.to - to);
    return run.done;
}

}  // namespace ibid::io
